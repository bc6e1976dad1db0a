//! Operations that the read-me does not name, or names although they are gone.

use crate::connector::files::{Body, Role};
use crate::connector::readme::Readme;
use crate::rule::fix::page;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static README_OPERATION_MISSING: Rule = Rule {
    id: "readme-operation-missing",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Readme(check)],
    quiet_when: &[],
    since: None,
    cites: &["S3", "S6"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Bring the section about operations up to date",
        make: |cx, place| match place {
            Place::Section(..) => fix::page::operations_mended(cx),
            _ => None,
        },
    }),
    docs: "\
The section of the read-me about operations does not name all of them, or names one that is gone.

It is easily forgotten when operations come and go, and reviewers compare. What an update renamed
or took away is known where the published version is (`--against`).

Add the operations, each with a line about what it does. The mend adds what is missing, gives new
names to headings that bear an old one, and takes out what an operation that is gone has left,
unless somebody wrote more about it. Nothing else of the read-me is touched.

This is a judgement by words and may be wrong where your text names an operation by other words; it
is silent where fewer than half are named by their names. It fires on 43 of 216 published
connectors. To be sure, read the section.

```text bad file=readme.md
# Contoso Invoices

## Publisher: Contoso Ltd

## Prerequisites

## Supported Operations

### List invoices

## Obtaining Credentials

## Known Issues and Limitations

## Deployment Instructions
```

```json bad and
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get an invoice\", \"description\": \"Gets one invoice.\", \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"required\": true, \"x-ms-summary\": \"Invoice\", \"description\": \"Which invoice.\", \"x-ms-url-encoding\": \"single\"}], \"responses\": {\"200\": {\"description\": \"The invoice.\", \"schema\": {\"type\": \"object\", \"properties\": {\"number\": {\"type\": \"string\", \"title\": \"Number\", \"description\": \"Its number.\"}}}}}}}}}
```

```text fixed file=readme.md
# Contoso Invoices

## Publisher: Contoso Ltd

## Prerequisites

## Supported Operations

### List invoices

### Get an invoice

Gets one invoice.

## Obtaining Credentials

## Known Issues and Limitations

## Deployment Instructions
```

```json fixed and
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get an invoice\", \"description\": \"Gets one invoice.\", \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"required\": true, \"x-ms-summary\": \"Invoice\", \"description\": \"Which invoice.\", \"x-ms-url-encoding\": \"single\"}], \"responses\": {\"200\": {\"description\": \"The invoice.\", \"schema\": {\"type\": \"object\", \"properties\": {\"number\": {\"type\": \"string\", \"title\": \"Number\", \"description\": \"Its number.\"}}}}}}}}}
```

```text good file=readme.md
# Contoso Invoices

## Publisher: Contoso Ltd

## Prerequisites

## Supported Operations

- list  INVOICES, and GetInvoice

## Obtaining Credentials

## Known Issues and Limitations

## Deployment Instructions
```

```json good and
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get an invoice\", \"description\": \"Gets one invoice.\", \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"required\": true, \"x-ms-summary\": \"Invoice\", \"description\": \"Which invoice.\", \"x-ms-url-encoding\": \"single\"}], \"responses\": {\"200\": {\"description\": \"The invoice.\", \"schema\": {\"type\": \"object\", \"properties\": {\"number\": {\"type\": \"string\", \"title\": \"Number\", \"description\": \"Its number.\"}}}}}}}}}
```
",
};

/// Operations that a finding names; the others are counted.
const NAMED: usize = 5;

fn check(cx: &Context<'_>, readme: &Readme, out: &mut Sink<'_>) {
    let body = cx.connector().and_then(|connector| connector.facts(Role::Readme).body);
    let Some(Body::Text(text)) = body else { return };
    let Some(stale) = page::Stale::of(cx, text, readme) else { return };
    let mut parts = Vec::new();
    for (what, names) in [("does not name", &stale.missing), ("still names", &stale.old)] {
        if names.is_empty() {
            continue;
        }
        let mut named: Vec<String> =
            names.iter().take(NAMED).map(|name| format!("“{}”", quote(name))).collect();
        if names.len() > NAMED {
            named.push(format!("{} more", names.len() - NAMED));
        }
        parts.push(format!("{what} {}", named.join(", ")));
    }
    if !parts.is_empty() {
        out.say(
            Place::Section(Role::Readme, "supported-operations".to_owned()),
            format!(
                "The section of the read-me about operations {}. Bring it up to date.",
                parts.join(" and ")
            ),
        );
    }
    for (name, span) in &stale.kept {
        out.say(
            Place::Bytes(Role::Readme, *span),
            format!(
                "The read-me describes the operation “{}”, which is no more. Take out what is \
                 about it.",
                quote(name)
            ),
        );
    }
}
