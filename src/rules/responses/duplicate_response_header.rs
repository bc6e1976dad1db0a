//! A header that is described twice.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::hash::HashSet;

pub(crate) static DUPLICATE_RESPONSE_HEADER: Rule = Rule {
    id: "duplicate-response-header",
    official: &["ResponseHeadersAreNotUnique"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A response has a header twice, differing only by case.

Names of headers know no case, so both mean the same one. Keep one of them.

```json bad
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"200": {"description": "Done.", "schema": {"type": "string"}, "headers": {"X-Total": {"type": "integer"}, "x-total": {"type": "integer"}}}}}}}}
```

```json good
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"200": {"description": "Done.", "schema": {"type": "string"}, "headers": {"X-Total": {"type": "integer"}, "X-Pages": {"type": "integer"}}}}}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for site in definition.index().response_sites() {
        let headers = definition.node(*site).get("headers").filter(|node| node.is_object());
        let Some(headers) = headers.filter(|headers| headers.children().nth(1).is_some()) else {
            continue;
        };
        let mut seen = HashSet::default();
        for (name, header) in headers.members() {
            if !seen.insert(name.to_ascii_lowercase()) {
                out.say(
                    Place::Key(Role::Definition, header.pointer()),
                    format!(
                        "The header “{}” is described before, in another case. Keep one of them.",
                        quote(&name)
                    ),
                );
            }
        }
    }
}
