//! An operation of too many schemas.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static OPERATION_SCHEMA_COUNT_EXCESSIVE: Rule = Rule {
    id: "operation-schema-count-excessive",
    official: &["OperationSchemaCountExceedsMaxAllowed"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
An operation has more than 512 schemas.

Its parameters count as one each, its bodies and responses with everything below them, references followed, each definition once. Microsoft does not print the limit of the validator; its FAQ for connectors speaks of 16,384. The largest operation of a published connector has 509, so beyond 512 you are where nobody has been.

```files bad
parts apiDefinition.swagger.json 512
```

```files good
parts apiDefinition.swagger.json 511
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let count = |schema: Option<Node<'_>>| {
        let schema = schema.filter(|schema| schema.is_object());
        schema.map(|schema| definition.schema_count(schema))
    };
    let responses: u32 =
        definition.responses(operation).filter_map(|response| count(response.schema())).sum();
    let parameters = definition.effective_parameters(operation);
    let parameters: u32 =
        parameters.iter().map(|parameter| count(parameter.node.get("schema")).unwrap_or(1)).sum();
    if responses.saturating_add(parameters) > MOST {
        out.say(
            Place::node(Role::Definition, operation.node),
            format!(
                "This operation has more than {MOST} schemas. The limit is not printed, but no \
                 published connector has more than 509 in one operation."
            ),
        );
    }
}

/// Just above the largest of the published connectors.
const MOST: u32 = 512;
