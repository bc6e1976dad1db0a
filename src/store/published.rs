//! Reads the published version of a connector: a folder, a definition file, or a revision of its
//! own git repository.

use std::path::Path;

use super::connector::{content, read_connector};
use super::{StoreError, git, show};
use crate::connector::Connector;
use crate::connector::files::{RawFile, Role, choose};

/// What begins the name of a git revision.
const GIT: &str = "git:";

/// Reads the published version of the connector in `folder`. `told` is a folder, a file (both
/// absolute or relative to `base`), or `git:REVISION`.
///
/// # Errors
/// There is no such thing, it cannot be read, or no connector is in it.
pub fn read_published(told: &str, base: &Path, folder: &Path) -> Result<Connector, StoreError> {
    find_published(told, base, folder)?.ok_or_else(|| {
        StoreError::new(
            format!("no connector was in {} at {}", show(folder), told.trim()),
            "name a revision at which its files were in this folder already",
        )
    })
}

/// The same, with nothing for a connector that was not there yet at a revision.
///
/// # Errors
/// There is no such thing, or it cannot be read.
pub fn find_published(
    told: &str,
    base: &Path,
    folder: &Path,
) -> Result<Option<Connector>, StoreError> {
    let told = told.trim();
    if let Some(revision) = told.strip_prefix(GIT) {
        return git::connector_at(revision, folder);
    }
    let path = base.join(super::typed(told));
    if path.is_dir() {
        return read_connector(&path).map(Some);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let role = if choose(Role::Properties, [name.as_str()]).is_some() {
        Role::Properties
    } else {
        Role::Definition
    };
    let file = RawFile { role, name, content: content(&path)? };
    let connector = Connector::new(path.parent().unwrap_or(base), None, vec![file]);
    match connector.facts(role).broken {
        Some(broken) => Err(StoreError::new(
            format!("{} cannot be read: {}", show(&path), broken.reason),
            "name the folder of the published version, or its definition file",
        )),
        None => Ok(Some(connector)),
    }
}
