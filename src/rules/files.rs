//! Rules about the folder itself: which files there are, and whether they can be read.

mod definition_missing;
mod definition_too_large;
mod file_misnamed;
mod icon_not_png;
mod icon_not_wanted;
mod icon_size_wrong;
mod json_byte_order_mark;
mod json_duplicate_name;
mod json_invalid;
mod properties_missing;
mod readme_missing;

use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &definition_missing::DEFINITION_MISSING,
    &properties_missing::PROPERTIES_MISSING,
    &readme_missing::README_MISSING,
    &file_misnamed::FILE_MISNAMED,
    &icon_not_wanted::ICON_NOT_WANTED,
    &icon_not_png::ICON_NOT_PNG,
    &icon_size_wrong::ICON_SIZE_WRONG,
    &json_invalid::JSON_INVALID,
    &json_byte_order_mark::JSON_BYTE_ORDER_MARK,
    &json_duplicate_name::JSON_DUPLICATE_NAME,
    &definition_too_large::DEFINITION_TOO_LARGE,
];
