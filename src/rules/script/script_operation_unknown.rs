//! Custom code bound to an operation that does not exist.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static SCRIPT_OPERATION_UNKNOWN: Rule = Rule {
    id: "script-operation-unknown",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[Role::Definition],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S12"],
    fix: None,
    docs: r#"The list of operations that the script serves names one that does not exist.

`scriptOperations` binds the code to operations by their `operationId`, capitals included. A
misspelt id leaves an operation without its code.

Write the id as the definition has it, or take it out of the list.

```json bad file=apiProperties.json also=script-missing
{ "properties": { "scriptOperations": ["NoSuchOperation"] } }
```

What is not text is no id either:

```json bad file=apiProperties.json also=script-missing
{ "properties": { "scriptOperations": [1] } }
```

An empty list means every operation:

```json good file=apiProperties.json
{ "properties": { "scriptOperations": [] } }
```

```text good and file=script.csx
public class Script : ScriptBase {}
```
"#,
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(index) = cx.definition().map(Definition::index) else { return };
    let list = properties.properties().and_then(|object| object.get("scriptOperations"));
    for element in list.into_iter().flat_map(Node::items) {
        let id = element.as_str();
        if !id.as_deref().is_some_and(|id| index.has_operation_id(id)) {
            let said = id.as_deref().unwrap_or_else(|| element.raw());
            out.say(
                Place::node(Role::Properties, element),
                format!(
                    "“{}” is not the `operationId` of an operation of this connector. Write the \
                     id as the definition has it, or take it out of the list.",
                    quote(said)
                ),
            );
        }
    }
}
