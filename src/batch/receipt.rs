//! The server's signed answer to a batch.

use crate::consultation::StationId;
use crate::envelope::{Digest, Domain, Signable};
use minicbor::{Decode, Encode};

/// Says that the server holds a batch, durably.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Receipt {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// The station.
    #[n(1)]
    pub station: StationId,
    /// The batch.
    #[n(2)]
    pub sequence: u64,
    /// Digest of its header.
    #[n(3)]
    pub header: Digest,
    /// The board's checkpoint when the receipt was made, as a signed note.
    #[n(4)]
    pub checkpoint: String,
}

impl Signable for Receipt {
    const DOMAIN: Domain = Domain("seggio/receipt/1");
}
