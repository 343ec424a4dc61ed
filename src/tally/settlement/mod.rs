//! Settlement: for people who appear twice, which ballots are left out.
//!
//! Invariants: only the links of people who appear more than once are opened; a removed ballot
//! is a ballot of the station whose link names it; the same export under the same keys gives the
//! same settlement, byte for byte.

mod settle;
mod verify;

pub use crate::authority::SettlementKeys;
pub use settle::settle;
pub use verify::{OpenSettlement, open};
pub(super) use verify::{duplicates, removed, signature};

use crate::ballot::Tracker;
use crate::consultation::{Duplicates, StationId};
use crate::envelope::{Digest, Domain, Signable};
use minicbor::{Decode, Encode};

/// Why a ballot is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Removal {
    /// The person had voted before (`within = first`).
    #[n(0)]
    LaterVote,
    /// The person voted more than once (`within = none`).
    #[n(1)]
    RepeatedVote,
    /// The person also voted on paper, and a slip cannot be taken back out of its box.
    #[n(2)]
    PaperVote,
}

/// A ballot that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Removed {
    /// The ballot.
    #[n(0)]
    pub tracker: Tracker,
    /// Why.
    #[n(1)]
    pub reason: Removal,
}

/// What a station had sent when the settlement was made.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct SettledStation {
    /// The station.
    #[n(0)]
    pub station: StationId,
    /// Digest of the last header of its chain.
    #[n(1)]
    pub head: Digest,
    /// People who voted there.
    #[n(2)]
    pub presence: u64,
    /// Its ballots.
    #[n(3)]
    pub ballots: u64,
}

/// Which ballots are counted: all of these stations' chains, except the removed ones.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Settlement {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// Every station, by name.
    #[n(1)]
    pub stations: Vec<SettledStation>,
    /// The board, as a signed note.
    #[n(2)]
    pub checkpoint: String,
    /// The policy that was applied: the manifest's.
    #[n(3)]
    pub policy: Duplicates,
    /// Removed ballots, by tracker.
    #[n(4)]
    pub removed: Vec<Removed>,
    /// Ballots that are counted.
    #[n(5)]
    pub counted: u64,
}

impl Signable for Settlement {
    const DOMAIN: Domain = Domain("seggio/settlement/1");
}
