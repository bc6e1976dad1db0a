//! Two paths that differ only by case.

use super::paths;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::hash::HashMap;
use std::collections::hash_map::Entry;

pub(crate) static PATH_DIFFERS_ONLY_BY_CASE: Rule = Rule {
    id: "path-differs-only-by-case",
    official: &["PathRedefined"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
Two paths differ only by upper and lower case.

Most servers take them as the same, and so does the validator. Keep one of them.

```json bad
{\"paths\": {\"/Invoices\": {}}}
```

```json good
{\"paths\": {\"/invoices/all\": {}}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let mut sorted: Vec<_> =
        paths(definition).map(|path| (path.key().unwrap_or_default(), path)).collect();
    // Of each group all but the first in code-point order are told.
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    let mut first: HashMap<String, String> = HashMap::default();
    for (key, path) in sorted {
        match first.entry(key.to_ascii_lowercase()) {
            Entry::Vacant(free) => {
                free.insert(key.into_owned());
            }
            Entry::Occupied(taken) => out.say(
                Place::Key(Role::Definition, path.pointer()),
                format!(
                    "“{}” differs from “{}” only by case. Keep one.",
                    quote(&key),
                    quote(taken.get())
                ),
            ),
        }
    }
}
