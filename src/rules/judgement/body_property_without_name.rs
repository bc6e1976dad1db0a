//! A field of the body without a name for people.

use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static BODY_PROPERTY_WITHOUT_NAME: Rule = Rule {
    id: "body-property-without-name",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"A property written in the schema of a body has neither `x-ms-summary` nor `title`.

The designer then shows the bare name of the property as the label of its field. Schemas behind a
`$ref` and what makers do not see are left out.

Give the property an `x-ms-summary`: a few words, first letter large.

This is a judgement, for a name such as `Title` is a label already: it fires on 61 of 216
published connectors. To be sure, look at the action in the designer.

```json bad
{"paths": {"/invoices": {"post": {
  "operationId": "CreateInvoice", "summary": "Create invoice", "description": "Creates an invoice.",
  "parameters": [{"name": "body", "in": "body", "schema": {"type": "object", "properties": {
    "due_date": {"type": "string"}
  }}}],
  "responses": {"201": {"description": "It is made.", "schema": {"type": "string"}}}
}}}}
```

```json good
{"paths": {"/invoices": {"post": {
  "operationId": "CreateInvoice", "summary": "Create invoice", "description": "Creates an invoice.",
  "parameters": [{"name": "body", "in": "body", "schema": {"type": "object", "properties": {
    "due_date": {"type": "string", "x-ms-summary": "Due date"},
    "lines": {"type": "array", "title": "Lines", "items": {"type": "string"}},
    "origin": {"type": "string", "default": "maker", "x-ms-visibility": "internal"}
  }, "required": ["origin"]}}],
  "responses": {"201": {"description": "It is made.", "schema": {"type": "string"}}}
}}}}
```
"#,
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    if !site.is_in("body") || site.is_hidden() {
        return;
    }
    let mut open: Vec<Node<'_>> = site.node.get("schema").into_iter().collect();
    while let Some(schema) = open.pop() {
        open.extend(schema.get("items"));
        let properties = schema.get("properties").into_iter().flat_map(Node::members);
        for (name, property) in properties.filter(|(_, property)| is_seen(*property)) {
            let label = |member| is_blank(property.text(member));
            if label("x-ms-summary") && label("title") {
                out.say(
                    Place::member(Role::Definition, property, "x-ms-summary"),
                    format!(
                        "The field `{}` has no name for people. Give it an `x-ms-summary`.",
                        quote(&name)
                    ),
                );
            }
            open.push(property);
        }
    }
}

/// Whether it becomes a field that makers see and that is described here.
fn is_seen(property: Node<'_>) -> bool {
    property.is_object()
        && property.get("$ref").is_none()
        && property.text("x-ms-visibility").is_none_or(|visibility| visibility != "internal")
        && property.get("readOnly").and_then(Node::as_bool) != Some(true)
}
