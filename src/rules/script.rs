//! Rules about custom code and policies, which name operations.

mod policy_operation_unknown;
mod script_missing;
mod script_operation_unknown;
mod script_operations_unlisted;

use crate::connector::properties::Properties;
use crate::rule::Rule;
use crate::source::json::Node;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &script_operation_unknown::SCRIPT_OPERATION_UNKNOWN,
    &script_missing::SCRIPT_MISSING,
    &script_operations_unlisted::SCRIPT_OPERATIONS_UNLISTED,
    &policy_operation_unknown::POLICY_OPERATION_UNKNOWN,
];

/// `/properties/scriptOperations` when it is a list.
fn script_operations(properties: &Properties) -> Option<Node<'_>> {
    properties.properties()?.get("scriptOperations").filter(|node| node.is_array())
}
