//! A call that takes its value from a field makers do not see.

use crate::connector::dynamic::source::Source;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static DYNAMIC_SOURCE_INTERNAL: Rule = Rule {
    id: "dynamic-source-internal",
    official: &["SourcePropertyInternal"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicSource(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A dynamic call takes a value from a field that makers do not see.

Makers cannot fill in an internal field, so the list never follows what they do. Show the field, or give a fixed value instead. On an internal operation nobody looks, and nothing is said.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-visibility\": \"internal\", \"required\": true, \"default\": \"open\"}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-visibility\": \"advanced\"}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-visibility\": \"internal\", \"required\": true, \"default\": \"open\"}], \"responses\": {\"200\": {\"description\": \"The result.\"}}, \"x-ms-visibility\": \"internal\"}}}}
```
",
};

fn check(_: &Context<'_>, source: &Source<'_>, out: &mut Sink<'_>) {
    if source.is_internal && !source.caller.operation.is_internal() {
        let name = source.reference.as_str().unwrap_or_default();
        out.say(
            Place::node(Role::Definition, source.reference),
            format!(
                "Makers do not see “{}”, so they cannot choose by it: show it, or give a fixed \
                 value.",
                quote(&name)
            ),
        );
    }
}
