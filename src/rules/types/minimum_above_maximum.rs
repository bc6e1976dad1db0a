//! A lower limit above the upper one.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::rules::types::crossed;

pub(crate) static MINIMUM_ABOVE_MAXIMUM: Rule = Rule {
    id: "minimum-above-maximum",
    official: &["MinimumShouldBeLessThanOrEqualToMaximum"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
`minimum` is greater than `maximum`.

No value lies between them, so nothing could ever be right. Often the two were swapped.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"minimum\": 6, \"maximum\": 5}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"minimum\": 5, \"maximum\": 5}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"minimum\": 6}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if let Some((low, high)) = crossed(site, Keyword::Minimum, Keyword::Maximum) {
        out.say_with(
            Place::node(Role::Definition, low),
            format!(
                "`minimum` is {}, but `maximum` is only {}: no value fits. Correct one of them.",
                quote(low.raw()),
                quote(high.raw())
            ),
            vec![Place::node(Role::Definition, high)],
        );
    }
}
