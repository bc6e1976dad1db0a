//! A step of nothing, or backwards.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::types::remove;

pub(crate) static MULTIPLE_OF_NOT_POSITIVE: Rule = Rule {
    id: "multiple-of-not-positive",
    official: &["MultipleOfMustBeGreaterThanZero"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Take `multipleOf` out", make: remove }),
    docs: "\
`multipleOf` is zero or less.

It is the step between allowed numbers: 0.01 for money, 5 for prices in fives. Take it out where any number is allowed.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"number\", \"multipleOf\": 0}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"number\"}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"number\", \"multipleOf\": -0.01}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"number\", \"multipleOf\": 0.01}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.number(Keyword::MultipleOf).is_some_and(|number| number <= 0.0) {
        out.say(
            Place::member(Role::Definition, site.node, "multipleOf"),
            "The step between numbers must be above zero. Correct `multipleOf`, or take it out.",
        );
    }
}
