//! A media type without its two halves.

use super::{essence, is_media_type, media_types};
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static MIME_TYPE_MALFORMED: Rule = Rule {
    id: "mime-type-malformed",
    official: &["MimeTypeNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Operation(check_operation)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A media type is not of the form `type/subtype`.

`consumes` and `produces` name what goes in and comes out, such as `application/json`; what follows
a `;` is free.

Write the media type in full.

```json bad
{ "produces": ["json"] }
```

```json bad
{ "paths": { "/invoices": { "get": { "consumes": ["application/ json"] } } } }
```

```json bad
{ "produces": ["application/json/utf-8"] }
```

```json good
{ "produces": [" application/json ; charset=utf-8"] }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    malformed(definition.root(), out);
}

fn check_operation(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    malformed(operation.node, out);
}

fn malformed(holder: Node<'_>, out: &mut Sink<'_>) {
    for (node, text) in media_types(holder) {
        if !is_media_type(essence(&text)) {
            out.say(
                Place::node(Role::Definition, node),
                format!(
                    "{} is no media type. Write type/subtype, such as application/json.",
                    quote(node.raw())
                ),
            );
        }
    }
}
