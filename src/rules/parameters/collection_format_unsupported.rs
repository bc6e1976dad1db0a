//! A list that is not joined by commas.

use crate::connector::files::Role;
use crate::connector::sites::{Site, Stand};
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};

pub(crate) static COLLECTION_FORMAT_UNSUPPORTED: Rule = Rule {
    id: "collection-format-unsupported",
    official: &["CollectionFormatValueNotSupported"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Take a misspelt `csv` away: without it, a list is joined by commas as well",
        make: mend,
    }),
    docs: r#"A list is to be joined by something else than commas.

The platform joins the values of a list by commas: `csv`, which is also meant where nothing is said. Microsoft prints no list of what it supports; every published connector that says anything says `csv`. If your service needs another separator, take a text and tell makers in the description how to write it.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "array", "x-ms-summary": "More", "description": "More of it.", "items": {"type": "string"}, "collectionFormat": "multi"}]}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "array", "x-ms-summary": "More", "description": "More of it.", "items": {"type": "array", "items": {"type": "string"}, "collectionFormat": "pipes"}}]}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "array", "x-ms-summary": "More", "description": "More of it.", "items": {"type": "string"}, "collectionFormat": "CSV"}]}}}}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "array", "x-ms-summary": "More", "description": "More of it.", "items": {"type": "string"}}]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "array", "x-ms-summary": "More", "description": "More of it.", "items": {"type": "string"}, "collectionFormat": "csv"}]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "array", "x-ms-summary": "More", "description": "More of it.", "items": {"type": "string"}}]}}}}
```
"#,
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    // Schemas have no such member.
    if !matches!(site.stand(), Stand::Parameter | Stand::Header | Stand::Items) {
        return;
    }
    let Some(format) = site.node.get("collectionFormat") else { return };
    if format.as_str().is_none_or(|format| format != "csv") {
        out.say(
            Place::node(Role::Definition, format),
            "The platform joins lists by commas only. Write `csv`, or leave this out.",
        );
    }
}

/// Another separator is the service's choice; only what means `csv` anyway can go.
fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let format = fix::node(cx, place)?.as_str()?;
    if format.trim().eq_ignore_ascii_case("csv") { fix::remove(place) } else { None }
}
