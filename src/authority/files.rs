//! Files that must not be half written, and secrets that only their owner reads.

use super::AuthorityError;
use std::fs;
use std::io::Write;
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

/// Writes a file beside its place, on disk, then moves it there.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), AuthorityError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(failed(folder))?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed(path))?;
    file.write_all(bytes).map_err(failed(path))?;
    file.as_file().sync_all().map_err(failed(path))?;
    file.persist(path).map_err(|e| failed(path)(e.error))?;
    Ok(())
}

/// Writes a file that only its owner may read (temporary files are created so).
pub fn write_secret(path: &Path, bytes: &[u8]) -> Result<(), AuthorityError> {
    write(path, bytes)
}
