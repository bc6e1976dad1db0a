//! A schema that goes too deep.

use crate::connector::files::Role;
use crate::connector::sites::{Site, Stand};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static SCHEMA_TOO_DEEP: Rule = Rule {
    id: "schema-too-deep",
    official: &["SchemaTooDeep"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A schema goes more than 15 levels deep.

The schema itself is the first level, its properties and elements are the next, references followed. Microsoft does not print the limit of the validator; 15 is the deepest among the published connectors. Makers get lost long before: return a flatter answer, or describe the depths as plain objects.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}}}}}}}}}}}}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}}}}}}}}}}}}}}}}}}
```
",
};

fn check(cx: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.is_reference() || site.stand() == Stand::Nested {
        return;
    }
    let Some(definition) = cx.definition() else { return };
    if definition.schema_depth(site.node) > DEEPEST {
        out.say(
            Place::node(Role::Definition, site.node),
            format!(
                "This schema goes more than {DEEPEST} levels deep. The limit is not printed, but \
                 no published connector goes deeper."
            ),
        );
    }
}

/// The deepest of the published connectors.
const DEEPEST: u32 = 15;
