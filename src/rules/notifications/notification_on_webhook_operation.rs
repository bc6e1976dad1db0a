//! A notification extension on the operation that sets the hook.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::fix::remove;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};

pub(crate) static NOTIFICATION_ON_WEBHOOK_OPERATION: Rule = Rule {
    id: "notification-on-webhook-operation",
    official: &["NotificationExtensionNotSupportedInWebhookOperation"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Remove `x-ms-notification`",
        make: |_, place| remove(place),
    }),
    docs: "\
The operation that sets the hook has `x-ms-notification` itself.

`x-ms-notification` stands on a trigger that asks the service again and again, and names the operation that sets a hook. The latter does not need it.

```json bad
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\", \"x-ms-notification\": {\"operationId\": \"Subscribe\"}}}}}
```

```json fixed
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}}
```

```json good
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}, \"/changes\": {\"get\": {\"operationId\": \"WhenPaid\", \"summary\": \"When paid\", \"description\": \"Payments of your company.\", \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}, \"x-ms-trigger\": \"batch\", \"x-ms-notification\": {\"operationId\": \"Subscribe\"}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(notification) = operation.node.get("x-ms-notification") else { return };
    if cx.definition().is_some_and(|definition| definition.takes_notification_url(operation)) {
        out.say(
            Place::node(Role::Definition, notification),
            "This operation sets the hook itself: remove `x-ms-notification`.",
        );
    }
}
