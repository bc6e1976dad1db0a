//! An operation without a response of success.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static SUCCESS_RESPONSE_MISSING: Rule = Rule {
    id: "success-response-missing",
    official: &["OperationShouldHaveSuccessfulResponse"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5", "S7"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Call the only response 200",
        make: |cx, place| {
            let responses = fix::node(cx, place)?;
            let mut codes = responses.members().filter(|(code, _)| !code.starts_with("x-"));
            let (code, only) = codes.next()?;
            let alone = code == "default" && codes.next().is_none();
            fix::rename(&Place::node(Role::Definition, only), "200").filter(|_| alone)
        },
    }),
    docs: "\
An operation has no response with a code of success.

`default` alone tells neither people nor flows what they get. Define 200, 201 or another code from 200 to 299.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": null, \"default\": {\"description\": \"Whatever.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"description\": \"Whatever.\", \"schema\": null}}}}}}
```

```json bad also=response-code-invalid
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": null, \"2XX\": {\"description\": \"Done.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": null, \"299\": {\"description\": \"Done.\"}}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let mut responses = definition.responses(operation);
    if responses.len() > 0 && !responses.any(|response| response.is_success()) {
        out.say(
            Place::member(Role::Definition, operation.node, "responses"),
            "No response has a code of success. Define 200, 201 or 204.",
        );
    }
}
