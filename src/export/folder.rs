//! The folder of the connectors repository: the connector's files under their canonical names,
//! byte for byte, and nothing else.

use super::{Artifact, ExportSettings, Exporter, name, publisher};
use crate::answers::Publisher;
use crate::connector::files::{Body, Role};
use crate::rule::Checked;

pub(super) static EXPORTER: Exporter =
    Exporter { name: "folder", makes: "the folder for the pull request", is_package: true, export };

fn export(checked: &Checked, _: &ExportSettings) -> Vec<Artifact> {
    files(checked)
}

/// The files, with their paths in the repository. What has no role never leaves: no settings of
/// the command line tool, no droppings of operating systems, no draft.
pub(super) fn files(checked: &Checked) -> Vec<Artifact> {
    let (Some(connector), Some(name)) = (checked.submission.connector.as_deref(), name(checked))
    else {
        return Vec::new();
    };
    let publisher = publisher(checked);
    let mut files: Vec<Artifact> = Role::ALL
        .into_iter()
        // Independent connectors get the generic icon.
        .filter(|role| *role != Role::Icon || publisher == Publisher::Verified)
        .filter_map(|role| {
            let bytes = connector.facts(role).body.map(Body::bytes)?.to_vec();
            let path = format!("{}/{name}/{}", publisher.folder(), role.canonical());
            Some(Artifact { path, bytes })
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
