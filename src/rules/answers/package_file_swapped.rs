//! Solutions that were named for one another.

use crate::answers::Answers;
use crate::connector::Connector;
use crate::connector::solution::Kind;
use crate::connector::solutions::Part;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::steps::package::key;

pub(crate) static PACKAGE_FILE_SWAPPED: Rule = Rule {
    id: "package-file-swapped",
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
Two solutions were named for one another.

Each gets its name in the package by what it was named as: a flow in `ConnectorSolution.zip` would
mislead the reviewers.

Name them the other way round.

```toml bad
[package]
connector_solution = \"flow\"
flow_solution = \"connector\"
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
    let Some(solutions) = cx.submission.solutions.as_deref() else { return };
    let plugin = solutions.package.plugin;
    let kind = |named_as: Kind| solutions.solution(named_as)?.kind(plugin);
    for named_as in Kind::ALL {
        let Some(found) = kind(named_as).filter(|found| *found != named_as) else { continue };
        // Where the right one is nowhere, the rules about the package say so.
        if Kind::ALL.into_iter().any(|other| kind(other) == Some(named_as)) {
            let text = format!(
                "This is a {}, and it was named as the {}. Name them the other way round.",
                found.word(),
                named_as.word()
            );
            out.say(Place::Answer(key(Part::Solution(named_as))), text);
        }
    }
}
