//! Rules about the support contact and the metadata that the connector's page shows.

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

use std::borrow::Cow;

use crate::connector::definition::Definition;
use crate::rule::{Context, Place, Rule};

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

/// Where the metadata entries stand.
const METADATA: &str = "/x-ms-connector-metadata";

/// A text of `/info/contact`.
fn contact_text<'a>(definition: &'a Definition, name: &str) -> Option<Cow<'a, str>> {
    definition.contact()?.text(name)
}

/// The value of a metadata entry (D7), when it is text.
fn metadata_text<'a>(definition: &'a Definition, name: &str) -> Option<Cow<'a, str>> {
    definition.metadata(name)?.text("propertyValue")
}

/// The answer that speaks of the same thing as a fault in the file, as its second place.
fn answered(cx: &Context<'_>, key: &'static str) -> Vec<Place> {
    let given = cx.answers().is_some_and(|answers| !answers.is_blank(key));
    given.then_some(Place::Answer(key)).into_iter().collect()
}
