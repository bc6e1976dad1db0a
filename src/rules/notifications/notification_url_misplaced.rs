//! The mark of the callback address where nothing is sent to the service.

use super::mark;
use crate::connector::callback::{Mark, On, Side};
use crate::connector::files::Role;
use crate::rule::fix::{node, remove};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};

pub(crate) static NOTIFICATION_URL_MISPLACED: Rule = Rule {
    id: "notification-url-misplaced",
    official: &["NotificationUrlNotAllowedInThisPosition"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Callback(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Remove the mark",
        make: |cx, place| {
            // On a parameter it is in the wrong place, but somebody needs it.
            let on = mark(cx, node(cx, place)?.parent()?)?.on;
            (on != On::Parameter).then(|| remove(place)).flatten()
        },
    }),
    docs: "\
The mark of the callback address stands where the platform cannot use it.

The platform writes its callback address into the body of the operation that sets the hook. So `x-ms-notification-url` belongs on a property of that body: not on a parameter itself, and not in what the service answers.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-notification-url\": true}}}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"url\": {\"type\": \"string\"}}}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"$ref\": \"#/definitions/Hook\", \"type\": null}}}}}}}, \"definitions\": {\"Hook\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"$ref\": \"#/definitions/Hook\", \"type\": null}}}}}}, \"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"$ref\": \"#/definitions/Hook\"}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}, \"definitions\": {\"Hook\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}}
```

```json good
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-notification-url\": false}}}}}}}}}}
```
",
};

fn check(_: &Context<'_>, mark: Mark<'_>, out: &mut Sink<'_>) {
    let place = || Place::node(Role::Definition, mark.member);
    match mark.on {
        On::Parameter => out.say(
            place(),
            "The platform fills in a property of the body, not a whole parameter: move this mark \
             to the property.",
        ),
        On::Schema(Side { input: false, output: true }) => {
            out.say(place(), "Nothing is sent to the service from here: remove this mark.");
        }
        On::Schema(_) => {}
    }
}
