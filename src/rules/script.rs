//! Rules about custom code and policies: the operations they are bound to.

mod policy_operation_unknown;
mod script_missing;
mod script_operation_unknown;
mod script_operations_unlisted;

use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &script_operation_unknown::SCRIPT_OPERATION_UNKNOWN,
    &script_missing::SCRIPT_MISSING,
    &script_operations_unlisted::SCRIPT_OPERATIONS_UNLISTED,
    &policy_operation_unknown::POLICY_OPERATION_UNKNOWN,
];
