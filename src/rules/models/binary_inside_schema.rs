//! Raw bytes inside a schema.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site, Stand};
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};

pub(crate) static BINARY_INSIDE_SCHEMA: Rule = Rule {
    id: "binary-inside-schema",
    official: &["InvalidStringBinaryProperty"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Use the format `byte`", make: use_byte }),
    docs: "\
A string of format `binary` is a part of another schema.

Raw bytes cannot stand inside JSON. They may be a whole body or a whole response; a part of one is a string of format `byte`, that is Base64. The text of the validator names bodies and form data only, and some published connectors have it, so this is a warning.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"format\": \"binary\"}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"format\": \"byte\"}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"$ref\": \"#/definitions/Scan\", \"type\": null}}}}}}}, \"definitions\": {\"Scan\": {\"type\": \"string\", \"format\": \"binary\"}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Scan\"}}}}}}, \"definitions\": {\"Scan\": {\"type\": \"string\", \"format\": \"binary\"}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"string\", \"format\": \"binary\", \"items\": null}}}}}}}
```
",
};

fn check(cx: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.is_reference()
        || !site.is(Keyword::Format, "binary")
        || !site.is(Keyword::Type, "string")
    {
        return;
    }
    let Some(definition) = cx.definition() else { return };
    let is_inside = match site.stand() {
        Stand::ParameterSchema | Stand::ResponseSchema => false,
        Stand::Definition => definition.schemas().is_used_inside(site.node.id()),
        _ => true,
    };
    if is_inside {
        out.say(
            Place::node(Role::Definition, site.node),
            "Raw bytes cannot be a part of something else. Use the format `byte` (Base64).",
        );
    }
}

/// Base64 is what JSON has for bytes; the service has to agree.
fn use_byte(_: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let Place::Member(role, pointer) = place else { return None };
    Some(vec![Mend::Set(*role, pointer.child("format"), "byte".into())])
}
