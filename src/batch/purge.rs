//! The registry's order to forget the links, after the settlement is signed.

use crate::envelope::{Digest, Domain, Signable};
use minicbor::{Decode, Encode};

/// After this nobody needs a link any more: the settlement key is destroyed, and server and
/// stations destroy what was sealed to it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Purge {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// Digest of the signed settlement that took effect.
    #[n(1)]
    pub settlement: Digest,
}

impl Signable for Purge {
    const DOMAIN: Domain = Domain("seggio/purge/1");
}
