//! A list of schemes without a scheme.

use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::Mend;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::source::json::Node;
use serde_json::json;

pub(crate) static SCHEMES_EMPTY: Rule = Rule {
    id: "schemes-empty",
    official: &["SchemesArrayEmpty"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Operation(check_operation)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Say https at the top, nothing in an operation",
        make: mend,
    }),
    docs: r#"A list of schemes is empty.

`schemes` says how the service is reached. An empty list says that it is not reached at all.

At the top write `["https"]`; in an operation leave the list out, so that it takes the one at the
top.

```json bad also=https-missing
{ "schemes": [] }
```

```json fixed
{ "schemes": ["https"] }
```

```json bad
{ "paths": { "/invoices": { "get": { "schemes": [] } } } }
```

```json fixed
{ "paths": { "/invoices": { "get": {} } } }
```

```json good
{ "paths": { "/invoices": { "get": { "schemes": ["https"] } } } }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    empty(definition.root(), out);
}

fn check_operation(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    empty(operation.node, out);
}

fn empty(holder: Node<'_>, out: &mut Sink<'_>) {
    if let Some(list) = holder.get("schemes").filter(|list| list.is_array() && list.is_empty()) {
        out.say(
            Place::node(Role::Definition, list),
            "The list of schemes is empty. At the top write [\"https\"]; in an operation leave \
             `schemes` out.",
        );
    }
}

fn mend(_: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    if place.pointer_text() == "/schemes" {
        fix::set(place, json!(["https"]))
    } else {
        fix::remove(place)
    }
}
