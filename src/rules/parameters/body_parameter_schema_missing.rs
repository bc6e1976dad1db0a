//! A body without a schema.

use super::name;
use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static BODY_PARAMETER_SCHEMA_MISSING: Rule = Rule {
    id: "body-parameter-schema-missing",
    official: &["BodyParameterSchemaRequired"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A body parameter has no schema.

Without one people do not know what to send.

```json bad
{\"paths\": {\"/more\": {\"post\": {\"operationId\": \"More\", \"summary\": \"More\", \"description\": \"Does more.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"body\", \"in\": \"body\"}]}}}}
```

```json good
{\"paths\": {\"/more\": {\"post\": {\"operationId\": \"More\", \"summary\": \"More\", \"description\": \"Does more.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"string\"}}]}}}}
```
",
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    if site.is_in("body") && site.node.get("schema").is_none() {
        out.say(
            Place::member(Role::Definition, site.node, "schema"),
            format!("The body {} has no schema. Describe what is sent.", name(site)),
        );
    }
}
