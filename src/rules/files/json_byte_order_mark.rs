//! A byte order mark before the JSON.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::text::Span;

pub(crate) static JSON_BYTE_ORDER_MARK: Rule = Rule {
    id: "json-byte-order-mark",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &[],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Take the byte order mark out",
        make: |_, place| Some(vec![Mend::Replace(place.role()?, Span { start: 0, end: 3 }, String::new())]),
    }),
    docs: "\
The definition or the properties file begins with a byte order mark.

Three invisible bytes (EF BB BF) stand before the first character. Some editors on Windows put
them there; many JSON readers refuse the file because of them.

Save the file as \"UTF-8\", not as \"UTF-8 with BOM\".

```text bad file=apiProperties.json
\u{feff}{\"properties\": {\"iconBrandColor\": \"#3b6ea8\", \"publisher\": \"Contoso Ltd\",
\"stackOwner\": \"Contoso Ltd\", \"connectionParameters\": {\"api_key\": {\"type\": \"securestring\",
\"uiDefinition\": {\"displayName\": \"Key\", \"description\": \"Your key.\"}}}}}
```

```text fixed file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#3b6ea8\", \"publisher\": \"Contoso Ltd\",
\"stackOwner\": \"Contoso Ltd\", \"connectionParameters\": {\"api_key\": {\"type\": \"securestring\",
\"uiDefinition\": {\"displayName\": \"Key\", \"description\": \"Your key.\"}}}}}
```

```text good file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#3b6ea8\", \"publisher\": \"Contoso Ltd\",
\"stackOwner\": \"Contoso Ltd\", \"connectionParameters\": {\"api_key\": {\"type\": \"securestring\",
\"uiDefinition\": {\"displayName\": \"\u{feff}Key\", \"description\": \"Your key.\"}}}}}
```

```text good file=readme.md
\u{feff}# Contoso Invoices
## Publisher
## Prerequisites
## Supported operations
## Obtaining credentials
## Known issues and limitations
## Deployment instructions
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    for role in [Role::Definition, Role::Properties] {
        let facts = connector.facts(role);
        let marked = facts.body.is_some_and(|body| body.bytes().starts_with(b"\xef\xbb\xbf"));
        if marked && facts.broken.is_none() {
            out.say(
                Place::File(role),
                format!(
                    "{} begins with a byte order mark, which some readers refuse. Save it as \
                     UTF-8 without one.",
                    quote(facts.name)
                ),
            );
        }
    }
}
