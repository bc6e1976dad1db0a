//! A security definition lacks what its type needs.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static SECURITY_DEFINITION_INCOMPLETE: Rule = Rule {
    id: "security-definition-incomplete",
    official: &["SecuritySchemePropertyRequired"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5", "S10"],
    docs: "\
A security definition lacks what its type needs.

`basic` needs nothing more; `apiKey` a `name` and `in` (header or query); `oauth2` a `flow` with its addresses: implicit an authorizationUrl, password and application a tokenUrl, accessCode both.

```json bad
{\"securityDefinitions\": {\"api_key\": {\"in\": \"cookie\"}}}
```

```json bad
{\"securityDefinitions\": {\"api_key\": {\"name\": \" \"}}}
```

```json bad
{\"securityDefinitions\": {\"more\": {\"type\": \"Basic\"}}}
```

```json bad
{\"securityDefinitions\": {\"more\": null, \"api_key\": 3}}
```

```json good
{\"securityDefinitions\": {\"api_key\": {\"in\": \"query\", \"name\": \"key\"}, \"more\": {\"type\": \"basic\"}}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let definitions = definition.security_definitions();
    for (name, node) in definitions.into_iter().flat_map(Node::members) {
        if let Some(fault) = fault(node) {
            out.say(
                Place::node(Role::Definition, node),
                format!("The security definition `{}` {fault}.", quote(&name)),
            );
        }
    }
}

/// What is wrong with a security definition, as the end of a sentence.
fn fault(node: Node<'_>) -> Option<String> {
    let blank = |name: &str| terms::is_blank(node.text(name));
    let is =
        |name: &str, wanted: &[&str]| node.text(name).is_some_and(|text| wanted.contains(&&*text));
    let missing = |names: &[&str]| {
        let missing: Vec<&str> = names.iter().copied().filter(|name| blank(name)).collect();
        (!missing.is_empty()).then(|| format!("needs {}", missing.join(" and ")))
    };
    match node.text("type").as_deref() {
        Some("basic") => None,
        Some("apiKey") if !is("in", &["header", "query"]) => {
            Some("needs `in`, which is header or query".to_owned())
        }
        Some("apiKey") => missing(&["name"]),
        Some("oauth2") => match node.text("flow").as_deref() {
            Some("implicit") => missing(&["authorizationUrl"]),
            Some("password" | "application") => missing(&["tokenUrl"]),
            Some("accessCode") => missing(&["authorizationUrl", "tokenUrl"]),
            _ => Some("needs a flow: accessCode, implicit, password or application".to_owned()),
        },
        _ => Some("needs a type: basic, apiKey or oauth2".to_owned()),
    }
}
