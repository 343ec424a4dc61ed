//! What the station writes down of one person at the desk, inside one transaction.

use super::elsewhere::{Elsewhere, note_unclaimed};
use super::{Event, Override, Refusal, StandingRight, StationError, Verdict};
use super::{admission, journal, standing};
use crate::batch::AdmittedAs;
use crate::consultation::Hour;
use crate::identity::Pseudonym;
use chrono::NaiveDate;
use rusqlite::Connection;

/// A person at the desk, on an open day.
pub(super) struct AtDesk<'a> {
    pub db: &'a Connection,
    pub day: u32,
    pub hour: Hour,
    pub who: Pseudonym,
}

/// What goes into the journal beside an admission or a registration.
pub(super) struct Circumstances {
    /// The code was computed from the personal data.
    pub computed: bool,
    /// The overrides that were needed.
    pub overrides: Vec<Override>,
    /// What is known of the person elsewhere.
    pub elsewhere: Elsewhere,
}

/// What is decided of a person whose code and document were weighed.
pub(super) enum Decision {
    /// It is recorded.
    Made(Verdict),
    /// Nobody knows them, and nothing is recorded.
    Stranger(Circumstances),
}

impl AtDesk<'_> {
    /// Decides by the station's lists and by what code and document gave. Who has voted is told
    /// so, whatever they show.
    pub fn decide(
        &self,
        weighed: Result<Circumstances, Refusal>,
        today: NaiveDate,
    ) -> Result<Decision, StationError> {
        let verdict = match (standing::right(self.db, self.who)?, weighed) {
            (StandingRight::VotedHere, _) => self.refuse(Refusal::AlreadyVotedHere)?,
            (_, Err(refusal)) => self.refuse(refusal)?,
            (StandingRight::Unknown, Ok(how)) => return Ok(Decision::Stranger(how)),
            (StandingRight::AdmittedToday, Ok(how)) => {
                let mut admission = admission::resume(self.db, self.who)?;
                admission.elsewhere = how.elsewhere;
                self.forget_refusal()?;
                self.append(&Event::Resumed)?;
                self.append_overrides(&how)?;
                Verdict::Admitted {
                    admission,
                    resumed: true,
                }
            }
            (StandingRight::OnRoll { area }, Ok(how)) => {
                self.admit(AdmittedAs::Resident { area }, &how)?
            }
            (StandingRight::Registered { from, .. }, Ok(_)) if today < from => {
                self.refuse(Refusal::Waiting { from })?
            }
            (StandingRight::Registered { admitted_as, .. }, Ok(how)) => {
                self.admit(admitted_as, &how)?
            }
        };
        Ok(Decision::Made(verdict))
    }

    /// A fresh admission.
    pub fn admit(
        &self,
        admitted_as: AdmittedAs,
        how: &Circumstances,
    ) -> Result<Verdict, StationError> {
        let mut admission = admission::insert(self.db, self.day, self.who, admitted_as)?;
        admission.elsewhere = how.elsewhere;
        self.forget_refusal()?;
        self.append(&Event::Admitted)?;
        self.append_circumstances(how)?;
        Ok(Verdict::Admitted {
            admission,
            resumed: false,
        })
    }

    /// A refusal: counted, in the journal without a name, and remembered until the person is
    /// admitted or the station closes for good.
    pub fn refuse(&self, refusal: Refusal) -> Result<Verdict, StationError> {
        self.db.execute(
            "UPDATE days SET refused = refused + 1 WHERE day = ?1",
            [self.day],
        )?;
        self.db.execute(
            "INSERT OR REPLACE INTO refusals(pseudonym, reason, hour) VALUES (?1, ?2, ?3)",
            (&self.who.0[..], refusal.name(), self.hour.to_string()),
        )?;
        let reason = refusal.name().to_owned();
        self.append(&Event::Refused { reason })?;
        Ok(Verdict::Refused(refusal))
    }

    pub fn append(&self, event: &Event) -> Result<(), StationError> {
        journal::append(self.db, self.hour, event)
    }

    pub fn append_circumstances(&self, how: &Circumstances) -> Result<(), StationError> {
        if how.computed {
            self.append(&Event::CodeComputed)?;
        }
        self.append_overrides(how)
    }

    fn append_overrides(&self, how: &Circumstances) -> Result<(), StationError> {
        how.overrides
            .iter()
            .try_for_each(|lifted| self.append(&Event::overridden(*lifted)))?;
        note_unclaimed(self.db, self.hour, how.elsewhere)
    }

    pub fn forget_refusal(&self) -> Result<(), StationError> {
        let query = "DELETE FROM refusals WHERE pseudonym = ?1";
        self.db.execute(query, [&self.who.0[..]])?;
        Ok(())
    }
}
