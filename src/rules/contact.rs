//! Rules about the support contact and the connector metadata.

mod categories_missing;
mod categories_too_many;
mod category_unknown;
mod contact_email_malformed;
mod contact_email_missing;
mod contact_name_missing;
mod contact_url_missing;
mod metadata_name_misspelt;
mod metadata_url_malformed;
mod privacy_policy_missing;
mod url_malformed;
mod website_missing;

use crate::connector::definition::Definition;
use crate::rule::Rule;
use crate::rule::{Context, Place};
use crate::source::json::Node;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &contact_name_missing::CONTACT_NAME_MISSING,
    &contact_url_missing::CONTACT_URL_MISSING,
    &contact_email_missing::CONTACT_EMAIL_MISSING,
    &contact_email_malformed::CONTACT_EMAIL_MALFORMED,
    &url_malformed::URL_MALFORMED,
    &website_missing::WEBSITE_MISSING,
    &privacy_policy_missing::PRIVACY_POLICY_MISSING,
    &categories_missing::CATEGORIES_MISSING,
    &metadata_name_misspelt::METADATA_NAME_MISSPELT,
    &metadata_url_malformed::METADATA_URL_MALFORMED,
    &category_unknown::CATEGORY_UNKNOWN,
    &categories_too_many::CATEGORIES_TOO_MANY,
];

/// What to do about a blank member, and the answer that already says it.
pub(super) fn ready(cx: &Context<'_>, key: &'static str) -> (String, Vec<Place>) {
    if cx.answer(key).is_some() {
        let hint = "Your answer is ready: write it into the file (`conncert apply`, or w on the \
                    review page).";
        return (hint.to_owned(), vec![Place::Answer(key)]);
    }
    let example = crate::steps::question(key).map_or("", |question| question.example);
    (format!("Add it, for example “{example}”."), Vec::new())
}

/// A confirmed answer, unless the file says the same: then the file's own finding is enough.
fn unlike_file<'a>(cx: &Context<'a>, key: &str) -> Option<&'a str> {
    let answer = cx.answer(key)?;
    let question = crate::steps::question(key)?;
    let in_file = cx.connector().and_then(|connector| question.read(connector));
    (in_file.is_none_or(|found| found.text.trim() != answer.trim())).then_some(answer)
}

/// The value of the entry `Categories`, when it is text.
fn categories(definition: &Definition) -> Option<Node<'_>> {
    definition.metadata("Categories")?.get("propertyValue").filter(|value| value.is_string())
}
