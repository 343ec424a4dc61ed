//! Verifying the board: that it only grows, and that the station's ballots are on it. The proofs come
//! from the server, or from a stick.
//!
//! Invariant: a checkpoint counts as verified only by a proof that leads from the one before to it;
//! that a proof is missing is no proof of anything, and is asked for again another time. A proof of
//! the server's that is wrong is an alarm, and so are two checkpoints of one size that the board's
//! key signed and that differ, whoever shows them and whatever else is held back.

use super::SendError;
use crate::board::{Checkpoint, check_consistency, check_inclusion, checkpoint};
use crate::consultation::Manifest;
use crate::envelope::{Digest, Signed};
use crate::station::{BoardAlarm, BoardChecked, BoardToCheck};
use serde::Deserialize;

/// A proof: of a place, or from one size to another.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The place of the leaf.
    index: u64,
    /// `None`: what stands there is no proof.
    path: Option<Vec<Digest>>,
}

/// A proof in the server's JSON.
#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    index: u64,
    hashes: Vec<String>,
}

impl Proof {
    pub(super) fn new(index: u64, path: Vec<Digest>) -> Self {
        let path = Some(path);
        Self { index, path }
    }

    /// As the server writes it.
    pub(super) fn from_json(bytes: &[u8]) -> Result<Self, SendError> {
        let written: Written = serde_json::from_slice(bytes).map_err(|_| SendError::BadAnswer)?;
        let hashes = written.hashes.iter().map(|h| Digest::from_hex(h));
        Ok(Self {
            index: written.index,
            path: hashes.collect(),
        })
    }
}

/// Where a checkpoint and proofs come from.
pub trait Witness {
    /// The consultation, whose board it is.
    fn manifest(&self) -> &Signed<Manifest>;
    /// The last checkpoint; whoever uses it checks its signature.
    fn checkpoint(&self) -> Result<String, SendError>;
    /// The proof that a leaf is on this board; `None` if there is none.
    fn inclusion(&self, leaf: &Digest, board: &Checkpoint) -> Result<Option<Proof>, SendError>;
    /// The proof that one board begins with another; `None` if there is none.
    fn consistency(&self, old: &Checkpoint, new: &Checkpoint) -> Result<Option<Proof>, SendError>;
}

/// Verifies what is to be verified, as far as there are proofs; what contradicts itself needs none.
/// An error means that nothing was learned.
pub fn check_board(witness: &impl Witness, task: &BoardToCheck) -> Result<BoardChecked, SendError> {
    let mut checked = BoardChecked::default();
    let open = |note: &String| {
        let server = &witness.manifest().value().server;
        let board = checkpoint::open(note, &server.board_origin, &server.board_key);
        Some((board.ok()?, note.clone()))
    };
    let verified = task.verified.as_ref().and_then(open);
    let newest = witness.checkpoint();
    let newest = newest.and_then(|note| open(&note).ok_or(SendError::BadAnswer));
    // The newest first: where it fits, proofs of all the others lead to it.
    let seen = task.seen.iter().filter_map(open);
    let boards: Vec<_> = newest.iter().cloned().chain(seen).collect();
    for (board, note) in &boards {
        let mut others = boards.iter().chain(&verified);
        if others.any(|(other, _)| split(board, other)) {
            checked.alarm(BoardAlarm::NotContinued(note.clone()));
        }
    }
    let newest = match newest {
        Ok(newest) => newest,
        Err(error) if checked == BoardChecked::default() => return Err(error),
        Err(_) => return Ok(checked),
    };
    // Every board continues the empty one: the first that is known may be any.
    let mut known = verified.unwrap_or(newest);
    for (board, note) in &boards {
        let (old, new) = if board.size < known.0.size {
            (board, &known.0)
        } else {
            (&known.0, board)
        };
        let fits = match continues(witness, old, new) {
            Ok(Some(fits)) => fits,
            Ok(None) => continue,
            Err(error) if checked == BoardChecked::default() => return Err(error),
            // What was verified so far counts.
            Err(_) => break,
        };
        if !fits {
            checked.alarm(BoardAlarm::NotContinued(note.clone()));
            continue;
        }
        checked.fitting.push(note.clone());
        if board.size > known.0.size {
            known = (board.clone(), note.clone());
        }
    }
    for leaf in &task.waiting {
        let proof = match witness.inclusion(leaf, &known.0) {
            Ok(Some(proof)) => proof,
            Ok(None) => continue,
            Err(_) => break,
        };
        let included = proof
            .path
            .is_some_and(|path| check_inclusion(&known.0, proof.index, leaf, &path).is_ok());
        if included {
            checked.proven.push(*leaf);
        } else {
            checked.alarm(BoardAlarm::NotIncluded(known.1.clone()));
        }
    }
    checked.verified = Some(known.1);
    Ok(checked)
}

/// Two boards of one size that differ: no proof can lead to both, and either may be the false one.
fn split(one: &Checkpoint, other: &Checkpoint) -> bool {
    one.size == other.size && one.root != other.root
}

/// Whether one board continues another; `None` if there is no proof.
fn continues(
    witness: &impl Witness,
    old: &Checkpoint,
    new: &Checkpoint,
) -> Result<Option<bool>, SendError> {
    if old.size == new.size {
        return Ok(Some(old.root == new.root));
    }
    let path = if old.size == 0 {
        Some(Vec::new())
    } else {
        match witness.consistency(old, new)? {
            Some(proof) => proof.path,
            None => return Ok(None),
        }
    };
    let fits = path.is_some_and(|path| check_consistency(old, new, &path).is_ok());
    Ok(Some(fits))
}
