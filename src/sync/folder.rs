//! Removable media: the same bytes as files, and receipts that come back beside them.
//!
//! ```text
//! NAME.introduction.cbor
//! NAME.000000.batch.cbor
//! NAME.000000.batch.cbor.receipt      written by the central server's program
//! NAME.board                          so too: proofs of the board, from what the station knew of it
//! purge.cose                          the registry's order to forget the links, when it is time
//! voted.cose                          who voted, as the central server knows it
//! ```
//!
//! A file has its name only when all of it is on the medium: a stick pulled too early holds whole
//! files, or temporary ones that nobody reads.

use super::receipts::Label;
use super::{Introduction, Outcome, SendError, check_receipt};
use crate::consultation::{Manifest, StationId};
use crate::envelope::{Signed, whole_file};
use crate::station::PendingBatch;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A receipt is a few hundred bytes; a longer file is none.
const LONGEST: u64 = 64 * 1024;

/// Some millions of people.
const LONGEST_LIST: u64 = 256 * 1024 * 1024;

/// Why files could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The medium failed.
    #[error("{path}: {error}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What happened.
        error: io::Error,
    },
    /// What should be written is not an introduction or a batch.
    #[error("batch {sequence} is not a batch")]
    NotABatch {
        /// Which one.
        sequence: u64,
    },
    /// The introduction is not one.
    #[error("the station's introduction is not one")]
    NotAnIntroduction,
}

/// Writes the introduction and the batches that wait; the files' paths. Batches stay with the
/// station until their receipts come back.
pub fn to_folder(
    dir: &Path,
    introduction: &Introduction,
    pending: &[PendingBatch],
) -> Result<Vec<PathBuf>, FolderError> {
    to_folder_showing(dir, introduction, pending, &mut |_| ())
}

/// Like [`to_folder`]; `begun` is told of each batch, from 0, before it is written.
pub fn to_folder_showing(
    dir: &Path,
    introduction: &Introduction,
    pending: &[PendingBatch],
    begun: &mut dyn FnMut(usize),
) -> Result<Vec<PathBuf>, FolderError> {
    let station = introduction
        .peek_station()
        .map_err(|_| FolderError::NotAnIntroduction)?;
    fs::create_dir_all(dir).map_err(|e| io_error(dir, e))?;
    let mut paths = vec![dir.join(format!("{station}.introduction.cbor"))];
    put(&paths[0], &introduction.bytes())?;
    for (n, batch) in pending.iter().enumerate() {
        begun(n);
        let sequence = batch.sequence;
        if Label::of(&batch.bytes).is_none() {
            return Err(FolderError::NotABatch { sequence });
        }
        let path = dir.join(batch_name(&station, sequence));
        put(&path, &batch.bytes)?;
        paths.push(path);
    }
    Ok(paths)
}

/// Reads the receipts of batches that wait. A batch without a receipt file has no outcome.
pub fn receipts_from_folder(
    dir: &Path,
    manifest: &Signed<Manifest>,
    pending: &[PendingBatch],
) -> Result<Vec<(u64, Outcome)>, FolderError> {
    let mut outcomes = Vec::new();
    for batch in pending {
        let sequence = batch.sequence;
        let label = Label::of(&batch.bytes).ok_or(FolderError::NotABatch { sequence })?;
        let name = batch_name(&label.header.station, sequence);
        let path = dir.join(format!("{name}.receipt"));
        let mut bytes = Vec::new();
        let read = File::open(&path).and_then(|file| file.take(LONGEST).read_to_end(&mut bytes));
        match read {
            Ok(_) => outcomes.push((sequence, check_receipt(manifest, &batch.bytes, &bytes))),
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            Err(e) => {
                let error = SendError::Unreachable(format!("{}: {e}", path.display()));
                outcomes.push((sequence, Err(error)));
            }
        }
    }
    Ok(outcomes)
}

/// The registry's order to forget the links, if somebody put it there; who obeys it checks its
/// signature.
pub fn purge_from_folder(dir: &Path) -> Result<Option<Vec<u8>>, FolderError> {
    whole(&dir.join("purge.cose"), LONGEST)
}

/// The list of who voted, if somebody put it there; who takes it checks its signature.
pub fn voted_from_folder(dir: &Path) -> Result<Option<Vec<u8>>, FolderError> {
    whole(&dir.join("voted.cose"), LONGEST_LIST)
}

pub(super) fn whole(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, FolderError> {
    let mut bytes = Vec::new();
    match File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)) {
        Ok(_) => Ok(Some(bytes)),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(io_error(path, e)),
    }
}

fn batch_name(station: &StationId, sequence: u64) -> String {
    format!("{station}.{sequence:06}.batch.cbor")
}

/// Readable by whoever the stick is carried to.
fn put(path: &Path, bytes: &[u8]) -> Result<(), FolderError> {
    whole_file::replace(path, bytes, 0o644).map_err(|e| io_error(path, e))
}

fn io_error(path: &Path, error: io::Error) -> FolderError {
    FolderError::Io {
        path: path.to_owned(),
        error,
    }
}
