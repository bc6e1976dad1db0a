//! A discriminator that tells nothing.

use super::required;
use crate::connector::files::Role;
use crate::connector::schemas::stands_for;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static DISCRIMINATOR_NOT_REQUIRED_STRING: Rule = Rule {
    id: "discriminator-not-required-string",
    official: &["DiscriminatorMustBeARequiredStringProperty"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
The `discriminator` names no required property of type string.

It is the property whose text tells which kind of object this is, so every object must have it. Define it as a string and add it to `required` of the same schema.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"discriminator\": \"kind\", \"properties\": {\"kind\": {\"type\": \"string\"}}}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"discriminator\": \"kind\", \"required\": [\"kind\"], \"properties\": {\"kind\": {\"type\": \"integer\"}}}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"discriminator\": \"sort\", \"required\": [\"kind\"], \"properties\": {\"kind\": {\"type\": \"string\"}}}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"discriminator\": \"kind\", \"required\": [\"kind\"], \"properties\": {\"kind\": {\"type\": \"string\"}}}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"discriminator\": \"kind\", \"required\": [\"kind\"], \"properties\": {\"kind\": {\"$ref\": \"#/definitions/Kind\"}}}}}}}}}, \"definitions\": {\"Kind\": {\"type\": \"string\"}}}
```
",
};

fn check(cx: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.is_reference() {
        return;
    }
    let Some(written) = site.get(Keyword::Discriminator) else { return };
    let Some(name) = written.as_str() else { return };
    let Some(definition) = cx.definition() else { return };
    let property = site.get(Keyword::Properties).and_then(|map| map.get(&name));
    let property = property.and_then(|property| stands_for(definition.root(), property));
    let is_string =
        property.and_then(|property| property.text("type")).is_some_and(|kind| kind == "string");
    let wrong = if property.is_none() {
        "is not defined under `properties`"
    } else if !is_string {
        "is not of type string"
    } else if required(site).all(|required| required != name) {
        "is not in `required` of the same schema"
    } else {
        return;
    };
    out.say(
        Place::node(Role::Definition, written),
        format!("The discriminator “{}” {wrong}.", quote(&name)),
    );
}
