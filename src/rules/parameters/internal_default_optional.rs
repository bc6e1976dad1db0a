//! An internal parameter with a default that is not required.

use super::name;
use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::source::json::Node;

pub(crate) static INTERNAL_DEFAULT_OPTIONAL: Rule = Rule {
    id: "internal-default-optional",
    official: &["InternalPropertyWithDefaultOptional"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Make the parameter required",
        make: |_, place| {
            let (role, pointer) = place.pointer()?;
            fix::set(&Place::Member(role, pointer.child("required")), true)
        },
    }),
    docs: "\
An internal parameter has a default and is not required.

Nobody can fill it in, and an optional default is not sent. Set `required` to true.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-visibility\": \"internal\", \"default\": \"x\"}]}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-visibility\": \"internal\", \"default\": \"x\", \"required\": true}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-visibility\": \"internal\", \"default\": \"x\", \"required\": true}]}}}}
```
",
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    let node = site.node;
    let internal = node.text("x-ms-visibility").is_some_and(|value| value == "internal");
    let required = node.get("required").and_then(Node::as_bool) == Some(true);
    if internal && node.get("default").is_some() && !required && !site.is_in("body") {
        out.say(
            Place::node(Role::Definition, node),
            format!(
                "{} is internal with a default: make it required, or it is not sent.",
                name(site)
            ),
        );
    }
}
