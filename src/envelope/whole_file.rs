//! Files that are there whole or not at all: written under a name that nobody knows, brought to the
//! medium, then given their name, and the name brought to the medium too.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// Puts a file in its place, or in the place of an older one. `mode` is as in `chmod`.
pub fn replace(path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let folder = folder_of(path);
    let file = written(folder, bytes, mode)?;
    file.persist(path).map_err(|e| e.error)?;
    sync_folder(folder)
}

/// Writes a file that only its owner reads; fails if one of that name exists.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    let file = written(folder, bytes, 0o600)?;
    file.persist_noclobber(path).map_err(|e| e.error)?;
    sync_folder(folder)
}

/// Brings the names in a folder to the medium.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

fn written(folder: &Path, bytes: &[u8], mode: u32) -> io::Result<tempfile::NamedTempFile> {
    let mut file = tempfile::Builder::new()
        .permissions(fs::Permissions::from_mode(mode))
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn what_lies_under_the_temporary_name_is_not_written_to() {
        let dir = tempfile::tempdir().unwrap();
        let (path, part) = (
            dir.path().join("export.zip"),
            dir.path().join("export.zip.part"),
        );
        fs::write(&part, b"left behind").unwrap();
        fs::set_permissions(&part, fs::Permissions::from_mode(0o666)).unwrap();
        replace(&path, b"one", 0o600).unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let elsewhere = dir.path().join("elsewhere");
        fs::remove_file(&part).unwrap();
        symlink(&elsewhere, &part).unwrap();
        replace(&path, b"two", 0o600).unwrap();
        assert!(!elsewhere.exists());
        assert_eq!(fs::read(&path).unwrap(), b"two");
    }

    #[test]
    fn a_file_is_there_whole_or_not_at_all_and_once() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("share.age");
        let bytes = vec![7; 32 << 20];
        let writer = {
            let (path, bytes) = (path.clone(), bytes.clone());
            std::thread::spawn(move || create(&path, &bytes).unwrap())
        };
        let seen = loop {
            if let Ok(file) = std::fs::metadata(&path) {
                break file;
            }
            std::thread::yield_now();
        };
        assert_eq!(seen.len(), bytes.len() as u64);
        assert_eq!(seen.permissions().mode() & 0o777, 0o600);
        writer.join().unwrap();
        let again = create(&path, b"other").unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
