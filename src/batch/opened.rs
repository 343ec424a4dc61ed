//! Ballots that their voters opened instead of casting them: what leaves the station.
//!
//! Invariant: an opened ballot was offered first. The signed offer travels with it, and nothing
//! of the person does.

use crate::ballot::{Opening, Tracker};
use crate::consultation::StationId;
use crate::envelope::{Digest, Domain, Signable};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

/// The tracker of a sealed ballot, signed by the station before the voter decides.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Offer {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// The station.
    #[n(1)]
    pub station: StationId,
    /// Names the sealed ballot.
    #[n(2)]
    pub tracker: Tracker,
}

impl Signable for Offer {
    const DOMAIN: Domain = Domain("seggio/offer/1");
}

/// An opened ballot with the station's offer of it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct OpenedRow {
    /// Ballot, seed and choice.
    #[n(0)]
    pub opening: Opening,
    /// The [`Offer`], signed by the station.
    #[n(1)]
    pub offer: ByteVec,
}

impl OpenedRow {
    /// The tracker of the opened ballot.
    pub fn tracker(&self) -> Tracker {
        Tracker::of(&self.opening.ballot)
    }
}
