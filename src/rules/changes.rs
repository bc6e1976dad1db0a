//! Rules about updates: what people who use the published version would lose.

mod authentication_method_removed;
mod connection_parameter_added;
mod connection_parameter_removed;
mod input_hidden;
mod input_moved;
mod input_removed;
mod input_type_changed;
mod input_values_narrowed;
mod operation_hidden;
mod operation_moved;
mod operation_removed;
mod operation_trigger_changed;
mod output_removed;
mod output_type_changed;
mod required_input_added;

use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &authentication_method_removed::AUTHENTICATION_METHOD_REMOVED,
    &operation_removed::OPERATION_REMOVED,
    &operation_hidden::OPERATION_HIDDEN,
    &operation_moved::OPERATION_MOVED,
    &operation_trigger_changed::OPERATION_TRIGGER_CHANGED,
    &input_removed::INPUT_REMOVED,
    &input_hidden::INPUT_HIDDEN,
    &input_moved::INPUT_MOVED,
    &input_type_changed::INPUT_TYPE_CHANGED,
    &required_input_added::REQUIRED_INPUT_ADDED,
    &input_values_narrowed::INPUT_VALUES_NARROWED,
    &output_removed::OUTPUT_REMOVED,
    &output_type_changed::OUTPUT_TYPE_CHANGED,
    &connection_parameter_removed::CONNECTION_PARAMETER_REMOVED,
    &connection_parameter_added::CONNECTION_PARAMETER_ADDED,
];
