//! Rules about paths and what all their operations share.

mod duplicate_path_item_parameter;
mod indistinguishable_operation_paths;
mod overlapping_operation_paths;
mod path_item_reference;
mod path_template_malformed;
mod path_variable_default;
mod path_wildcard;
mod several_path_item_body_parameters;

use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &path_wildcard::PATH_WILDCARD,
    &path_template_malformed::PATH_TEMPLATE_MALFORMED,
    &path_variable_default::PATH_VARIABLE_DEFAULT,
    &path_item_reference::PATH_ITEM_REFERENCE,
    &indistinguishable_operation_paths::INDISTINGUISHABLE_OPERATION_PATHS,
    &overlapping_operation_paths::OVERLAPPING_OPERATION_PATHS,
    &several_path_item_body_parameters::SEVERAL_PATH_ITEM_BODY_PARAMETERS,
    &duplicate_path_item_parameter::DUPLICATE_PATH_ITEM_PARAMETER,
];
