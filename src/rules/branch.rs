//! Rules about the branch that takes a connector to the connectors repository.

mod branch_from_master;
mod branch_holds_foreign_files;
mod branch_holds_two_connectors;
mod branch_shared;

use crate::connector::branch::{Branch, SHARED};
use crate::rule::Rule;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &branch_shared::BRANCH_SHARED,
    &branch_from_master::BRANCH_FROM_MASTER,
    &branch_holds_foreign_files::BRANCH_HOLDS_FOREIGN_FILES,
    &branch_holds_two_connectors::BRANCH_HOLDS_TWO_CONNECTORS,
];

/// The branch to which the pull request goes, as commands name it.
fn target(branch: &Branch) -> &str {
    branch.target.as_deref().unwrap_or(SHARED[0])
}
