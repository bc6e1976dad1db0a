//! A file that was named for the package cannot be read.

use crate::answers::Answers;
use crate::connector::Connector;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::steps::package::key;

pub(crate) static PACKAGE_FILE_UNREADABLE: Rule = Rule {
    id: "package-file-unreadable",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Answers(answered), Look::Files(named)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: "\
A file that was named for the package cannot be read.

Without it there is no package for Microsoft.

Name the zip as the maker portal gave it: absolute, or relative to the draft.

```toml bad
[package]
connector_solution = \"connector\"
flow_solution = \"unreadable\"
```

```text bad file=intro.md and
Keeps the invoices of small companies and tells when one is paid.
```

```toml good
[package]
connector_solution = \"connector\"
flow_solution = \"flow\"
```

```text good file=intro.md and
Keeps the invoices of small companies and tells when one is paid.
```
",
};

fn answered(cx: &Context<'_>, _: &Answers, out: &mut Sink<'_>) {
    check(cx, out);
}

fn named(cx: &Context<'_>, _: &Connector, out: &mut Sink<'_>) {
    check(cx, out);
}

fn check(cx: &Context<'_>, out: &mut Sink<'_>) {
    let named = cx.submission.solutions.iter().flat_map(|solutions| &solutions.named);
    for one in named {
        if let Err(reason) = &one.read {
            out.say(Place::Answer(key(one.part)), format!("It cannot be taken: {reason}"));
        }
    }
}
