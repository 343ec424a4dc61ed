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

/// Ballots in one file at most. With less than 2^28 leaves on the board it is not longer than
/// [`BoardProofs::LONGEST`].
const BALLOTS: usize = 14_000;

/// Ballots that came before, and are shown again: the stick with their proofs may be lost.
const EARLIER: usize = 4_000;

/// Batches of the ledger in which they are looked for.
const BATCHES: usize = 64;

/// What a station is to be shown.
#[derive(Debug)]
struct Wanted {
    station: StationId,
    /// Sizes of the boards that it has seen.
    sizes: BTreeSet<u64>,
    /// Of what the stick brought, and then of what came before.
    leaves: Vec<Digest>,
    /// The same.
    known: BTreeSet<Digest>,
}

/// Writes, beside the receipts of what was received, the proofs that lead from the boards that each
/// station has seen to the one that is signed now, with the places of its last ballots. What a running
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
            let station = || Wanted::of(&receipt.value().station);
            let wanted = wanted.entry(to).or_insert_with(station);
            wanted.add(central, path, receipt);
        }
    }
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    soon_placed(central.ledger())?;
    let write = |(to, mut wanted): (PathBuf, Wanted)| {
        wanted.add_earlier(central)?;
        let bytes = cbor::encode(&wanted.prove(central)?);
        let written = whole_file::replace(&to, &bytes, 0o644);
        Ok((to, written))
    };
    wanted.into_iter().map(write).collect()
}

impl Wanted {
    fn of(station: &StationId) -> Self {
        Self {
            station: station.clone(),
            sizes: BTreeSet::new(),
            leaves: Vec::new(),
            known: BTreeSet::new(),
        }
    }

    /// What follows from one batch: it names a checkpoint, its receipt brings another.
    fn add(&mut self, central: &Central, path: &Path, receipt: &Signed<Receipt>) {
        self.add_board(central, &receipt.value().checkpoint);
        // The file was read a moment ago; where it has gone since, nobody waits for proofs.
        let Some((header, rows)) = files::read(path).ok().and_then(|bytes| read(&bytes)) else {
            return;
        };
        self.add_rest(central, &header, &rows);
    }

    /// What the ledger has of the station: what was lost on the way is not missed for ever.
    fn add_earlier(&mut self, central: &Central) -> Result<(), LedgerError> {
        let page = central.ledger().read()?;
        let enough = self.leaves.len() + EARLIER;
        let mut before = None;
        for _ in 0..BATCHES {
            let Some(batch) = page.last_batch(&self.station, before)? else {
                break;
            };
            before = Some(batch.sequence);
            let receipt: Receipt = Signed::peek(&batch.receipt)?;
            self.add_board(central, &receipt.checkpoint);
            let Some(body) = batch.body else {
                continue;
            };
            let header: Header = Signed::peek(&batch.header)?;
            let body = Body::read(&body, &header.body);
            let body = body.map_err(|e| LedgerError::Damaged(e.to_string()))?;
            self.add_rest(central, &header, &body.rows);
            if self.leaves.len() >= enough {
                break;
            }
        }
        Ok(())
    }

    fn add_board(&mut self, central: &Central, note: &str) {
        let server = &central.manifest().value().server;
        let board = checkpoint::open(note, &server.board_origin, &server.board_key);
        self.sizes.extend(board.ok().map(|board| board.size));
    }

    fn add_rest(&mut self, central: &Central, header: &Header, rows: &Rows) {
        if let Some(note) = &header.checkpoint {
            self.add_board(central, note);
        }
        let leaves: Vec<Digest> = match rows {
            Rows::Ballots(rows) => rows.iter().map(|b| Tracker::of(b).0).collect(),
            Rows::Openings(rows) => rows.iter().map(|row| row.tracker().0).collect(),
            _ => Vec::new(),
        };
        for leaf in leaves {
            if self.known.insert(leaf) {
                self.leaves.push(leaf);
            }
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

/// The parts of a batch that the server has accepted.
fn read(bytes: &[u8]) -> Option<(Header, Rows)> {
    let (header, body): (ByteVec, ByteVec) = cbor::decode(bytes).ok()?;
    let header: Header = Signed::peek(&header).ok()?;
    let body = Body::read(&body, &header.body).ok()?;
    Some((header, body.rows))
}
