//! A display name for a value that is not allowed.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::rules::types::displayed;
use crate::source::json::equality::Values;

pub(crate) static ENUM_DISPLAY_VALUE_UNDECLARED: Rule = Rule {
    id: "enum-display-value-undeclared",
    official: &["InvalidEnumValuesExtensionValue"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
`x-ms-enum-values` names a value that `enum` does not allow.

Every `value` there must be one of the `enum`, of the same type and in the same spelling: `1` is not `\"1\"`. Add it to the `enum`, or take the entry out.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"enum\": [\"paid\", \"open\"], \"x-ms-enum-values\": [{\"value\": \"paid\", \"displayName\": \"Paid\"}, {\"value\": \"open\", \"displayName\": \"Open\"}, {\"value\": \"Paid\", \"displayName\": \"Settled\"}]}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"enum\": [1], \"x-ms-enum-values\": [{\"value\": \"1\", \"displayName\": \"One\"}]}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"enum\": [1], \"x-ms-enum-values\": [{\"value\": 1.0, \"displayName\": \"One\"}]}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"x-ms-enum-values\": [{\"value\": \"paid\", \"displayName\": \"Paid\"}, {\"value\": \"open\", \"displayName\": \"Open\"}]}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if !site.has(Keyword::EnumValues) {
        return;
    }
    let Some(list) = site.get(Keyword::Enum).filter(|list| list.is_array()) else { return };
    let allowed: Values<'_> = list.items().collect();
    for value in displayed(site).filter_map(|entry| entry.get("value")) {
        if !allowed.contains(value) {
            out.say_with(
                Place::node(Role::Definition, value),
                format!(
                    "{} is not in the `enum` beside it. Add it there, or take the entry out.",
                    quote(value.raw())
                ),
                vec![Place::node(Role::Definition, list)],
            );
        }
    }
}
