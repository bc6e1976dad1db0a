//! Rules about the shape of a definition: which members objects have and what may stand in them.

mod extension_name_without_prefix;
mod json_type_mismatch;
mod json_value_not_in_list;
mod keyword_unsupported;
mod property_not_allowed;
mod required_property_missing;
mod required_value_empty;

use crate::connector::kinds::Kind;
use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &required_property_missing::REQUIRED_PROPERTY_MISSING,
    &required_value_empty::REQUIRED_VALUE_EMPTY,
    &extension_name_without_prefix::EXTENSION_NAME_WITHOUT_PREFIX,
    &keyword_unsupported::KEYWORD_UNSUPPORTED,
    &property_not_allowed::PROPERTY_NOT_ALLOWED,
    &json_type_mismatch::JSON_TYPE_MISMATCH,
    &json_value_not_in_list::JSON_VALUE_NOT_IN_LIST,
];

/// Keywords of JSON Schema that Swagger 2.0 left out.
const KEYWORDS: [&str; 12] = [
    "oneOf",
    "anyOf",
    "not",
    "patternProperties",
    "additionalItems",
    "dependencies",
    "const",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
];

/// Whether an unknown member is such a keyword.
fn is_keyword(kind: Kind, name: &str) -> bool {
    kind == Kind::Schema && KEYWORDS.contains(&name)
}

/// Values as a sentence lists them.
fn listed(values: &[&str]) -> String {
    let values: Vec<&str> =
        values.iter().map(|value| if value.is_empty() { "nothing" } else { value }).collect();
    match values.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => values.concat(),
    }
}
