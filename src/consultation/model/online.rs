//! Stations that are always online.

use super::{Consultation, StationKind};
use minicbor::{Decode, Encode};

/// What a station that claims people does while the central server does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum WhenOffline {
    /// Admits people all the same: who voted elsewhere is found at settlement.
    #[n(0)]
    Continue,
    /// Admits nobody until the server answers, but whom a president admits all the same, where the
    /// consultation lets them.
    #[n(1)]
    Stop,
}

/// The rules of stations that are always online.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct OnlinePolicy {
    /// Whether assisted stations claim a person at the central server before admitting them, and what
    /// they do while it does not answer; `None`: they do not claim.
    #[n(0)]
    pub claims: Option<WhenOffline>,
}

impl Consultation {
    /// Whether stations of this kind claim people, and what they do while they cannot. Tables and
    /// assemblies have no network to rely on.
    pub fn claims(&self, kind: StationKind) -> Option<WhenOffline> {
        self.online.claims.filter(|_| kind == StationKind::Assisted)
    }
}
