//! Another version of `OpenAPI` than 2.0.

use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

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
    docs: "\
The definition is not OpenAPI 2.0.

Only that version is accepted, written as the text `\"2.0\"`. Convert a newer one first; the maker portal imports it too.

```json bad
{\"swagger\": 2.0}
```

```json bad
{\"swagger\": null, \"openapi\": \"3.0.0\"}
```

```json good
{\"swagger\": \"2.0\"}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if definition.root().text("swagger").as_deref() != Some("2.0") {
        out.say(
            Place::definition("/swagger"),
            "Only OpenAPI 2.0 is accepted: write \"swagger\": \"2.0\", and convert a newer definition.",
        );
    }
}
