//! A call of an operation that does not exist.

use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static OPERATION_REFERENCE_UNKNOWN: Rule = Rule {
    id: "operation-reference-unknown",
    official: &["OperationIdNotFound"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Walked(check), Look::Definition(check_root)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Call the operation whose id differs only by capitals or signs",
        make: |cx, place| {
            fix::rewrite(cx, place, |wanted| {
                let plain = |id: &str| -> String {
                    let letters = id.chars().filter(|c| c.is_alphanumeric());
                    letters.map(|c| c.to_ascii_lowercase()).collect()
                };
                let wanted = plain(wanted);
                let ids = cx.definition()?.operations().filter_map(Operation::id);
                let mut alike = ids.filter(|id| plain(id) == wanted);
                let found = alike.next()?;
                (alike.next().is_none() && !wanted.is_empty()).then(|| found.into_owned())
            })
        },
    }),
    docs: "\
A dynamic extension calls an operation that does not exist.

Lists and schemas that are fetched at design time, and the test of a connection, name operations by their id, whose case counts.

```json bad
{\"x-ms-capabilities\": {\"testConnection\": {\"operationId\": \"listInvoices\"}}}
```

```json fixed
{\"x-ms-capabilities\": {\"testConnection\": {\"operationId\": \"ListInvoices\"}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-dynamic-values\": {\"operationId\": \"Gone\", \"value-path\": \"id\"}}]}}}}
```

```json good
{\"x-ms-capabilities\": {\"testConnection\": {\"operationId\": \"ListInvoices\"}}}
```
",
};

fn check(cx: &Context<'_>, object: Node<'_>, out: &mut Sink<'_>) {
    let direct = [
        "x-ms-dynamic-values",
        "x-ms-dynamic-list",
        "x-ms-dynamic-schema",
        "x-ms-dynamic-properties",
    ];
    for name in direct {
        judge(cx, object.get(name), out);
    }
    if let Some(tree) = object.get("x-ms-dynamic-tree") {
        judge(cx, tree.get("open"), out);
        judge(cx, tree.get("browse"), out);
    }
}

fn check_root(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let capabilities = definition.root().get("x-ms-capabilities");
    judge(cx, capabilities.and_then(|found| found.get("testConnection")), out);
}

/// A call is an object with a text `operationId`.
fn judge(cx: &Context<'_>, call: Option<Node<'_>>, out: &mut Sink<'_>) {
    let Some(node) = call.and_then(|call| call.get("operationId")) else { return };
    let Some(id) = node.as_str() else { return };
    if !cx.definition().is_some_and(|definition| definition.index().has_operation_id(&id)) {
        out.say(
            Place::node(Role::Definition, node),
            format!("No operation has the id “{}”.", quote(&id)),
        );
    }
}
