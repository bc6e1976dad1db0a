//! A field of the connection that has to be filled in came.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static CONNECTION_PARAMETER_ADDED: Rule = Rule {
    id: "connection-parameter-added",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Changes(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S8"],
    fix: None,
    docs: "\
The connection asks for something new that has to be filled in.

Connections that people made hold no value for it, and nobody asks them again. Reviewers stop an
update like this and ask for a written confirmation that nobody is hurt.

Make the new connection parameter optional (`constraints.required` `\"false\"`), or give it a
`default` that does what was done before.

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"region\": {\"type\": \"string\", \"uiDefinition\": {\"displayName\": \"Region\", \"description\": \"Where your data is.\", \"constraints\": {\"required\": \"true\"}}}}}}
```

```json good file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"region\": {\"type\": \"string\", \"uiDefinition\": {\"displayName\": \"Region\", \"description\": \"Where your data is.\", \"constraints\": {\"required\": \"false\"}}}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        if difference.kind != Kind::ConnectionParameterAdded {
            continue;
        }
        let text = format!(
            "The connection parameter {} is new and has to be filled in, and connections that exist \
             hold no value for it. Make it optional, or give it a `default`.",
            quote(&difference.subject)
        );
        out.say(Place::Member(difference.role, difference.pointer.clone()), text);
    }
}
