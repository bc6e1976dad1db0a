//! A callback address that makers are asked for.

use super::set_member;
use crate::connector::callback::Mark;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};

pub(crate) static NOTIFICATION_URL_NOT_INTERNAL: Rule = Rule {
    id: "notification-url-not-internal",
    official: &["NotificationUrlNotInternal"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Callback(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Set `x-ms-visibility` to `internal`",
        make: |_, place| set_member(place, "x-ms-visibility", "internal"),
    }),
    docs: "\
The property for the callback address is shown to makers.

The platform fills it in by itself, and nobody else knows the address. Hide the property, or something above it, with `\"x-ms-visibility\": \"internal\"`.

```json bad
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}}
```

```json fixed
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-notification-url\": true, \"x-ms-visibility\": \"internal\"}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}}
```

```json bad
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"advanced\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}}
```

```json good
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"hook\"], \"properties\": {\"hook\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-notification-url\": true}}, \"x-ms-visibility\": \"internal\"}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}}
```

```json good also=reference-siblings
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"hook\"], \"properties\": {\"hook\": {\"$ref\": \"#/definitions/Hook\", \"x-ms-visibility\": \"internal\"}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}, \"definitions\": {\"Hook\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-notification-url\": true}}}}}
```
",
};

fn check(_: &Context<'_>, mark: Mark<'_>, out: &mut Sink<'_>) {
    if mark.is_shown {
        out.say(
            Place::node(Role::Definition, mark.holder),
            "Makers cannot know this address: set `x-ms-visibility` to `internal`.",
        );
    }
}
