//! Writes the chosen way to sign in into files that say nothing of it yet: connection parameters
//! and security definition from templates. What is there already is never replaced.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::answers::{Answers, items};
use crate::connector::Connector;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::fix::template;
use crate::source::json::Node;
use crate::source::pointer::Pointer;
use crate::steps::authentication::detect;

/// The question.
pub(super) const KEY: &str = "authentication.types";

/// What the answer asks of the files.
#[derive(Debug, PartialEq)]
pub(super) enum Wish {
    /// Nothing, or nothing that a program can say.
    Nothing,
    /// These values, all of them.
    Write(Vec<(Role, Pointer, Value)>),
    /// It cannot be written into this file: why, and the way out.
    Refused(Role, String),
}

/// What the confirmed way to sign in asks of the files.
pub(super) fn wish(answers: &Answers, connector: &Connector) -> Wish {
    let Some(said) = answers.confirmed(KEY) else { return Wish::Nothing };
    let said: BTreeSet<String> = items(said).map(str::to_ascii_lowercase).collect();
    // Files that cannot be read are told of where something else is to be written into them.
    let (Some(definition), Some(found)) = (connector.definition(), detect(connector)) else {
        return Wish::Nothing;
    };
    let agrees = said.iter().map(String::as_str).eq(found.iter().copied().collect::<BTreeSet<_>>());
    let mut said = said.iter().map(String::as_str);
    match (said.next(), said.next()) {
        (Some(_), Some(_)) if agrees => Wish::Nothing,
        (Some(_), Some(_)) => Wish::Refused(Role::Properties, SEVERAL.to_owned()),
        (Some(way), None) if kind(way).is_some() => one(way, agrees, connector, definition, &found),
        // Rules speak of other words.
        _ => Wish::Nothing,
    }
}

const SEVERAL: &str = "several ways to sign in need `connectionParameterSets`, one set for each \
                       way, which no template can guess. Write them by hand as Microsoft's page on \
                       multiple authentication types shows, and give the package a \
                       customProperties.json.";

/// The type of security definition that belongs to a way.
fn kind(way: &str) -> Option<&'static str> {
    match way {
        "oauth2" => Some("oauth2"),
        "api-key" => Some("apiKey"),
        "basic" => Some("basic"),
        "anonymous" => Some(""),
        _ => None,
    }
}

fn one(
    way: &str,
    agrees: bool,
    connector: &Connector,
    definition: &Definition,
    found: &[&str],
) -> Wish {
    let defined: Vec<Node<'_>> = definition
        .security_definitions()
        .into_iter()
        .flat_map(Node::members)
        .map(|(_, node)| node)
        .collect();
    let is_of_kind = |node: &Node<'_>| node.text("type").as_deref() == kind(way);
    if !defined.iter().all(is_of_kind) {
        if agrees {
            // The connection parameters decide; rules speak of a definition that differs.
            return Wish::Nothing;
        }
        return Wish::Refused(
            Role::Definition,
            format!(
                "you answered {way}, but its security definition says otherwise, and nothing is \
                 overwritten. Take `securityDefinitions` and `security` out, or change the answer."
            ),
        );
    }
    let Some(properties) = connector.properties() else { return Wish::Nothing };
    let is_open = properties.connection_parameters().is_empty() && !properties.has_parameter_sets();
    if !agrees && !is_open {
        return Wish::Refused(
            Role::Properties,
            format!(
                "you answered {way}, but its connection parameters look like {}, and nothing is \
                 overwritten. Take `connectionParameters` out, or change the answer.",
                found.join(", ")
            ),
        );
    }
    let mut writes = Vec::new();
    if !agrees {
        let token = defined.first().copied().and_then(template::token_like);
        let parameters = match token.filter(|_| way == "oauth2") {
            Some(token) => Some(json!({ "token": token })),
            None => template::connection_parameters(way),
        };
        let pointer = Pointer::root().child("properties").child("connectionParameters");
        writes.extend(parameters.map(|parameters| (Role::Properties, pointer, parameters)));
    }
    if defined.is_empty()
        && let Some((name, value, scopes)) = security(way, agrees, connector)
    {
        let pointer = |name| Pointer::root().child(name);
        writes.push((Role::Definition, pointer("securityDefinitions"), json!({ name: value })));
        if definition.root().get("security").is_none_or(Node::is_empty) {
            let required = json!([{ name: scopes }]);
            writes.push((Role::Definition, pointer("security"), required));
        }
    }
    if writes.is_empty() { Wish::Nothing } else { Wish::Write(writes) }
}

/// The security definition to write, with its name and scopes.
fn security(
    way: &str,
    agrees: bool,
    connector: &Connector,
) -> Option<(&'static str, Value, Vec<String>)> {
    let (name, value) = template::security_definition(way)?;
    if !agrees {
        return Some((name, value, Vec::new()));
    }
    // The connection parameters are there already: what they say is not to be guessed.
    let properties = connector.properties()?;
    match way {
        "oauth2" => {
            let parameters = properties.connection_parameters();
            let token = parameters.iter().find(|parameter| parameter.is_oauth())?;
            let (value, scopes) = template::oauth_definition_like(token.oauth_settings()?)?;
            Some((name, value, scopes))
        }
        // A policy or a script may put the key where it belongs.
        "api-key" => {
            let object = properties.properties()?;
            let policies =
                object.get("policyTemplateInstances").is_some_and(|list| !list.is_empty());
            let handled = policies || connector.facts(Role::Script).found;
            (!handled).then(|| (name, value, Vec::new()))
        }
        _ => Some((name, value, Vec::new())),
    }
}
