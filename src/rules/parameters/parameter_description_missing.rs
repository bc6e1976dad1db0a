//! A parameter has no description.

use super::{is_shown, name};
use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static PARAMETER_DESCRIPTION_MISSING: Rule = Rule {
    id: "parameter-description-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: None,
    docs: "\
A parameter has no description.

Say what to fill in, and where people find it. Internal parameters need none, and those in the body neither.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\"}]}}}}
```

```json bad
{\"parameters\": {\"shared\": {\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \" \"}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"x-ms-visibility\": \"internal\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-visibility\": \"internal\", \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\"}]}}}}
```
",
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    if is_shown(site) && terms::is_blank(site.node.text("description")) {
        out.say(
            Place::member(Role::Definition, site.node, "description"),
            format!("The parameter {} has no description.", name(site)),
        );
    }
}
