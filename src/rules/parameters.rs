//! Rules about parameters.

mod allow_empty_value_misplaced;
mod body_in_fetch_operation;
mod body_parameter_schema_missing;
mod body_parameter_type_property;
mod body_with_form_data;
mod collection_format_unsupported;
mod dynamic_extension_on_body_parameter;
mod file_parameter_outside_form_data;
mod form_parameter_name_not_ascii;
mod internal_default_optional;
mod non_body_parameter_schema;
mod parameter_description_missing;
mod parameter_description_no_full_stop;
mod parameter_named_connection_id;
mod parameter_summary_missing;
mod parameter_summary_too_long;
mod path_parameter_encoding_missing;
mod path_parameter_not_required;
mod path_parameter_unused;
mod path_variable_undeclared;
mod query_parameter_encoding;
mod reserved_parameter_name;
mod several_body_parameters;

use crate::connector::definition::ParameterSite;
use crate::rule::Rule;
use crate::source::json::Node;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &parameter_summary_missing::PARAMETER_SUMMARY_MISSING,
    &parameter_description_missing::PARAMETER_DESCRIPTION_MISSING,
    &parameter_summary_too_long::PARAMETER_SUMMARY_TOO_LONG,
    &parameter_description_no_full_stop::PARAMETER_DESCRIPTION_NO_FULL_STOP,
    &parameter_named_connection_id::PARAMETER_NAMED_CONNECTION_ID,
    &internal_default_optional::INTERNAL_DEFAULT_OPTIONAL,
    &path_parameter_not_required::PATH_PARAMETER_NOT_REQUIRED,
    &path_parameter_encoding_missing::PATH_PARAMETER_ENCODING_MISSING,
    &path_variable_undeclared::PATH_VARIABLE_UNDECLARED,
    &path_parameter_unused::PATH_PARAMETER_UNUSED,
    &body_in_fetch_operation::BODY_IN_FETCH_OPERATION,
    &several_body_parameters::SEVERAL_BODY_PARAMETERS,
    &body_with_form_data::BODY_WITH_FORM_DATA,
    &body_parameter_schema_missing::BODY_PARAMETER_SCHEMA_MISSING,
    &query_parameter_encoding::QUERY_PARAMETER_ENCODING,
    &reserved_parameter_name::RESERVED_PARAMETER_NAME,
    &form_parameter_name_not_ascii::FORM_PARAMETER_NAME_NOT_ASCII,
    &file_parameter_outside_form_data::FILE_PARAMETER_OUTSIDE_FORM_DATA,
    &allow_empty_value_misplaced::ALLOW_EMPTY_VALUE_MISPLACED,
    &body_parameter_type_property::BODY_PARAMETER_TYPE_PROPERTY,
    &non_body_parameter_schema::NON_BODY_PARAMETER_SCHEMA,
    &dynamic_extension_on_body_parameter::DYNAMIC_EXTENSION_ON_BODY_PARAMETER,
    &collection_format_unsupported::COLLECTION_FORMAT_UNSUPPORTED,
];

/// Makers fill it in: not in the body, and not hidden.
fn is_shown(site: ParameterSite<'_>) -> bool {
    ["query", "path", "header", "formData"].iter().any(|place| site.is_in(place))
        && !site.is_hidden()
}

/// `in` of a parameter object is exactly this.
pub(super) fn is_in(parameter: Node<'_>, place: &str) -> bool {
    parameter.text("in").is_some_and(|found| found == place)
}

/// How messages call a parameter.
fn name(site: ParameterSite<'_>) -> String {
    let name = site.node.text("name").unwrap_or_default();
    format!("“{}”", super::quote(&name))
}

/// The variables of a path: every `{…}` without a brace inside, verbatim (D16).
pub(super) fn variables(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| {
        let (variable, _) = rest.split_once('}')?;
        Some(variable)
    })
}
