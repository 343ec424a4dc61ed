//! Check-in: from a visit to a verdict, in one transaction.

use super::at_desk::{AtDesk, Circumstances, Decision};
use super::{
    Claimant, Elsewhere, Override, Refusal, StandingRight, Station, StationError, Verdict,
};
use crate::identity::{CodiceFiscale, Document, DocumentKind, Validity, age_on};
use chrono::NaiveDate;

/// Who stands at the desk and what they show.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The code.
    pub code: CodiceFiscale,
    /// Whether the code was computed from the personal data, and not shown.
    pub computed: bool,
    /// The document.
    pub document: Document,
}

impl Station {
    /// Decides on a visit. A refusal leaves an entry in the journal, without a name.
    pub fn check_in(&mut self, visit: Visit) -> Result<Verdict, StationError> {
        self.decide(visit, &[])
    }

    /// Decides on a visit again, after a president overrode what it was refused for. Each override
    /// lifts its own refusal only, if the consultation lists it; of what is still in the way, the
    /// first is said. An override that was not needed leaves no trace.
    pub fn check_in_by_override(
        &mut self,
        visit: Visit,
        overrides: &[Override],
    ) -> Result<Verdict, StationError> {
        self.president()?;
        self.decide(visit, overrides)
    }

    fn decide(&mut self, visit: Visit, overrides: &[Override]) -> Result<Verdict, StationError> {
        let (day, hour, today) = (self.admitting_day()?, self.clock.hour(), self.clock.today());
        let who = self.roll_key.pseudonym(&visit.code);
        let weighed = self.weigh(&visit, overrides, today);
        let residents_only = self.residents_only();
        let weighed = self.look_elsewhere(who, weighed, overrides, |right| match right {
            StandingRight::Registered { from, .. } => *from <= today,
            // Whoever may be registered is claimed now, so that a president can still override.
            StandingRight::Unknown => !residents_only,
            _ => true,
        })?;
        let db = self.db.transaction()?;
        let desk = AtDesk {
            db: &db,
            day,
            hour,
            who,
        };
        let verdict = match desk.decide(weighed, today)? {
            Decision::Made(verdict) => verdict,
            Decision::Stranger(_) if residents_only => desk.refuse(Refusal::NotOnRoll)?,
            Decision::Stranger(how) => {
                return Ok(Verdict::NotOnRoll(Claimant {
                    visit,
                    pseudonym: who,
                    overrides: how.overrides,
                }));
            }
        };
        db.commit()?;
        Ok(verdict)
    }

    /// Whether nobody votes who is not on the roll.
    pub(super) fn residents_only(&self) -> bool {
        let eligibility = &self.consultation().eligibility;
        eligibility.city_user_reasons.is_empty() && !eligibility.attested_residence
    }

    /// What code and document alone give: the overrides that were needed, or the first refusal
    /// that none of them lifts.
    pub(super) fn weigh(
        &self,
        visit: &Visit,
        overrides: &[Override],
        today: NaiveDate,
    ) -> Result<Circumstances, Refusal> {
        let objections = self.objections(visit, today);
        let lifted = objections.map(|refusal| self.lift(refusal, overrides));
        Ok(Circumstances {
            computed: visit.computed,
            overrides: lifted.collect::<Result<_, _>>()?,
            elsewhere: Elsewhere::default(),
        })
    }

    /// The override that lifts a refusal, or the refusal.
    pub(super) fn lift(
        &self,
        refusal: Refusal,
        overrides: &[Override],
    ) -> Result<Override, Refusal> {
        let may = &self.consultation().desk.overrides;
        let what = refusal.overridable().filter(|o| may.contains(o));
        let lifted = what.and_then(|o| overrides.iter().find(|lifted| lifted.refusal == o));
        lifted.copied().ok_or(refusal)
    }

    /// What is to be said against a visit, in this order.
    fn objections(&self, visit: &Visit, today: NaiveDate) -> impl Iterator<Item = Refusal> {
        let c = self.consultation();
        let (min_age, reference_date) = (c.eligibility.min_age, c.eligibility.reference_date);
        let Visit {
            code,
            computed,
            document,
        } = visit;
        let expired = match document.validity {
            Validity::Until(expiry) if document.expired(today) => Some(expiry),
            _ => None,
        };
        [
            (document.kind == DocumentKind::HealthCard).then_some(Refusal::HealthCard),
            document
                .legally_ended(today)
                .then_some(Refusal::DocumentEnded),
            (!c.documents.accepted.contains(&document.kind))
                .then_some(Refusal::DocumentNotAccepted),
            expired
                .filter(|_| !c.documents.expired_accepted)
                .map(|expiry| Refusal::DocumentExpired { expiry }),
            (*computed && !c.desk.computed_codes).then_some(Refusal::ComputedCode),
            // The document's birth date decides the century that the code leaves open.
            (!code.agrees_with_birth(document.birth_date)).then_some(Refusal::BirthMismatch),
            (age_on(document.birth_date, reference_date) < min_age).then_some(Refusal::TooYoung {
                min_age,
                reference_date,
            }),
        ]
        .into_iter()
        .flatten()
    }
}
