//! A folder without a read-me.

use super::missing;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Publishers, Rule, Safety, Sink, fix};

pub(crate) static README_MISSING: Rule = Rule {
    id: "readme-missing",
    official: &["5000.1.1.2"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S3", "S6"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Make a read-me to be filled in",
        make: |cx, _| Some(vec![Mend::Create(Role::Readme, fix::page::readme(cx)?)]),
    }),
    docs: r"The folder holds no read-me.

The read-me tells reviewers and makers what the connector does, what it needs and where its
limits are. It is part of what is handed in, for verified and independent publishers alike.

Write a `readme.md`: a title, the publisher, prerequisites, supported operations, how to get
credentials, known issues and limitations.

```files bad
remove readme.md
```

```text fixed file=readme.md
# Contoso Invoices

Keeps the invoices of small companies and tells when one is paid.

## Publisher: Contoso Ltd

## Prerequisites

- A licence that includes premium connectors

*Say here which account or plan of the service people need.*

## Supported Operations

### List invoices

Lists the invoices of your company.

## Obtaining Credentials

The connector signs in with an API key. Give it when the connection is made, as “API key”.

*Say here where in the service people make such a key, step by step.*

## Known Issues and Limitations

*Say here what does not work, or that nothing is known.*

## Deployment Instructions

Import `apiDefinition.swagger.json` as a custom connector in the maker portal, or use Microsoft's command line tool:

~~~
paconn create --api-prop apiProperties.json --api-def apiDefinition.swagger.json
~~~
```

```files bad
rename readme.md readme.txt
```

```files good
rename readme.md README.MD
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    missing(&connector.readme, Role::Readme, out, |name| {
        format!("The read-me is missing. Write one and put it into this folder as {name}.")
    });
}
