//! A format that the platform may not know.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::rules::types::remove;
use crate::source::json::Node;

pub(crate) static TYPE_FORMAT_UNRECOGNIZED: Rule = Rule {
    id: "type-format-unrecognized",
    official: &["UnrecognizedTypeFormat"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Take the `format` out", make: remove }),
    docs: "\
The `format` is not one that is known for this type.

The validator has a list, but Microsoft does not print it. These are the formats of the published schema for connectors: `byte`, `binary`, `date`, `date-time`, `password`, `date-no-tz`, `email`, `html`, `uri` and `uuid` for a string, `int32` and `int64` for an integer, `float` and `double` for a number. Published connectors use others too, so this is advice. Without the `format` the platform treats the value just as it would with one that it does not know.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"format\": \"guid\"}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\"}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"number\", \"format\": \"int32\"}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"boolean\", \"format\": \"\"}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"format\": \"uuid\"}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"format\": \"int32\"}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if !site.has(Keyword::Type) {
        return;
    }
    let Some(written) = site.get(Keyword::Format) else { return };
    let Some(format) = written.as_str() else { return };
    let Some(kind) = site.get(Keyword::Type).and_then(Node::as_str) else { return };
    let known: &[&str] = match &*kind {
        "string" => &STRINGS,
        "integer" => &["int32", "int64"],
        "number" => &["float", "double"],
        "boolean" | "array" | "object" => &[],
        _ => return,
    };
    if !known.contains(&&*format) {
        out.say(
            Place::node(Role::Definition, written),
            format!(
                "“{}” is no known format of the type {}. Use a known one, or leave it out.",
                quote(&format),
                quote(&kind)
            ),
        );
    }
}

/// The formats of texts.
const STRINGS: [&str; 10] = [
    "byte",
    "binary",
    "date",
    "date-time",
    "password",
    "date-no-tz",
    "email",
    "html",
    "uri",
    "uuid",
];
