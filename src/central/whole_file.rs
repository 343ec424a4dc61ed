//! Files that have their name only when all of them is on the medium.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// Writes under a temporary name, brings the bytes to the medium, gives the name, and brings the
/// name to the medium. `mode` is what a new file may be used for, as in `chmod`.
pub fn write_whole(path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let mut temporary = path.as_os_str().to_owned();
    temporary.push(".part");
    let temporary = PathBuf::from(temporary);
    // One that was left behind, or put there, may be open to others or lead elsewhere.
    match fs::remove_file(&temporary) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(mode)
        .open(&temporary)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&temporary, path)?;
    let dir = path.parent().filter(|p| !p.as_os_str().is_empty());
    File::open(dir.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn what_lies_under_the_temporary_name_is_not_written_to() {
        let dir = tempfile::tempdir().unwrap();
        let (path, part) = (
            dir.path().join("export.zip"),
            dir.path().join("export.zip.part"),
        );
        fs::write(&part, b"left behind").unwrap();
        fs::set_permissions(&part, fs::Permissions::from_mode(0o666)).unwrap();
        write_whole(&path, b"one", 0o600).unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let elsewhere = dir.path().join("elsewhere");
        symlink(&elsewhere, &part).unwrap();
        write_whole(&path, b"two", 0o600).unwrap();
        assert!(!elsewhere.exists());
        assert_eq!(fs::read(&path).unwrap(), b"two");
    }
}
