//! A policy for an operation that does not exist.

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
    cites: &["S11"],
    docs: "\
A policy is meant for an operation that the definition does not have.

It never applies, usually after an operation was renamed.

```json bad file=apiProperties.json
{\"properties\": {\"policyTemplateInstances\": [{\"templateId\": \"setheader\", \"parameters\": {\"x-ms-apimTemplate-operationName\": [\"ListInvoices\", \"Gone\"]}}]}}
```

```json good file=apiProperties.json
{\"properties\": {\"policyTemplateInstances\": [{\"templateId\": \"setheader\", \"parameters\": {\"x-ms-apimTemplate-operationName\": [\"ListInvoices\"]}}]}}
```
",
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let elements = properties
        .properties()
        .and_then(|node| node.get("policyTemplateInstances"))
        .into_iter()
        .flat_map(Node::items)
        .filter_map(|policy| policy.get("parameters")?.get("x-ms-apimTemplate-operationName"))
        .flat_map(Node::items);
    for element in elements {
        let id = element.as_str();
        if !id.as_deref().is_some_and(|id| definition.index().has_operation_id(id)) {
            out.say(
                Place::node(Role::Properties, element),
                format!(
                    "No operation has the id {}; this policy never applies.",
                    quote(element.raw())
                ),
            );
        }
    }
}
