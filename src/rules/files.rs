//! Rules about the files themselves: which there are, and whether they can be read.

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

use crate::connector::files::{File, Role, State};
use crate::rule::{Place, Rule, Sink};

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

/// Tells that a file is missing, and what stands in its place if something does.
fn missing<T>(file: &File<T>, role: Role, out: &mut Sink<'_>, say: impl Fn(&str) -> String) {
    if let State::Missing { note } = file.state {
        let mut message = say(role.canonical());
        if let Some(note) = note {
            message = format!("{message} At present {note}.");
        }
        out.say(Place::File(role), message);
    }
}
