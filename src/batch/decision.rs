//! What the office decides about a station, signed by the authority; a leaf of the board.
//!
//! Invariant: a decision says by itself what it lifts. One that keeps a station names the rotations
//! that it refuses, so that the same decision, given again, never lets in a rotation that came
//! after it.

use crate::consultation::StationId;
use crate::envelope::{Digest, Domain, Signable};
use minicbor::{Decode, Encode};

/// A decision about one station.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Decision {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// The station.
    #[n(1)]
    pub station: StationId,
    /// What is decided.
    #[n(2)]
    pub ruling: Ruling,
    /// Why, for everybody to read; never a person.
    #[n(3)]
    pub reason: String,
}

impl Signable for Decision {
    const DOMAIN: Domain = Domain("seggio/decision/1");
}

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Ruling {
    /// The bundle was used more than once: the station is the one that made this rotation.
    #[n(0)]
    Keep {
        /// Digest of the rotation that stays.
        #[n(0)]
        rotation: Digest,
        /// Digests of all others, sorted.
        #[n(1)]
        refused: Vec<Digest>,
    },
    /// Nothing that the station sends from now on is taken.
    #[n(1)]
    Revoke,
}

impl Ruling {
    /// The word used on screens and in open data.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Keep { .. } => "keep",
            Self::Revoke => "revoke",
        }
    }

    /// The rotations that it speaks of.
    pub fn rotations(&self) -> impl Iterator<Item = &Digest> {
        let (kept, refused) = match self {
            Self::Keep { rotation, refused } => (Some(rotation), refused.as_slice()),
            Self::Revoke => (None, &[][..]),
        };
        kept.into_iter().chain(refused)
    }
}
