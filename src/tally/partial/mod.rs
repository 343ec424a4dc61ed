//! A trustee's part of the decryption of the totals.
//!
//! Invariants: a partial is made over all counted ballots of one settlement, and a share that
//! was used for one settlement is never used for another, not even after a crash; a
//! [`VerifiedPartial`] belongs to a trustee of the manifest and every one of its proofs verifies.

mod dleq;
mod give;
mod spent;
mod sums;
mod verify;

pub use give::give;
pub(super) use sums::{Sum, Sums, sums};
pub use verify::VerifiedPartial;
pub(super) use verify::verify;

use crate::envelope::{Digest, Domain, Signable};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

/// A trustee's part for one target: `D = s R`, and the proof that `s` is the one of the share.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct PartialTarget {
    /// `D`, canonical Ristretto255 encoding.
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub d: [u8; 32],
    /// Proof of equality of discrete logarithms.
    #[n(1)]
    pub proof: ByteVec,
}

/// A trustee's parts for all targets.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Partial {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// Digest of the signed settlement.
    #[n(1)]
    pub settlement: Digest,
    /// The trustee's index.
    #[n(2)]
    pub index: u16,
    /// For every cell of the count and every question its targets, in the order of its shape.
    #[n(3)]
    pub cells: Vec<Vec<Vec<PartialTarget>>>,
}

impl Signable for Partial {
    const DOMAIN: Domain = Domain("seggio/partial/1");
}
