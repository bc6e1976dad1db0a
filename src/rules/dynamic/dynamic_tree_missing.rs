//! A file picker without the tree that newer designers read.

use crate::connector::dynamic::Extension;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DYNAMIC_TREE_MISSING: Rule = Rule {
    id: "dynamic-tree-missing",
    official: &["DynamicTreeExtensionMissing"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicExtension(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A file picker has no `x-ms-dynamic-tree`.

`x-ms-dynamic-values` with the capability `file-picker` is the older way to let makers browse folders. Designers of today read `x-ms-dynamic-tree`, so write it beside the older one: `open` lists the first level, `browse` lists what is in a folder.

```json bad
{\"paths\": {\"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"capability\": \"file-picker\", \"value-path\": \"id\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"capability\": \"file-picker\", \"value-path\": \"id\"}, \"x-ms-dynamic-tree\": {\"open\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\"}, \"browse\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"capability\": \"site-picker\", \"value-path\": \"id\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, extension: Extension<'_>, out: &mut Sink<'_>) {
    let is_picker = extension.name == "x-ms-dynamic-values"
        && extension.node.text("capability").is_some_and(|capability| capability == "file-picker");
    if is_picker && extension.holder.get("x-ms-dynamic-tree").is_none() {
        out.say(
            Place::member(Role::Definition, extension.holder, "x-ms-dynamic-tree"),
            "Makers browse files here: add `x-ms-dynamic-tree` with `open` and `browse` beside the \
             file picker.",
        );
    }
}
