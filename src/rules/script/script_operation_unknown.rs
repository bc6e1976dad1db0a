//! A script operation that does not exist.

use super::script_operations;
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
    docs: "\
`scriptOperations` names an operation that the definition does not have.

The script would never run for it. The names are operation ids, and their case counts.

```json bad file=apiProperties.json
{\"properties\": {\"scriptOperations\": [\"listinvoices\"]}}
```

```files bad and
text script.csx public class Script : ScriptBase { }
```

```json good file=apiProperties.json
{\"properties\": {\"scriptOperations\": [\"ListInvoices\"]}}
```

```files good and
text script.csx public class Script : ScriptBase { }
```
",
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    for element in script_operations(properties).into_iter().flat_map(Node::items) {
        let id = element.as_str();
        if !id.as_deref().is_some_and(|id| definition.index().has_operation_id(id)) {
            out.say(
                Place::node(Role::Properties, element),
                format!("No operation has the id {}.", quote(element.raw())),
            );
        }
    }
}
