//! Rules about the responses of operations.

mod default_response_empty_schema;
mod default_response_schema;
mod duplicate_response_header;
mod output_schema_missing;
mod response_code_invalid;
mod response_description_missing;
mod response_example_not_produced;
mod response_schema_empty;
mod responses_missing;
mod several_responses_with_schema;
mod success_response_missing;

use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &responses_missing::RESPONSES_MISSING,
    &success_response_missing::SUCCESS_RESPONSE_MISSING,
    &response_description_missing::RESPONSE_DESCRIPTION_MISSING,
    &default_response_schema::DEFAULT_RESPONSE_SCHEMA,
    &default_response_empty_schema::DEFAULT_RESPONSE_EMPTY_SCHEMA,
    &response_schema_empty::RESPONSE_SCHEMA_EMPTY,
    &several_responses_with_schema::SEVERAL_RESPONSES_WITH_SCHEMA,
    &response_code_invalid::RESPONSE_CODE_INVALID,
    &response_example_not_produced::RESPONSE_EXAMPLE_NOT_PRODUCED,
    &duplicate_response_header::DUPLICATE_RESPONSE_HEADER,
    &output_schema_missing::OUTPUT_SCHEMA_MISSING,
];
