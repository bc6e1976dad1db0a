//! A callback address that is no text.

use super::set_member;
use crate::connector::callback::{Mark, On};
use crate::connector::files::Role;
use crate::rule::fix::node;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::source::json::Node;

pub(crate) static NOTIFICATION_URL_NOT_STRING: Rule = Rule {
    id: "notification-url-not-string",
    official: &["NotificationUrlNotString"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Callback(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Set `type` to `string`",
        make: |cx, place| {
            let schema = node(cx, place)?;
            // Whatever says more than its type may contradict the new one.
            let is_plain = ["properties", "items", "allOf", "enum", "default", "format", "required"]
                .iter()
                .all(|name| schema.get(name).is_none());
            is_plain.then(|| set_member(place, "type", "string")).flatten()
        },
    }),
    docs: "\
The property for the callback address is not of the type `string`.

The platform writes a web address there, so the property must say `\"type\": \"string\"`.

```json bad
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}}
```

```json fixed
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}}
```

```json bad
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"object\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}}
```

```json good
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}}
```
",
};

fn check(_: &Context<'_>, mark: Mark<'_>, out: &mut Sink<'_>) {
    let is_schema =
        mark.on != On::Parameter && !mark.holder.get("$ref").is_some_and(Node::is_string);
    if is_schema && mark.holder.text("type").is_none_or(|kind| kind != "string") {
        out.say(
            Place::node(Role::Definition, mark.holder),
            "The platform writes a web address here: set `type` to `string`.",
        );
    }
}
