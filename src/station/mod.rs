//! The encrypted store and the day of a polling station.
//!
//! Invariants: one person has at most one right to vote; an [`Admission`] is spent together with
//! its ballot or not at all, on disk before anyone is told; no table, row order, batch or journal
//! entry joins a person to a ballot, but for the link that only the settlement key opens; a
//! station whose files are copied tells nothing without a passphrase.
//!
//! Knows nothing of screens or networks.

mod admission;
mod assistance;
mod at_desk;
mod board;
mod cast;
mod check_in;
mod claiming;
mod clock;
mod day;
mod elsewhere;
mod journal;
mod lists;
mod lock;
mod minutes;
mod open;
mod operators;
mod outbox;
mod overriding;
mod paper;
mod purge;
mod registration;
mod second;
mod settings;
mod setup;
mod shift;
mod slots;
mod standing;
mod store;
mod today;
mod verdict;

pub use crate::batch::{Offer, Reopening};
pub use admission::{Admission, AdmissionState, VoidReason};
pub use assistance::{Assistance, AssistanceReason, AssistanceRefused};
pub use board::{BoardAlarm, BoardChecked, BoardToCheck};
pub use cast::{CastFailed, Slip};
pub use check_in::Visit;
pub use claiming::{Claimed, Claims};
pub use clock::Clock;
pub use day::{ClosingCounts, DayClosed, Opening, OpeningRefused};
pub use elsewhere::Elsewhere;
pub use journal::{Event, JournalEntry};
pub use lists::Lists;
pub use operators::{NewOperator, PinRefused};
pub use outbox::{PendingBatch, SyncState};
pub use overriding::{Override, OverrideReason};
pub use paper::{
    Counter, NotIssued, PaperCounted, PaperCounting, PaperDifference, PaperHead, PaperNext,
    PaperProblem, PaperSlips, PaperSum, PaperSummary, TotalsProblem, paper_sums,
    paper_totals_possible,
};
pub use purge::Purged;
pub use registration::{Claimant, Registration};
pub use second::{Second, SecondRefused};
pub use settings::Settings;
pub use setup::init;
pub use shift::Found;
pub use slots::{OperatorCard, Role, UnlockError};
pub use standing::{RefusedBefore, Standing, StandingRight};
pub use today::OpenDay;
pub use verdict::{Refusal, Verdict};

use crate::ballot::{BallotError, BallotForm};
use crate::batch::{Asker, BatchError, Chain};
use crate::consultation::{Certificate, Consultation, Manifest, Rotation, StationId};
use crate::envelope::{Digest, EnvelopeError, SecretBytes, Signed, SigningKey};
use crate::identity::RollKey;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

#[cfg(test)]
pub(crate) mod tests;

/// Why the station could not do something. Holds no personal data and no choice.
#[derive(Debug, thiserror::Error)]
pub enum StationError {
    /// The encrypted store failed.
    #[error("the store failed: {0}")]
    Store(#[from] rusqlite::Error),
    /// Something in the store or the bundle does not open.
    #[error("{0}")]
    Envelope(#[from] EnvelopeError),
    /// A ballot could not be sealed.
    #[error("{0}")]
    Ballot(#[from] BallotError),
    /// A batch could not be made.
    #[error("{0}")]
    Batch(#[from] BatchError),
    /// Reading or writing a file failed.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// The day is closed, and only the text of its minutes is missing.
    #[error(
        "the day is closed, but its minutes were not written, and will be at the next start: {0}"
    )]
    MinutesFile(std::io::Error),
    /// A station is there already.
    #[error("a station is there already: {0}")]
    Exists(String),
    /// A passphrase or PIN that is too short or of the wrong form.
    #[error("{0}")]
    WeakSecret(&'static str),
    /// An operator of that name exists, or none does.
    #[error("no such operator, or a name taken already: {0}")]
    Operator(String),
    /// Another program has the station open.
    #[error("another program has this station open: close it there, or lock its screen, first")]
    InUse,
    /// Asked of a clerk, needs the president.
    #[error("only a president may do this")]
    PresidentOnly,
    /// The consultation asks for two people, and one is here.
    #[error("two operators are needed for this: the second gives their own passphrase")]
    SecondNeeded,
    /// The day is not open, or today is outside the phase.
    #[error("the station's day is not open, or today is outside the phase")]
    DayNotOpen,
    /// The day is open, and must be closed first.
    #[error("the station's day is open: close it first; nothing was changed")]
    DayOpen,
    /// Votes or batches were never sent: without them the count is not whole.
    #[error(
        "{0} holds votes or batches that the server never received: send them first, and tell the \
         registry if the settlement was made without them; nothing was changed"
    )]
    NotSent(StationId),
    /// The admission is not in the state that this needs: spent, void, or of another day.
    #[error("the admission cannot be used: it is spent, void or of another day")]
    NotAdmitted,
    /// The station cannot close for good: its paper ballots are not counted, or some were handed
    /// out after the count.
    #[error("the paper ballots are not counted; nothing is lost: count them, then close for good")]
    PaperNotCounted,
    /// The store holds something that this program did not write.
    #[error("the store is damaged: {0}")]
    Damaged(&'static str),
}

impl StationError {
    /// Whether the disk is full: the one failure that an operator can name to the office.
    pub fn is_disk_full(&self) -> bool {
        match self {
            Self::Store(e) => e.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull),
            Self::Io(e) => e.kind() == std::io::ErrorKind::StorageFull,
            _ => false,
        }
    }
}

/// An unlocked station. One thread owns it.
pub struct Station {
    dir: PathBuf,
    db: Connection,
    store_key: SecretBytes,
    manifest: Signed<Manifest>,
    certificate: Signed<Certificate>,
    rotation: Signed<Rotation>,
    key: SigningKey,
    roll_key: RollKey,
    form: BallotForm,
    clock: Clock,
    operator: OperatorCard,
    claiming: claiming::Claiming,
    /// `None` where the station is only looked at.
    lock: Option<lock::Lock>,
}

impl std::fmt::Debug for Station {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Station({})", self.certificate.value().station)
    }
}

