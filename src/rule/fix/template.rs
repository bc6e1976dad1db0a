//! What fixes and answers write where nothing is: our own templates for signing in, for a
//! properties file and for a read-me. What only the publisher knows is left as a clear stand-in.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::answers::Publisher;
use crate::connector::definition::Definition;
use crate::rule::Context;
use crate::source::json::Node;
use crate::steps::publisher::INDEPENDENT_COLOUR;

/// The connection parameters for a way to sign in.
pub fn connection_parameters(way: &str) -> Option<Value> {
    let field = |kind: &str, name: &str, description: &str, tab: u8| {
        let mut constraints = json!({ "required": "true", "tabIndex": tab });
        if kind == "securestring" {
            constraints = json!({ "required": "true", "clearText": false, "tabIndex": tab });
        }
        json!({ "type": kind, "uiDefinition": {
            "displayName": name,
            "description": description,
            "tooltip": description,
            "constraints": constraints,
        } })
    };
    match way {
        "api-key" => Some(json!({
            "api_key": field("securestring", "API key", "The API key of your account.", 2),
        })),
        "basic" => Some(json!({
            "username": field("string", "User name", "Your user name.", 2),
            "password": field("securestring", "Password", "Your password.", 3),
        })),
        "oauth2" => Some(json!({ "token": token(AUTHORIZE, TOKEN, TOKEN, &[]) })),
        "anonymous" => Some(json!({})),
        _ => None,
    }
}

/// Stand-ins that nobody takes for real addresses.
const AUTHORIZE: &str = "https://login.example.com/replace/authorize";
const TOKEN: &str = "https://login.example.com/replace/token";

/// The security definition for a way to sign in, with its name and what `security` asks for.
pub fn security_definition(way: &str) -> Option<(&'static str, Value)> {
    match way {
        "api-key" => {
            Some(("api_key", json!({ "type": "apiKey", "in": "header", "name": "X-Api-Key" })))
        }
        "basic" => Some(("basic", json!({ "type": "basic" }))),
        "oauth2" => Some(("oauth2_auth", oauth_definition(AUTHORIZE, TOKEN, &[]))),
        _ => None,
    }
}

/// A connection parameter that signs in by OAuth.
pub fn token(authorize: &str, token: &str, refresh: &str, scopes: &[String]) -> Value {
    json!({
        "type": "oauthSetting",
        "oAuthSettings": {
            "identityProvider": "oauth2",
            "clientId": "replace-in-partner-center",
            "scopes": scopes,
            "redirectMode": "GlobalPerConnector",
            "properties": { "IsFirstParty": "False" },
            "customParameters": {
                "authorizationUrl": { "value": authorize },
                "tokenUrl": { "value": token },
                "refreshUrl": { "value": refresh },
            },
        },
    })
}

/// A security definition that signs in by OAuth in a browser.
pub fn oauth_definition(authorize: &str, token: &str, scopes: &[String]) -> Value {
    let scopes: serde_json::Map<String, Value> =
        scopes.iter().map(|scope| (scope.clone(), scope.clone().into())).collect();
    json!({
        "type": "oauth2",
        "flow": "accessCode",
        "authorizationUrl": authorize,
        "tokenUrl": token,
        "scopes": scopes,
    })
}

/// The connection parameter that says the same as a security definition.
pub fn token_like(defined: Node<'_>) -> Option<Value> {
    let (authorize, exchange) = (defined.text("authorizationUrl")?, defined.text("tokenUrl")?);
    let scopes = defined.get("scopes").into_iter().flat_map(Node::members);
    let scopes: Vec<String> = scopes.map(|(name, _)| name.into_owned()).collect();
    Some(token(&authorize, &exchange, &exchange, &scopes))
}

