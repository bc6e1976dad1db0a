//! A list of no filter functions.

use super::filter_functions;
use crate::connector::files::Role;
use crate::connector::sites::Site;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::types::remove;

pub(crate) static FILTER_FUNCTIONS_EMPTY: Rule = Rule {
    id: "filter-functions-empty",
    official: &["FilterFunctionsPropertyEmpty"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Safe, says: "Take the empty list out", make: remove }),
    docs: "\
A list of filter functions is empty.

`x-ms-capabilities.filterFunctions` says by which functions a column can be filtered. Where it is by none, take the list out.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"x-ms-capabilities\": {\"filterFunctions\": []}}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"x-ms-capabilities\": {}}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"x-ms-capabilities\": {\"filterFunctions\": [\"eq\"]}}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if let Some(list) = filter_functions(site).filter(|list| list.is_empty()) {
        out.say(
            Place::node(Role::Definition, list),
            "Name the functions by which this can be filtered, or take the empty list out.",
        );
    }
}
