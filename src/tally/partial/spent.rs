//! The memory of a share: which settlement it was used for.
//!
//! Invariant: the record is on disk before a partial exists, and a record that cannot be read
//! counts as another settlement.

use crate::envelope::Digest;
use crate::envelope::whole_file;
use crate::tally::TallyError;
use std::io::ErrorKind;
use std::path::Path;

/// Uses a share for a settlement: the first is recorded in `share.spent` beside the share, and
/// only the same may follow.
pub(super) fn spend(share: &Path, settlement: Digest) -> Result<(), TallyError> {
    let path = share.with_extension("spent");
    let record = format!("{}\n", settlement.hex());
    let io = |e: &std::io::Error| TallyError::Io {
        path: path.clone(),
        why: e.to_string(),
    };
    match whole_file::create(&path, record.as_bytes()) {
        Ok(()) => Ok(()),
        Err(e) if e.kind() == ErrorKind::AlreadyExists => {
            let before = std::fs::read(&path).map_err(|e| io(&e))?;
            if before == record.as_bytes() {
                Ok(())
            } else {
                let before = String::from_utf8_lossy(&before).trim().to_owned();
                Err(TallyError::Spent(before))
            }
        }
        Err(e) => Err(io(&e)),
    }
}
