//! Why the server does not take something.

use super::LedgerError;
use crate::batch::{BatchError, ChainError};
use crate::consultation::StationId;
use crate::envelope::EnvelopeError;

/// What was sent is refused whole, and nothing of it is kept. Sending it again changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not the CBOR of what was expected.
    #[error("not what was expected: {0}")]
    Malformed(String),
    /// Readable, but not in the one form that it has.
    #[error("not in canonical form")]
    NotCanonical,
    /// Larger than the server reads.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit.
        limit: usize,
    },
    /// No station with this name was introduced.
    #[error("station {0} was not introduced")]
    UnknownStation(StationId),
    /// Not signed by the key that it must be signed by.
    #[error("the signature does not verify")]
    BadSignature,
    /// Of another consultation.
    #[error("of another consultation")]
    OtherConsultation,
    /// Certificate and rotation do not speak of the same station.
    #[error("certificate and rotation name different stations")]
    OtherStation,
    /// The station was introduced with another certificate or rotation: its bundle was used
    /// twice.
    #[error("station {0} is known with another key: its bundle was used twice")]
    Clone(StationId),
    /// Another batch has this place, or the chain before it is another one.
    #[error("batch {sequence} does not continue the chain that is known")]
    Fork {
        /// The batch.
        sequence: u64,
    },
    /// The station has forgotten what it knew: an old copy of its store was put back.
    #[error(
        "batch {sequence} comes from an old copy of the station's store; it is kept aside, and the \
         station must not go on before the office has looked"
    )]
    RolledBack {
        /// The batch.
        sequence: u64,
    },
    /// The station's bundle was used twice, and the office has not decided yet.
    #[error("the station is put aside until the office decides; what it sent is kept")]
    Quarantined,
    /// The authority took the station's certificate back.
    #[error("the authority has revoked the station")]
    Revoked,
    /// A decision does not fit what the ledger knows.
    #[error("the decision does not fit: {0}")]
    Decision(&'static str),
    /// Batches in between are missing.
    #[error("batch {found} arrived, but {expected} is missing")]
    Gap {
        /// The one that must come next.
        expected: u64,
        /// The one that came.
        found: u64,
    },
    /// The station has closed for good.
    #[error("the station's chain ended with its last minutes")]
    Closed,
    /// The body is not the one that the header names, in digest, kind or count.
    #[error("the body does not match its signed header")]
    Body,
    /// Rows out of order, or one of them twice.
    #[error("the rows are not sorted or one is repeated")]
    Rows,
    /// The checkpoint in the header is not one of this board.
    #[error("the checkpoint that the station has seen is not one of this board")]
    Checkpoint,
    /// A ballot is not valid.
    #[error("ballot {index}: {why}")]
    Ballot {
        /// Its place in the batch, from 0.
        index: usize,
        /// What is wrong.
        why: String,
    },
    /// An opened ballot is not what was sealed, or was not offered.
    #[error("opened ballot {index}: {why}")]
    Opening {
        /// Its place in the batch, from 0.
        index: usize,
        /// What is wrong.
        why: String,
    },
    /// A ballot is already in the ledger, cast or opened.
    #[error("ballot {index} is already in the ledger")]
    RepeatedTracker {
        /// Its place in the batch, from 0.
        index: usize,
    },
    /// A ballot has the nonce of another ballot of the station.
    #[error("ballot {index} repeats a nonce of the station")]
    RepeatedNonce {
        /// Its place in the batch, from 0.
        index: usize,
    },
    /// A ballot has a random point of another ballot of the station.
    #[error("ballot {index} repeats a random point of the station")]
    RepeatedPoint {
        /// Its place in the batch, from 0.
        index: usize,
    },
    /// A row is of an area that the consultation does not have.
    #[error("row {index} is of an area that the consultation does not have")]
    Area {
        /// Its place in the batch, from 0.
        index: usize,
    },
    /// The station already sent a row for this person.
    #[error("row {index} is of a person whom the station already sent")]
    PresenceRepeated {
        /// Its place in the batch, from 0.
        index: usize,
    },
    /// There is another list of web voters, and its digest is on the board.
    #[error("another list of web voters is on the board, and there is only one")]
    WebListRepeated,
    /// There is another order to forget the links, for another settlement.
    #[error("the links were forgotten after another settlement")]
    PurgeRepeated,
    /// The links were forgotten: what comes now cannot be settled any more.
    #[error(
        "the settlement is done and the links are destroyed: nobody who voted can be added; the \
         sender keeps what it has"
    )]
    Purged,
}

impl Refusal {
    /// The stable name that travels in problem documents and that screens translate.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::NotCanonical => "not-canonical",
            Self::TooLarge { .. } => "too-large",
            Self::UnknownStation(_) => "unknown-station",
            Self::BadSignature => "bad-signature",
            Self::OtherConsultation => "other-consultation",
            Self::OtherStation => "other-station",
            Self::Clone(_) => "clone",
            Self::Fork { .. } => "fork",
            Self::RolledBack { .. } => "rolled-back",
            Self::Quarantined => "quarantined",
            Self::Revoked => "revoked",
            Self::Decision(_) => "decision",
            Self::Gap { .. } => "gap",
            Self::Closed => "closed",
            Self::Body => "body",
            Self::Rows => "rows",
            Self::Checkpoint => "checkpoint",
            Self::Ballot { .. } => "ballot",
            Self::Opening { .. } => "opening",
            Self::RepeatedTracker { .. } => "repeated-tracker",
            Self::RepeatedNonce { .. } => "repeated-nonce",
            Self::RepeatedPoint { .. } => "repeated-point",
            Self::Area { .. } => "area",
            Self::PresenceRepeated { .. } => "presence-repeated",
            Self::WebListRepeated => "web-list-repeated",
            Self::PurgeRepeated => "purge-repeated",
            Self::Purged => "purged",
        }
    }
}

impl From<EnvelopeError> for Refusal {
    fn from(e: EnvelopeError) -> Self {
        match e {
            EnvelopeError::BadSignature | EnvelopeError::BadKey => Self::BadSignature,
            EnvelopeError::NotCanonical => Self::NotCanonical,
            other => Self::Malformed(other.to_string()),
        }
    }
}

impl From<BatchError> for Refusal {
    fn from(e: BatchError) -> Self {
        match e {
            BatchError::Envelope(e) => e.into(),
            BatchError::Body | BatchError::Kind => Self::Body,
            BatchError::Order => Self::Rows,
        }
    }
}

impl From<ChainError> for Refusal {
    fn from(e: ChainError) -> Self {
        match e {
            ChainError::Other => Self::OtherConsultation,
            ChainError::Gap { expected, found } => Self::Gap { expected, found },
            ChainError::Fork { sequence } => Self::Fork { sequence },
        }
    }
}

/// Why the server did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum CentralError {
    /// What was sent is at fault.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The server is at fault: nothing was decided about what was sent.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

impl CentralError {
    /// The refusal, if it is one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Ledger(_) => None,
        }
    }
}

impl From<EnvelopeError> for CentralError {
    fn from(e: EnvelopeError) -> Self {
        Self::Refused(e.into())
    }
}

impl From<BatchError> for CentralError {
    fn from(e: BatchError) -> Self {
        Self::Refused(e.into())
    }
}

impl From<ChainError> for CentralError {
    fn from(e: ChainError) -> Self {
        Self::Refused(e.into())
    }
}
