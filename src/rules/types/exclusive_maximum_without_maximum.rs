//! A limit said to be exclusive that is not there.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::types::remove;

pub(crate) static EXCLUSIVE_MAXIMUM_WITHOUT_MAXIMUM: Rule = Rule {
    id: "exclusive-maximum-without-maximum",
    official: &["ExclusiveMaximumRequiresMaximum"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Safe, says: "Take `exclusiveMaximum` out", make: remove }),
    docs: "\
`exclusiveMaximum` stands without `maximum`.

It only says whether the maximum itself is allowed. Write the `maximum` beside it, or take it out.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"exclusiveMaximum\": true}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\"}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"exclusiveMaximum\": false, \"minimum\": 1}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\", \"maximum\": 5, \"exclusiveMaximum\": true}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\"}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.has(Keyword::Maximum) {
        return;
    }
    let exclusive = site.get(Keyword::ExclusiveMaximum);
    if let Some(exclusive) = exclusive.filter(|node| node.as_bool().is_some()) {
        out.say(
            Place::node(Role::Definition, exclusive),
            "There is no `maximum` here that could be exclusive. Write it, or take `exclusiveMaximum` out.",
        );
    }
}
