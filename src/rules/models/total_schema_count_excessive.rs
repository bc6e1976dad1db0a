//! A definition of too many schemas.

use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static TOTAL_SCHEMA_COUNT_EXCESSIVE: Rule = Rule {
    id: "total-schema-count-excessive",
    official: &["TotalSchemaCountExceedsMaxAllowed"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
The definition has more than 5,902 schemas in all.

Every schema that is written counts, references not followed. Microsoft does not print the limit of the validator; 5,902 is the largest number among the published connectors. Share what is written several times as a definition, and leave out operations that nobody needs.

```files bad also=definition-unused
schemas apiDefinition.swagger.json 5903
```

```files good
parts apiDefinition.swagger.json 511
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let count = definition.schema_sites().len();
    if count > MOST {
        out.say(
            Place::definition(""),
            format!(
                "The definition has {count} schemas. The limit is not printed, but no published \
                 connector has more than {MOST}."
            ),
        );
    }
}

/// The most of the published connectors.
const MOST: usize = 5902;
