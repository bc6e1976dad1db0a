//! A definition that is not `OpenAPI` 2.0.

use crate::connector::definition::Definition;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static SPECIFICATION_VERSION_WRONG: Rule = Rule {
    id: "specification-version-wrong",
    official: &["SpecificationVersionIncorrect", "5000.2.6.3"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S10"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write the number 2.0 as text",
        make: |cx, place| {
            fix::set(place, "2.0")
                .filter(|_| fix::node(cx, place).is_some_and(|node| node.as_f64() == Some(2.0)))
        },
    }),
    docs: r#"The definition does not say that it is OpenAPI 2.0.

Connectors are described in OpenAPI 2.0, once called Swagger. Version 3 is not accepted, and
neither is a version that is written as a number.

Write `"swagger": "2.0"`, with the quotes. A definition in OpenAPI 3 has to be converted first;
changing the number alone does not make it a valid one.

```json bad
{"swagger": 2.0}
```

```json fixed
{"swagger": "2.0"}
```

```json bad
{"swagger": null, "openapi": "3.0.1"}
```

```json bad
{"swagger": "2.0.0"}
```

```json good
{"swagger": "2.0"}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let found = definition.root().get("swagger");
    if found.and_then(Node::as_str).is_some_and(|version| version == "2.0") {
        return;
    }
    let wrong = found.map_or_else(
        || "The version of the format is missing".to_owned(),
        |node| format!("The version of the format is {}", quote(node.raw())),
    );
    out.say(
        Place::definition("/swagger"),
        format!("{wrong}; only OpenAPI 2.0 is accepted. Write \"swagger\": \"2.0\"."),
    );
}
