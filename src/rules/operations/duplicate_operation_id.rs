//! An operation id that is used twice.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static DUPLICATE_OPERATION_ID: Rule = Rule {
    id: "duplicate-operation-id",
    official: &["OperationIdNotUnique"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
Two operations have the same id.

Only one of them could be called. Ids are compared to the letter.

```json bad
{\"paths\": {\"/more\": {\"get\": {\"operationId\": \"ListInvoices\", \"summary\": \"One\", \"description\": \"One more.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json good
{\"paths\": {\"/more\": {\"get\": {\"operationId\": \"listInvoices\", \"summary\": \"One\", \"description\": \"One more.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(id) = operation.id().filter(|id| !terms::is_blank(Some(id))) else { return };
    let times = cx.definition().map_or(0, |found| found.index().operations_with_id(&id).len());
    if times > 1 {
        out.say(
            Place::member(Role::Definition, operation.node, "operationId"),
            format!("The id “{}” is used {times} times. Give each operation its own.", quote(&id)),
        );
    }
}
