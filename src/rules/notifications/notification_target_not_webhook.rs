//! A notification extension that names an operation without a callback address.

use super::{called, notification};
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static NOTIFICATION_TARGET_NOT_WEBHOOK: Rule = Rule {
    id: "notification-target-not-webhook",
    official: &["NotificationOperationMustBeWebhook"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
`x-ms-notification` names an operation that sets no hook.

The operation that it names must take a callback address: one property of its body is marked with `\"x-ms-notification-url\": true`.

```json bad
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}, \"/changes\": {\"get\": {\"operationId\": \"WhenPaid\", \"summary\": \"When paid\", \"description\": \"Payments of your company.\", \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}, \"x-ms-trigger\": \"batch\", \"x-ms-notification\": {\"operationId\": \"ListInvoices\"}}}}}
```

```json good
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}, \"/changes\": {\"get\": {\"operationId\": \"WhenPaid\", \"summary\": \"When paid\", \"description\": \"Payments of your company.\", \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}, \"x-ms-trigger\": \"batch\", \"x-ms-notification\": {\"operationId\": \"Subscribe\"}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let Some(id) = notification(operation) else { return };
    if let Some(target) = called(definition, id)
        && !definition.takes_notification_url(target)
    {
        out.say(
            Place::node(Role::Definition, id),
            format!(
                "{} takes no callback address: name the operation that sets the hook.",
                target.name()
            ),
        );
    }
}
