//! A tag that is described twice.

use super::elements;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::Mend;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::hash::HashSet;

pub(crate) static DUPLICATE_TAG: Rule = Rule {
    id: "duplicate-tag",
    official: &["TagRedefined"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Remove the later tag", make: mend }),
    docs: r#"Two tags at the top have the same name.

A tag is described once; a second description under the same name contradicts or repeats the first.

Remove one of them, or give it another name.

```json bad
{ "tags": [{ "name": "Invoices", "description": "Bills." }, { "name": "Invoices" }] }
```

```json fixed
{ "tags": [{ "name": "Invoices", "description": "Bills." }] }
```

```json good
{ "tags": [{ "name": "Invoices" }, { "name": "invoices" }] }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let mut seen = HashSet::default();
    for tag in elements(definition.root(), "tags") {
        if let Some(name) = tag.text("name")
            && !seen.insert(name.clone())
        {
            out.say(
                Place::member(Role::Definition, tag, "name"),
                format!(
                    "There is a tag “{}” before this one. Remove one of them, or rename it.",
                    quote(&name)
                ),
            );
        }
    }
}

fn mend(_: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let Place::Member(role, pointer) = place else { return None };
    Some(vec![Mend::Remove(*role, pointer.parent()?)])
}
