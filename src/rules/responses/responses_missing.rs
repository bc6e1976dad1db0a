//! An operation without responses.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static RESPONSES_MISSING: Rule = Rule {
    id: "responses-missing",
    official: &["OperationMustHaveResponse", "5000.2.4.5"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5", "S10"],
    fix: None,
    docs: "\
An operation defines no response.

Flows go on with what an operation answers; name at least the code of success.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": null}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": null, \"x-note\": {}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": null, \"204\": {\"description\": \"Done.\"}}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    if cx.definition().is_some_and(|definition| definition.responses(operation).len() == 0) {
        out.say(
            Place::member(Role::Definition, operation.node, "responses"),
            format!(
                "{} defines no response. Define at least the one of success.",
                operation.name()
            ),
        );
    }
}
