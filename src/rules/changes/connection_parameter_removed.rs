//! A field of the connection is gone.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static CONNECTION_PARAMETER_REMOVED: Rule = Rule {
    id: "connection-parameter-removed",
    official: &["ConnectionParametersRemoved"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Changes(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S8"],
    fix: None,
    docs: "\
A field of the connection is gone.

Connections that people made hold a value for it and cannot be repaired. Reviewers stop an update like this and ask for a written confirmation that nobody is hurt.

Keep the connection parameter; make it optional (`constraints.required` `\"false\"`) where it is not needed any more.

```json bad published file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"region\": {\"type\": \"string\", \"uiDefinition\": {\"displayName\": \"Region\", \"description\": \"Where your data is.\"}}}}}
```

```json good file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"region\": {\"type\": \"string\", \"uiDefinition\": {\"displayName\": \"Region\", \"description\": \"Where your data is.\"}}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let place = || Place::Member(difference.role, difference.pointer.clone());
        let subject = quote(&difference.subject);
        if let Kind::ConnectionParameterRemoved = &difference.kind {
            out.say(place(), format!("The connection parameter {subject} of the published version is gone, and connections that hold it break. Keep it."));
        }
    }
}
