//! An allowed value of another type.

use super::fits;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static ENUM_VALUE_TYPE_MISMATCH: Rule = Rule {
    id: "enum-value-type-mismatch",
    official: &["InvalidEnumValue"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Walked(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write the values as the type wants them, where nothing is lost",
        make: |cx, place| {
            let kind = fix::parent(cx, place)?.text("type")?;
            let odd = fix::node(cx, place)?.items().filter(|one| fits(*one, &kind) == Some(false));
            odd.map(|one| {
                Some(Mend::Set(Role::Definition, one.pointer(), fix::value::converted(one, &kind)?))
            })
            .collect()
        },
    }),
    docs: "\
A list of allowed values holds one of another type.

A number in quotes is a text. Some published connectors have it, so this is a warning.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"integer\", \"enum\": [1, \"2\"]}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"integer\", \"enum\": [1, 2]}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"integer\", \"enum\": [1.5]}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"integer\", \"enum\": [1, 2.0]}}}
```
",
};

fn check(_: &Context<'_>, object: Node<'_>, out: &mut Sink<'_>) {
    let Some(list) = object.get("enum").filter(|list| list.is_array()) else { return };
    let Some(kind) = object.text("type") else { return };
    if let Some(odd) = list.items().find(|element| fits(*element, &kind) == Some(false)) {
        out.say(
            Place::node(Role::Definition, list),
            format!("{} does not fit the type {}.", quote(odd.raw()), quote(&kind)),
        );
    }
}
