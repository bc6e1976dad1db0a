//! Rules about the properties file: brand, publisher, connection parameters.

mod brand_colour_forbidden;
mod brand_colour_malformed;
mod brand_colour_missing;
mod brand_colour_not_independent;
mod connection_constraint_not_text;
mod connection_parameter_description_missing;
mod connection_parameter_name_missing;
mod connection_parameter_type_unknown;
mod properties_object_missing;
mod publisher_missing;
mod stack_owner_missing;

use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &properties_object_missing::PROPERTIES_OBJECT_MISSING,
    &brand_colour_missing::BRAND_COLOUR_MISSING,
    &brand_colour_malformed::BRAND_COLOUR_MALFORMED,
    &brand_colour_forbidden::BRAND_COLOUR_FORBIDDEN,
    &brand_colour_not_independent::BRAND_COLOUR_NOT_INDEPENDENT,
    &publisher_missing::PUBLISHER_MISSING,
    &stack_owner_missing::STACK_OWNER_MISSING,
    &connection_parameter_type_unknown::CONNECTION_PARAMETER_TYPE_UNKNOWN,
    &connection_constraint_not_text::CONNECTION_CONSTRAINT_NOT_TEXT,
    &connection_parameter_name_missing::CONNECTION_PARAMETER_NAME_MISSING,
    &connection_parameter_description_missing::CONNECTION_PARAMETER_DESCRIPTION_MISSING,
];
