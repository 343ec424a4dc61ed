//! Check-in: from a visit to a verdict, in one transaction.

use super::{Admission, Claimant, Event, Refusal, Station, StationError, Verdict};
use super::{admission, journal};
use crate::batch::AdmittedAs;
use crate::envelope::cbor;
use crate::identity::{CodiceFiscale, Document, Pseudonym, Validity, age_on};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

/// Who stands at the desk and what they show.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The code.
    pub code: CodiceFiscale,
    /// The document.
    pub document: Document,
}

impl Station {
    /// Decides on a visit. A refusal leaves an entry in the journal, without a name.
    pub fn check_in(&mut self, visit: Visit) -> Result<Verdict, StationError> {
        let (hour, today) = (self.clock.hour(), self.clock.today());
        let day = self.admitting_day()?;
        let pseudonym = self.roll_key.pseudonym(&visit.code);
        let refusal = self.refusal(&visit, today);
        let residents_only = self.consultation().eligibility.city_user_reasons.is_empty()
            && !self.consultation().eligibility.attested_residence;
        let tx = self.db.transaction()?;
        let verdict = if let Some(refusal) = refusal {
            Verdict::Refused(refusal)
        } else if voted(&tx, pseudonym)? {
            Verdict::Refused(Refusal::AlreadyVotedHere)
        } else if let Some(admission) = resume(&tx, day, pseudonym)? {
            Verdict::Admitted {
                admission,
                resumed: true,
            }
        } else {
            match right_to_vote(&tx, pseudonym, today)? {
                Right::Vote(as_) => Verdict::Admitted {
                    admission: admission::insert(&tx, day, pseudonym, as_)?,
                    resumed: false,
                },
                Right::Later(from) => Verdict::Refused(Refusal::Waiting { from }),
                Right::Unknown if residents_only => Verdict::Refused(Refusal::NotOnRoll),
                Right::Unknown => return Ok(Verdict::NotOnRoll(Claimant { visit, pseudonym })),
            }
        };
        let event = match &verdict {
            Verdict::Admitted { resumed: true, .. } => Event::Resumed,
            Verdict::Admitted { .. } => Event::Admitted,
            Verdict::Refused(r) => {
                tx.execute(
                    "UPDATE days SET refused = refused + 1 WHERE day = ?1",
                    [day],
                )?;
                Event::Refused {
                    reason: r.name().to_owned(),
                }
            }
            Verdict::NotOnRoll(_) => return Ok(verdict),
        };
        journal::append(&tx, hour, &event)?;
        tx.commit()?;
        Ok(verdict)
    }

    /// What can be said from code and document alone.
    pub(super) fn refusal(&self, visit: &Visit, today: NaiveDate) -> Option<Refusal> {
        let c = self.consultation();
        let document = &visit.document;
        if document.legally_ended(today) {
            return Some(Refusal::DocumentEnded);
        }
        if !c.documents.accepted.contains(&document.kind) {
            return Some(Refusal::DocumentNotAccepted);
        }
        if let Validity::Until(expiry) = document.validity
            && document.expired(today)
            && !c.documents.expired_accepted
        {
            return Some(Refusal::DocumentExpired { expiry });
        }
        // The document's birth date decides the century that the code leaves open.
        if !visit.code.agrees_with_birth(document.birth_date) {
            return Some(Refusal::BirthMismatch);
        }
        let (min_age, reference_date) = (c.eligibility.min_age, c.eligibility.reference_date);
        if age_on(document.birth_date, reference_date) < min_age {
            return Some(Refusal::TooYoung {
                min_age,
                reference_date,
            });
        }
        None
    }
}

enum Right {
    Vote(AdmittedAs),
    Later(NaiveDate),
    Unknown,
}

fn voted(db: &Connection, who: Pseudonym) -> Result<bool, StationError> {
    let query = "SELECT EXISTS (SELECT 1 FROM voters WHERE pseudonym = ?1)";
    Ok(db.query_row(query, [&who.0[..]], |r| r.get(0))?)
}

/// An admission of today that was left behind.
fn resume(db: &Connection, day: u32, who: Pseudonym) -> Result<Option<Admission>, StationError> {
    let row = db.query_row(
        "SELECT id, admitted_as FROM admissions
         WHERE pseudonym = ?1 AND day = ?2 AND state = 'admitted'",
        (&who.0[..], day),
        |r| Ok((r.get(0)?, r.get::<_, Vec<u8>>(1)?)),
    );
    let Some((id, admitted_as)) = row.optional()? else {
        return Ok(None);
    };
    Ok(Some(Admission {
        id,
        pseudonym: who,
        admitted_as: cbor::decode(&admitted_as)?,
    }))
}

/// Roll first, then the albo of city users.
fn right_to_vote(db: &Connection, who: Pseudonym, on: NaiveDate) -> Result<Right, StationError> {
    let query = "SELECT area FROM roll WHERE pseudonym = ?1";
    if let Some(area) = db.query_row(query, [&who.0[..]], |r| r.get(0)).optional()? {
        return Ok(Right::Vote(AdmittedAs::Resident { area }));
    }
    let row = db.query_row(
        "SELECT admitted_as, enabled_from FROM registrations WHERE pseudonym = ?1",
        [&who.0[..]],
        |r| Ok((r.get::<_, Vec<u8>>(0)?, r.get::<_, String>(1)?)),
    );
    let Some((admitted_as, from)) = row.optional()? else {
        return Ok(Right::Unknown);
    };
    let from: NaiveDate = from
        .parse()
        .map_err(|_| StationError::Damaged("a date of a registration"))?;
    Ok(if from <= on {
        Right::Vote(cbor::decode(&admitted_as)?)
    } else {
        Right::Later(from)
    })
}
