//! Claims: an online station has a person before it.
//!
//! Invariant: an answer says why a person cannot be claimed, and never by which station they are
//! held or where they voted.

use crate::consultation::StationId;
use crate::envelope::{Digest, Domain, Signable};
use crate::identity::Pseudonym;
use minicbor::{Decode, Encode};

/// What a station does with a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum ClaimAction {
    /// Claims the person, or keeps them for longer.
    #[n(0)]
    Take,
    /// The person left without voting.
    #[n(1)]
    Release,
    /// The person voted: nobody else may have them, until the presence batch says so.
    #[n(2)]
    Voted,
}

/// A station's question.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct AskClaim {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// The station.
    #[n(1)]
    pub station: StationId,
    /// What it does.
    #[n(2)]
    pub action: ClaimAction,
    /// Whom with.
    #[n(3)]
    pub pseudonym: Pseudonym,
    /// When, in milliseconds since 1970.
    #[n(4)]
    pub asked: u64,
    /// Random, so that no two questions are alike.
    #[n(5)]
    #[cbor(with = "minicbor::bytes")]
    pub nonce: [u8; 16],
}

impl Signable for AskClaim {
    const DOMAIN: Domain = Domain("seggio/ask-claim/1");
}

/// The server's answer, signed by the key of receipts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ClaimAnswer {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// Digest of the question.
    #[n(1)]
    pub question: Digest,
    /// The server's clock, in milliseconds since 1970.
    #[n(2)]
    pub now: u64,
    /// What became of it.
    #[n(3)]
    pub outcome: ClaimOutcome,
}

impl Signable for ClaimAnswer {
    const DOMAIN: Domain = Domain("seggio/claim/1");
}

/// What became of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum ClaimOutcome {
    /// The person is this station's.
    #[n(0)]
    Taken {
        /// Until when, unless it is renewed, in milliseconds since 1970.
        #[n(0)]
        until: u64,
        /// Whether the person voted on the web, and the vote at a station counts instead.
        #[n(1)]
        web: bool,
    },
    /// What the station told is noted.
    #[n(1)]
    Noted,
    /// Another station has the person before it.
    #[n(2)]
    Held,
    /// The person voted at another station.
    #[n(3)]
    VotedElsewhere,
    /// The person voted on the web, and that vote counts.
    #[n(4)]
    VotedOnWeb,
    /// The station has too many people before it.
    #[n(5)]
    TooMany,
    /// The question is minutes away from the server's clock, or older than one about the same
    /// person that was answered.
    #[n(6)]
    NotNow,
}
