//! City users, and residence attested at the desk: a short form whose record is sealed to the
//! registry at once. Not even the station reads it back.

use super::{Event, Refusal, Station, StationError, Verdict, Visit};
use super::{admission, journal};
use crate::batch::{AdmittedAs, IdentityRecord};
use crate::envelope::cbor;
use crate::identity::Pseudonym;
use chrono::{Days, NaiveDate};

/// Someone who is not on the roll, at the desk. Used up by [`Station::register`].
pub struct Claimant {
    pub(super) visit: Visit,
    pub(super) pseudonym: Pseudonym,
}

impl std::fmt::Debug for Claimant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Claimant(..)")
    }
}

/// What the form asks.
#[derive(Clone)]
pub struct Registration {
    /// Surname as on the document.
    pub surname: String,
    /// Given names as on the document.
    pub given_names: String,
    /// The right that is claimed: city user or attested residence.
    pub admitted_as: AdmittedAs,
}

impl std::fmt::Debug for Registration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Registration(..)")
    }
}

impl Station {
    /// Registers a claimant and admits them, or says from which day they may vote.
    pub fn register(
        &mut self,
        claimant: Claimant,
        form: Registration,
    ) -> Result<Verdict, StationError> {
        let day = self.admitting_day()?;
        if let Some(refusal) = self.inadmissible(&form.admitted_as) {
            return Ok(Verdict::Refused(refusal));
        }
        let (hour, today) = (self.clock.hour(), self.clock.today());
        let Claimant { visit, pseudonym } = claimant;
        let waiting = match form.admitted_as {
            AdmittedAs::CityUser { .. } => {
                let phase = self.consultation().phase(self.certificate.value().kind);
                phase.map_or(0, |p| p.waiting_days)
            }
            _ => 0,
        };
        let enabled_from = after(today, waiting)?;
        let number = visit.document.number.as_ref();
        let record = IdentityRecord {
            surname: form.surname,
            given_names: form.given_names,
            codice_fiscale: visit.code.as_str().to_owned(),
            birth_date: visit.document.birth_date,
            admitted_as: form.admitted_as.clone(),
            document: visit.document.kind,
            document_number: number.map_or_else(String::new, |n| n.as_str().to_owned()),
        };
        let registry = &self.manifest.value().commission.registry_recipient;
        let sealed = registry.seal(&zeroize::Zeroizing::new(cbor::encode(&record)))?;
        let tx = self.db.transaction()?;
        tx.execute(
            "INSERT INTO registrations(pseudonym, admitted_as, hour, enabled_from, record)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                &pseudonym.0[..],
                cbor::encode(&form.admitted_as),
                hour.to_string(),
                enabled_from.to_string(),
                sealed,
            ),
        )?;
        journal::append(&tx, hour, &Event::Registered)?;
        let verdict = if enabled_from <= today {
            journal::append(&tx, hour, &Event::Admitted)?;
            let admission = admission::insert(&tx, day, pseudonym, form.admitted_as)?;
            Verdict::Admitted {
                admission,
                resumed: false,
            }
        } else {
            Verdict::Refused(Refusal::Waiting { from: enabled_from })
        };
        tx.commit()?;
        Ok(verdict)
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
