//! Script operations without a script.

use super::script_operations;
use crate::connector::files::Role;
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

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
    docs: "\
`scriptOperations` is there, but no `script.csx`.

Add the script, or take the list out.

```json bad file=apiProperties.json
{\"properties\": {\"scriptOperations\": []}}
```

```json good file=apiProperties.json
{\"properties\": {\"scriptOperations\": []}}
```

```files good and
text SCRIPT.CSX public class Script : ScriptBase { }
```
",
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let found = cx.connector().is_some_and(|connector| connector.facts(Role::Script).found);
    if script_operations(properties).is_some() && !found {
        out.say(
            Place::properties("/properties/scriptOperations"),
            "Operations are listed for a script, but there is no script.csx beside this file.",
        );
    }
}
