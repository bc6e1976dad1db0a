//! A reference that leads nowhere.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static REFERENCE_BROKEN: Rule = Rule {
    id: "reference-broken",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[
        "schema-reference-unknown",
        "schema-reference-malformed",
        "parameter-reference-unknown",
        "parameter-reference-malformed",
        "response-reference-unknown",
        "response-reference-malformed",
        "json-pointer-malformed",
    ],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A `$ref` leads nowhere.

It points to a definition that was renamed or never written. Names count to the letter.

References of schemas, parameters and responses have rules of their own; this one is about all others.

```json bad
{\"x-contoso\": {\"$ref\": \"#/x-other\"}}
```

```json bad
{\"x-contoso\": {\"$ref\": \"connection.json\"}}
```

```json good
{\"x-contoso\": {\"$ref\": \"#/info/contact\"}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"string\"}}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for reference in definition.index().references() {
        if reference.target.is_none() {
            let node = definition.node(reference.node);
            out.say(
                Place::node(Role::Definition, node),
                format!("{} leads nowhere.", quote(node.raw())),
            );
        }
    }
}
