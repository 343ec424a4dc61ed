//! Ballots on paper: handed out at the desk, counted once, at the last closing.
//!
//! Invariants: a slip spends an admission like a cast ballot does, in one transaction, and no row
//! says more of it than that the person voted; what is in the box of paper is known only as two
//! operators entered it independently, and is on disk only together with the closing.
//!
//! A slip cannot be taken back. Who spoils it exchanges it: the spoilt one is crossed out and kept
//! apart, outside the box, so that slips found and slips handed out still agree and there is
//! nothing to record. One that is in the box all the same is found too many, and void.

mod compare;
mod counted;
mod counting;
mod entry;
mod words;

pub use compare::PaperDifference;
pub use counted::{PaperCounted, PaperSummary};
pub use counting::{Counter, PaperCounting, PaperNext};
pub use entry::{
    PaperHead, PaperProblem, PaperSlips, PaperSum, TotalsProblem, paper_sums, paper_totals_possible,
};

use super::{Admission, AdmissionState, Event, Station, StationError};
use super::{admission, journal, store};
use crate::ballot::SealedBallot;
use crate::consultation::Hour;
use crate::envelope::cbor;
use rusqlite::Connection;

/// No paper ballot was handed out.
#[derive(Debug)]
pub struct NotIssued {
    /// The permission, as it was.
    pub admission: Admission,
    /// What went wrong.
    pub error: StationError,
}

/// Slips handed out since the first day.
pub(super) fn handed_out(db: &Connection) -> Result<u64, StationError> {
    store::count(db, "SELECT count(*) FROM admissions WHERE state = 'paper'")
}

/// At the last closing: the event, and the slips that are too few for totals, as ballots without
/// a voter.
pub(super) fn put(
    db: &Connection,
    hour: Hour,
    counted: &PaperCounted,
    sealed: &[SealedBallot],
) -> Result<(), StationError> {
    for ballot in sealed {
        db.execute(
            "INSERT INTO ballots(tracker, sealed) VALUES (?1, ?2)",
            (&ballot.tracker().0.0[..], ballot.bytes()),
        )?;
    }
    let differed = counted.summary().differed;
    journal::append(db, hour, &Event::PaperCounted { differed })
}

impl Station {
    /// Hands out a paper ballot: the admission is spent, the person counts as having voted.
    ///
    /// # Errors
    /// [`StationError::NotAdmitted`] if the admission is spent, at the screen, or of another day;
    /// then, and if the store fails, no slip may be handed out.
    pub fn issue_paper(&mut self, admission: Admission) -> Result<(), Box<NotIssued>> {
        match self.issue_in_one_transaction(&admission) {
            Ok(()) => {}
            // A commit may fail after it was made: the store is the truth.
            Err(StationError::Store(_)) if self.has_paper(&admission).unwrap_or(false) => {}
            Err(error) => return Err(Box::new(NotIssued { admission, error })),
        }
        self.has_voted(admission.pseudonym);
        Ok(())
    }

    fn issue_in_one_transaction(&mut self, admission: &Admission) -> Result<(), StationError> {
        let hour = self.clock.hour();
        let tx = self.db.transaction()?;
        admission::step(
            &tx,
            admission,
            AdmissionState::Admitted,
            AdmissionState::Paper,
        )?;
        tx.execute(
            "INSERT INTO voters(pseudonym, admitted_as, hour) VALUES (?1, ?2, ?3)",
            (
                &admission.pseudonym.0[..],
                cbor::encode(&admission.admitted_as),
                hour.to_string(),
            ),
        )?;
        journal::append(&tx, hour, &Event::PaperIssued)?;
        tx.commit()?;
        Ok(())
    }

    fn has_paper(&self, admission: &Admission) -> Result<bool, StationError> {
        let query = "SELECT state = 'paper' FROM admissions WHERE id = ?1";
        Ok(self
            .db
            .query_row(query, [&admission.id[..]], |r| r.get(0))?)
    }

    /// Slips handed out since the station's first day.
    pub fn paper_handed_out(&self) -> Result<u64, StationError> {
        handed_out(&self.db)
    }
}
