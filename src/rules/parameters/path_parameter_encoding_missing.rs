//! A path parameter that does not say how it is encoded.

use super::name;
use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::source::json::Node;

pub(crate) static PATH_PARAMETER_ENCODING_MISSING: Rule = Rule {
    id: "path-parameter-encoding-missing",
    official: &["PathParameterMissingEncoding"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Set `x-ms-url-encoding` to `single`",
        make: |cx, place| {
            let found = fix::node(cx, place).and_then(Node::as_str).unwrap_or_default();
            let twice = fix::text::but_for_case(&found, &["double"]);
            fix::set(place, twice.unwrap_or("single"))
        },
    }),
    docs: "\
A parameter in the path does not say how it is encoded.

Values with a slash or a blank break the path otherwise. Set `x-ms-url-encoding` to `single`, or to `double` where the service decodes twice.

```json bad
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true}]}}}}
```

```json fixed
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"x-ms-url-encoding\": \"single\"}]}}}}
```

```json bad
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"x-ms-url-encoding\": \"Single\"}]}}}}
```

```json fixed
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"x-ms-url-encoding\": \"single\"}]}}}}
```

```json good
{\"paths\": {\"/invoices/{id}\": {\"get\": {\"operationId\": \"GetInvoice\", \"summary\": \"Get\", \"description\": \"Gets one.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"x-ms-url-encoding\": \"double\"}]}}}}
```
",
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    let encoding = site.node.text("x-ms-url-encoding");
    if site.is_in("path") && !matches!(encoding.as_deref(), Some("single" | "double")) {
        out.say(
            Place::member(Role::Definition, site.node, "x-ms-url-encoding"),
            format!("Say how {} is encoded: `single`, or `double`.", name(site)),
        );
    }
}
