//! A connection test that cannot be called just like that.

use super::test_connection;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static TEST_CONNECTION_NOT_CALLABLE: Rule = Rule {
    id: "test-connection-not-callable",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4"],
    fix: None,
    docs: r#"The operation that tests connections is no GET, or needs values that nobody gives.

The platform calls it by itself whenever somebody makes a connection. So it must change nothing, and
every required parameter must have a default or a value beside `operationId`.

Choose a GET operation that always works, such as one that reads the own account.

This is a judgement, for a POST may change nothing and a policy may fill parameters: it fires on
0 of 216 published connectors. To be sure, make a connection and press “Test connection”.

```json bad
{"x-ms-capabilities": {"testConnection": {"operationId": "ListInvoices"}},
 "paths": {"/invoices": {"get": {"x-ms-visibility": "internal", "parameters": [{
   "name": "status", "in": "query", "type": "string", "required": true,
   "x-ms-summary": "Status", "description": "Only these."
 }]}}}}
```

```json bad
{"x-ms-capabilities": {"testConnection": {"operationId": "Ping"}},
 "paths": {"/ping": {"post": {"operationId": "Ping", "x-ms-visibility": "internal",
   "responses": {"204": {"description": "All is well."}}
 }}}}
```

```json good
{"x-ms-capabilities": {"testConnection": {
   "operationId": "ListInvoices", "parameters": {"status": "open"}
 }},
 "paths": {"/invoices": {"get": {"x-ms-visibility": "internal", "parameters": [{
   "name": "status", "in": "query", "type": "string", "required": true,
   "x-ms-summary": "Status", "description": "Only these."
 }]}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some((test, operation)) = test_connection(definition) else { return };
    let place = Place::member(Role::Definition, test, "operationId");
    if operation.method != "get" {
        out.say(
            place,
            format!(
                "Connections are tested with {}, which may change something each time. Name a GET \
                 operation.",
                operation.name()
            ),
        );
        return;
    }
    let given = test.get("parameters");
    let parameters = definition.effective_parameters(operation);
    let open = parameters.iter().map(|parameter| parameter.node).find(|parameter| {
        let is_required = parameter.get("required").and_then(Node::as_bool) == Some(true);
        let name = parameter.text("name").unwrap_or_default();
        let is_given = given.is_some_and(|given| given.get(&name).is_some());
        is_required && parameter.get("default").is_none() && !is_given
    });
    if let Some(open) = open {
        out.say(
            place,
            format!(
                "The connection test needs a value for `{}`, which nobody gives. Add it beside \
                 `operationId` under `parameters`, or name an operation without parameters.",
                quote(&open.text("name").unwrap_or_default())
            ),
        );
    }
}
