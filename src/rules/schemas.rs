//! Rules about schemas, references and extensions, wherever they stand.

mod array_items_missing;
mod default_type_mismatch;
mod definition_unused;
mod enum_empty;
mod enum_value_type_mismatch;
mod next_link_name_invalid;
mod notification_content_missing;
mod notification_url_missing;
mod operation_reference_unknown;
mod reference_broken;
mod required_list_empty;
mod required_property_undefined;
mod visibility_unknown;

use crate::rule::Rule;
use crate::source::json::{Kind, Node};

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &reference_broken::REFERENCE_BROKEN,
    &definition_unused::DEFINITION_UNUSED,
    &visibility_unknown::VISIBILITY_UNKNOWN,
    &array_items_missing::ARRAY_ITEMS_MISSING,
    &required_list_empty::REQUIRED_LIST_EMPTY,
    &enum_empty::ENUM_EMPTY,
    &required_property_undefined::REQUIRED_PROPERTY_UNDEFINED,
    &enum_value_type_mismatch::ENUM_VALUE_TYPE_MISMATCH,
    &default_type_mismatch::DEFAULT_TYPE_MISMATCH,
    &operation_reference_unknown::OPERATION_REFERENCE_UNKNOWN,
    &next_link_name_invalid::NEXT_LINK_NAME_INVALID,
    &notification_content_missing::NOTIFICATION_CONTENT_MISSING,
    &notification_url_missing::NOTIFICATION_URL_MISSING,
];

/// Whether a value fits a type (D19); none for a type that is not one of the six.
pub(super) fn fits(value: Node<'_>, kind: &str) -> Option<bool> {
    let is = |wanted: Kind| value.kind() == wanted;
    Some(match kind {
        "string" => is(Kind::String),
        "boolean" => is(Kind::Bool),
        "array" => is(Kind::Array),
        "object" => is(Kind::Object),
        "number" => is(Kind::Number),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        _ => return None,
    })
}
