//! A variable of the path without a parameter.

use super::{is_in, variables};
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use crate::rules::quote;
use serde_json::{Value, json};

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
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Declare the variable as a required text",
        make: mend,
    }),
    docs: "\
A variable of the path has no parameter.

Each name in braces needs a parameter with `\"in\": \"path\"` and that very name.

```json bad
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": []}}}}
```

```json fixed
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"required\": true, \"type\": \"string\", \"x-ms-summary\": \"ID\", \"description\": \"The value of “id” in the path.\", \"x-ms-url-encoding\": \"single\"}]}}}}
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
    let path = operation.path();
    let missing = undeclared(definition, operation, &path);
    if !missing.is_empty() {
        out.say(
            Place::node(Role::Definition, operation.node),
            format!("“{}” in the path has no parameter.", quote(&missing.join("”, “"))),
        );
    }
}

/// The variables of an operation's path that no parameter declares.
fn undeclared<'p>(
    definition: &Definition,
    operation: Operation<'_>,
    path: &'p str,
) -> Vec<&'p str> {
    let parameters = definition.effective_parameters(operation);
    variables(path)
        .filter(|variable| {
            !parameters.iter().any(|found| {
                is_in(found.node, "path")
                    && found.node.text("name").is_some_and(|name| name == *variable)
            })
        })
        .collect()
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let definition = cx.definition()?;
    let node = fix::node(cx, place)?;
    let operation = definition.operations().find(|found| found.node.id() == node.id())?;
    let path = operation.path();
    let declared: Option<Vec<Value>> =
        undeclared(definition, operation, &path).into_iter().map(declaration).collect();
    let declared = declared?;
    let list = node.get("parameters");
    let (role, pointer) = place.pointer()?;
    let pointer = pointer.child("parameters");
    match list.filter(|list| list.is_array() && !list.is_empty()) {
        Some(_) => {
            let mends = declared.into_iter();
            Some(mends.map(|one| Mend::Set(role, pointer.child("-"), one)).collect())
        }
        None => Some(vec![Mend::Set(role, pointer, declared.into())]),
    }
}

/// A parameter as far as the path tells; none for a name that people could not read.
fn declaration(variable: &str) -> Option<Value> {
    let shown = fix::text::display_name(variable)?;
    Some(json!({
        "name": variable,
        "in": "path",
        "required": true,
        "type": "string",
        "x-ms-summary": shown,
        "description": format!("The value of “{variable}” in the path."),
        "x-ms-url-encoding": "single",
    }))
}
