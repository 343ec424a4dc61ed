//! Files that must not be half written, and secrets that only their owner reads.

use super::AuthorityError;
use crate::envelope::whole_file;
use std::fs;
use std::path::Path;

fn failed(path: &Path) -> impl Fn(std::io::Error) -> AuthorityError + '_ {
    move |error| AuthorityError::Io {
        file: path.display().to_string(),
        error,
    }
}

/// Reads a whole file.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, AuthorityError> {
    fs::read(path).map_err(failed(path))
}

/// Puts a file that only its owner reads into a folder, which is made if need be.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), AuthorityError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed(folder))?;
    }
    whole_file::replace(path, bytes, 0o600).map_err(failed(path))
}
