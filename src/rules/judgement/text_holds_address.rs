//! A web address in a summary or description.

use super::{addresses, is_text};
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static TEXT_HOLDS_ADDRESS: Rule = Rule {
    id: "text-holds-address",
    official: &["5000.2.3.6"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"A summary or description holds a web address.

Some publishers report that addresses in these texts were refused under this policy code, but no
text of Microsoft's confirms it, and links in texts cannot be followed in the designer.

Say in words what the address would tell, and put links into the read-me or `externalDocs`.

This is a judgement on unconfirmed grounds and may be wrong: it fires on 24 of 216 published
connectors. To be sure, leave the address out: nothing is lost for people who use the connector.

```json bad
{"paths": {"/invoices": {"get": {"description": "Lists invoices, see https://contoso.com."}}}}
```

```json bad
{"info": {"description": "Keeps invoices; HTTP://contoso.com/help tells all about them."}}
```

```json good
{"paths": {"/invoices": {"get": {"description": "Lists invoices, see contoso.com."}}}}
```

```json good
{"externalDocs": {"url": "https://contoso.com/docs"}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let mut seen = None;
    for (node, _) in addresses(definition) {
        if seen.replace(node.id()) == Some(node.id()) || !is_text(node) {
            continue;
        }
        out.say(
            Place::node(Role::Definition, node),
            "This text holds a web address. Say in words what it would tell, and keep links for \
             the read-me.",
        );
    }
}
