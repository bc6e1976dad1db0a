//! A path that carries a query.

use super::paths;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static PATH_QUERY_OR_FRAGMENT: Rule = Rule {
    id: "path-query-or-fragment",
    official: &["OperationPathMayNotContainQueryOrFragment"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A path contains a `?` or a `#`.

What stands behind these is no path. Make each value of a query a parameter with `\"in\": \"query\"`.

```json bad
{\"paths\": {\"/customers?all=1\": {}}}
```

```json bad
{\"paths\": {\"/customers#top\": {}}}
```

```json good
{\"paths\": {\"/customers\": {}}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for path in paths(definition) {
        let key = path.key().unwrap_or_default();
        if key.contains(['?', '#']) {
            out.say(
                Place::Key(Role::Definition, path.pointer()),
                format!(
                    "The path “{}” carries a query. Make its values parameters in the query.",
                    quote(&key)
                ),
            );
        }
    }
}
