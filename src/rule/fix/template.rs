//! What fixes and answers write where nothing is: our own templates for signing in and for a
//! properties file. What only the publisher knows is left as a clear stand-in.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::answers::Publisher;
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
