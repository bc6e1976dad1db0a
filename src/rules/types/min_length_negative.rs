//! A count below zero.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::types::remove;

pub(crate) static MIN_LENGTH_NEGATIVE: Rule = Rule {
    id: "min-length-negative",
    official: &["MinLengthMustBeGreaterThanOrEqualToZero"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Take `minLength` out", make: remove }),
    docs: "\
`minLength` is below zero.

No text has fewer than no characters. Write the number you mean, or take the limit out.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"minLength\": -1}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\"}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"minLength\": 0}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.number(Keyword::MinLength).is_some_and(|number| number < 0.0) {
        out.say(
            Place::member(Role::Definition, site.node, "minLength"),
            "No text has fewer than no characters. Make `minLength` zero or more, or take it out.",
        );
    }
}
