//! One value with two display names.

use crate::connector::files::Role;
use crate::connector::sites::Site;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::rules::types::displayed;
use crate::source::json::equality::Values;

pub(crate) static DUPLICATE_ENUM_DISPLAY_VALUE: Rule = Rule {
    id: "duplicate-enum-display-value",
    official: &["DuplicateEnumValuesInExtension"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Take the later entry out", make: drop_entry }),
    docs: "\
Two entries of `x-ms-enum-values` are about the same value.

Makers would see it twice, under two names. Take one of them out.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"enum\": [\"paid\", \"open\"], \"x-ms-enum-values\": [{\"value\": \"paid\", \"displayName\": \"Paid\"}, {\"value\": \"open\", \"displayName\": \"Open\"}, {\"value\": \"paid\", \"displayName\": \"Settled\"}]}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"enum\": [\"paid\", \"open\"], \"x-ms-enum-values\": [{\"value\": \"paid\", \"displayName\": \"Paid\"}, {\"value\": \"open\", \"displayName\": \"Open\"}]}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"enum\": [\"paid\", \"open\"], \"x-ms-enum-values\": [{\"value\": \"paid\", \"displayName\": \"Paid\"}, {\"value\": \"open\", \"displayName\": \"Open\"}]}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    let mut seen = Values::default();
    for value in displayed(site).filter_map(|entry| entry.get("value")) {
        if !seen.insert(value) {
            out.say(
                Place::node(Role::Definition, value),
                format!("{} has a display name already. Keep one of them.", quote(value.raw())),
            );
        }
    }
}

/// Takes the whole entry out.
fn drop_entry(_: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let Place::Member(role, pointer) = place else { return None };
    Some(vec![Mend::Remove(*role, pointer.parent()?)])
}
