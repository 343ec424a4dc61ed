//! Verifying the board: that it only grows, and that the station's ballots are on it.
//!
//! Invariant: a checkpoint counts as verified only by a proof that leads from the one before to it;
//! that a proof is missing is no proof of anything, and is asked for again another time; a proof
//! that is there and wrong is an alarm.

use super::{Carrier, SendError};
use crate::board::{Checkpoint, check_consistency, check_inclusion, checkpoint};
use crate::envelope::Digest;
use crate::station::{BoardAlarm, BoardChecked, BoardToCheck};
use serde::Deserialize;

/// A proof as the server gives it: of a place, or from one size to another.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Proof {
    /// The place of the leaf.
    #[serde(default)]
    index: u64,
    hashes: Vec<String>,
}

impl Proof {
    fn path(&self) -> Option<Vec<Digest>> {
        self.hashes.iter().map(|h| Digest::from_hex(h)).collect()
    }
}

/// Verifies what is to be verified, as far as the server gives proofs. An error means that
/// nothing was learned.
pub fn check_board(carrier: &Carrier, task: &BoardToCheck) -> Result<BoardChecked, SendError> {
    let mut checked = BoardChecked::default();
    let newest = carrier.checkpoint()?;
    let open = |note: &String| {
        let server = &carrier.manifest().value().server;
        checkpoint::open(note, &server.board_origin, &server.board_key).ok()
    };
    let newest = (open(&newest).ok_or(SendError::BadAnswer)?, newest);
    let seen = task.seen.iter().filter_map(|n| Some((open(n)?, n.clone())));
    let mut boards: Vec<(Checkpoint, String)> = seen.chain([newest]).collect();
    boards.sort_by_key(|(board, _)| board.size);
    let mut known = match task.verified.as_ref().map(|note| (open(note), note)) {
        Some((Some(board), note)) => (board, note.clone()),
        // Every board continues the empty one: the smallest is the first that is known.
        _ => match boards.first() {
            Some(first) => first.clone(),
            None => return Ok(checked),
        },
    };
    for (board, note) in boards {
        let (old, new) = if board.size < known.0.size {
            (&board, &known.0)
        } else {
            (&known.0, &board)
        };
        let fits = match continues(carrier, old, new) {
            Ok(fits) => fits,
            Err(error) if checked == BoardChecked::default() => return Err(error),
            // What was verified so far counts.
            Err(_) => break,
        };
        if !fits {
            let alarm = BoardAlarm::NotContinued(note);
            checked.alarm.get_or_insert(alarm);
            continue;
        }
        checked.fitting.push(note.clone());
        if board.size > known.0.size {
            known = (board, note);
        }
    }
    for leaf in &task.waiting {
        let proof = match carrier.inclusion(leaf, known.0.size) {
            Ok(Some(proof)) => proof,
            Ok(None) => continue,
            Err(_) => break,
        };
        let included = proof
            .path()
            .is_some_and(|path| check_inclusion(&known.0, proof.index, leaf, &path).is_ok());
        if included {
            checked.proven.push(*leaf);
        } else {
            let alarm = BoardAlarm::NotIncluded(known.1.clone());
            checked.alarm.get_or_insert(alarm);
        }
    }
    checked.verified = Some(known.1);
    Ok(checked)
}

/// Whether one board continues another; an error if the server gives no proof.
fn continues(carrier: &Carrier, old: &Checkpoint, new: &Checkpoint) -> Result<bool, SendError> {
    if old.size == new.size {
        return Ok(old.root == new.root);
    }
    let path = if old.size == 0 {
        Some(Vec::new())
    } else {
        carrier.consistency(old.size, new.size)?.path()
    };
    Ok(path.is_some_and(|path| check_consistency(old, new, &path).is_ok()))
}
