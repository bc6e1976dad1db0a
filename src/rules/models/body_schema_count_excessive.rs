//! A schema of too many parts.

use crate::connector::files::Role;
use crate::connector::sites::{Site, Stand};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static BODY_SCHEMA_COUNT_EXCESSIVE: Rule = Rule {
    id: "body-schema-count-excessive",
    official: &["BodySchemaCountExceedsMaxAllowed"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A schema has more than 512 parts.

Every property, element and definition below it counts, references followed, each definition once. The validator's own message gave the limit of 512, and called a breach critical. Leave out what makers do not need, or describe rarely used parts as plain objects.

```json bad also=operation-schema-count-excessive
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": null}}}}
```
```files bad and
parts apiDefinition.swagger.json 513
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": null}}}}
```
```files good and
parts apiDefinition.swagger.json 512
```
",
};

fn check(cx: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.is_reference() || site.stand() == Stand::Nested {
        return;
    }
    let Some(definition) = cx.definition() else { return };
    if definition.schema_count(site.node) > MOST {
        out.say(
            Place::node(Role::Definition, site.node),
            format!(
                "This schema has more than {MOST} parts, references followed. Leave out what \
                 makers do not need."
            ),
        );
    }
}

/// From an error text of the validator.
const MOST: u32 = 512;
