//! What we know: the publisher's answers and the connector. Cheap to clone, so it crosses threads.

use std::sync::Arc;

use crate::answers::Answers;
use crate::connector::Connector;
use crate::connector::package::Package;
use crate::connector::solutions::Solutions;

/// A submission in the making.
#[derive(Debug, Clone, Default)]
pub struct Submission {
    /// The answers; none when a folder is checked by itself.
    pub answers: Option<Arc<Answers>>,
    /// The connector; none while its folder is not known.
    pub connector: Option<Arc<Connector>>,
    /// The connector as published, where this one updates it.
    pub previous: Option<Published>,
    /// The marketplace package, where that is judged; the connector is then what it is compared with.
    pub package: Option<Arc<Package>>,
    /// The solutions that were named for the package, where one is to be made.
    pub solutions: Option<Arc<Solutions>>,
}

/// A published connector, or why it cannot be read.
pub type Published = Result<Arc<Connector>, String>;
