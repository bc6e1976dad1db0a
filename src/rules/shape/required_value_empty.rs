//! A text that must be there and is empty.

use crate::connector::definition::Definition;
use crate::connector::dynamic::Extension;
use crate::connector::files::Role;
use crate::connector::flaws::Flaw;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static REQUIRED_VALUE_EMPTY: Rule = Rule {
    id: "required-value-empty",
    official: &["RequiredValueEmpty"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::DynamicExtension(check_call)],
    quiet_when: &[
        "title-missing",
        "description-missing",
        "contact-name-missing",
        "contact-url-missing",
        "contact-email-missing",
        "operation-summary-missing",
        "operation-description-missing",
        "parameter-summary-missing",
        "parameter-description-missing",
        "response-description-missing",
    ],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A member that must hold a text is empty.

What must be there must also say something; blanks do not count.

Write the text.

```json bad
{ "info": { "version": " " } }
```

```json bad
{ "tags": [{ "name": "" }] }
```

```json bad
{ "externalDocs": { "url": "" } }
```

```json bad
{ "responses": { "Gone": { "description": "" } } }
```

```json bad also=operation-reference-unknown
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status.", "x-ms-dynamic-list": { "operationId": "" } }] } } } }
```

```json good
{ "info": { "version": "1" }, "tags": [{ "name": "a" }], "responses": { "Gone": { "description": "." } } }
```
"#,
};

/// Extensions that call an operation and name it (N13).
const CALLS: [&str; 3] = ["x-ms-dynamic-list", "x-ms-dynamic-schema", "x-ms-dynamic-properties"];

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (node, flaw) in definition.flaws() {
        if flaw == Flaw::Blank {
            say(node, out);
        }
    }
}

fn check_call(_: &Context<'_>, call: Extension<'_>, out: &mut Sink<'_>) {
    if CALLS.contains(&call.name)
        && let Some(id) = call.node.get("operationId")
        && id.as_str().is_some_and(|text| text.trim().is_empty())
    {
        say(id, out);
    }
}

fn say(node: Node<'_>, out: &mut Sink<'_>) {
    let name = node.key().unwrap_or_default();
    out.say(
        Place::node(Role::Definition, node),
        format!("`{}` is empty. Write what it should say.", quote(&name)),
    );
}
