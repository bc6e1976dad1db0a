//! Writes one file so that it is the old or the new one at every moment.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::{StoreError, show};

/// New content that lies beside its file and waits to take its place. Dropped, it is gone.
pub(super) struct Prepared {
    file: AtomicWriteFile,
    path: PathBuf,
}

/// Replaces a file's content; makes its folder, and the file with mode 0600 where it is new and
/// `private`. A link is followed, so that it stays one.
pub(super) fn write(path: &Path, bytes: &[u8], private: bool) -> Result<(), StoreError> {
    prepare(path, bytes, private)?.commit()
}

/// Writes the new content beside the file. Whatever can fail has most likely failed by then.
pub(super) fn prepare(path: &Path, bytes: &[u8], private: bool) -> Result<Prepared, StoreError> {
    let failed = |error: io::Error| StoreError::io("written", path, &error);
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    let followed = followed(path).map_err(failed)?;
    let is_new = match fs::metadata(&followed) {
        Ok(found) if found.permissions().readonly() => {
            return Err(StoreError::new(
                format!("{} cannot be written: it is read-only", show(path)),
                "allow writing to it, or choose another place",
            ));
        }
        Ok(_) => false,
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => return Err(failed(error)),
    };
    let mut file = AtomicWriteFile::open(&followed).map_err(failed)?;
    if is_new && private {
        // Before the content is there for others to read.
        restrict(file.as_file()).map_err(failed)?;
    }
    file.write_all(bytes).map_err(failed)?;
    Ok(Prepared { file, path: path.to_owned() })
}

impl Prepared {
    /// Flushes it and puts it in its place.
    pub(super) fn commit(self) -> Result<(), StoreError> {
        self.file.commit().map_err(|error| StoreError::io("written", &self.path, &error))
    }
}

/// The file a link leads to.
fn followed(path: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.file_type().is_symlink() => fs::canonicalize(path),
        _ => Ok(path.to_owned()),
    }
}

#[cfg(unix)]
fn restrict(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o600))
}

/// On Windows a file in the data folder of an account is that account's alone.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the twin can fail")]
fn restrict(_: &fs::File) -> io::Result<()> {
    Ok(())
}
