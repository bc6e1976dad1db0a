//! A lower limit above the upper one.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::rules::types::crossed;

pub(crate) static MIN_LENGTH_ABOVE_MAX_LENGTH: Rule = Rule {
    id: "min-length-above-max-length",
    official: &["MinLengthShouldBeLessThanOrEqualToMaxLength"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
`minLength` is greater than `maxLength`.

No value lies between them, so nothing could ever be right. Often the two were swapped.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"minLength\": 6, \"maxLength\": 5}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"minLength\": 5, \"maxLength\": 5}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"minLength\": 6}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if let Some((low, high)) = crossed(site, Keyword::MinLength, Keyword::MaxLength) {
        out.say_with(
            Place::node(Role::Definition, low),
            format!(
                "`minLength` is {}, but `maxLength` is only {}: no value fits. Correct one of them.",
                quote(low.raw()),
                quote(high.raw())
            ),
            vec![Place::node(Role::Definition, high)],
        );
    }
}
