//! A filter function named twice.

use super::filter_functions;
use crate::connector::files::Role;
use crate::connector::sites::Site;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::Node;
use crate::source::json::equality::Values;
use crate::source::pointer::resolve;

pub(crate) static FILTER_FUNCTIONS_DUPLICATE: Rule = Rule {
    id: "filter-functions-duplicate",
    official: &["FilterFunctionsPropertyHasDuplicates"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Safe, says: "Keep each function once", make: keep_first }),
    docs: "\
A list of filter functions names one of them twice.

Keep each function in `x-ms-capabilities.filterFunctions` once.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"x-ms-capabilities\": {\"filterFunctions\": [\"eq\", \"ne\", \"eq\"]}}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"x-ms-capabilities\": {\"filterFunctions\": [\"eq\", \"ne\"]}}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"x-ms-capabilities\": {\"filterFunctions\": [\"eq\", \"ne\"]}}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    let Some(list) = filter_functions(site) else { return };
    let mut seen = Values::default();
    if let Some(repeated) = list.items().find(|function| !seen.insert(*function)) {
        out.say(
            Place::node(Role::Definition, list),
            format!("{} is named twice. Keep it once.", quote(repeated.raw())),
        );
    }
}

/// Every function at its first place.
fn keep_first(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let Place::Member(role, pointer) = place else { return None };
    let list = resolve(cx.definition()?.root(), pointer)?;
    let mut seen = Values::default();
    let kept: Vec<_> =
        list.items().filter(|function| seen.insert(*function)).map(Node::to_value).collect();
    Some(vec![Mend::Set(*role, pointer.clone(), kept.into())])
}
