//! A connector that does not say who publishes it.

use crate::connector::properties::Properties;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::say_missing;

pub(crate) static PUBLISHER_MISSING: Rule = Rule {
    id: "publisher-missing",
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
        make: |cx, _| fix::answer::written(cx, "publisher.name"),
    }),
    docs: r#"The properties do not say who publishes the connector.

The name stands on the connector's page. Verified publishers give their company, independent ones
the full name of the person or the company, several joined by commas.

Set `publisher` under `properties`.

```json bad file=apiProperties.json
{ "properties": { "publisher": null } }
```

```json bad file=apiProperties.json
{ "properties": { "publisher": "  " } }
```

```json bad file=apiProperties.json
{ "properties": { "publisher": "" } }
```

```toml bad and
[publisher]
name = "Contoso Ltd"
```

```json fixed file=apiProperties.json
{ "properties": { "publisher": "Contoso Ltd" } }
```

```toml fixed and
[publisher]
name = "Contoso Ltd"
```

```json good file=apiProperties.json
{ "properties": { "publisher": "Contoso Ltd" } }
```
"#,
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(object) = properties.properties() else { return };
    if is_blank(object.text("publisher")) {
        say_missing(
            cx,
            out,
            Place::properties("/properties/publisher"),
            "publisher.name",
            "The properties do not say who publishes the connector.",
            "Set `publisher` under `properties`: your company, or your full name.",
        );
    }
}
