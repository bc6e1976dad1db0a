//! Reads on which branch a connector is worked at, where its folder lies in a clone of the
//! connectors repository. Without git, outside of a clone, or where git cannot tell, there is
//! nothing to say.

mod state;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use self::state::{Change, State};
use super::{StoreError, read_connector};
use crate::connector::Connector;
use crate::connector::branch::{Branch, HOMES, Touched, home};

/// Reads a connector folder, and the branch on which it is worked at.
///
/// # Errors
/// Those of [`read_connector`].
pub fn read_submitted(folder: &Path) -> Result<Connector, StoreError> {
    Clones::default().read(folder)
}

/// The clones that were looked at, each once however many connectors it holds.
#[derive(Debug, Default)]
pub struct Clones {
    known: Mutex<HashMap<PathBuf, Option<Arc<State>>>>,
}

impl Clones {
    /// Reads a connector folder, and the branch on which it is worked at.
    ///
    /// # Errors
    /// Those of [`read_connector`].
    pub fn read(&self, folder: &Path) -> Result<Connector, StoreError> {
        let connector = read_connector(folder)?;
        Ok(connector.on_branch(self.branch(folder)))
    }

    /// The branch, where something of the connector is on it.
    fn branch(&self, folder: &Path) -> Option<Branch> {
        let (root, own) = place(folder)?;
        let state = {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            let state = known.entry(root).or_insert_with(|| State::read(folder).map(Arc::new));
            Arc::clone(state.as_ref()?)
        };
        let same = own.to_lowercase();
        let is_own = |path: &str| home(path).is_some_and(|(at, _)| at.to_lowercase() == same);
        let changed = state.changes.iter().map(|change| &change.path);
        if !changed.chain(&state.loose).any(|path| is_own(path)) {
            return None;
        }
        let came = state.changes.iter().filter(|change| !change.is_gone() && is_own(&change.path));
        let came: Vec<&str> = came.map(|change| change.new.as_str()).collect();
        // A folder that was renamed: what makes it a connector went there, and came here.
        let went = state.changes.iter().filter(|change| {
            change.is_gone()
                && Path::new(&change.path).extension().is_some_and(|end| end == "json")
                && came.contains(&change.old.as_str())
        });
        let renamed: Vec<&str> = went.filter_map(|change| Some(home(&change.path)?.0)).collect();
        let is_moved = |change: &Change| {
            change.is_gone() && home(&change.path).is_some_and(|(at, _)| renamed.contains(&at))
        };
        let touched =
            |change: &Change| Touched { path: change.path.clone(), is_removed: change.is_gone() };
        Some(Branch {
            name: state.name.clone(),
            folder: own,
            target: state.target.clone(),
            origin: state.origin.clone(),
            changed: state.changes.iter().filter(|change| !is_moved(change)).map(touched).collect(),
        })
    }
}

/// The root of the clone, and the connector's folder in it, by where folders lie: so no git is
/// started for everybody else.
fn place(folder: &Path) -> Option<(PathBuf, String)> {
    let whole = fs::canonicalize(folder).ok()?;
    whole.ancestors().find_map(|own| {
        let parent = own.parent()?;
        let kind = parent.file_name()?.to_str().filter(|name| HOMES.contains(name))?;
        let root = parent.parent().filter(|root| root.join(".git").exists())?;
        Some((root.to_owned(), format!("{kind}/{}", own.file_name()?.to_str()?)))
    })
}
