//! A security requirement names what is not defined.

use crate::connector::definition::Definition;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static SECURITY_REQUIREMENT_UNDEFINED: Rule = Rule {
    id: "security-requirement-undefined",
    official: &["SecurityRequirementMustBeDefined"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Operation(check_operation)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    docs: "\
A security requirement names a security definition that does not exist.

Names left over from a rename are the usual cause. Define it under `securityDefinitions`, or take the name out.

```json bad
{\"security\": [{\"api_key\": []}, {\"old_key\": []}]}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"security\": [{\"Api_Key\": []}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"security\": [{\"api_key\": []}, {}]}}}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    judge(definition, definition.root(), out);
}

fn check_operation(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    if let Some(definition) = cx.definition() {
        judge(definition, operation.node, out);
    }
}

fn judge(definition: &Definition, holder: Node<'_>, out: &mut Sink<'_>) {
    let known = definition.security_definitions();
    for (name, node) in holder
        .get("security")
        .into_iter()
        .flat_map(Node::items)
        .filter(|requirement| requirement.is_object())
        .flat_map(Node::members)
    {
        if known.and_then(|known| known.get(&name)).is_none() {
            out.say(
                Place::node(Role::Definition, node),
                format!(
                    "No security definition is called `{}`. Define it, or take it out.",
                    quote(&name)
                ),
            );
        }
    }
}
