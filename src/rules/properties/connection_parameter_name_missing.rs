//! A connection parameter that people see without a name.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::connector::terms::is_blank;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static CONNECTION_PARAMETER_NAME_MISSING: Rule = Rule {
    id: "connection-parameter-name-missing",
    official: &["5000.2.6.9"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::ConnectionParameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Derive the display name from the name",
        make: |cx, place| {
            let (role, pointer) = place.pointer()?;
            let name = pointer.parent()?.parent()?.last()?.into_owned();
            let shown = fix::text::display_name(&name)?;
            let is_there = fix::node(cx, place).is_some();
            let parent = fix::parent(cx, place);
            (is_there || parent.is_none_or(Node::is_object))
                .then(|| vec![Mend::Set(role, pointer.clone(), shown.into())])
        },
    }),
    docs: r#"A connection parameter has no name that people can read.

Who makes a connection sees a form with these fields. A field without a display name cannot be
filled in with confidence, and Microsoft refuses it.

Set `displayName` under the parameter's `uiDefinition`.

```json bad file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "uiDefinition": { "displayName": "" } } } } }
```

```json fixed file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "uiDefinition": { "displayName": "API Key" } } } } }
```

```json bad file=apiProperties.json also=connection-parameter-description-missing
{ "properties": { "connectionParameters": { "site": { "type": "string" } } } }
```

The hidden helpers of a sign-in, which have a colon in their names, need none:

```json good file=apiProperties.json
{ "properties": { "connectionParameters": { "token:TenantId": { "type": "string" } } } }
```
"#,
};

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    if parameter.is_oauth() || parameter.name.contains(':') {
        return;
    }
    let display_name = parameter.node.get("uiDefinition").and_then(|ui| ui.text("displayName"));
    if is_blank(display_name) {
        let pointer = parameter.node.pointer().child("uiDefinition").child("displayName");
        out.say(
            Place::Member(Role::Properties, pointer),
            format!(
                "The field `{}` has no name that people can read. Set `displayName` under its \
                 `uiDefinition`.",
                quote(&parameter.name)
            ),
        );
    }
}
