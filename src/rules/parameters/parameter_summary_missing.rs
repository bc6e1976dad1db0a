//! A parameter has no display name.

use super::{is_shown, name};
use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static PARAMETER_SUMMARY_MISSING: Rule = Rule {
    id: "parameter-summary-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Derive the display name from the name",
        make: |cx, place| {
            let name = fix::parent(cx, place)?.text("name")?;
            fix::set(place, fix::text::display_name(&name)?)
        },
    }),
    docs: "\
A parameter has no display name.

People see the display name when they fill it in. This is the longest list of errors most publishers get. Internal parameters need none, and those in the body neither.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"description\": \"Only invoices with this status.\"}]}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"description\": \"Only invoices with this status.\", \"x-ms-summary\": \"Status\"}]}}}}
```

```json bad
{\"parameters\": {\"shared\": {\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \" \", \"description\": \"Only invoices with this status.\"}}}
```

```json fixed
{\"parameters\": {\"shared\": {\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"description\": \"Only invoices with this status.\", \"x-ms-visibility\": \"internal\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-visibility\": \"internal\", \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"description\": \"Only invoices with this status.\"}]}}}}
```
",
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    if is_shown(site) && terms::is_blank(site.node.text("x-ms-summary")) {
        out.say(
            Place::member(Role::Definition, site.node, "x-ms-summary"),
            format!("The parameter {} has no display name (`x-ms-summary`).", name(site)),
        );
    }
}
