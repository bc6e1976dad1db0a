//! A link to the next page under a strange name.

use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static NEXT_LINK_NAME_INVALID: Rule = Rule {
    id: "next-link-name-invalid",
    official: &["InvalidNextLinkNameValue"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Walked(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
`x-ms-pageable` names a strange member for the link to the next page.

The platform follows `nextLink` and `@odata.nextLink` only.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-pageable\": {\"nextLinkName\": \"next\"}}}}}
```

```json bad also=required-property-missing
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-pageable\": {}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-pageable\": {\"nextLinkName\": \"@odata.nextLink\"}}}}}
```
",
};

fn check(_: &Context<'_>, object: Node<'_>, out: &mut Sink<'_>) {
    let Some(pageable) = object.get("x-ms-pageable").filter(|node| node.is_object()) else {
        return;
    };
    let name = pageable.text("nextLinkName");
    if !matches!(name.as_deref(), Some("nextLink" | "@odata.nextLink")) {
        out.say(
            Place::member(Role::Definition, pageable, "nextLinkName"),
            "The platform follows `nextLink` and `@odata.nextLink` only.",
        );
    }
}
