//! A webhook without a callback address.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static NOTIFICATION_URL_MISSING: Rule = Rule {
    id: "notification-url-missing",
    official: &["WebhookOperationsMissingNotificationUrlProperty"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A webhook has no parameter for the callback address.

One property of its body needs `\"x-ms-notification-url\": true`; the platform puts the address there.

```json bad
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"x-ms-trigger\": \"single\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"url\": {\"type\": \"string\"}}}}]}}}}
```

```json good
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"x-ms-trigger\": \"single\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}]}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let content = operation.path_item.get("x-ms-notification-content");
    let is_webhook =
        content.is_some_and(Node::is_object) && operation.node.get("x-ms-trigger").is_some();
    if is_webhook && !definition.takes_notification_url(operation) {
        out.say(
            Place::node(Role::Definition, operation.node),
            "Mark the property for the callback address with x-ms-notification-url.",
        );
    }
}
