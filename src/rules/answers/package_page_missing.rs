//! A package is to be made, and there is no documentation page for it.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static PACKAGE_PAGE_MISSING: Rule = Rule {
    id: "package-page-missing",
    official: &["5000.1.1.5"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: "\
A package is to be made, and there is no `intro.md` for it.

The package holds that page beside the solutions. It becomes the public page about the connector.

Write `intro.md` into the folder of the connector; `conncert explain intro-section-missing` lists
the headings.

```toml bad
[package]
connector_solution = \"connector\"
flow_solution = \"flow\"
```

```text good file=intro.md
Keeps the invoices of small companies and tells when one is paid.
```

```toml good and
[package]
connector_solution = \"connector\"
flow_solution = \"flow\"
```
",
};

fn check(cx: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    if cx.submission.solutions.is_some() && !connector.facts(Role::Intro).found {
        let text = "The marketplace package holds a page about the connector, and there is none. \
                    Write `intro.md` beside the definition.";
        out.say(Place::File(Role::Intro), text);
    }
}
