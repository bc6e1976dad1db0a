//! A notification extension on an action.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static NOTIFICATION_ON_ACTION: Rule = Rule {
    id: "notification-on-action",
    official: &["NotificationExtensionSupportedForTriggerOnly"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
An action has `x-ms-notification`, which is for triggers only.

Only a trigger can be woken by a hook. Make the operation a trigger with `x-ms-trigger`, or take the extension out.

```json bad
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}, \"/changes\": {\"get\": {\"operationId\": \"WhenPaid\", \"summary\": \"When paid\", \"description\": \"Payments of your company.\", \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}, \"x-ms-trigger\": null, \"x-ms-notification\": {\"operationId\": \"Subscribe\"}}}}}
```

```json good
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}, \"/changes\": {\"get\": {\"operationId\": \"WhenPaid\", \"summary\": \"When paid\", \"description\": \"Payments of your company.\", \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}, \"x-ms-trigger\": \"batch\", \"x-ms-notification\": {\"operationId\": \"Subscribe\"}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(notification) = operation.node.get("x-ms-notification") else { return };
    let Some(definition) = cx.definition() else { return };
    let is_action = operation.node.get("x-ms-trigger").is_none();
    if is_action && !definition.takes_notification_url(operation) {
        out.say(
            Place::node(Role::Definition, notification),
            "Only triggers are notified: add `x-ms-trigger`, or remove `x-ms-notification`.",
        );
    }
}
