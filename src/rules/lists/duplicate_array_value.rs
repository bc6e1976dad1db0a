//! A list that holds a value twice.

use super::elements;
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site, Stand};
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::Node;
use crate::source::json::equality::repeated;

pub(crate) static DUPLICATE_ARRAY_VALUE: Rule = Rule {
    id: "duplicate-array-value",
    official: &["ArrayDuplicateValue"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Operation(check_operation), Look::Type(check_type)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Remove the later value",
        make: |_, place| fix::remove(place),
    }),
    docs: r#"A list holds the same value twice.

In lists of schemes, media types, tags, scopes, allowed values and required properties every value
stands once. `1` and `1.0` are the same value; capitals make a difference.

Remove the second one.

```json bad
{ "paths": { "/invoices": { "get": { "tags": ["Invoices", "Money", "Invoices"] } } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "tags": ["Invoices", "Money"] } } } }
```

```json bad
{ "produces": ["application/json", "application/json"] }
```

```json fixed
{ "produces": ["application/json"] }
```

```json bad also=definition-unused
{ "definitions": { "Size": { "type": "number", "enum": [1, 2, 1.0] } } }
```

```json bad also=definition-unused
{ "definitions": { "Invoice": { "type": "object", "properties": { "id": { "type": "string" } }, "required": ["id", "id"] } } }
```

```json good
{ "paths": { "/invoices": { "get": { "tags": ["Invoices", "invoices"] } } } }
```

```json good also=definition-unused
{ "definitions": { "Size": { "type": "string", "enum": ["1", "1.0"] } } }
```
"#,
};

/// Lists that the root and operations may have.
const LISTS: [&str; 3] = ["schemes", "consumes", "produces"];

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    holder(definition.root(), out);
}

fn check_operation(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    holder(operation.node, out);
    say(operation.node.get("tags"), out);
}

fn check_type(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    say(site.get(Keyword::Enum), out);
    let is_schema = !matches!(site.stand(), Stand::Parameter | Stand::Header | Stand::Items);
    if is_schema {
        say(site.get(Keyword::Required), out);
    }
}

fn holder(holder: Node<'_>, out: &mut Sink<'_>) {
    for name in LISTS {
        say(holder.get(name), out);
    }
    for requirement in elements(holder, "security") {
        for (_, scopes) in requirement.members() {
            say(Some(scopes), out);
        }
    }
}

fn say(list: Option<Node<'_>>, out: &mut Sink<'_>) {
    for later in list.into_iter().flat_map(repeated) {
        out.say(
            Place::node(Role::Definition, later),
            format!("{} stands in this list already. Remove it.", quote(later.raw())),
        );
    }
}
