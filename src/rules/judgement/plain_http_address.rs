//! An address without encryption.

use super::addresses;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static PLAIN_HTTP_ADDRESS: Rule = Rule {
    id: "plain-http-address",
    official: &["5000.3.1.6"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"The definition holds an address that begins with http, without encryption.

What is sent there can be read on the way, and the policy asks for HTTPS throughout. Texts, examples
and XML namespaces are left out: those addresses are read or compared, not called.

Write `https://` where the server answers there as well.

This is a judgement, for an address may be a mere name: it fires on 9 of 216 published
connectors. To be sure, open the address with `https://` in a browser.

```json bad
{"info": {"contact": {"url": "http://contoso.com/help"}}}
```

```json bad
{"externalDocs": {"url": "HTTP://contoso.com/docs"}}
```

```json good
{"info": {"contact": {"url": "https://contoso.com/help"}}}
```

```json good
{"paths": {"/invoices": {"get": {"responses": {"200": {
  "description": "The invoices.", "schema": {"type": "string", "example": "http://contoso.com"}
}}}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (node, address) in addresses(definition) {
        // The address is the whole value, not a part of a sentence.
        let starts = node.span().start + 1 == address.start;
        if !starts || address.is_encrypted || node.key().is_some_and(|key| key == "namespace") {
            continue;
        }
        out.say(
            Place::node(Role::Definition, node),
            format!(
                "“{}” is reached without encryption. Write `https://`.",
                quote(&node.as_str().unwrap_or_default())
            ),
        );
    }
}
