//! Proofs that go back on removable media: what a station that is online would ask for.
//!
//! Invariant: every proof leads to the one checkpoint in the file, which is signed. The file itself
//! is not: whoever reads it believes the signature and checks the proofs.

use super::export::soon_placed;
use super::files::FileOutcome;
use super::{Central, LedgerError};
use crate::ballot::Tracker;
use crate::batch::{Body, Header, Receipt, Rows};
use crate::board::checkpoint;
use crate::consultation::StationId;
use crate::envelope::{Digest, Signed, cbor, whole_file};
use minicbor::{Decode, Encode};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// How far the board has come, for one station.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct BoardProofs {
    /// A signed note.
    #[n(0)]
    pub checkpoint: String,
    /// That it continues the boards that the station has seen.
    #[n(1)]
    pub continued: Vec<Continued>,
    /// Where the station's ballots are on it.
    #[n(2)]
    pub included: Vec<Included>,
}

/// That a board continues a smaller one (RFC 6962, section 2.1.2).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Continued {
    /// Leaves of the smaller one.
    #[n(0)]
    pub from: u64,
    /// The proof.
    #[n(1)]
    pub hashes: Vec<Digest>,
}

/// That a leaf is on a board (RFC 6962, section 2.1.1).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Included {
    /// The leaf.
    #[n(0)]
    pub leaf: Digest,
    /// Its place, from 0.
    #[n(1)]
    pub index: u64,
    /// The proof, from the leaf upwards.
    #[n(2)]
    pub hashes: Vec<Digest>,
}

impl BoardProofs {
    /// Bytes of a file: proofs of some ten thousand ballots.
    pub const LONGEST: u64 = 16 * 1024 * 1024;

    /// Boards of which it is shown that they are continued.
    pub const MOST_CONTINUED: usize = 4096;

    /// Hashes of one proof: no board is so high.
    pub const MOST_HASHES: usize = 64;

    /// Whether no part is longer than it can have to be.
    pub fn is_modest(&self) -> bool {
        let continued = self.continued.iter().map(|c| c.hashes.len());
        let included = self.included.iter().map(|i| i.hashes.len());
        self.continued.len() <= Self::MOST_CONTINUED
            && continued.chain(included).all(|n| n <= Self::MOST_HASHES)
    }

    /// The file of a station in the folder where its receipts are.
    pub fn path(dir: &Path, station: &StationId) -> PathBuf {
        dir.join(format!("{station}.board"))
    }
}

/// Boards in one file at most, the largest first; a station knows few that are not verified.
const BOARDS: usize = 1024;

/// Ballots in one file at most, the last ones. With less than 2^28 leaves on the board it is not longer
/// than [`BoardProofs::LONGEST`].
const BALLOTS: usize = 14_000;

/// The last batches of a station, in which they are looked for.
const BATCHES: usize = 4096;

/// What a station has seen of the board, and what it has on it, by its last batches.
#[derive(Debug, Default)]
struct Known {
    /// Sizes of the boards that it was shown, or named.
    sizes: BTreeSet<u64>,
    leaves: Vec<Digest>,
}

/// Writes, beside the receipts of what was received, the proofs that lead from the boards that each
/// station has seen to the one that is signed now, with the places of its last ballots: of what came
/// today, and of what came before, whose proofs may be lost with their stick. What a running server is
/// just placing is waited for a little; a ballot that has no place yet is not in the file.
pub fn write_board_proofs(
    central: &Central,
    outcomes: &[(PathBuf, FileOutcome)],
) -> Result<Vec<(PathBuf, std::io::Result<()>)>, LedgerError> {
    let files: BTreeMap<PathBuf, &StationId> = outcomes
        .iter()
        .filter_map(|(path, outcome)| match outcome {
            FileOutcome::Received(receipt, _) => {
                let (dir, station) = (path.parent()?, &receipt.value().station);
                Some((BoardProofs::path(dir, station), station))
            }
            _ => None,
        })
        .collect();
    if files.is_empty() {
        return Ok(Vec::new());
    }
    soon_placed(central.ledger())?;
    let write = |(to, station): (PathBuf, &StationId)| {
        let bytes = cbor::encode(&Known::by(central, station)?.prove(central)?);
        let written = whole_file::replace(&to, &bytes, 0o644);
        Ok((to, written))
    };
    files.into_iter().map(write).collect()
}

impl Known {
    /// What follows from each batch: it may name a board, its receipt brought another.
    fn by(central: &Central, station: &StationId) -> Result<Self, LedgerError> {
        let page = central.ledger().read()?;
        let mut known = Self::default();
        let mut before = None;
        for _ in 0..BATCHES {
            if known.leaves.len() >= BALLOTS {
                break;
            }
            let Some(batch) = page.last_batch(station, before)? else {
                break;
            };
            before = Some(batch.sequence);
            let receipt: Receipt = Signed::peek(&batch.receipt)?;
            known.add_board(central, &receipt.checkpoint);
            let header: Header = Signed::peek(&batch.header)?;
            if let Some(note) = &header.checkpoint {
                known.add_board(central, note);
            }
            if let Some(body) = batch.body {
                let body = Body::read(&body, &header.body);
                let body = body.map_err(|e| LedgerError::Damaged(e.to_string()))?;
                known.add_leaves(&body.rows);
            }
        }
        Ok(known)
    }

    fn add_board(&mut self, central: &Central, note: &str) {
        let server = &central.manifest().value().server;
        let board = checkpoint::open(note, &server.board_origin, &server.board_key);
        self.sizes.extend(board.ok().map(|board| board.size));
    }

    fn add_leaves(&mut self, rows: &Rows) {
        match rows {
            Rows::Ballots(rows) => (self.leaves).extend(rows.iter().map(|b| Tracker::of(b).0)),
            Rows::Openings(rows) => (self.leaves).extend(rows.iter().map(|row| row.tracker().0)),
            _ => {}
        }
    }

    fn prove(self, central: &Central) -> Result<BoardProofs, LedgerError> {
        let note = central.checkpoint()?;
        let server = &central.manifest().value().server;
        let size = checkpoint::open(&note, &server.board_origin, &server.board_key)?.size;
        let mut continued = Vec::new();
        // Every board continues the empty one, and itself.
        let smaller = self.sizes.into_iter().rev();
        let smaller = smaller.filter(|from| (1..size).contains(from));
        for from in smaller.take(BOARDS) {
            if let Some(hashes) = central.consistency(from, size)? {
                continued.push(Continued { from, hashes });
            }
        }
        let mut included = Vec::new();
        for leaf in self.leaves.into_iter().take(BALLOTS) {
            if let Some(found) = central.inclusion(&leaf, Some(size))? {
                included.push(Included {
                    leaf,
                    index: found.index,
                    hashes: found.hashes,
                });
            }
        }
        Ok(BoardProofs {
            checkpoint: note,
            continued,
            included,
        })
    }
}
