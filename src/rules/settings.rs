//! Rules about `conncert.toml`: ours, not Microsoft's. A setting that does nothing, or that cannot
//! be understood, would let its writer believe in something that is not so.

mod exception_unused;
mod settings_invalid;

use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] =
    &[&settings_invalid::SETTINGS_INVALID, &exception_unused::EXCEPTION_UNUSED];
