//! A path parameter that is not in the path.

use super::{is_in, variables};
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static PATH_PARAMETER_UNUSED: Rule = Rule {
    id: "path-parameter-unused",
    official: &["PathParameterNotDefinedInTemplate"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A parameter with `\"in\": \"path\"` is no variable of the path.

Its value would go nowhere. Correct its name, or take it out.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"x-ms-url-encoding\": \"single\"}]}}}}
```

```json good
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"x-ms-url-encoding\": \"single\"}]}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let path = operation.path();
    for parameter in definition.effective_parameters(operation) {
        let Some(name) = parameter.node.text("name").filter(|_| is_in(parameter.node, "path"))
        else {
            continue;
        };
        if !variables(&path).any(|variable| variable == name) {
            out.say(
                Place::node(Role::Definition, parameter.listed),
                format!("“{}” is no variable of the path “{}”.", quote(&name), quote(&path)),
            );
        }
    }
}
