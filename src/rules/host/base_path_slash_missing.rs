//! A base path that does not begin with a slash.

use crate::connector::definition::Definition;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static BASE_PATH_SLASH_MISSING: Rule = Rule {
    id: "base-path-slash-missing",
    official: &["BasePathNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5", "S10"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Put a slash before the base path",
        make: |cx, place| fix::rewrite(cx, place, |path| Some(format!("/{path}"))),
    }),
    docs: r#"The base path does not begin with a slash.

The base path stands between the host and the path of each operation, and begins with a slash.

Put a slash before it, or leave `basePath` out if there is none.

```json bad
{"basePath": "v1"}
```

```json fixed
{"basePath": "/v1"}
```

```json bad
{"basePath": ""}
```

```json fixed
{"basePath": "/"}
```

```json bad
{"basePath": ["/v1"]}
```

```json good
{"basePath": "/"}
```

```json good
{"basePath": null}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(found) = definition.root().get("basePath") else { return };
    if !found.as_str().is_some_and(|path| path.starts_with('/')) {
        out.say(
            Place::definition("/basePath"),
            format!(
                "The base path {} does not begin with a slash. Put one before it, or leave \
                 basePath out.",
                quote(found.raw())
            ),
        );
    }
}
