//! A description of a parameter without a full stop.

use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::operations::is_unfinished;

pub(crate) static PARAMETER_DESCRIPTION_NO_FULL_STOP: Rule = Rule {
    id: "parameter-description-no-full-stop",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "End it with a full stop",
        make: |cx, place| fix::rewrite(cx, place, fix::text::with_full_stop),
    }),
    docs: "\
The description of a parameter does not end like a sentence.

The paper asks for a full stop; most published connectors lack it somewhere.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only these\"}]}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only these.\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Which ones? \"}]}}}}
```
",
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    let unfinished = site.node.text("description").is_some_and(|text| is_unfinished(&text));
    if unfinished && !site.is_in("body") {
        out.say(
            Place::member(Role::Definition, site.node, "description"),
            "End the description with a full stop.",
        );
    }
}
