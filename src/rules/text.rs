//! Rules about version, title and description of the definition.

mod description_length_out_of_range;
mod description_missing;
mod description_names_other_product;
mod description_names_product;
mod description_says_api;
mod specification_version_wrong;
mod title_end_not_alphanumeric;
mod title_independent_suffix;
mod title_missing;
mod title_names_product;
mod title_not_ascii;
mod title_reserved_word;
mod title_too_long;

use crate::connector::definition::Definition;
use crate::connector::terms::{has_word, is_blank};
use crate::rule::Rule;
use std::borrow::Cow;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &specification_version_wrong::SPECIFICATION_VERSION_WRONG,
    &title_missing::TITLE_MISSING,
    &title_too_long::TITLE_TOO_LONG,
    &title_reserved_word::TITLE_RESERVED_WORD,
    &title_names_product::TITLE_NAMES_PRODUCT,
    &title_end_not_alphanumeric::TITLE_END_NOT_ALPHANUMERIC,
    &title_not_ascii::TITLE_NOT_ASCII,
    &title_independent_suffix::TITLE_INDEPENDENT_SUFFIX,
    &description_missing::DESCRIPTION_MISSING,
    &description_length_out_of_range::DESCRIPTION_LENGTH_OUT_OF_RANGE,
    &description_names_product::DESCRIPTION_NAMES_PRODUCT,
    &description_names_other_product::DESCRIPTION_NAMES_OTHER_PRODUCT,
    &description_says_api::DESCRIPTION_SAYS_API,
];

/// The title, unless it is blank: then `title-missing` says all there is to say.
fn title(definition: &Definition) -> Option<Cow<'_, str>> {
    definition.title().filter(|title| !is_blank(Some(title)))
}

/// The description, unless it is blank.
fn description(definition: &Definition) -> Option<Cow<'_, str>> {
    definition.info()?.text("description").filter(|text| !is_blank(Some(text)))
}

/// The products that the validator itself refuses in a description.
fn refused_products(description: &str) -> Vec<&'static str> {
    ["power apps", "power automate", "logic apps"]
        .into_iter()
        .filter(|product| has_word(description, product))
        .collect()
}

/// Words as a sentence names them.
fn names(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
