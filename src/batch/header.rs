//! The signed header, and the batch as it travels: header and body, both as bytes.

use super::body::{Body, Rows, body_digest};
use super::{BatchError, Chain};
use crate::consultation::StationId;
use crate::envelope::{Digest, Domain, PublicKey, Signable, Signed, SigningKey, cbor};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

/// What a batch carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum BatchKind {
    /// People who voted.
    #[n(0)]
    Presence,
    /// Sealed ballots.
    #[n(1)]
    Ballots,
    /// City users and attested residence.
    #[n(2)]
    Registrations,
    /// The closing record of a day.
    #[n(3)]
    Minutes,
    /// Ballots that were opened instead of cast.
    #[n(4)]
    Openings,
}

impl BatchKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Presence,
        Self::Ballots,
        Self::Registrations,
        Self::Minutes,
        Self::Openings,
    ];

    /// The word used in file names and on screens' keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Ballots => "ballots",
            Self::Registrations => "registrations",
            Self::Minutes => "minutes",
            Self::Openings => "openings",
        }
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.word() == word)
    }

    /// Whether the body is part of the public package.
    pub fn public(self) -> bool {
        matches!(self, Self::Ballots | Self::Minutes | Self::Openings)
    }
}

/// The signed part of a batch. All headers are published.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Header {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// The station.
    #[n(1)]
    pub station: StationId,
    /// From 0, without gaps.
    #[n(2)]
    pub sequence: u64,
    /// Digest of the previous header's bytes; of the rotation's bytes for the first.
    #[n(3)]
    pub previous: Digest,
    /// What the body carries.
    #[n(4)]
    pub kind: BatchKind,
    /// Rows in the body.
    #[n(5)]
    pub count: u64,
    /// Salted digest of the body.
    #[n(6)]
    pub body: Digest,
    /// The last checkpoint of the board that the station has verified, as a signed note.
    #[n(7)]
    pub checkpoint: Option<String>,
}

impl Signable for Header {
    const DOMAIN: Domain = Domain("seggio/batch/1");
}

/// A signed header with its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    header: Signed<Header>,
    body: Body,
}

#[derive(Encode, Decode)]
struct Wire {
    #[n(0)]
    header: ByteVec,
    #[n(1)]
    body: ByteVec,
}

impl Batch {
    /// Signs rows as the next batch of a chain.
    pub fn sign(key: &SigningKey, chain: &Chain, rows: Rows, checkpoint: Option<String>) -> Self {
        let body = Body::new(rows);
        let header = key.sign(Header {
            fingerprint: chain.fingerprint,
            station: chain.station.clone(),
            sequence: chain.next,
            previous: chain.head,
            kind: body.rows.kind(),
            count: body.rows.count(),
            body: body_digest(&body.bytes()),
            checkpoint,
        });
        Self { header, body }
    }

    /// Opens a batch from its two parts under a station's key.
    pub fn open_parts(header: &[u8], body: &[u8], key: &PublicKey) -> Result<Self, BatchError> {
        let header: Signed<Header> = Signed::open(header, key)?;
        let body = Body::read(body, &header.value().body)?;
        let said = (header.value().kind, header.value().count);
        if said == (body.rows.kind(), body.rows.count()) {
            Ok(Self { header, body })
        } else {
            Err(BatchError::Kind)
        }
    }

    /// Opens the bytes that [`Batch::bytes`] made.
    pub fn open(bytes: &[u8], key: &PublicKey) -> Result<Self, BatchError> {
        let wire: Wire = cbor::decode(bytes)?;
        Self::open_parts(&wire.header, &wire.body, key)
    }

    /// Which station says it sent these bytes; nothing is verified yet.
    pub fn peek_station(bytes: &[u8]) -> Result<StationId, BatchError> {
        let wire: Wire = cbor::decode(bytes)?;
        Ok(Signed::<Header>::peek(&wire.header)?.station)
    }

    /// As it travels: CBOR of header bytes and body bytes.
    pub fn bytes(&self) -> Vec<u8> {
        cbor::encode(&Wire {
            header: ByteVec::from(self.header.bytes().to_vec()),
            body: ByteVec::from(self.body.bytes()),
        })
    }

    /// The signed header.
    pub fn header(&self) -> &Signed<Header> {
        &self.header
    }

    /// The body.
    pub fn body(&self) -> &Body {
        &self.body
    }
}
