//! A trigger of an unknown kind.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static TRIGGER_KIND_UNKNOWN: Rule = Rule {
    id: "trigger-kind-unknown",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S10"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write the kind in small letters",
        make: |cx, place| {
            fix::rewrite(cx, place, |kind| {
                fix::text::but_for_case(kind, &["single", "batch"]).map(str::to_owned)
            })
        },
    }),
    docs: "\
`x-ms-trigger` is neither `single` nor `batch`.

`single` starts a flow for each answer, `batch` for each element of the list in it.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-trigger\": \"Single\"}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-trigger\": \"single\"}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-trigger\": true}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-trigger\": \"batch\"}}}}
```
",
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(kind) = operation.node.get("x-ms-trigger") else { return };
    if !kind.as_str().is_some_and(|kind| kind == "single" || kind == "batch") {
        out.say(
            Place::node(Role::Definition, kind),
            format!("A trigger is `single` or `batch`; here is {}.", quote(kind.raw())),
        );
    }
}
