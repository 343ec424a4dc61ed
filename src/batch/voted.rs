//! Who voted, as stations are told: pseudonyms, numbered as they became known.

use crate::consultation::{Channel, Minute, StationId};
use crate::envelope::{Digest, Domain, EnvelopeError, PublicKey, Signable, Signed};
use crate::identity::Pseudonym;
use minicbor::{Decode, Encode};

/// A station's question.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct AskVoted {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// The station.
    #[n(1)]
    pub station: StationId,
    /// How many it knows: it asks for those after them.
    #[n(2)]
    pub since: u64,
    /// When, in milliseconds since 1970.
    #[n(3)]
    pub asked: u64,
    /// Random, so that no two questions are alike.
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    pub nonce: [u8; 16],
}

impl Signable for AskVoted {
    const DOMAIN: Domain = Domain("seggio/ask-voted/1");
}

/// Somebody who voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct VotedRow {
    /// Who.
    #[n(0)]
    pub pseudonym: Pseudonym,
    /// How.
    #[n(1)]
    pub channel: Channel,
}

/// Part of the list.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct VotedPage {
    /// The number of the first row, from 0.
    #[n(0)]
    pub since: u64,
    /// The rows, in the order of their numbers, without gaps.
    #[n(1)]
    pub rows: Vec<VotedRow>,
    /// How many there are in all.
    #[n(2)]
    pub total: u64,
}

impl VotedPage {
    /// The number of the first row that is not on this page.
    pub fn next(&self) -> u64 {
        self.since.saturating_add(self.rows.len() as u64)
    }

    /// Whether nothing comes after it.
    pub fn is_last(&self) -> bool {
        self.next() >= self.total
    }
}

/// The server's answer, signed by the key of receipts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct VotedAnswer {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// Digest of the question.
    #[n(1)]
    pub question: Digest,
    /// The server's clock, in milliseconds since 1970.
    #[n(2)]
    pub now: u64,
    /// The rows; none if the question is minutes away from the server's clock.
    #[n(3)]
    pub page: Option<VotedPage>,
}

impl Signable for VotedAnswer {
    const DOMAIN: Domain = Domain("seggio/voted-answer/1");
}

/// The whole list, for stations that are never online.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct VotedList {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// When it was made, local time.
    #[n(1)]
    pub made: Minute,
    /// From number 0 to the last.
    #[n(2)]
    pub page: VotedPage,
}

impl Signable for VotedList {
    const DOMAIN: Domain = Domain("seggio/voted/1");
}

impl VotedList {
    /// Opens the list of a consultation, which must be whole.
    pub fn open(
        bytes: &[u8],
        fingerprint: Digest,
        server: &PublicKey,
    ) -> Result<Signed<Self>, EnvelopeError> {
        let list: Signed<Self> = Signed::open(bytes, server)?;
        let page = &list.value().page;
        if list.value().fingerprint == fingerprint && page.since == 0 && page.is_last() {
            Ok(list)
        } else {
            Err(EnvelopeError::BadSignature)
        }
    }
}
