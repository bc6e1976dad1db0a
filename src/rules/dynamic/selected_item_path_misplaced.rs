//! The path of the chosen item, where nothing has been chosen yet.

use crate::connector::dynamic::Extension;
use crate::connector::files::Role;
use crate::rule::fix::remove;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};

pub(crate) static SELECTED_ITEM_PATH_MISPLACED: Rule = Rule {
    id: "selected-item-path-misplaced",
    official: &["SelectedItemValuePathNotAllowedInThisPosition"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicExtension(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Remove `selectedItemValuePath`",
        make: |_, place| remove(place),
    }),
    docs: "\
`selectedItemValuePath` stands where no item has been chosen yet.

Only `browse` of `x-ms-dynamic-tree` starts from an item that the maker has chosen. Elsewhere, in `open` too, the platform does not know the property: take it out.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-tree\": {\"open\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\", \"selectedItemValuePath\": \"id\"}, \"browse\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\", \"selectedItemValuePath\": \"id\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-tree\": {\"open\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\"}, \"browse\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\", \"selectedItemValuePath\": \"id\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"selectedItemValuePath\": \"id\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-tree\": {\"open\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\"}, \"browse\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\", \"selectedItemValuePath\": \"id\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, extension: Extension<'_>, out: &mut Sink<'_>) {
    let is_tree = extension.name == "x-ms-dynamic-tree";
    let open = extension.node.get("open").filter(|_| is_tree);
    for path in [Some(extension.node), open]
        .into_iter()
        .flatten()
        .filter_map(|node| node.get("selectedItemValuePath"))
    {
        out.say(
            Place::node(Role::Definition, path),
            "Nothing is chosen yet here; only `browse` of a tree knows `selectedItemValuePath`. \
             Remove it.",
        );
    }
}
