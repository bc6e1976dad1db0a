//! Rules about the read-me.

mod readme_section_missing;

use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[&readme_section_missing::README_SECTION_MISSING];
