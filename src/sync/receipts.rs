//! When a receipt is one.

use super::SendError;
use crate::batch::{Header, Receipt};
use crate::board::checkpoint;
use crate::consultation::Manifest;
use crate::envelope::{Digest, Signed, cbor};
use minicbor::bytes::ByteVec;

/// What a batch says of itself.
pub(super) struct Label {
    pub header: Header,
    pub digest: Digest,
}

impl Label {
    /// Reads the header of a batch; `None` if the bytes are not a batch.
    pub(super) fn of(batch: &[u8]) -> Option<Self> {
        let (header, _body): (ByteVec, ByteVec) = cbor::decode(batch).ok()?;
        Some(Self {
            header: Signed::peek(&header).ok()?,
            digest: Digest::of(&header),
        })
    }
}

/// Opens a receipt, which must be of this batch: signed by the manifest's key, for this
/// consultation, station, sequence and header, with a checkpoint signed by the board's key.
pub fn check_receipt(
    manifest: &Signed<Manifest>,
    batch: &[u8],
    receipt: &[u8],
) -> Result<Signed<Receipt>, SendError> {
    let label = Label::of(batch).ok_or(SendError::BadReceipt)?;
    let server = &manifest.value().server;
    let receipt: Signed<Receipt> =
        Signed::open(receipt, &server.receipt_key).map_err(|_| SendError::BadReceipt)?;
    let r = receipt.value();
    let of_this_batch = r.fingerprint == manifest.digest()
        && r.station == label.header.station
        && r.sequence == label.header.sequence
        && r.header == label.digest;
    let board = checkpoint::open(&r.checkpoint, &server.board_origin, &server.board_key);
    if of_this_batch && board.is_ok() {
        Ok(receipt)
    } else {
        Err(SendError::BadReceipt)
    }
}
