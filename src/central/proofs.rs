//! Proofs that go back on removable media: what a station that is online would ask for.
//!
//! Invariant: every proof leads to the one checkpoint in the file, which is signed. The file itself
//! is not: whoever reads it believes the signature and checks the proofs.

use super::export::soon_placed;
use super::files::{self, FileOutcome};
use super::{Central, LedgerError};
use crate::ballot::Tracker;
use crate::batch::{Body, Header, Receipt, Rows};
use crate::board::checkpoint;
use crate::consultation::StationId;
use crate::envelope::{Digest, Signed, cbor, whole_file};
use minicbor::bytes::ByteVec;
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
    /// The file of a station in the folder where its receipts are.
    pub fn path(dir: &Path, station: &StationId) -> PathBuf {
        dir.join(format!("{station}.board"))
    }
}

/// What a station is to be shown.
#[derive(Debug, Default)]
struct Wanted {
    /// Sizes of the boards that it has seen.
    sizes: BTreeSet<u64>,
    leaves: Vec<Digest>,
}

/// Writes, beside the receipts of what was received, the proofs that lead from the boards that each
/// station has seen to the one that is signed now, with the places of its ballots. What a running
/// server is just placing is waited for a little; a ballot that has no place yet is not in the file.
pub fn write_board_proofs(
    central: &Central,
    outcomes: &[(PathBuf, FileOutcome)],
) -> Result<Vec<(PathBuf, std::io::Result<()>)>, LedgerError> {
    let mut wanted: BTreeMap<PathBuf, Wanted> = BTreeMap::new();
    for (path, outcome) in outcomes {
        if let FileOutcome::Received(receipt, _) = outcome {
            let dir = path.parent().unwrap_or(Path::new(""));
            let to = BoardProofs::path(dir, &receipt.value().station);
            wanted.entry(to).or_default().add(central, path, receipt);
        }
    }
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    soon_placed(central.ledger())?;
    let write = |(to, wanted): (PathBuf, Wanted)| {
        let bytes = cbor::encode(&wanted.prove(central)?);
        let written = whole_file::replace(&to, &bytes, 0o644);
        Ok((to, written))
    };
    wanted.into_iter().map(write).collect()
}

impl Wanted {
    /// What follows from one batch: it names a checkpoint, its receipt brings another.
    fn add(&mut self, central: &Central, path: &Path, receipt: &Signed<Receipt>) {
        let size = |note: &String| {
            let server = &central.manifest().value().server;
            let board = checkpoint::open(note, &server.board_origin, &server.board_key);
            board.ok().map(|board| board.size)
        };
        self.sizes.extend(size(&receipt.value().checkpoint));
        // The file was read a moment ago; where it has gone since, nobody waits for proofs.
        let Some((header, rows)) = files::read(path).ok().and_then(|bytes| read(&bytes)) else {
            return;
        };
        self.sizes.extend(header.checkpoint.as_ref().and_then(size));
        match &rows {
            Rows::Ballots(rows) => self.leaves.extend(rows.iter().map(|b| Tracker::of(b).0)),
            Rows::Openings(rows) => self.leaves.extend(rows.iter().map(|row| row.tracker().0)),
            _ => {}
        }
    }

    fn prove(self, central: &Central) -> Result<BoardProofs, LedgerError> {
        let note = central.checkpoint()?;
        let server = &central.manifest().value().server;
        let size = checkpoint::open(&note, &server.board_origin, &server.board_key)?.size;
        let mut continued = Vec::new();
        // Every board continues the empty one, and itself.
        for from in self
            .sizes
            .into_iter()
            .filter(|from| (1..size).contains(from))
        {
            if let Some(hashes) = central.consistency(from, size)? {
                continued.push(Continued { from, hashes });
            }
        }
        let mut included = Vec::new();
        for leaf in self.leaves {
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

/// The parts of a batch that the server has accepted.
fn read(bytes: &[u8]) -> Option<(Header, Rows)> {
    let (header, body): (ByteVec, ByteVec) = cbor::decode(bytes).ok()?;
    let header: Header = Signed::peek(&header).ok()?;
    let body = Body::read(&body, &header.body).ok()?;
    Some((header, body.rows))
}
