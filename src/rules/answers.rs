//! Rules about what the publisher answered. They judge confirmed answers only.

mod answer_contradicts_file;
mod answer_malformed;
mod answer_missing;
mod authentication_contradicts_files;
mod authentication_not_accepted;
mod connector_name_illegal;
mod independent_owns_service;
mod intro_missing;
mod package_file_swapped;
mod package_file_unreadable;
mod package_page_missing;
mod published_version_unreadable;
mod uptime_below_recommended;
mod verified_without_ownership;

use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &answer_missing::ANSWER_MISSING,
    &answer_malformed::ANSWER_MALFORMED,
    &answer_contradicts_file::ANSWER_CONTRADICTS_FILE,
    &verified_without_ownership::VERIFIED_WITHOUT_OWNERSHIP,
    &independent_owns_service::INDEPENDENT_OWNS_SERVICE,
    &authentication_not_accepted::AUTHENTICATION_NOT_ACCEPTED,
    &authentication_contradicts_files::AUTHENTICATION_CONTRADICTS_FILES,
    &connector_name_illegal::CONNECTOR_NAME_ILLEGAL,
    &uptime_below_recommended::UPTIME_BELOW_RECOMMENDED,
    &published_version_unreadable::PUBLISHED_VERSION_UNREADABLE,
    &package_file_unreadable::PACKAGE_FILE_UNREADABLE,
    &package_file_swapped::PACKAGE_FILE_SWAPPED,
    &package_page_missing::PACKAGE_PAGE_MISSING,
    &intro_missing::INTRO_MISSING,
];
