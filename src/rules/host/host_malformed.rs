//! A host that is more than a host name.

use super::{host, text};
use crate::connector::definition::Definition;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use crate::rules::quote;
use crate::source::json::Node;
use crate::source::pointer::Pointer;

pub(crate) static HOST_MALFORMED: Rule = Rule {
    id: "host-malformed",
    official: &["HostNameNotValid", "5000.2.6.4"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5", "S10"],
    fix: Some(Fix { safety: Safety::Safe, says: "Leave only the name of the host", make: mend }),
    docs: r#"The host is not a bare host name.

`host` takes a name and at most a port. The scheme belongs to `schemes`, the path to `basePath`,
and braces, blanks and backslashes to neither.

Cut the rest off. Where each customer has a host of their own, a policy with the template
`dynamichosturl` sets it.

```json bad
{"host": "https://api.contoso.com"}
```

```json fixed
{"host": "api.contoso.com"}
```

```json bad
{"host": "api.contoso.com/v1"}
```

```json fixed
{"host": "api.contoso.com"}
```

```json bad
{"host": "{tenant}.contoso.com"}
```

```json bad
{"host": "api.contoso.com:"}
```

```json bad
{"host": "api.contoso.com:443:443"}
```

```json bad
{"host": "dev.api.contoso.com "}
```

```json bad
{"host": "http://api.contoso.com:8443/v2/", "basePath": null}
```

```json fixed
{"host": "api.contoso.com:8443", "basePath": "/v2"}
```

```json good
{"host": "api.contoso.com:443"}
```

```json good
{"host": "intranet"}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if let Some(text) = text(definition)
        && host(definition).is_none()
    {
        out.say(
            Place::definition("/host"),
            format!(
                "The host “{}” is more than a host name. Leave only the name, such as \
                 api.contoso.com: no scheme, no path, no braces, no blanks.",
                quote(&text)
            ),
        );
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let written = fix::node(cx, place)?.as_str()?;
    let left = written.trim();
    let left = left.split_once("://").map_or(left, |(_, rest)| rest);
    let (name, path) = left.split_at(left.find(['/', '?', '#']).unwrap_or(left.len()));
    let path = path.trim_end_matches('/');
    let base_path = cx.definition()?.root().get("basePath");
    let mut mends = fix::set(place, name)?;
    if base_path.and_then(Node::as_str).is_some_and(|base| base == path) || path.is_empty() {
        return Some(mends);
    }
    // The path belongs to the base path; with another one there, nobody knows how they join.
    if base_path.is_some() || path.contains(['?', '#']) {
        return None;
    }
    let (role, _) = place.pointer()?;
    mends.push(Mend::Set(role, Pointer::root().child("basePath"), path.into()));
    Some(mends)
}
