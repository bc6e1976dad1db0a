//! An encoding asked for in the query.

use super::name;
use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};

pub(crate) static QUERY_PARAMETER_ENCODING: Rule = Rule {
    id: "query-parameter-encoding",
    official: &["QueryParameterEncodingNotSupported"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Safe, says: "Take `x-ms-url-encoding` out", make: mend }),
    docs: r#"A parameter in the query says how it is to be encoded in the path.

`x-ms-url-encoding` has a meaning in the path alone. In the query everything is encoded once anyway. Take it out.

```json bad
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it.", "x-ms-url-encoding": "single"}]}}}}
```

```json fixed
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```

```json bad
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it.", "x-ms-url-encoding": "double"}]}}}}
```

```json good
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```
"#,
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    if site.is_in("query") && site.node.get("x-ms-url-encoding").is_some() {
        out.say(
            Place::member(Role::Definition, site.node, "x-ms-url-encoding"),
            format!(
                "{} stands in the query, where no encoding is chosen. Take this out.",
                name(site)
            ),
        );
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    // What stands for the usual encoding says nothing; another value may have a reason.
    fix::node(cx, place)?.as_str().filter(|value| value == "single")?;
    fix::remove(place)
}
