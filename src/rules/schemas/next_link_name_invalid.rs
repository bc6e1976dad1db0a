//! A link to the next page under a strange name.

use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
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
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Spell the name as the platform does",
        make: |cx, place| {
            fix::rewrite(cx, place, |name| {
                fix::text::but_for_case(name, &["nextLink", "@odata.nextLink"]).map(str::to_owned)
            })
        },
    }),
    docs: "\
`x-ms-pageable` names a strange member for the link to the next page.

The platform follows `nextLink` and `@odata.nextLink` only.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-pageable\": {\"nextLinkName\": \"next\"}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-pageable\": {}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-pageable\": {\"nextLinkName\": \"NextLink\"}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-pageable\": {\"nextLinkName\": \"nextLink\"}}}}}
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
