//! A definition that requires itself.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static REQUIRED_PROPERTY_LOOP: Rule = Rule {
    id: "required-property-loop",
    official: &["RequiredLoopInSchemaNotAllowed"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A definition requires itself.

Following only required properties and `allOf` one comes back to where one began, so no value could ever be complete. Make one property on the way optional.

```json bad
{\"definitions\": {\"Order\": {\"type\": \"object\", \"required\": [\"customer\"], \"properties\": {\"customer\": {\"$ref\": \"#/definitions/Customer\"}}}, \"Customer\": {\"type\": \"object\", \"required\": [\"last\"], \"properties\": {\"last\": {\"$ref\": \"#/definitions/Order\"}}}}}
```

```json bad also=definition-unused
{\"definitions\": {\"Node\": {\"type\": \"object\", \"required\": [\"next\"], \"properties\": {\"next\": {\"$ref\": \"#/definitions/Node\"}}}}}
```

```json good
{\"definitions\": {\"Order\": {\"type\": \"object\", \"required\": [\"customer\"], \"properties\": {\"customer\": {\"$ref\": \"#/definitions/Customer\"}}}, \"Customer\": {\"type\": \"object\", \"properties\": {\"last\": {\"$ref\": \"#/definitions/Order\"}}}}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for id in definition.looping() {
        let node = definition.node(*id);
        let name = node.key().unwrap_or_default();
        out.say(
            Place::node(Role::Definition, node),
            format!(
                "“{}” requires itself, directly or through other definitions. Make one property \
                 on the way optional.",
                quote(&name)
            ),
        );
    }
}
