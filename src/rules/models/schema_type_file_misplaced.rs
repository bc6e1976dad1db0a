//! A file inside a schema.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site, Stand};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static SCHEMA_TYPE_FILE_MISPLACED: Rule = Rule {
    id: "schema-type-file-misplaced",
    official: &["SchemaTypeFileNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
The type `file` stands elsewhere than at the root of a response.

A file cannot be a part of something else. Only the `schema` of a response itself may be one, written there and not in a definition. To take a file in, use a `formData` parameter; inside a schema use a string of format `byte`.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"file\"}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Scan\"}}}}}}, \"definitions\": {\"Scan\": {\"type\": \"file\"}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"file\", \"items\": null}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.is_reference() || site.stand() == Stand::ResponseSchema {
        return;
    }
    if site.is(Keyword::Type, "file") {
        out.say(
            Place::member(Role::Definition, site.node, "type"),
            "A file may only be the whole of a response. Here use a string of format `byte`.",
        );
    }
}
