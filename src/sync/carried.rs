//! The proofs of the board that a stick brings, in place of a server that could be asked.
//!
//! Invariant: what is not in the file is not known, which is no proof of anything; a file that is
//! none, or whose checkpoint the board's key did not sign, is no file.

use super::SendError;
use super::board::{Proof, Witness};
use super::folder::{self, FolderError};
use crate::board::checkpoint;
use crate::central::BoardProofs;
use crate::consultation::{Manifest, StationId};
use crate::envelope::{Digest, Signed, cbor};
use std::collections::BTreeMap;
use std::path::Path;

/// Proofs of some hundred thousand ballots.
const LONGEST: u64 = 256 * 1024 * 1024;

/// What a stick says of the board.
pub(super) struct Carried {
    manifest: Signed<Manifest>,
    checkpoint: String,
    /// Leaves of the board to which all proofs lead.
    size: u64,
    continued: BTreeMap<u64, Proof>,
    included: BTreeMap<Digest, Proof>,
}

impl Carried {
    /// What lies in a folder for a station, if anything does.
    pub fn read(
        dir: &Path,
        station: &StationId,
        manifest: &Signed<Manifest>,
    ) -> Result<Option<Self>, FolderError> {
        let bytes = folder::whole(&BoardProofs::path(dir, station), LONGEST)?;
        Ok(bytes.and_then(|bytes| Self::decode(&bytes, manifest)))
    }

    fn decode(bytes: &[u8], manifest: &Signed<Manifest>) -> Option<Self> {
        let file: BoardProofs = cbor::decode(bytes).ok()?;
        let server = &manifest.value().server;
        let board = checkpoint::open(&file.checkpoint, &server.board_origin, &server.board_key);
        let continued = file.continued.into_iter();
        let included = file.included.into_iter();
        Some(Self {
            manifest: manifest.clone(),
            checkpoint: file.checkpoint,
            size: board.ok()?.size,
            continued: continued
                .map(|c| (c.from, Proof::new(0, c.hashes)))
                .collect(),
            included: included
                .map(|i| (i.leaf, Proof::new(i.index, i.hashes)))
                .collect(),
        })
    }
}

impl Witness for Carried {
    fn manifest(&self) -> &Signed<Manifest> {
        &self.manifest
    }

    fn checkpoint(&self) -> Result<String, SendError> {
        Ok(self.checkpoint.clone())
    }

    fn inclusion(&self, leaf: &Digest, size: u64) -> Result<Option<Proof>, SendError> {
        let found = self.included.get(leaf).filter(|_| size == self.size);
        Ok(found.cloned())
    }

    fn consistency(&self, from: u64, to: u64) -> Result<Option<Proof>, SendError> {
        let found = self.continued.get(&from).filter(|_| to == self.size);
        Ok(found.cloned())
    }
}
