//! The proofs of the board that a stick brings, in place of a server that could be asked.
//!
//! Invariant: what is not in the file is not known, which is no proof of anything. Nor is a hash that
//! does not fit: whoever had the stick could as well have left it out, and nothing but the checkpoint
//! is signed. A file that is none, or whose checkpoint the board's key did not sign, is no file.

use super::SendError;
use super::board::{Proof, Witness};
use super::folder::{self, FolderError};
use crate::board::{Checkpoint, check_consistency, check_inclusion, checkpoint};
use crate::central::BoardProofs;
use crate::consultation::{Manifest, StationId};
use crate::envelope::{Digest, Signed, cbor};
use minicbor::Decoder;
use std::collections::BTreeMap;
use std::path::Path;

/// What a stick says of the board.
pub(super) struct Carried {
    manifest: Signed<Manifest>,
    checkpoint: String,
    /// The board to which all proofs lead.
    board: Checkpoint,
    /// From the size of a smaller board.
    continued: BTreeMap<u64, Vec<Digest>>,
    /// From a leaf, with its place.
    included: BTreeMap<Digest, (u64, Vec<Digest>)>,
}

impl Carried {
    /// What lies in a folder for a station, if anything does.
    pub fn read(
        dir: &Path,
        station: &StationId,
        manifest: &Signed<Manifest>,
    ) -> Result<Option<Self>, FolderError> {
        let bytes = folder::whole(&BoardProofs::path(dir, station), BoardProofs::LONGEST)?;
        Ok(bytes.and_then(|bytes| Self::decode(&bytes, manifest)))
    }

    /// The leaves of which there is a proof.
    pub fn leaves(&self) -> impl Iterator<Item = &Digest> {
        self.included.keys()
    }

    fn decode(bytes: &[u8], manifest: &Signed<Manifest>) -> Option<Self> {
        // Before anything is made of the rest: is it the board's at all?
        let note = first_text(bytes)?;
        let server = &manifest.value().server;
        let board = checkpoint::open(note, &server.board_origin, &server.board_key).ok()?;
        let file: BoardProofs = cbor::decode(bytes).ok()?;
        if !file.is_modest() {
            return None;
        }
        let continued = file.continued.into_iter().map(|c| (c.from, c.hashes));
        let included = file.included.into_iter();
        Some(Self {
            manifest: manifest.clone(),
            checkpoint: file.checkpoint,
            board,
            continued: continued.collect(),
            included: included.map(|i| (i.leaf, (i.index, i.hashes))).collect(),
        })
    }
}

/// The first element of an array, which is a text.
fn first_text(bytes: &[u8]) -> Option<&str> {
    let mut decoder = Decoder::new(bytes);
    decoder.array().ok()?;
    decoder.str().ok()
}

impl Witness for Carried {
    fn manifest(&self) -> &Signed<Manifest> {
        &self.manifest
    }

    fn checkpoint(&self) -> Result<String, SendError> {
        Ok(self.checkpoint.clone())
    }

    fn inclusion(&self, leaf: &Digest, board: &Checkpoint) -> Result<Option<Proof>, SendError> {
        let fits = |(index, path): &&(u64, Vec<Digest>)| {
            *board == self.board && check_inclusion(board, *index, leaf, path).is_ok()
        };
        let found = self.included.get(leaf).filter(fits);
        Ok(found.map(|(index, path)| Proof::new(*index, path.clone())))
    }

    fn consistency(&self, old: &Checkpoint, new: &Checkpoint) -> Result<Option<Proof>, SendError> {
        let fits =
            |path: &&Vec<Digest>| *new == self.board && check_consistency(old, new, path).is_ok();
        let found = self.continued.get(&old.size).filter(fits);
        Ok(found.map(|path| Proof::new(0, path.clone())))
    }
}
