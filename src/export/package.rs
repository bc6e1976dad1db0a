//! The same tree as a zip, the same bytes for the same input on every system.

use super::{Artifact, ExportSettings, Exporter, Refusal, folder, named};
use crate::connector::pack::pack;
use crate::rule::Checked;

pub(super) static EXPORTER: Exporter =
    Exporter { name: "package", makes: "the folder as a zip", is_package: true, export };

fn export(checked: &Checked, _: &ExportSettings) -> Result<Vec<Artifact>, Refusal> {
    let (name, files) = (named(checked)?, folder::files(checked)?);
    let files = files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice()));
    // Writing into memory fails only beyond the limits of the format.
    let bytes = pack(files).map_err(|error| {
        Refusal::new(format!("The zip could not be made ({error}), so the package was not."))
    })?;
    Ok(vec![Artifact { path: format!("{name}.zip"), bytes }])
}
