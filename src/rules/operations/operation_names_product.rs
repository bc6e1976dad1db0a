//! An operation that names a product of Microsoft's.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static OPERATION_NAMES_PRODUCT: Rule = Rule {
    id: "operation-names-product",
    official: &["5000.2.3.5"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: "\
A summary or a description names a product of the Power Platform.

Say what people can do, not in which product.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices for Power BI\"}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"description\": \"Lists invoices in PowerApps.\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"description\": \"Lists invoices in powerful apps.\"}}}}
```
",
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    for member in ["summary", "description"] {
        let Some(text) = operation.node.text(member) else { continue };
        let found = terms::products(&text);
        if !found.is_empty() {
            out.say(
                Place::member(Role::Definition, operation.node, member),
                format!("The {member} names {}. Take that out.", found.join(" and ")),
            );
        }
    }
}
