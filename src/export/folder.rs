//! The folder of the connectors repository: the connector's files under their canonical names,
//! byte for byte, and nothing else.

use super::{Artifact, ExportSettings, Exporter, NO_CONNECTOR, Refusal, named, publisher};
use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::{Body, Role};
use crate::rule::Checked;

pub(super) static EXPORTER: Exporter =
    Exporter { name: "folder", makes: "the folder for the pull request", is_package: true, export };

fn export(checked: &Checked, _: &ExportSettings) -> Result<Vec<Artifact>, Refusal> {
    files(checked)
}

/// The files, with their paths in the repository. What has no role never leaves: no settings of
/// the command line tool, no droppings of operating systems, no draft.
pub(super) fn files(checked: &Checked) -> Result<Vec<Artifact>, Refusal> {
    let connector =
        checked.submission.connector.as_deref().ok_or_else(|| Refusal::new(NO_CONNECTOR))?;
    let name = named(checked)?;
    let publisher = publisher(checked);
    let mut files: Vec<Artifact> = Role::ALL
        .into_iter()
        // How the publisher wishes to be judged here is nobody else's business.
        .filter(|role| *role != Role::Settings)
        // Independent connectors get the generic icon.
        .filter(|role| *role != Role::Icon || publisher == Publisher::Verified)
        .filter(|role| !is_withheld(connector, *role))
        .filter_map(|role| {
            let bytes = connector.facts(role).body.map(Body::bytes)?.to_vec();
            let path = format!("{}/{name}/{}", publisher.folder(), role.canonical());
            Some(Artifact { path, bytes })
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// Files that every package has.
const REQUIRED: [Role; 3] = [Role::Definition, Role::Properties, Role::Readme];

/// What a package made all the same goes without, each as a sentence.
pub(super) fn gaps(connector: &Connector) -> Vec<String> {
    REQUIRED
        .into_iter()
        .filter_map(|role| {
            let name = role.canonical();
            if is_withheld(connector, role) {
                Some(format!(
                    "`{name}` is left out: it cannot be read, so nobody can tell whether a secret \
                     stands in it."
                ))
            } else if connector.facts(role).body.is_none() {
                Some(format!("`{name}` is missing."))
            } else {
                None
            }
        })
        .collect()
}

/// Secrets are looked for in the properties, which takes that they can be read.
fn is_withheld(connector: &Connector, role: Role) -> bool {
    let facts = connector.facts(role);
    role == Role::Properties && facts.body.is_some() && facts.broken.is_some()
}
