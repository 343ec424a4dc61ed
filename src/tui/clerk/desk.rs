//! Check-in and registration.

use super::{StationClerk, Trouble, wording};
use crate::batch::AdmittedAs;
use crate::identity::{CodiceFiscale, Document, DocumentNumber, Validity};
use crate::station::{Registration, Verdict, Visit};
use crate::tui::facts::{self, CodeGlance, Notice};
use crate::tui::work::{self, CityUserForm, Done, ResidenceForm};

/// Whether this is a code, with the warnings that never reject.
pub(super) fn read_code(text: &str) -> Done {
    Done::CodeRead(match CodiceFiscale::parse(text) {
        Err(error) => Err(wording::code(error)),
        Ok(code) => {
            let mut warnings = Vec::new();
            if code.has_omocodia() {
                warnings.push("warning-omocodia");
            }
            if code.is_provisional() {
                warnings.push("warning-numeric");
            }
            Ok(CodeGlance {
                code: code.as_str().to_owned(),
                warnings,
            })
        }
    })
}

impl StationClerk {
    pub(super) fn check_in(&mut self, visit: &work::Visit) -> Result<Done, Trouble> {
        if self.voting {
            return Ok(refused(Notice::plain("refusal-voting-now")));
        }
        self.leave()?;
        let code = match CodiceFiscale::parse(&visit.code) {
            Ok(code) => code,
            Err(error) => return Ok(refused(wording::code(error))),
        };
        let Ok(number) = DocumentNumber::parse(&visit.number) else {
            return Ok(refused(Notice::plain("refusal-document-number")));
        };
        let document = Document {
            kind: visit.kind,
            number: Some(number),
            birth_date: visit.birth_date,
            validity: visit.expiry.map_or(Validity::Unlimited, Validity::Until),
        };
        let verdict = self.station()?.check_in(Visit { code, document })?;
        self.pronounce(verdict, Some(visit))
    }

    pub(super) fn register(&mut self, form: CityUserForm) -> Result<Done, Trouble> {
        let admitted_as = AdmittedAs::CityUser {
            area: form.area,
            reason: form.reason,
        };
        self.enrol(form.surname, form.given_names, admitted_as)
    }

    pub(super) fn attest(&mut self, form: ResidenceForm) -> Result<Done, Trouble> {
        let admitted_as = AdmittedAs::Attested { area: form.area };
        self.enrol(form.surname, form.given_names, admitted_as)
    }

    fn enrol(
        &mut self,
        surname: String,
        given_names: String,
        admitted_as: AdmittedAs,
    ) -> Result<Done, Trouble> {
        let claimant = self
            .claimant
            .take()
            .ok_or(Trouble::State("nobody to register"))?;
        let form = Registration {
            surname,
            given_names,
            admitted_as,
        };
        let verdict = self.station()?.register(claimant, form)?;
        self.pronounce(verdict, None)
    }

    /// Keeps what the verdict gives, and says it.
    fn pronounce(
        &mut self,
        verdict: Verdict,
        visit: Option<&work::Visit>,
    ) -> Result<Done, Trouble> {
        self.claimant = None;
        Ok(Done::Verdict(match verdict {
            Verdict::Refused(refusal) => facts::Verdict::Refused(wording::refusal(&refusal, visit)),
            Verdict::NotOnRoll(claimant) => {
                self.claimant = Some(claimant);
                let station = self.station()?;
                let eligibility = &station.consultation().eligibility;
                let phase = station
                    .consultation()
                    .phase(station.certificate().value().kind);
                facts::Verdict::NotOnRoll {
                    may_register: !eligibility.city_user_reasons.is_empty(),
                    may_attest: eligibility.attested_residence,
                    waiting_days: phase.map_or(0, |p| p.waiting_days),
                }
            }
            Verdict::Admitted { admission, resumed } => {
                let how = match admission.admitted_as() {
                    AdmittedAs::CityUser { .. } => facts::AdmittedAs::CityUser,
                    AdmittedAs::Attested { .. } => facts::AdmittedAs::Attested,
                    AdmittedAs::Resident { area } => {
                        let known = self.station()?.consultation().area(area);
                        facts::AdmittedAs::Resident(
                            known.map_or_else(|| area.clone(), |a| a.name.clone()),
                        )
                    }
                };
                self.admission = Some(admission);
                facts::Verdict::Admitted { how, resumed }
            }
        }))
    }
}

fn refused(notice: Notice) -> Done {
    Done::Verdict(facts::Verdict::Refused(notice))
}
