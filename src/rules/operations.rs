//! Rules about paths and operations.

mod binary_in_url_encoded_form;
mod consumes_incompatible_with_parameters;
mod consumes_missing;
mod duplicate_operation_id;
mod duplicate_operation_parameter;
mod identical_parameters;
mod operation_count_excessive;
mod operation_description_missing;
mod operation_description_no_full_stop;
mod operation_description_repeats_summary;
mod operation_id_missing;
mod operation_id_not_sanitized;
mod operation_id_too_long;
mod operation_names_product;
mod operation_summary_end;
mod operation_summary_missing;
mod operation_summary_over_80;
mod operation_summary_punctuation;
mod operation_summary_too_long;
mod operations_missing;
mod path_differs_only_by_case;
mod path_query_or_fragment;
mod path_slash_missing;
mod summary_restricted_character;
mod trigger_kind_unknown;

use crate::rule::Rule;
use std::borrow::Cow;

use crate::connector::definition::{Definition, Operation};
use crate::connector::terms;
use crate::source::json::Node;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &path_slash_missing::PATH_SLASH_MISSING,
    &path_query_or_fragment::PATH_QUERY_OR_FRAGMENT,
    &path_differs_only_by_case::PATH_DIFFERS_ONLY_BY_CASE,
    &operations_missing::OPERATIONS_MISSING,
    &operation_count_excessive::OPERATION_COUNT_EXCESSIVE,
    &operation_id_missing::OPERATION_ID_MISSING,
    &duplicate_operation_id::DUPLICATE_OPERATION_ID,
    &operation_id_not_sanitized::OPERATION_ID_NOT_SANITIZED,
    &operation_summary_missing::OPERATION_SUMMARY_MISSING,
    &operation_description_missing::OPERATION_DESCRIPTION_MISSING,
    &operation_summary_over_80::OPERATION_SUMMARY_OVER_80,
    &operation_summary_too_long::OPERATION_SUMMARY_TOO_LONG,
    &summary_restricted_character::SUMMARY_RESTRICTED_CHARACTER,
    &operation_summary_punctuation::OPERATION_SUMMARY_PUNCTUATION,
    &operation_summary_end::OPERATION_SUMMARY_END,
    &operation_names_product::OPERATION_NAMES_PRODUCT,
    &operation_description_no_full_stop::OPERATION_DESCRIPTION_NO_FULL_STOP,
    &operation_description_repeats_summary::OPERATION_DESCRIPTION_REPEATS_SUMMARY,
    &trigger_kind_unknown::TRIGGER_KIND_UNKNOWN,
    &operation_id_too_long::OPERATION_ID_TOO_LONG,
    &duplicate_operation_parameter::DUPLICATE_OPERATION_PARAMETER,
    &identical_parameters::IDENTICAL_PARAMETERS,
    &consumes_missing::CONSUMES_MISSING,
    &consumes_incompatible_with_parameters::CONSUMES_INCOMPATIBLE_WITH_PARAMETERS,
    &binary_in_url_encoded_form::BINARY_IN_URL_ENCODED_FORM,
];

/// The values under `/paths`, extensions left out.
pub(super) fn paths(definition: &Definition) -> impl Iterator<Item = Node<'_>> {
    let paths = definition.root().get("paths").filter(|paths| paths.is_object());
    paths
        .into_iter()
        .flat_map(Node::members)
        .filter(|(key, _)| !key.starts_with("x-"))
        .map(|(_, path)| path)
}

/// The summary, unless it is blank.
fn summary(operation: Operation<'_>) -> Option<Cow<'_, str>> {
    operation.node.text("summary").filter(|summary| !terms::is_blank(Some(summary)))
}

/// A text that is not blank and does not end like a sentence.
pub(super) fn is_unfinished(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && !text.ends_with(['.', '!', '?'])
}
