//! A scheme that connectors cannot speak.

use super::elements;
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static SCHEME_WEBSOCKET: Rule = Rule {
    id: "scheme-websocket",
    official: &["SchemeNotSupported"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Operation(check_operation)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Take the web socket out",
        make: |_, place| fix::remove(place),
    }),
    docs: r#"A list of schemes names `ws` or `wss`.

OpenAPI 2.0 knows web sockets, but connectors cannot use them.

Take the scheme out and leave `https`.

```json bad also=scheme-besides-https
{ "schemes": ["https", "ws"] }
```

```json fixed
{ "schemes": ["https"] }
```

```json bad
{ "paths": { "/invoices": { "get": { "schemes": ["wss", "https"] } } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "schemes": ["https"] } } } }
```

```json good
{ "paths": { "/invoices": { "get": { "schemes": ["http", "https"] } } } }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    sockets(definition.root(), out);
}

fn check_operation(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    sockets(operation.node, out);
}

fn sockets(holder: Node<'_>, out: &mut Sink<'_>) {
    for scheme in elements(holder, "schemes") {
        if matches!(scheme.as_str().as_deref(), Some("ws" | "wss")) {
            out.say(
                Place::node(Role::Definition, scheme),
                format!("{} is a web socket; connectors speak https.", quote(scheme.raw())),
            );
        }
    }
}
