//! A visibility that does not exist.

use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static VISIBILITY_UNKNOWN: Rule = Rule {
    id: "visibility-unknown",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Walked(check)],
    quiet_when: &[],
    since: None,
    cites: &["S10"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write the visibility in small letters",
        make: |cx, place| {
            fix::rewrite(cx, place, |text| fix::text::but_for_case(text, &KNOWN).map(str::to_owned))
        },
    }),
    docs: "\
`x-ms-visibility` has a value that does not exist.

It is `important`, `advanced` or `internal`, in lower case, or empty.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-visibility\": \"Advanced\"}]}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-visibility\": \"advanced\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-visibility\": \"important\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-visibility\": \"\"}]}}}}
```
",
};

const KNOWN: [&str; 4] = ["important", "advanced", "internal", ""];

fn check(_: &Context<'_>, object: Node<'_>, out: &mut Sink<'_>) {
    let Some(value) = object.get("x-ms-visibility") else { return };
    if !value.as_str().is_some_and(|text| KNOWN.contains(&&*text)) {
        out.say(
            Place::node(Role::Definition, value),
            format!(
                "{} is no visibility: important, advanced, internal or none.",
                quote(value.raw())
            ),
        );
    }
}
