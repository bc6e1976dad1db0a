//! A path parameter that is not required.

use super::name;
use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::source::json::Node;

pub(crate) static PATH_PARAMETER_NOT_REQUIRED: Rule = Rule {
    id: "path-parameter-not-required",
    official: &["PathParameterMustBeRequired"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5", "S10"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Set `required` to true",
        make: |_, place| fix::set(place, true),
    }),
    docs: "\
A parameter in the path is not required.

Without it the path has a hole. Set `required` to true.

```json bad
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-url-encoding\": \"single\"}]}}}}
```

```json fixed
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"x-ms-url-encoding\": \"single\"}]}}}}
```

```json bad
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": \"true\", \"x-ms-url-encoding\": \"single\"}]}}}}
```

```json fixed
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"x-ms-url-encoding\": \"single\"}]}}}}
```

```json good
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"x-ms-url-encoding\": \"single\"}]}}}}
```
",
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    let required = site.node.get("required").and_then(Node::as_bool) == Some(true);
    if site.is_in("path") && !required {
        out.say(
            Place::member(Role::Definition, site.node, "required"),
            format!("{} stands in the path: set `required` to true.", name(site)),
        );
    }
}
