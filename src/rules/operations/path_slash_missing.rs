//! A path without a slash at its start.

use super::paths;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static PATH_SLASH_MISSING: Rule = Rule {
    id: "path-slash-missing",
    official: &["OperationPathMustStartWithSlash"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Put a slash before the path",
        make: |cx, place| fix::rename(place, format!("/{}", fix::node(cx, place)?.key()?)),
    }),
    docs: "\
A path does not start with a slash.

The path is put behind the base path, so it has to begin with one.

```json bad
{\"paths\": {\"customers\": {}}}
```

```json fixed
{\"paths\": {\"/customers\": {}}}
```

```json good
{\"paths\": {\"/\": {}, \"x-note\": {}}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for path in paths(definition) {
        let key = path.key().unwrap_or_default();
        if !key.starts_with('/') {
            out.say(
                Place::Key(Role::Definition, path.pointer()),
                format!("The path “{}” has to start with a slash.", quote(&key)),
            );
        }
    }
}
