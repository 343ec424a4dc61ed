//! Help at the voter's screen, recorded without its content.
//!
//! Invariants: a voter's help is recorded once for each admission, and a companion is counted once
//! for each voter, also when the voter leaves and comes back; of a companion only a count is kept,
//! never whom they helped; the journal names neither.

use super::{Admission, Event, Override, OverrideReason, Station, StationError, journal};
use crate::consultation::Overridable;
use crate::identity::{CodiceFiscale, Pseudonym};
use rusqlite::{Connection, OptionalExtension};

/// Who helps a voter at the screen.
#[derive(Debug, Clone)]
pub enum Assistance {
    /// Somebody of the station.
    Staff {
        /// Why.
        reason: AssistanceReason,
    },
    /// Somebody whom the voter brought.
    Companion {
        /// Why.
        reason: AssistanceReason,
        /// The companion's code.
        companion: CodiceFiscale,
    },
}

/// Why a voter is helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssistanceReason {
    /// Cannot see the screen well enough.
    Sight,
    /// Cannot use the keys.
    Movement,
    /// Cannot read well enough.
    Reading,
    /// Does not know the languages of the screen.
    Language,
    /// Anything else.
    Other,
}

impl AssistanceReason {
    /// All of them, in the order in which screens list them.
    pub const ALL: [Self; 5] = [
        Self::Sight,
        Self::Movement,
        Self::Reading,
        Self::Language,
        Self::Other,
    ];

    /// The word in the journal and in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sight => "sight",
            Self::Movement => "movement",
            Self::Reading => "reading",
            Self::Language => "language",
            Self::Other => "other",
        }
    }
}

/// Why this companion may not help this voter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssistanceRefused {
    /// The companion is the voter.
    IsTheVoter,
    /// The companion has helped as many voters as one person may, at this station.
    LimitReached {
        /// So many.
        limit: u32,
    },
}

impl AssistanceRefused {
    /// The reason's name, for texts and the journal.
    pub fn name(self) -> &'static str {
        match self {
            Self::IsTheVoter => "companion-is-voter",
            Self::LimitReached { .. } => Overridable::CompanionLimit.word(),
        }
    }

    fn event(self) -> Event {
        let reason = self.name().to_owned();
        Event::CompanionRefused { reason }
    }
}

/// The words of an admission's mark.
pub(super) const STAFF: &str = "staff";
pub(super) const COMPANION: &str = "companion";

impl Station {
    /// Whether somebody may accompany this voter, admitted or not yet. A refusal leaves its entry
    /// in the journal; nothing else is recorded.
    pub fn companion_may_help(
        &mut self,
        companion: &CodiceFiscale,
        voter: &CodiceFiscale,
    ) -> Result<Result<(), AssistanceRefused>, StationError> {
        let [companion, voter] = [companion, voter].map(|code| self.roll_key.pseudonym(code));
        let limit = self.consultation().desk.voters_per_companion;
        let hour = self.clock.hour();
        let db = self.db.transaction()?;
        let answer = allowed(&db, companion, voter, limit)?;
        if let Err(refused) = answer {
            journal::append(&db, hour, &refused.event())?;
        }
        db.commit()?;
        Ok(answer)
    }

    /// Records that the voter, who has confirmed it on the screen, is helped. The first record of
    /// an admission stays, except that a companion takes the place of staff. A refusal leaves its
    /// entry in the journal.
    pub fn assist(
        &mut self,
        admission: &Admission,
        assistance: &Assistance,
    ) -> Result<Result<(), AssistanceRefused>, StationError> {
        self.record_assistance(admission, assistance, None)
    }

    /// The same, where a president lifts the limit of the companion, if the consultation lets them.
    pub fn assist_by_override(
        &mut self,
        admission: &Admission,
        assistance: &Assistance,
        reason: OverrideReason,
    ) -> Result<Result<(), AssistanceRefused>, StationError> {
        self.president()?;
        let may = self.may_override(Overridable::CompanionLimit);
        self.record_assistance(admission, assistance, may.then_some(reason))
    }

    fn record_assistance(
        &mut self,
        admission: &Admission,
        assistance: &Assistance,
        lifted: Option<OverrideReason>,
    ) -> Result<Result<(), AssistanceRefused>, StationError> {
        let limit = self.consultation().desk.voters_per_companion;
        let hour = self.clock.hour();
        let (by, reason, companion) = match assistance {
            Assistance::Staff { reason } => (STAFF, reason, None),
            Assistance::Companion { reason, companion } => {
                (COMPANION, reason, Some(self.roll_key.pseudonym(companion)))
            }
        };
        let db = self.db.transaction()?;
        let mark = mark(&db, admission)?;
        let accompanied = accompanied(&db, admission.pseudonym)?;
        if let Some(companion) = companion {
            match (allowed(&db, companion, admission.pseudonym, limit)?, lifted) {
                (Ok(()), _) => {}
                (Err(AssistanceRefused::LimitReached { .. }), Some(reason)) => {
                    let refusal = Overridable::CompanionLimit;
                    let event = Event::overridden(Override { refusal, reason });
                    journal::append(&db, hour, &event)?;
                }
                (Err(refused), _) => {
                    journal::append(&db, hour, &refused.event())?;
                    db.commit()?;
                    return Ok(Err(refused));
                }
            }
        }
        if mark.is_some_and(|mark| mark == by || mark == COMPANION) {
            return Ok(Ok(()));
        }
        if let Some(companion) = companion.filter(|_| !accompanied) {
            db.execute(
                "INSERT INTO companions(pseudonym, voters) VALUES (?1, 1)
                 ON CONFLICT(pseudonym) DO UPDATE SET voters = voters + 1",
                [&companion.0[..]],
            )?;
        }
        db.execute(
            "UPDATE admissions SET assisted = ?2 WHERE id = ?1",
            (&admission.id[..], by),
        )?;
        let (by, reason) = (by.to_owned(), reason.word().to_owned());
        journal::append(&db, hour, &Event::Assisted { by, reason })?;
        db.commit()?;
        Ok(Ok(()))
    }
}

/// Who helps, as recorded; an error if the admission is spent or void.
fn mark(db: &Connection, admission: &Admission) -> Result<Option<String>, StationError> {
    let query = "SELECT assisted FROM admissions
        WHERE id = ?1 AND state IN ('admitted', 'voting')";
    let row = db.query_row(query, [&admission.id[..]], |r| r.get(0));
    row.optional()?.ok_or(StationError::NotAdmitted)
}

/// Whether a companion was counted for this voter, today or another day.
fn accompanied(db: &Connection, voter: Pseudonym) -> Result<bool, StationError> {
    let query = "SELECT EXISTS
        (SELECT 1 FROM admissions WHERE pseudonym = ?1 AND assisted = 'companion')";
    Ok(db.query_row(query, [&voter.0[..]], |r| r.get(0))?)
}

fn allowed(
    db: &Connection,
    companion: Pseudonym,
    voter: Pseudonym,
    limit: u32,
) -> Result<Result<(), AssistanceRefused>, StationError> {
    if companion == voter {
        return Ok(Err(AssistanceRefused::IsTheVoter));
    }
    if accompanied(db, voter)? {
        return Ok(Ok(()));
    }
    let query = "SELECT voters FROM companions WHERE pseudonym = ?1";
    let helped = db.query_row(query, [&companion.0[..]], |r| r.get::<_, u32>(0));
    Ok(if helped.optional()?.unwrap_or(0) < limit {
        Ok(())
    } else {
        Err(AssistanceRefused::LimitReached { limit })
    })
}
