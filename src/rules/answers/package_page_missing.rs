//! A package is to be made, and there is no documentation page for it.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};

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
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Make an intro to be filled in",
        make: |cx, _| Some(vec![Mend::Create(Role::Intro, fix::page::intro(cx))]),
    }),
    docs: "\
A package is to be made, and there is no `intro.md` for it.

The package holds that page beside the solutions. It becomes the public page about the connector.

Write `intro.md` into the folder of the connector, or let conncert make one to be filled in:
`conncert fix --draft DRAFT --suggested` with a draft that names the folder, or the mends of the
wizard. `conncert explain intro-section-missing` lists the headings.

```toml bad
[package]
connector_solution = \"connector\"
flow_solution = \"flow\"
```

```files bad and
remove intro.md
```

```text fixed file=intro.md
*Say here in two to eight sentences what the connector is for and what people gain by it, in other words than its description.*

## Prerequisites

- A licence that includes premium connectors

*Say here which account or plan of the service people need.*

## How to get credentials

The connector signs in with an API key. Give it when the connection is made, as “API key”.

*Say here where in the service people make such a key, step by step.*

## Get started with your connector

1. Create a flow, and add “List invoices” of this connector to it.
2. Make a connection when it is asked for.
3. Fill in the fields, save, and test the flow.

*Say here what a good first flow is for.*

## Known issues and limitations

*Say here what does not work, or that nothing is known.*

## Common errors and remedies

*Say here which errors people meet, and what helps with each.*

## FAQ

*Say here what people ask most, each with its answer.*
```

```toml good
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
