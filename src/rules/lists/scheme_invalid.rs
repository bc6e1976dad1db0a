//! A scheme that does not exist.

use super::elements;
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::Mend;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static SCHEME_INVALID: Rule = Rule {
    id: "scheme-invalid",
    official: &["SchemeNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Operation(check_operation)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Safe, says: "Write the scheme in small letters", make: mend }),
    docs: r#"A list of schemes names one that does not exist.

The schemes are `http` and `https`, in small letters; for certification only `https` counts.

Write `https`.

```json bad also=scheme-besides-https
{ "schemes": ["https", "HTTPS"] }
```

```json bad
{ "paths": { "/invoices": { "get": { "schemes": ["Https"] } } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "schemes": ["https"] } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "schemes": ["ftp", "https"] } } } }
```

```json good
{ "paths": { "/invoices": { "get": { "schemes": ["https", "http"] } } } }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    unknown(definition.root(), out);
}

fn check_operation(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    unknown(operation.node, out);
}

fn unknown(holder: Node<'_>, out: &mut Sink<'_>) {
    for scheme in elements(holder, "schemes") {
        // Web sockets have a rule of their own.
        if !matches!(scheme.as_str().as_deref(), Some("http" | "https" | "ws" | "wss")) {
            out.say(
                Place::node(Role::Definition, scheme),
                format!("{} is no scheme. Write https.", quote(scheme.raw())),
            );
        }
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let scheme = fix::node(cx, place)?.as_str()?.to_ascii_lowercase();
    if matches!(&*scheme, "http" | "https") { fix::set(place, scheme) } else { None }
}
