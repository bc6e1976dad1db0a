//! Custom code that is announced and not there.

use crate::connector::files::Role;
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static SCRIPT_MISSING: Rule = Rule {
    id: "script-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S12"],
    fix: None,
    docs: r#"The properties list operations for custom code, but there is no script.

`scriptOperations` says that code runs before and after operations; the code is handed in as
`script.csx`, beside the other files.

Add the script, or take `scriptOperations` out of the properties.

```json bad file=apiProperties.json
{ "properties": { "scriptOperations": [] } }
```

```json good file=apiProperties.json
{ "properties": { "scriptOperations": [] } }
```

```text good and file=script.csx
public class Script : ScriptBase {}
```

What is not a list announces nothing:

```json good file=apiProperties.json
{ "properties": { "scriptOperations": null } }
```
"#,
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let announced = properties
        .properties()
        .and_then(|object| object.get("scriptOperations"))
        .is_some_and(Node::is_array);
    let there = cx.connector().is_some_and(|connector| connector.facts(Role::Script).found);
    if announced && !there {
        out.say(
            Place::properties("/properties/scriptOperations"),
            "Custom code is announced here, but the folder has no `script.csx`. Add the script, \
             or take `scriptOperations` out.",
        );
    }
}
