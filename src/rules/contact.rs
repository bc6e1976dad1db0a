//! Rules about contact.

use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[];
