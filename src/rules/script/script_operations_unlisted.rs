//! Custom code that is bound to nothing.

use crate::connector::files::Role;
use crate::connector::properties::Properties;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::source::json::Node;

pub(crate) static SCRIPT_OPERATIONS_UNLISTED: Rule = Rule {
    id: "script-operations-unlisted",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S12"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Add an empty list, which means all operations",
        make: |_, place| fix::set(place, Vec::<String>::new()),
    }),
    docs: r#"There is a script, but the properties do not say which operations it serves.

Without `scriptOperations` the tools do not know that the code belongs to the connector.

Add `scriptOperations` under `properties`: the ids of the operations, or an empty list for all of
them.

```text bad file=script.csx
public class Script : ScriptBase {}
```

```text fixed file=script.csx
public class Script : ScriptBase {}
```

```json fixed and file=apiProperties.json
{ "properties": { "scriptOperations": [] } }
```

```text bad file=script.csx
public class Script : ScriptBase {}
```

```json bad and file=apiProperties.json
{ "properties": { "scriptOperations": "all" } }
```

```text fixed file=script.csx
public class Script : ScriptBase {}
```

```json fixed and file=apiProperties.json
{ "properties": { "scriptOperations": [] } }
```

```text good file=script.csx
public class Script : ScriptBase {}
```

```json good and file=apiProperties.json
{ "properties": { "scriptOperations": [] } }
```
"#,
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(object) = properties.properties() else { return };
    let there = cx.connector().is_some_and(|connector| connector.facts(Role::Script).found);
    if there && !object.get("scriptOperations").is_some_and(Node::is_array) {
        out.say_with(
            Place::properties("/properties/scriptOperations"),
            "The folder has a script, but this file does not say which operations it serves. Add \
             `scriptOperations` with their ids, or an empty list for all of them.",
            vec![Place::File(Role::Script)],
        );
    }
}
