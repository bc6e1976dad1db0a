//! Reads the solutions that a draft names for the marketplace package.

use std::path::Path;
use std::sync::Arc;

use super::connector::content;
use super::show;
use crate::connector::Connector;
use crate::connector::files::{Body, RawContent, Role};
use crate::connector::solutions::{Named, Part, Solutions};

/// Reads what is named, absolute or relative to `base`, and packs it with the documentation page
/// of the connector. None where nothing is named; what cannot be read is told in it.
pub fn read_solutions(
    named: &[(Part, String)],
    base: &Path,
    connector: Option<&Connector>,
) -> Option<Solutions> {
    if named.is_empty() {
        return None;
    }
    let named: Vec<Named> = named
        .iter()
        .map(|(part, told)| {
            let path = base.join(super::typed(told));
            Named { part: *part, read: read(&path), path }
        })
        .collect();
    let page = connector.and_then(|connector| connector.facts(Role::Intro).body).map(Body::bytes);
    match Solutions::new(named.clone(), page) {
        Ok(solutions) => Some(solutions),
        Err(reason) => {
            let failed = |one: Named| Named { read: Err(reason.clone()), ..one };
            Solutions::new(named.into_iter().map(failed).collect(), page).ok()
        }
    }
}

/// A file that is another one by now than the one that was read: the portal exports the same name
/// again and again.
pub fn changed_solution(solutions: &Solutions) -> Option<&Path> {
    let mut named = solutions.named.iter();
    named.find(|one| read(&one.path).ok() != one.read.clone().ok()).map(|one| one.path.as_path())
}

fn read(path: &Path) -> Result<Arc<[u8]>, String> {
    match content(path) {
        Ok(RawContent::Bytes(bytes)) => Ok(bytes.into()),
        Ok(RawContent::NotRegular) => {
            Err(format!("{} is no file; a solution stays zipped", show(path)))
        }
        Ok(RawContent::TooLarge(size)) => {
            Err(format!("{} has {} MiB, which no solution has", show(path), size >> 20))
        }
        Err(error) => Err(error.to_string()),
    }
}
