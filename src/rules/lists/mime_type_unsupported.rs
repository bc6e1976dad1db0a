//! A media type that connectors may not support.

use super::{essence, is_media_type, media_types};
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static MIME_TYPE_UNSUPPORTED: Rule = Rule {
    id: "mime-type-unsupported",
    official: &["MimeTypeNotSupported"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Operation(check_operation)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A media type is none that connectors are known to support.

Those are `application/json`, `text/plain`, `multipart/form-data` and
`application/x-www-form-urlencoded`. Many published connectors name others all the same, so this is
advice.

If the service also speaks JSON, name `application/json` alone.

```json bad
{ "produces": ["application/xml"] }
```

```json bad
{ "paths": { "/invoices": { "get": { "consumes": ["text/json"] } } } }
```

```json good
{ "produces": ["Application/JSON; charset=utf-8", "text/plain"] }
```

```json good
{ "consumes": ["multipart/form-data", "application/x-www-form-urlencoded"] }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    unsupported(definition.root(), out);
}

fn check_operation(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    unsupported(operation.node, out);
}

/// What is known to work.
const SUPPORTED: [&str; 4] =
    ["application/json", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"];

fn unsupported(holder: Node<'_>, out: &mut Sink<'_>) {
    for (node, text) in media_types(holder) {
        let essence = essence(&text);
        let supported = SUPPORTED.iter().any(|known| known.eq_ignore_ascii_case(essence));
        if !supported && is_media_type(essence) {
            out.say(
                Place::node(Role::Definition, node),
                format!(
                    "{} may not be supported. If the service also speaks JSON, name \
                     application/json alone.",
                    quote(node.raw())
                ),
            );
        }
    }
}
