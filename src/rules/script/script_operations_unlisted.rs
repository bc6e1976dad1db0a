//! A script whose operations are not listed.

use super::script_operations;
use crate::connector::files::Role;
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

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
    docs: "\
There is a script, but no list of the operations it serves.

List their ids in `scriptOperations`; an empty list means all of them.

```files bad
text script.csx public class Script : ScriptBase { }
```

```json good file=apiProperties.json
{\"properties\": {\"scriptOperations\": []}}
```

```files good and
text script.csx public class Script : ScriptBase { }
```
",
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let found = cx.connector().is_some_and(|connector| connector.facts(Role::Script).found);
    if properties.properties().is_some() && found && script_operations(properties).is_none() {
        out.say(
            Place::properties("/properties/scriptOperations"),
            "script.csx is there, but no operation is listed for it. List the ids, or an empty \
             list for all.",
        );
    }
}
