//! A response without a description.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use crate::rules::quote;
use crate::source::pointer::resolve_reference;

pub(crate) static RESPONSE_DESCRIPTION_MISSING: Rule = Rule {
    id: "response-description-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S10"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Describe the response by its code",
        make: mend,
    }),
    docs: "\
A response has no description.

OpenAPI asks for one; the text of the status code is enough.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"description\": null}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"description\": \"OK.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"404\": {\"description\": \" \"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"404\": {\"description\": \"Not found.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"404\": {\"description\": \"Not found.\"}}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    for response in definition.responses(operation) {
        if response.node.is_some_and(|node| terms::is_blank(node.text("description"))) {
            out.say(
                Place::node(Role::Definition, response.written),
                format!("The response {} has no description.", quote(&response.code)),
            );
        }
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let written = fix::node(cx, place)?;
    let code = written.key()?;
    let definition = cx.definition()?;
    // Where it is written by reference, the text belongs to what is referred to.
    let node = match written.text("$ref") {
        Some(reference) => resolve_reference(definition.root(), &reference)?,
        None => written,
    };
    let text = PHRASES.iter().find(|(known, _)| *known == code).map(|(_, text)| *text)?;
    fix::set(&Place::member(Role::Definition, node, "description"), text)
}

/// What the codes mean.
const PHRASES: [(&str, &str); 19] = [
    ("200", "OK."),
    ("201", "Created."),
    ("202", "Accepted."),
    ("204", "No content."),
    ("301", "Moved permanently."),
    ("302", "Found."),
    ("304", "Not modified."),
    ("400", "Bad request."),
    ("401", "Unauthorized."),
    ("403", "Forbidden."),
    ("404", "Not found."),
    ("405", "Method not allowed."),
    ("409", "Conflict."),
    ("415", "Unsupported media type."),
    ("422", "Unprocessable content."),
    ("429", "Too many requests."),
    ("500", "Internal server error."),
    ("503", "Service unavailable."),
    ("default", "Any other response."),
];
