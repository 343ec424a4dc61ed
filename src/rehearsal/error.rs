//! Why a rehearsal stopped.

use super::election::NotCarried;
use crate::authority::AuthorityError;
use crate::ballot::{BallotError, ChoiceError};
use crate::batch::ExportError;
use crate::central::{KeysError, LedgerError};
use crate::consultation::ConfigErrors;
use crate::envelope::EnvelopeError;
use crate::station::{StationError, UnlockError};
use crate::sync::SendError;
use crate::tally::TallyError;
use crate::tally::ceremony::CeremonyError;
use std::io;

/// Why a rehearsal stopped. It touched nothing but its own folder.
#[derive(Debug, thiserror::Error)]
pub enum RehearsalError {
    /// The consultation cannot be read.
    #[error(transparent)]
    Config(#[from] ConfigErrors),
    /// A file of the consultation's folder cannot be read.
    #[error("{file}: {error}; give the folder of a consultation")]
    Folder {
        /// Which one.
        file: String,
        /// Why.
        error: io::Error,
    },
    /// A made-up person who is written wrong.
    #[error("{file}, line {line}: {what}")]
    Person {
        /// The file of people.
        file: String,
        /// Line, from 1.
        line: usize,
        /// What was expected.
        what: &'static str,
    },
    /// A made-up person who cannot be on the roll.
    #[error("the made-up roll, line {line}: {reason}")]
    Roll {
        /// Line, from 1.
        line: u64,
        /// The registry's reason.
        reason: &'static str,
    },
    /// A consultation without a phase.
    #[error("the consultation has no phase, so no station can open")]
    NoPhase,
    /// A name that no station can have.
    #[error("no station can be named {0:?}")]
    StationName(String),
    /// The desk did not admit a made-up voter.
    #[error("the desk did not admit a made-up voter: {0}")]
    NotAdmitted(String),
    /// A ballot of an election that no method can carry.
    #[error(transparent)]
    NotCarried(#[from] NotCarried),
    /// A vote that the consultation does not allow.
    #[error(transparent)]
    Choice(#[from] ChoiceError),
    /// Sealing.
    #[error(transparent)]
    Ballot(#[from] BallotError),
    /// The server did not take a batch.
    #[error("the central server did not take a batch: {0}")]
    Send(#[from] SendError),
    /// The authority's side.
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    /// The trustees' side.
    #[error(transparent)]
    Ceremony(#[from] CeremonyError),
    /// The server's side.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The server's keys.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The ledger's export.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The count.
    #[error(transparent)]
    Tally(#[from] TallyError),
    /// The station's side.
    #[error(transparent)]
    Station(#[from] StationError),
    /// Opening the station.
    #[error(transparent)]
    Unlock(#[from] UnlockError),
    /// Signing or sealing.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// Files and sockets.
    #[error(transparent)]
    Io(#[from] io::Error),
}
