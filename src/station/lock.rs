//! One program at a time holds an open station.
//!
//! Invariant: whoever may write to the store holds the lock on `station.lock`; it goes with the
//! process, however that ends. Opening a station puts interrupted votes back to admitted, so a
//! second program must not: the vote at the screen of the first would be lost to its voter.

use super::StationError;
use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// The lock; let go when it is dropped.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Drop for Lock {
    /// Says so, rather than only closing the file: a child that was forked and has not yet begun
    /// its own program shares the open file, and the lock would stay until it does.
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

impl Lock {
    /// Takes the lock of a station's folder; an error if another program holds it.
    pub(super) fn take(dir: &Path) -> Result<Self, StationError> {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(dir.join("station.lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(StationError::InUse),
            Err(TryLockError::Error(e)) => Err(e.into()),
        }
    }
}
