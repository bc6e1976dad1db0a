//! A display name of more than 80 characters.

use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static PARAMETER_SUMMARY_TOO_LONG: Rule = Rule {
    id: "parameter-summary-too-long",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S7"],
    fix: None,
    docs: "\
The display name of a parameter has more than 80 characters.

It stands beside a field. What is longer belongs into the description.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\", \"description\": \"Only invoices with this status.\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\", \"description\": \"Only invoices with this status.\"}]}}}}
```
",
};

const MOST: usize = 80;

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    let Some(summary) = site.node.text("x-ms-summary") else { return };
    let length = terms::length(&summary);
    if length > MOST && !terms::is_blank(Some(&summary)) {
        out.say(
            Place::member(Role::Definition, site.node, "x-ms-summary"),
            format!("The display name has {length} characters; {MOST} at most."),
        );
    }
}
