//! A parameter with a reserved name.

use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static PARAMETER_NAMED_CONNECTION_ID: Rule = Rule {
    id: "parameter-named-connection-id",
    official: &["ConnectionIdParameterNotAllowed"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A parameter is called `connectionId`.

The platform uses that name itself. Choose another one, and map it by a policy if the service insists.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"connectionId\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"connectionid\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}}}
```
",
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    if site.node.text("name").is_some_and(|name| name == "connectionId") {
        out.say(
            Place::member(Role::Definition, site.node, "name"),
            "`connectionId` is reserved by the platform. Choose another name.",
        );
    }
}
