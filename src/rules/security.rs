//! Rules about signing in: security definitions, OAuth settings, and whether both files agree.

mod credential_field_missing;
mod oauth_disagreement;
mod oauth_not_for_independent;
mod oauth_redirect_mode;
mod oauth_scope_undefined;
mod oauth_secret_in_file;
mod oauth_settings_incomplete;
mod security_definition_incomplete;
mod security_property_missing;
mod security_property_not_allowed;
mod security_requirement_scopes_not_empty;
mod security_requirement_undefined;
mod security_requirement_value_missing;

use std::borrow::Cow;

use crate::connector::definition::Definition;
use crate::rule::Rule;
use crate::source::json::Node;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &security_definition_incomplete::SECURITY_DEFINITION_INCOMPLETE,
    &security_requirement_undefined::SECURITY_REQUIREMENT_UNDEFINED,
    &oauth_settings_incomplete::OAUTH_SETTINGS_INCOMPLETE,
    &oauth_redirect_mode::OAUTH_REDIRECT_MODE,
    &oauth_secret_in_file::OAUTH_SECRET_IN_FILE,
    &oauth_not_for_independent::OAUTH_NOT_FOR_INDEPENDENT,
    &oauth_disagreement::OAUTH_DISAGREEMENT,
    &credential_field_missing::CREDENTIAL_FIELD_MISSING,
    &security_property_missing::SECURITY_PROPERTY_MISSING,
    &security_property_not_allowed::SECURITY_PROPERTY_NOT_ALLOWED,
    &security_requirement_value_missing::SECURITY_REQUIREMENT_VALUE_MISSING,
    &security_requirement_scopes_not_empty::SECURITY_REQUIREMENT_SCOPES_NOT_EMPTY,
    &oauth_scope_undefined::OAUTH_SCOPE_UNDEFINED,
];

/// The first security definition of one of these types.
fn definition_of_type<'a>(definition: &'a Definition, types: &[&str]) -> Option<Node<'a>> {
    let definitions = definition.security_definitions()?;
    definitions
        .members()
        .map(|(_, node)| node)
        .find(|node| node.text("type").is_some_and(|found| types.contains(&&*found)))
}

/// The names that the root or an operation requires for signing in, each with its scopes.
fn requirements(holder: Node<'_>) -> impl Iterator<Item = (Cow<'_, str>, Node<'_>)> {
    holder.get("security").into_iter().flat_map(Node::items).flat_map(Node::members)
}

/// The security definitions that are objects, by name.
fn security_definitions(definition: &Definition) -> impl Iterator<Item = (Cow<'_, str>, Node<'_>)> {
    let definitions = definition.security_definitions().into_iter().flat_map(Node::members);
    definitions.filter(|(_, node)| node.is_object())
}

fn is_oauth(node: Node<'_>) -> bool {
    node.text("type").is_some_and(|found| found == "oauth2")
}

/// What belongs to a type and flow.
#[derive(Clone, Copy)]
struct Scheme {
    /// Members that it must have.
    needed: &'static [&'static str],
    /// Members that it may have besides.
    allowed: &'static [&'static str],
    /// The flow is known, where there is one.
    is_whole: bool,
}

/// What the type of a security definition asks for; none where the type is unknown.
fn scheme(node: Node<'_>) -> Option<Scheme> {
    let plain = |needed| Scheme { needed, allowed: &[], is_whole: true };
    let oauth = |needed| Scheme { needed, allowed: &["scopes"], is_whole: true };
    Some(match &*node.text("type")? {
        "basic" => plain(&["type"]),
        "apiKey" => plain(&["type", "name", "in"]),
        "oauth2" => match node.text("flow").as_deref() {
            Some("implicit") => oauth(&["type", "flow", "authorizationUrl"]),
            Some("password" | "application") => oauth(&["type", "flow", "tokenUrl"]),
            Some("accessCode") => oauth(&["type", "flow", "authorizationUrl", "tokenUrl"]),
            _ => Scheme { needed: &["type", "flow"], allowed: &[], is_whole: false },
        },
        _ => return None,
    })
}
