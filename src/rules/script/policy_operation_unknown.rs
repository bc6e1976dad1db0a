//! A policy for an operation that does not exist.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static POLICY_OPERATION_UNKNOWN: Rule = Rule {
    id: "policy-operation-unknown",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[Role::Definition],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &[],
    fix: None,
    docs: r#"A policy is bound to an operation that does not exist.

A policy names its operations by `operationId`, capitals included. What no operation bears is a
typing mistake or a leftover, and the policy does not run where it should.

Write the id as the definition has it, or take it out of the list.

```json bad file=apiProperties.json
{ "properties": { "policyTemplateInstances": [
  { "templateId": "setheader", "parameters": {
    "x-ms-apimTemplate-operationName": ["NoSuchOperation"]
  } }
] } }
```

A policy without operations is for all of them:

```json good file=apiProperties.json
{ "properties": { "policyTemplateInstances": [
  { "templateId": "setheader", "parameters": { "x-ms-apimTemplate-operationName": [] } },
  { "templateId": "setheader", "parameters": {} }
] } }
```
"#,
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(index) = cx.definition().map(Definition::index) else { return };
    let policies = properties.properties().and_then(|object| object.get("policyTemplateInstances"));
    let elements = policies
        .into_iter()
        .flat_map(Node::items)
        .filter_map(|policy| policy.get("parameters")?.get("x-ms-apimTemplate-operationName"))
        .flat_map(Node::items);
    for element in elements {
        let id = element.as_str();
        if !id.as_deref().is_some_and(|id| index.has_operation_id(id)) {
            let said = id.as_deref().unwrap_or_else(|| element.raw());
            out.say(
                Place::node(Role::Properties, element),
                format!(
                    "This policy is for “{}”, which is not the `operationId` of an operation of \
                     this connector. Correct the id, or take it out of the list.",
                    quote(said)
                ),
            );
        }
    }
}
