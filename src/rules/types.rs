//! Rules about what a value may be, wherever a type is written: schemas, parameters that are not in
//! the body, headers, and their items.

mod duplicate_enum_display_value;
mod enum_display_name_missing;
mod enum_display_value_undeclared;
mod exclusive_maximum_without_maximum;
mod exclusive_minimum_without_minimum;
mod max_items_negative;
mod max_length_negative;
mod max_properties_negative;
mod min_items_above_max_items;
mod min_items_negative;
mod min_length_above_max_length;
mod min_length_negative;
mod min_properties_negative;
mod minimum_above_maximum;
mod multiple_of_not_positive;
mod pattern_malformed;
mod type_format_unrecognized;

use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Mend, Place, Rule, fix};
use crate::source::json::Node;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &duplicate_enum_display_value::DUPLICATE_ENUM_DISPLAY_VALUE,
    &enum_display_value_undeclared::ENUM_DISPLAY_VALUE_UNDECLARED,
    &enum_display_name_missing::ENUM_DISPLAY_NAME_MISSING,
    &type_format_unrecognized::TYPE_FORMAT_UNRECOGNIZED,
    &exclusive_maximum_without_maximum::EXCLUSIVE_MAXIMUM_WITHOUT_MAXIMUM,
    &exclusive_minimum_without_minimum::EXCLUSIVE_MINIMUM_WITHOUT_MINIMUM,
    &minimum_above_maximum::MINIMUM_ABOVE_MAXIMUM,
    &min_length_above_max_length::MIN_LENGTH_ABOVE_MAX_LENGTH,
    &min_items_above_max_items::MIN_ITEMS_ABOVE_MAX_ITEMS,
    &max_length_negative::MAX_LENGTH_NEGATIVE,
    &min_length_negative::MIN_LENGTH_NEGATIVE,
    &max_items_negative::MAX_ITEMS_NEGATIVE,
    &min_items_negative::MIN_ITEMS_NEGATIVE,
    &max_properties_negative::MAX_PROPERTIES_NEGATIVE,
    &min_properties_negative::MIN_PROPERTIES_NEGATIVE,
    &multiple_of_not_positive::MULTIPLE_OF_NOT_POSITIVE,
    &pattern_malformed::PATTERN_MALFORMED,
];

/// Takes out what a finding stands on.
pub(super) fn remove(_: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    fix::remove(place)
}

/// Two limits that are both numbers, the lower one above the upper one.
fn crossed(site: Site<'_>, low: Keyword, high: Keyword) -> Option<(Node<'_>, Node<'_>)> {
    let (low, high) = (site.get(low)?, site.get(high)?);
    (low.as_f64()? > high.as_f64()?).then_some((low, high))
}

/// The entries of `x-ms-enum-values` that are objects.
fn displayed(site: Site<'_>) -> impl Iterator<Item = Node<'_>> {
    let list = site.get(Keyword::EnumValues);
    list.into_iter().flat_map(Node::items).filter(|entry| entry.is_object())
}
