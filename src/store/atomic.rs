//! Writes one file so that it is the old or the new one at every moment.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::StoreError;

/// Replaces a file's content; makes its folder, and the file with mode 0600 where it is new and
/// `private`. A link is followed, so that it stays one.
pub(super) fn write(path: &Path, bytes: &[u8], private: bool) -> Result<(), StoreError> {
    try_write(path, bytes, private).map_err(|error| StoreError::io("written", path, &error))
}

fn try_write(path: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent)?;
    }
    let path = followed(path)?;
    let is_new = match fs::metadata(&path) {
        Ok(found) if found.permissions().readonly() => {
            return Err(io::Error::from(io::ErrorKind::PermissionDenied));
        }
        Ok(_) => false,
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => return Err(error),
    };
    let mut file = AtomicWriteFile::open(&path)?;
    file.write_all(bytes)?;
    if is_new && private {
        restrict(file.as_file())?;
    }
    file.commit()
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
