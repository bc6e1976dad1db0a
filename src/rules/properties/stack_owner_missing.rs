//! A connector that does not say whose service it speaks to.

use crate::connector::properties::Properties;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::say_missing;

pub(crate) static STACK_OWNER_MISSING: Rule = Rule {
    id: "stack-owner-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write your answer into the file",
        make: |cx, _| fix::answer::written(cx, "ownership.stack_owner"),
    }),
    docs: r#"The properties do not say who owns the service behind the connector.

It shows whether the publisher and the owner are the same. Verified publishers mostly give
their own name again; for independent ones it is somebody else.

Set `stackOwner` under `properties`, with the capital O.

```json bad file=apiProperties.json
{ "properties": { "stackOwner": null } }
```

In other capitals it is not seen:

```json bad file=apiProperties.json
{ "properties": { "stackOwner": null, "stackowner": "Contoso Ltd" } }
```

```json bad file=apiProperties.json
{ "properties": { "stackOwner": "" } }
```

```toml bad and
[ownership]
stack_owner = "Contoso Ltd"
```

```json fixed file=apiProperties.json
{ "properties": { "stackOwner": "Contoso Ltd" } }
```

```toml fixed and
[ownership]
stack_owner = "Contoso Ltd"
```

```json good file=apiProperties.json
{ "properties": { "stackOwner": "Contoso Ltd" } }
```
"#,
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(object) = properties.properties() else { return };
    if is_blank(object.text("stackOwner")) {
        say_missing(
            cx,
            out,
            Place::properties("/properties/stackOwner"),
            "ownership.stack_owner",
            "The properties do not say who owns the service.",
            "Set `stackOwner` under `properties` to the company behind the API.",
        );
    }
}
