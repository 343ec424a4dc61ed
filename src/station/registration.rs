//! City users, and residence attested at the desk: a short form whose record is sealed to the
//! registry at once. Not even the station reads it back.

use super::at_desk::{AtDesk, Decision};
use super::{Event, Override, Refusal, StandingRight, Station, StationError, Verdict, Visit};
use crate::batch::{AdmittedAs, IdentityRecord};
use crate::envelope::cbor;
use crate::identity::{DocumentNumber, Names, Pseudonym};
use chrono::{Days, NaiveDate};

/// Someone who is not on the roll, at the desk. Used up by [`Station::register`].
pub struct Claimant {
    pub(super) visit: Visit,
    pub(super) pseudonym: Pseudonym,
    pub(super) overrides: Vec<Override>,
}

impl std::fmt::Debug for Claimant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Claimant(..)")
    }
}

/// What the form asks.
#[derive(Clone)]
pub struct Registration {
    /// Names as on the document.
    pub names: Names,
    /// The document's number, which the registry needs and the desk alone does not.
    pub document_number: DocumentNumber,
    /// The right that is claimed: city user or attested residence.
    pub admitted_as: AdmittedAs,
}

impl std::fmt::Debug for Registration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Registration(..)")
    }
}

impl Station {
    /// Registers a claimant and admits them, or says from which day they may vote. Who is known by
    /// now, or has voted, is answered as at check-in, and nothing is registered.
    pub fn register(
        &mut self,
        claimant: Claimant,
        form: Registration,
    ) -> Result<Verdict, StationError> {
        let (day, hour, today) = (self.admitting_day()?, self.clock.hour(), self.clock.today());
        let Claimant {
            visit,
            pseudonym: who,
            overrides,
        } = claimant;
        let weighed = self.weigh(&visit, &overrides, today);
        let inadmissible = self.inadmissible(&form.admitted_as);
        let from = after(today, self.waiting_days(&form.admitted_as))?;
        let admits = inadmissible.is_none() && from <= today;
        let weighed = self.look_elsewhere(who, weighed, &overrides, |right| match right {
            StandingRight::Registered { from, .. } => *from <= today,
            StandingRight::Unknown => admits,
            _ => true,
        })?;
        let record = self.sealed(&visit, &form)?;
        let db = self.db.transaction()?;
        let desk = AtDesk {
            db: &db,
            day,
            hour,
            who,
        };
        let verdict = match (desk.decide(weighed, today)?, inadmissible) {
            (Decision::Made(verdict), _) => verdict,
            (Decision::Stranger(_), Some(refusal)) => desk.refuse(refusal)?,
            (Decision::Stranger(how), None) => {
                desk.enter(&form.admitted_as, from, record)?;
                desk.append(&Event::Registered)?;
                if today < from {
                    desk.append_circumstances(&how)?;
                    Verdict::Refused(Refusal::Waiting { from })
                } else {
                    desk.admit(form.admitted_as, &how)?
                }
            }
        };
        db.commit()?;
        Ok(verdict)
    }

    /// The record that only the registry reads.
    fn sealed(&self, visit: &Visit, form: &Registration) -> Result<Vec<u8>, StationError> {
        let record = IdentityRecord {
            surname: form.names.surname().to_owned(),
            given_names: form.names.given_names().to_owned(),
            codice_fiscale: visit.code.as_str().to_owned(),
            birth_date: visit.document.birth_date,
            admitted_as: form.admitted_as.clone(),
            document: visit.document.kind,
            document_number: form.document_number.as_str().to_owned(),
            computed: visit.computed,
        };
        let registry = &self.manifest.value().commission.registry_recipient;
        Ok(registry.seal(&zeroize::Zeroizing::new(cbor::encode(&record)))?)
    }

    fn waiting_days(&self, claimed: &AdmittedAs) -> u32 {
        let phase = self.consultation().phase(self.certificate.value().kind);
        match claimed {
            AdmittedAs::CityUser { .. } => phase.map_or(0, |p| p.waiting_days),
            _ => 0,
        }
    }

    fn inadmissible(&self, claimed: &AdmittedAs) -> Option<Refusal> {
        let c = self.consultation();
        if c.area(claimed.area()).is_none() {
            return Some(Refusal::AreaUnknown);
        }
        let accepted = match claimed {
            AdmittedAs::Resident { .. } => false,
            AdmittedAs::Attested { .. } => c.eligibility.attested_residence,
            AdmittedAs::CityUser { reason, .. } => c.eligibility.city_user_reasons.contains(reason),
        };
        (!accepted).then_some(Refusal::ReasonNotAccepted)
    }
}

impl AtDesk<'_> {
    /// A row of the albo.
    fn enter(
        &self,
        admitted_as: &AdmittedAs,
        from: NaiveDate,
        record: Vec<u8>,
    ) -> Result<(), StationError> {
        self.db.execute(
            "INSERT INTO registrations(pseudonym, admitted_as, hour, enabled_from, record)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                &self.who.0[..],
                cbor::encode(admitted_as),
                self.hour.to_string(),
                from.to_string(),
                record,
            ),
        )?;
        // Whoever waits is no longer somebody who was refused.
        self.forget_refusal()
    }
}

/// So many calendar days later; an error where the calendar ends.
fn after(day: NaiveDate, days: u32) -> Result<NaiveDate, StationError> {
    day.checked_add_days(Days::new(u64::from(days)))
        .ok_or(StationError::Damaged("the waiting days of the phase"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_waiting_days_is_too_great_to_be_refused() {
        let day: NaiveDate = "2022-09-10".parse().unwrap();
        assert_eq!(after(day, 30).unwrap().to_string(), "2022-10-10");
        assert!(matches!(
            after(day, u32::MAX),
            Err(StationError::Damaged(_))
        ));
    }
}
