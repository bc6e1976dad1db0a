//! How to judge: for which publisher, by the rules of which day.

use jiff::civil::Date;

use crate::answers::Publisher;

/// Settings of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Whose rules apply.
    pub publisher: Publisher,
    /// Rules younger than this day are not asked.
    pub as_of: Date,
}
