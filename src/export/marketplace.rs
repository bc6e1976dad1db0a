//! The marketplace package: the solutions that were named, with the documentation page, as
//! Microsoft wants them packed.

use super::{Artifact, ExportSettings, Exporter, Refusal, named, publisher};
use crate::answers::Publisher;
use crate::connector::solution::Kind;
use crate::connector::solutions::{Named, Part, Solutions};
use crate::rule::Checked;
use crate::steps::package::key;

pub(super) static EXPORTER: Exporter = Exporter {
    name: "marketplace",
    makes: "the marketplace package, where solutions are named",
    is_package: true,
    export,
};

fn export(checked: &Checked, _: &ExportSettings) -> Result<Vec<Artifact>, Refusal> {
    let name = named(checked)?;
    let Some(solutions) = complete(checked) else { return Ok(Vec::new()) };
    let path = path(publisher(checked), &name);
    Ok(vec![Artifact { path, bytes: solutions.bytes.clone() }])
}

/// Where it lies in the export.
pub(super) fn path(publisher: Publisher, name: &str) -> String {
    match publisher {
        // An offer takes a link to the zip, wherever it lies.
        Publisher::Verified => format!("marketplace/{name}.zip"),
        // The pull request carries it beside the connector's files.
        Publisher::Independent => format!("{}/{name}/package.zip", publisher.folder()),
    }
}

/// The solutions, where nothing of them is missing.
pub(super) fn complete(checked: &Checked) -> Option<&Solutions> {
    checked.submission.solutions.as_deref().filter(|solutions| solutions.is_complete())
}

/// Why an export has no marketplace package, and how it gets one; none where it has.
pub fn gap(checked: &Checked) -> Option<String> {
    let Some(solutions) = checked.submission.solutions.as_deref() else {
        return Some(format!(
            "There is no marketplace package: it takes the two solutions that the maker portal \
             exports. Name their zips ({} and {}), and the next export packs them.",
            key(Part::Solution(Kind::Connector)),
            key(Part::Solution(Kind::Flow)),
        ));
    };
    let gap = |part: Part| match solutions.named(part) {
        None if part == Part::Solution(Kind::Plugin) || part == Part::CustomProperties => None,
        None => Some(format!("{} is not answered", key(part))),
        Some(Named { read: Err(reason), .. }) => Some(format!("{}: {reason}", key(part))),
        Some(_) => None,
    };
    let gaps: Vec<String> = Part::ALL.into_iter().filter_map(gap).collect();
    (!gaps.is_empty()).then(|| format!("There is no marketplace package: {}.", gaps.join(", ")))
}
