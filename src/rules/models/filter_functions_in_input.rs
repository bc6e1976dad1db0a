//! Filter functions of an input.

use super::filter_functions;
use crate::connector::files::Role;
use crate::connector::sites::Site;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::types::remove;

pub(crate) static FILTER_FUNCTIONS_IN_INPUT: Rule = Rule {
    id: "filter-functions-in-input",
    official: &["FilterFunctionsPropertyInInputSchema"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Safe, says: "Take the list out", make: remove }),
    docs: "\
A list of filter functions stands in an input.

Only what a connector returns can be filtered. Take `filterFunctions` out of the schemas of parameters. A definition that responses use too may keep it.

```json bad
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"string\", \"x-ms-capabilities\": {\"filterFunctions\": [\"eq\"]}}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"string\", \"x-ms-capabilities\": {}}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"x-ms-capabilities\": {\"filterFunctions\": [\"eq\"]}}}}}}}}}
```

```json good
{\"paths\": {\"/customers\": {\"get\": {\"operationId\": \"GetCustomer\", \"summary\": \"Get a customer\", \"description\": \"Gets a customer.\", \"responses\": {\"200\": {\"description\": \"The customer.\", \"schema\": {\"$ref\": \"#/definitions/Customer\"}}}}}, \"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"$ref\": \"#/definitions/Customer\"}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}, \"definitions\": {\"Customer\": {\"type\": \"string\", \"x-ms-capabilities\": {\"filterFunctions\": [\"eq\"]}}}}
```
",
};

fn check(cx: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    let Some(list) = filter_functions(site) else { return };
    let Some(definition) = cx.definition() else { return };
    if definition.schemas().is_only_input(site.entry()) {
        out.say(
            Place::node(Role::Definition, list),
            "Only outputs can be filtered. Take `filterFunctions` out of this input.",
        );
    }
}
