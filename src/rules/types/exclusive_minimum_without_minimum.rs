//! A limit said to be exclusive that is not there.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::types::remove;

pub(crate) static EXCLUSIVE_MINIMUM_WITHOUT_MINIMUM: Rule = Rule {
    id: "exclusive-minimum-without-minimum",
    official: &["ExclusiveMinimumRequiresMinimum"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Safe, says: "Take `exclusiveMinimum` out", make: remove }),
    docs: "\
`exclusiveMinimum` stands without `minimum`.

It only says whether the minimum itself is allowed. Write the `minimum` beside it, or take it out.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"exclusiveMinimum\": true}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\"}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"exclusiveMinimum\": false, \"maximum\": 1}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"minimum\": 5, \"exclusiveMinimum\": true}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\"}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.has(Keyword::Minimum) {
        return;
    }
    let exclusive = site.get(Keyword::ExclusiveMinimum);
    if let Some(exclusive) = exclusive.filter(|node| node.as_bool().is_some()) {
        out.say(
            Place::node(Role::Definition, exclusive),
            "There is no `minimum` here that could be exclusive. Write it, or take `exclusiveMinimum` out.",
        );
    }
}