/// The security definition, and its scopes, that say the same as OAuth settings.
pub fn oauth_definition_like(settings: Node<'_>) -> Option<(Value, Vec<String>)> {
    let custom = settings.get("customParameters")?;
    let address = |name| custom.get(name)?.text("value");
    let scopes = settings.get("scopes").into_iter().flat_map(Node::items);
    let scopes: Vec<String> = scopes.filter_map(Node::as_str).map(Cow::into_owned).collect();
    let defined = oauth_definition(&address("authorizationUrl")?, &address("tokenUrl")?, &scopes);
    Some((defined, scopes))
}

/// A properties file from the confirmed answers; none without the publisher's name.
pub fn properties(cx: &Context<'_>) -> Option<String> {
    let publisher = cx.answer("publisher.name")?;
    let colour = match cx.publisher() {
        Publisher::Independent => INDEPENDENT_COLOUR,
        Publisher::Verified => "",
    };
    let parameters =
        cx.answer("authentication.types").and_then(connection_parameters).unwrap_or(json!({}));
    let content = json!({ "properties": {
        "connectionParameters": parameters,
        "iconBrandColor": colour,
        "capabilities": [],
        "publisher": publisher,
        "stackOwner": cx.answer("ownership.stack_owner").unwrap_or_default(),
    } });
    serde_json::to_string_pretty(&content).ok().map(|text| text + "\n")
}

/// The sections of Microsoft's template, in its order, each with what belongs there.
const SECTIONS: [(&str, &str); 6] = [
    ("Publisher", "Say here who publishes the connector."),
    ("Prerequisites", "Say here what people need before they can use the connector."),
    ("Supported Operations", "List the operations here, each with what it does."),
    ("Obtaining Credentials", "Say here how people get what they sign in with."),
    ("Known Issues and Limitations", "Say here what does not work, or that nothing is known."),
    ("Deployment Instructions", "Say here how the connector is deployed as a custom connector."),
];

/// A section of the read-me as a proposal, by its phrase in lower case.
pub fn section(cx: &Context<'_>, phrase: &str) -> Option<String> {
    let (title, hint) = SECTIONS.iter().find(|(title, _)| title.eq_ignore_ascii_case(phrase))?;
    let publisher = cx.properties().and_then(|properties| properties.text("publisher"));
    let publisher = publisher.filter(|name| !name.trim().is_empty());
    if let Some(name) = publisher.filter(|_| *title == "Publisher") {
        return Some(format!("## Publisher: {}\n", one_line(&name)));
    }
    let operations = cx.definition().filter(|_| *title == "Supported Operations").map(operations);
    let body = operations.filter(|list| !list.is_empty()).unwrap_or_else(|| format!("*{hint}*\n"));
    Some(format!("## {title}\n\n{body}"))
}

/// A whole read-me as a proposal.
pub fn readme(cx: &Context<'_>) -> Option<String> {
    let definition = cx.definition();
    let title = definition.and_then(Definition::title).filter(|title| !title.trim().is_empty())?;
    let mut text = format!("# {}\n", one_line(&title));
    let info = definition.and_then(Definition::info);
    if let Some(description) = info.and_then(|info| info.text("description"))
        && !description.trim().is_empty()
    {
        text.extend(["\n", &one_line(&description), "\n"]);
    }
    let wanted = match cx.publisher() {
        Publisher::Verified => SECTIONS.len(),
        Publisher::Independent => SECTIONS.len() - 1,
    };
    for (title, _) in &SECTIONS[..wanted] {
        text.push('\n');
        text.push_str(&section(cx, title)?);
    }
    Some(text)
}

/// The operations that makers see, each under its summary with its description.
fn operations(definition: &Definition) -> String {
    let mut sections = Vec::new();
    for operation in definition.operations().filter(|operation| !operation.is_internal()) {
        let text = |node: Node<'_>, name: &str| {
            node.text(name).map(|text| one_line(&text)).filter(|text| !text.is_empty())
        };
        let Some(summary) = text(operation.node, "summary") else { continue };
        let description = text(operation.node, "description");
        let description = description.map(|text| format!("\n{text}\n")).unwrap_or_default();
        sections.push(format!("### {summary}\n{description}"));
    }
    sections.join("\n")
}

/// A text that stays on its line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
