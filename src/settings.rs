//! How to judge: for which publisher, by the rules of which day, and by what the publisher wrote
//! into `conncert.toml`.
//!
//! That file stands beside the connector's own files, and only there: so a check, the wizard and
//! an export cannot disagree about it. It never leaves with a package.

pub mod baseline;
pub mod config;
pub mod exceptions;
mod read;

use std::sync::Arc;

use jiff::civil::Date;

use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::Role;
pub use config::{Config, Exception, Fault, Known, Unused, Wanted, Why};

/// Settings of one check. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Whose rules apply.
    pub publisher: Publisher,
    /// Rules younger than this day are not asked, and exceptions that ended before it do not hold.
    pub as_of: Date,
    /// What `conncert.toml` says, where there is one.
    pub config: Option<Arc<Config>>,
    /// Whether the file also speaks of other connectors: then what is of no use to this one may be
    /// of use to those.
    pub shared: bool,
}

impl Settings {
    /// Settings without a file.
    pub const fn new(publisher: Publisher, as_of: Date) -> Self {
        Self { publisher, as_of, config: None, shared: false }
    }

    /// Settings with the file that stands beside the connector, if one does.
    #[must_use]
    pub fn of(publisher: Publisher, as_of: Date, connector: Option<&Connector>) -> Self {
        let facts = connector.map(|connector| connector.facts(Role::Settings));
        let config = facts.filter(|facts| facts.found).map(|facts| Arc::new(Config::read(&facts)));
        Self { config, ..Self::new(publisher, as_of) }
    }

    /// What the file makes of a rule's level, when it says anything.
    pub fn level(&self, rule: &str) -> Option<Wanted> {
        let levels = &self.config.as_deref()?.levels;
        levels.iter().find(|entry| entry.rule.text == rule).map(|entry| entry.level)
    }
}
