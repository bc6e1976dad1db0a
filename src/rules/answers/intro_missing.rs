//! A draft whose folder has no intro yet.

use crate::answers::Answers;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};

pub(crate) static INTRO_MISSING: Rule = Rule {
    id: "intro-missing",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Answers(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S8"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Make an intro to be filled in",
        make: |cx, _| Some(vec![Mend::Create(Role::Intro, fix::page::intro(cx))]),
    }),
    docs: "\
The folder of the connector has no `intro.md` yet.

The package that is handed in holds that page beside the solutions, for verified and independent
publishers alike, and it becomes the public page about the connector. It can wait until the package
is made; then it blocks.

Write it, or let conncert make one to be filled in: `conncert fix --draft DRAFT --suggested --rule
intro-missing`, or the mends of the wizard. `conncert explain intro-section-missing` lists the
headings.

It is asked only where there is a draft, for published folders rarely hold the page.

```toml bad
[connector]
submission = \"new\"
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
[connector]
submission = \"new\"
```
",
};

fn check(cx: &Context<'_>, _: &Answers, out: &mut Sink<'_>) {
    let Some(connector) = cx.connector() else { return };
    // With solutions it is an error, which another rule tells.
    if cx.submission.solutions.is_none() && !connector.facts(Role::Intro).found {
        out.say(
            Place::File(Role::Intro),
            "There is no `intro.md` yet, the page about the connector that goes into the package. \
             Write it beside the definition.",
        );
    }
}
