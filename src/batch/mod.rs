//! The unit that leaves a station: kinds, chain, receipts, and the ledger's export.
//!
//! Invariants: a [`Batch`] cannot be unsigned, its body is the one its header names, its rows are
//! sorted and distinct; headers of a station form one chain, each naming the one before.
//! Knows nothing of how a batch travels.

mod archive;
mod asking;
mod body;
mod chain;
mod claim;
mod decision;
mod export;
mod header;
mod minutes;
mod opened;
mod paper;
mod purge;
mod receipt;
mod voted;
mod web_list;

pub use crate::consultation::Hour;
pub use archive::Archive;
pub use asking::{Asker, millis_now};
pub use body::{AdmittedAs, Body, IdentityRecord, Link, PresenceRow, RegistrationRow, Rows};
pub use chain::{Chain, ChainError};
pub use claim::{AskClaim, ClaimAction, ClaimAnswer, ClaimOutcome};
pub use decision::{Decision, Ruling};
pub use export::{Export, ExportError, SentBatch, SentWebList, StationExport};
pub use header::{Batch, BatchKind, Header};
pub use minutes::{Counts, Minutes, Reopening};
pub use opened::{Offer, OpenedRow};
pub use paper::{PaperCount, PaperResult};
pub use purge::Purge;
pub use receipt::Receipt;
pub use voted::{AskVoted, VotedAnswer, VotedList, VotedPage, VotedRow};
pub use web_list::{WebList, WebVoters};

use crate::envelope::EnvelopeError;

/// Why a batch is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BatchError {
    /// Signature or encoding.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// The body is not the one that the signed header names.
    #[error("the body does not match its signed header")]
    Body,
    /// The body is not of the kind or of the count that the header says.
    #[error("the body is not of the kind or the count that the header says")]
    Kind,
    /// Rows out of order, or one of them twice.
    #[error("the rows are not sorted or one is repeated")]
    Order,
}
