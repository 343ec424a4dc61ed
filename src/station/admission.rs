//! The permission to vote once.
//!
//! Invariant: an [`Admission`] cannot be copied, is made only by a check-in, and is consumed by
//! the cast; its row moves only along admitted → voting → cast, back to admitted when left
//! behind, to abandoned at closing, to void with a reason before casting.

use super::{Elsewhere, Event, Station, StationError, journal};
use crate::batch::AdmittedAs;
use crate::envelope::cbor;
use crate::identity::Pseudonym;
use rand_core::RngCore;
use rusqlite::{Connection, OptionalExtension};

/// Permission to vote once.
pub struct Admission {
    pub(super) id: [u8; 16],
    pub(super) pseudonym: Pseudonym,
    pub(super) admitted_as: AdmittedAs,
    pub(super) elsewhere: Elsewhere,
}

impl std::fmt::Debug for Admission {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Admission(..)")
    }
}

impl Admission {
    /// By what right.
    pub fn admitted_as(&self) -> &AdmittedAs {
        &self.admitted_as
    }

    /// What is known of the person elsewhere.
    pub fn elsewhere(&self) -> Elsewhere {
        self.elsewhere
    }
}

/// Where an admission stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdmissionState {
    /// At the desk, or left behind.
    Admitted,
    /// At the voter's screen.
    Voting,
    /// Spent with a ballot.
    Cast,
    /// Spent with a paper ballot.
    Paper,
    /// Voided with a reason.
    Void,
    /// Left behind at closing; the person may come back another day.
    Abandoned,
}

impl AdmissionState {
    /// The word in the store.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Admitted => "admitted",
            Self::Voting => "voting",
            Self::Cast => "cast",
            Self::Paper => "paper",
            Self::Void => "void",
            Self::Abandoned => "abandoned",
        }
    }
}

/// Why an admission is voided. A list, because free text may hold a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoidReason {
    /// The desk admitted somebody whom it should have refused.
    AdmittedByMistake,
    /// The code or the document is another person's.
    WrongPerson,
    /// The person does not want to vote.
    Withdrawn,
    /// Has no right to vote, as it turned out.
    NotEntitled,
    /// Anything else.
    Other,
}

impl VoidReason {
    /// All of them, in the order in which screens list them.
    pub const ALL: [Self; 5] = [
        Self::AdmittedByMistake,
        Self::WrongPerson,
        Self::Withdrawn,
        Self::NotEntitled,
        Self::Other,
    ];

    /// The word in the journal and in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::AdmittedByMistake => "admitted-by-mistake",
            Self::WrongPerson => "wrong-person",
            Self::Withdrawn => "withdrawn",
            Self::NotEntitled => "not-entitled",
            Self::Other => "other",
        }
    }
}

/// Moves an admission from one state to another; an error if it is not in the first.
pub(super) fn step(
    db: &Connection,
    admission: &Admission,
    from: AdmissionState,
    to: AdmissionState,
) -> Result<(), StationError> {
    let moved = db.execute(
        "UPDATE admissions SET state = ?3 WHERE id = ?1 AND state = ?2",
        (&admission.id[..], from.word(), to.word()),
    )?;
    if moved == 1 {
        Ok(())
    } else {
        Err(StationError::NotAdmitted)
    }
}

/// A fresh row, admitted.
pub(super) fn insert(
    db: &Connection,
    day: u32,
    pseudonym: Pseudonym,
    admitted_as: AdmittedAs,
) -> Result<Admission, StationError> {
    // A random name, so that the table keeps no order of arrival.
    let mut id = [0; 16];
    rand_core::OsRng.fill_bytes(&mut id);
    db.execute(
        "INSERT INTO admissions(id, day, pseudonym, admitted_as, state)
         VALUES (?1, ?2, ?3, ?4, 'admitted')",
        (&id[..], day, &pseudonym.0[..], cbor::encode(&admitted_as)),
    )?;
    Ok(Admission {
        id,
        pseudonym,
        admitted_as,
        elsewhere: Elsewhere::default(),
    })
}

/// The admission of somebody who comes back to the desk; an error if it is at the screen.
pub(super) fn resume(db: &Connection, pseudonym: Pseudonym) -> Result<Admission, StationError> {
    let row = db.query_row(
        "SELECT id, admitted_as FROM admissions WHERE pseudonym = ?1 AND state = 'admitted'",
        [&pseudonym.0[..]],
        |r| Ok((r.get(0)?, r.get::<_, Vec<u8>>(1)?)),
    );
    let (id, admitted_as) = row.optional()?.ok_or(StationError::NotAdmitted)?;
    Ok(Admission {
        id,
        pseudonym,
        admitted_as: cbor::decode(&admitted_as)?,
        elsewhere: Elsewhere::default(),
    })
}

impl Station {
    /// The screen goes to the voter.
    pub fn hand_over(&mut self, admission: &Admission) -> Result<(), StationError> {
        self.record(admission, AdmissionState::Voting, &Event::HandedOver)
    }

    /// The voter left without casting: neither spent nor lost.
    pub fn leave(&mut self, admission: &Admission) -> Result<(), StationError> {
        self.record(admission, AdmissionState::Admitted, &Event::LeftBehind)
    }

    /// Takes an admission back before it is spent; never after.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a voided admission is used up"
    )]
    pub fn void(&mut self, admission: Admission, reason: VoidReason) -> Result<(), StationError> {
        let event = Event::Voided {
            reason: reason.word().to_owned(),
        };
        self.record(&admission, AdmissionState::Void, &event)
    }

    fn record(
        &mut self,
        admission: &Admission,
        to: AdmissionState,
        event: &Event,
    ) -> Result<(), StationError> {
        let from = match to {
            AdmissionState::Admitted => AdmissionState::Voting,
            _ => AdmissionState::Admitted,
        };
        let hour = self.clock.hour();
        let tx = self.db.transaction()?;
        step(&tx, admission, from, to)?;
        journal::append(&tx, hour, event)?;
        tx.commit()?;
        if to != AdmissionState::Voting {
            self.visit_over();
        }
        Ok(())
    }
}
