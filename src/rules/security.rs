//! Rules about signing in: security definitions, OAuth settings, and whether both files agree.

mod credential_field_missing;
mod oauth_disagreement;
mod oauth_not_for_independent;
mod oauth_redirect_mode;
mod oauth_secret_in_file;
mod oauth_settings_incomplete;
mod security_definition_incomplete;
mod security_requirement_undefined;

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
];

/// The first security definition of one of these types.
fn definition_of_type<'a>(definition: &'a Definition, types: &[&str]) -> Option<Node<'a>> {
    let definitions = definition.security_definitions()?;
    definitions
        .members()
        .map(|(_, node)| node)
        .find(|node| node.text("type").is_some_and(|found| types.contains(&&*found)))
}
