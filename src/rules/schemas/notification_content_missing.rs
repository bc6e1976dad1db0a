//! A webhook that does not describe what it sends.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static NOTIFICATION_CONTENT_MISSING: Rule = Rule {
    id: "notification-content-missing",
    official: &["OperationMustHaveNotificationContentExtension"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A webhook does not describe what the service sends.

The path needs `x-ms-notification-content` with a schema, so that flows know the fields.

```json bad
{\"paths\": {\"/hooks\": {\"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"x-ms-trigger\": \"single\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}]}}}}
```

```json good
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"x-ms-trigger\": \"single\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}]}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let content = operation.path_item.get("x-ms-notification-content");
    let described = content.is_some_and(Node::is_object);
    if !described && definition.takes_notification_url(operation) {
        out.say(
            Place::node(Role::Definition, operation.node),
            "Describe what the service sends: add x-ms-notification-content to the path.",
        );
    }
}
