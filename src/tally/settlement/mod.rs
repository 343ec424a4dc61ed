//! Settlement: for people who appear twice, which ballots are left out.
//!
//! Invariants: only the links of people who appear more than once are opened, and only after the
//! list of web voters, if there is one, is on the board; a removed ballot is a ballot of the
//! station whose link names it; registry and commission both sign.

mod policy;
mod settle;
mod verify;

pub use crate::authority::SettlementKeys;
#[cfg(test)]
pub(in crate::tally) use settle::stations;
pub use settle::{Settled, settle};
pub use verify::{OpenSettlement, open};
pub(super) use verify::{duplicates, removed, signature};

use crate::ballot::Tracker;
use crate::consultation::{Duplicates, StationId};
use crate::envelope::{Digest, Domain, Signable};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use std::fmt;

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
    /// The person also voted on the web, and that vote counts (`channel = web`).
    #[n(3)]
    WebVote,
}

impl Removal {
    /// All reasons, in the order in which reports list them.
    pub const ALL: [Self; 4] = [
        Self::LaterVote,
        Self::RepeatedVote,
        Self::PaperVote,
        Self::WebVote,
    ];
}

impl fmt::Display for Removal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LaterVote => "voted before",
            Self::RepeatedVote => "voted more than once",
            Self::PaperVote => "voted on paper too",
            Self::WebVote => "voted on the web too",
        })
    }
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
    /// Its sealed ballots.
    #[n(3)]
    pub ballots: u64,
    /// People who voted there on paper.
    #[n(4)]
    pub paper: u64,
    /// How many of its ballots are left out, by reason; reasons in their order, none with 0.
    #[n(5)]
    pub removed: Vec<(Removal, u64)>,
}

/// The web channel.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct SettledWeb {
    /// Digest of the registry's signed list, which is on the board.
    #[n(0)]
    pub list: Digest,
    /// People on it.
    #[n(1)]
    pub voters: u64,
    /// Of these, people whose web vote does not count, because of a vote in person.
    #[n(2)]
    pub dropped: u64,
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
    /// Sealed ballots that are counted.
    #[n(5)]
    pub counted: u64,
    /// The web channel, if the registry gave a list.
    #[n(6)]
    pub web: Option<SettledWeb>,
}

impl Signable for Settlement {
    const DOMAIN: Domain = Domain("seggio/settlement/1");
}

/// The commission's signature under the registry's settlement: the file that trustees read.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Approved {
    /// The [`Settlement`], signed by the registry.
    #[n(0)]
    pub settlement: ByteVec,
}

impl Signable for Approved {
    const DOMAIN: Domain = Domain("seggio/settlement-approved/1");
}
