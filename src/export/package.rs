//! The same tree as a zip, the same bytes for the same input on every system.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::{Artifact, ExportSettings, Exporter, Refusal, folder, named};
use crate::rule::Checked;

pub(super) static EXPORTER: Exporter =
    Exporter { name: "package", makes: "the folder as a zip", is_package: true, export };

fn export(checked: &Checked, _: &ExportSettings) -> Result<Vec<Artifact>, Refusal> {
    let (name, files) = (named(checked)?, folder::files(checked)?);
    // Writing into memory fails only beyond the limits of the format.
    let bytes = zip(&files).map_err(|error| {
        Refusal::new(format!("The zip could not be made ({error}), so the package was not."))
    })?;
    Ok(vec![Artifact { path: format!("{name}.zip"), bytes }])
}

fn zip(files: &[Artifact]) -> zip::result::ZipResult<Vec<u8>> {
    // Everything a writer would take from its surroundings is fixed.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        writer.start_file(file.path.as_str(), options)?;
        writer.write_all(&file.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
