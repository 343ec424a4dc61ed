//! Files of a trustee: written once, whole or not at all, on disk before anyone is told, readable
//! by their owner only.

use std::fs::File;
use std::io::{Result, Write};
use std::path::Path;

/// Writes a new file and waits until it is on disk; fails if it exists. It has its name only when
/// all of it is there: half a record of a share's use, or half a share, would lock its trustee out.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    // Temporary files are made for their owner only.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|e| e.error)?;
    // The name of a new file is durable only when its folder is.
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::ErrorKind;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_file_is_there_whole_or_not_at_all_and_once() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("share.age");
        let bytes = vec![7; 32 << 20];
        let writer = {
            let (path, bytes) = (path.clone(), bytes.clone());
            std::thread::spawn(move || write_new(&path, &bytes).unwrap())
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
        let again = write_new(&path, b"other").unwrap_err();
        assert_eq!(again.kind(), ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