impl Station {
    /// The names of the operators; nothing of the store is opened.
    pub fn operators(dir: &Path) -> Result<Vec<OperatorCard>, UnlockError> {
        slots::Slots::read(dir).map(|s| s.cards())
    }

    /// Whether the station is for training, as far as it says so while it is locked. What counts is
    /// its manifest.
    pub fn says_training(dir: &Path) -> Result<bool, UnlockError> {
        slots::Slots::read(dir).map(|s| s.is_training())
    }

    /// Opens the station with an operator's passphrase. Takes Argon2id's time. Votes that were
    /// interrupted by a crash or a power cut are put back to admitted, unspent; minutes that did
    /// not get into their file are written. One program at a time: an error if another has it open.
    pub fn unlock(
        dir: &Path,
        operator: &str,
        passphrase: &crate::envelope::Passphrase,
        clock: Clock,
    ) -> Result<Self, UnlockError> {
        let lock = lock::Lock::take(dir)?;
        let (store_key, card) = slots::open(dir, operator, passphrase)?;
        let mut station = setup::open(dir, store_key, card, clock)?;
        station.lock = Some(lock);
        station.begin_shift()?;
        station.say_training();
        station.write_missing_minutes()?;
        Ok(station)
    }

    /// Opens the station to look at how it stands, also while another program has it open. Nothing
    /// of it can be changed this way, and a vote in progress goes on.
    pub fn look(
        dir: &Path,
        operator: &str,
        passphrase: &crate::envelope::Passphrase,
        clock: Clock,
    ) -> Result<Self, UnlockError> {
        let (store_key, card) = slots::open(dir, operator, passphrase)?;
        let station = setup::open(dir, store_key, card, clock)?;
        let only = station.db.pragma_update(None, "query_only", true);
        only.map_err(StationError::from)?;
        Ok(station)
    }

    /// The signed manifest.
    pub fn manifest(&self) -> &Signed<Manifest> {
        &self.manifest
    }

    /// What is voted on.
    pub fn consultation(&self) -> &Consultation {
        &self.manifest.value().consultation
    }

    /// The station's certificate.
    pub fn certificate(&self) -> &Signed<Certificate> {
        &self.certificate
    }

    /// The rotation to the station's own key.
    pub fn rotation(&self) -> &Signed<Rotation> {
        &self.rotation
    }

    /// Who unlocked the station.
    pub fn operator(&self) -> &OperatorCard {
        &self.operator
    }

    /// The station's clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The consultation's fingerprint.
    pub fn fingerprint(&self) -> Digest {
        self.manifest.digest()
    }

    /// Asks the central server in the station's name.
    pub fn asker(&self) -> Asker {
        Asker::new(
            self.manifest.digest(),
            self.certificate.value().station.clone(),
            self.key.clone(),
            self.manifest.value().server.receipt_key,
        )
    }

    fn chain_start(&self) -> Chain {
        Chain::start(&self.rotation)
    }
}
