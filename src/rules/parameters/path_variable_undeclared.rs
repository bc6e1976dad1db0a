//! A variable of the path without a parameter.

use super::{is_in, variables};
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static PATH_VARIABLE_UNDECLARED: Rule = Rule {
    id: "path-variable-undeclared",
    official: &["OperationMissingPathParameter"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A variable of the path has no parameter.

Each name in braces needs a parameter with `\"in\": \"path\"` and that very name.

```json bad
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": []}}}}
```

```json bad also=path-parameter-unused
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"ID\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"x-ms-url-encoding\": \"single\"}]}}}}
```

```json good
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"x-ms-url-encoding\": \"single\"}]}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let parameters = definition.effective_parameters(operation);
    let path = operation.path();
    let missing: Vec<&str> = variables(&path)
        .filter(|variable| {
            !parameters.iter().any(|found| {
                is_in(found.node, "path")
                    && found.node.text("name").is_some_and(|name| name == *variable)
            })
        })
        .collect();
    if !missing.is_empty() {
        out.say(
            Place::node(Role::Definition, operation.node),
            format!("“{}” in the path has no parameter.", quote(&missing.join("”, “"))),
        );
    }
}
