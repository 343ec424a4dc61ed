//! How a station presents itself: the certificate from the authority, the rotation it made.

use crate::consultation::{Certificate, StationId};
use crate::envelope::{EnvelopeError, Signed, cbor};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

/// Certificate and rotation as they travel; nothing is verified yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introduction {
    /// The signed [`Certificate`].
    pub certificate: Vec<u8>,
    /// The signed [`Rotation`](crate::consultation::Rotation).
    pub rotation: Vec<u8>,
}

#[derive(Encode, Decode)]
struct Wire {
    #[n(0)]
    certificate: ByteVec,
    #[n(1)]
    rotation: ByteVec,
}

impl Introduction {
    /// CBOR of the two byte strings.
    pub fn bytes(&self) -> Vec<u8> {
        cbor::encode(&Wire {
            certificate: ByteVec::from(self.certificate.clone()),
            rotation: ByteVec::from(self.rotation.clone()),
        })
    }

    /// Reads what [`Introduction::bytes`] made. The certificate must look like one, so that a
    /// batch, which is also two byte strings, never passes for an introduction.
    pub fn read(bytes: &[u8]) -> Result<Self, EnvelopeError> {
        let wire: Wire = cbor::decode(bytes)?;
        Signed::<Certificate>::peek(&wire.certificate)?;
        Ok(Self {
            certificate: wire.certificate.into(),
            rotation: wire.rotation.into(),
        })
    }

    /// Which station it says it is.
    pub fn peek_station(&self) -> Result<StationId, EnvelopeError> {
        Ok(Signed::<Certificate>::peek(&self.certificate)?.station)
    }
}
