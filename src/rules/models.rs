//! Rules about models, as Swagger calls schemas that have properties: which of those are required,
//! internal or told apart by a discriminator, how they are edited and filtered, how many and how
//! deep they are.

mod binary_inside_schema;
mod body_schema_count_excessive;
mod dictionary_editor_on_closed_schema;
mod discriminator_not_required_string;
mod filter_functions_duplicate;
mod filter_functions_empty;
mod filter_functions_in_input;
mod filter_functions_unknown_value;
mod internal_property_not_required;
mod operation_schema_count_excessive;
mod required_on_non_object;
mod required_property_loop;
mod required_read_only_input;
mod schema_too_deep;
mod schema_type_file_misplaced;
mod total_schema_count_excessive;

use std::borrow::Cow;

use crate::connector::sites::{Keyword, Site};
use crate::rule::Rule;
use crate::source::json::Node;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &required_on_non_object::REQUIRED_ON_NON_OBJECT,
    &required_read_only_input::REQUIRED_READ_ONLY_INPUT,
    &internal_property_not_required::INTERNAL_PROPERTY_NOT_REQUIRED,
    &discriminator_not_required_string::DISCRIMINATOR_NOT_REQUIRED_STRING,
    &schema_type_file_misplaced::SCHEMA_TYPE_FILE_MISPLACED,
    &binary_inside_schema::BINARY_INSIDE_SCHEMA,
    &dictionary_editor_on_closed_schema::DICTIONARY_EDITOR_ON_CLOSED_SCHEMA,
    &filter_functions_empty::FILTER_FUNCTIONS_EMPTY,
    &filter_functions_duplicate::FILTER_FUNCTIONS_DUPLICATE,
    &filter_functions_in_input::FILTER_FUNCTIONS_IN_INPUT,
    &filter_functions_unknown_value::FILTER_FUNCTIONS_UNKNOWN_VALUE,
    &required_property_loop::REQUIRED_PROPERTY_LOOP,
    &body_schema_count_excessive::BODY_SCHEMA_COUNT_EXCESSIVE,
    &operation_schema_count_excessive::OPERATION_SCHEMA_COUNT_EXCESSIVE,
    &schema_too_deep::SCHEMA_TOO_DEEP,
    &total_schema_count_excessive::TOTAL_SCHEMA_COUNT_EXCESSIVE,
];

/// Whether a property is an object that is no reference.
fn is_plain(property: Node<'_>) -> bool {
    property.is_object() && !property.get("$ref").is_some_and(Node::is_string)
}

/// The names of the properties that a schema requires.
fn required(site: Site<'_>) -> impl Iterator<Item = Cow<'_, str>> {
    let list = site.get(Keyword::Required);
    list.into_iter().flat_map(Node::items).filter_map(Node::as_str)
}

/// The list `x-ms-capabilities.filterFunctions` of a schema.
fn filter_functions(site: Site<'_>) -> Option<Node<'_>> {
    if site.is_reference() {
        return None;
    }
    let list = site.get(Keyword::Capabilities)?.get("filterFunctions")?;
    list.is_array().then_some(list)
}
