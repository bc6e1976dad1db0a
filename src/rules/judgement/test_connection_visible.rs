//! A connection test that makers see as an action.

use super::test_connection;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static TEST_CONNECTION_VISIBLE: Rule = Rule {
    id: "test-connection-visible",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4"],
    fix: None,
    docs: r#"The operation that tests connections is shown as an action.

Where an operation only serves the test, makers should not find it among the actions.

Give it `x-ms-visibility` internal, unless it is useful as an action as well.

This is a judgement, for many tests use an ordinary action: it fires on 4 of 216 published
connectors. To be sure, ask whether a flow would ever call it.

```json bad
{"x-ms-capabilities": {"testConnection": {"operationId": "ListInvoices"}}}
```

```json good
{"x-ms-capabilities": {"testConnection": {"operationId": "ListInvoices"}},
 "paths": {"/invoices": {"get": {"x-ms-visibility": "internal"}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some((_, operation)) = test_connection(definition) else { return };
    if !operation.is_internal() {
        out.say(
            Place::member(Role::Definition, operation.node, "x-ms-visibility"),
            "This operation tests connections. Unless it is useful as an action as well, hide it: \
             set `x-ms-visibility` to internal.",
        );
    }
}
