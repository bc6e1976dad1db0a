//! A default of another type.

use super::fits;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static DEFAULT_TYPE_MISMATCH: Rule = Rule {
    id: "default-type-mismatch",
    official: &["DefaultValueMustMatchType"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Walked(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write the default as the type wants it, where nothing is lost",
        make: |cx, place| {
            let kind = fix::parent(cx, place)?.text("type")?;
            fix::set(place, fix::value::converted(fix::node(cx, place)?, &kind)?)
        },
    }),
    docs: "\
A default does not fit the type.

A number in quotes is a text, and `null` fits no type. Some published connectors have it, so this is a warning.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"default\": \"10\"}]}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"default\": 10}]}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"default\": 5}]}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"default\": \"5\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"number\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"default\": 5}]}}}}
```
",
};

fn check(_: &Context<'_>, object: Node<'_>, out: &mut Sink<'_>) {
    let Some(default) = object.get("default") else { return };
    let Some(kind) = object.text("type") else { return };
    if fits(default, &kind) == Some(false) {
        out.say(
            Place::node(Role::Definition, default),
            format!("{} does not fit the type {}.", quote(default.raw()), quote(&kind)),
        );
    }
}
