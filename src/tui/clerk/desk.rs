//! Check-in, registration, help, and what is taken back.

use super::{StationClerk, Trouble, wording};
use crate::batch::AdmittedAs;
use crate::consultation::Overridable;
use crate::identity::CodiceFiscale;
use crate::station::{
    self, Assistance, AssistanceRefused, Override, OverrideReason, Registration, Role,
    StationError, Verdict, Visit, VoidReason,
};
use crate::tui::facts::day::LeftOpen;
use crate::tui::facts::{self, Exception, Notice};
use crate::tui::work::{Claim, Done, RegistrationForm};

/// A visit that was refused, which a president may lift.
pub(super) struct Refused {
    visit: Visit,
    refusal: Overridable,
    /// What was lifted for this visit before.
    lifted: Vec<Override>,
}

impl StationClerk {
    pub(super) fn look_up(&mut self, code: &CodiceFiscale) -> Result<Done, Trouble> {
        if self.voting {
            return Err(Trouble::State("somebody is voting"));
        }
        self.forget_visit()?;
        let found = match self.station()?.look_up(code) {
            Err(StationError::DayNotOpen) => return self.nobody_today(),
            found => found?,
        };
        let right = match found.right {
            station::StandingRight::VotedHere => facts::StandingRight::VotedHere,
            station::StandingRight::AdmittedToday => facts::StandingRight::AdmittedToday,
            station::StandingRight::OnRoll { area } => {
                facts::StandingRight::OnRoll(self.area_name(&area)?)
            }
            station::StandingRight::Registered { from, .. } => {
                facts::StandingRight::Registered(from)
            }
            station::StandingRight::Unknown => facts::StandingRight::Unknown,
        };
        let refused_before = found.refused_before.map(|r| (r.reason, r.hour.start()));
        Ok(Done::Standing {
            code: code.clone(),
            standing: facts::Standing {
                right,
                refused_before,
            },
        })
    }

    pub(super) fn check_in(&mut self, visit: Visit) -> Result<Done, Trouble> {
        if self.voting {
            return Ok(refused(Notice::plain("refusal-voting-now")));
        }
        self.forget_visit()?;
        let verdict = match self.station()?.check_in(visit.clone()) {
            Err(StationError::DayNotOpen) => return self.nobody_today(),
            verdict => verdict?,
        };
        self.pronounce(verdict, Some((visit, Vec::new())))
    }

    pub(super) fn lift(&mut self, reason: OverrideReason) -> Result<Done, Trouble> {
        let Refused {
            visit,
            refusal,
            mut lifted,
        } = self
            .refused
            .take()
            .ok_or(Trouble::State("nobody was refused"))?;
        lifted.push(Override { refusal, reason });
        let verdict = self.station()?.check_in_by_override(visit.clone(), &lifted);
        let verdict = match verdict {
            Err(StationError::DayNotOpen) => return self.nobody_today(),
            verdict => verdict?,
        };
        self.pronounce(verdict, Some((visit, lifted)))
    }

    pub(super) fn register(&mut self, form: RegistrationForm) -> Result<Done, Trouble> {
        let claimant = self
            .claimant
            .take()
            .ok_or(Trouble::State("nobody to register"))?;
        let form = Registration {
            names: form.names,
            document_number: form.number,
            admitted_as: match form.claim {
                Claim::CityUser { reason, area } => AdmittedAs::CityUser { area, reason },
                Claim::Residence { area } => AdmittedAs::Attested { area },
            },
        };
        let verdict = match self.station()?.register(claimant, form) {
            Err(StationError::DayNotOpen) => return self.nobody_today(),
            verdict => verdict?,
        };
        self.pronounce(verdict, None)
    }

    /// The open day has outlasted its phase, or none is open: nobody is admitted, and the desk
    /// hears what to do.
    fn nobody_today(&mut self) -> Result<Done, Trouble> {
        let status = self.status()?;
        let left = status.left_open(status.now.date());
        Ok(refused(left.map_or_else(
            || Notice::plain("failure-state"),
            LeftOpen::notice,
        )))
    }

    /// Takes the admission back: whoever is at the desk has no right to vote any more.
    pub(super) fn void(&mut self, reason: VoidReason) -> Result<Done, Trouble> {
        if self.voting {
            return Err(Trouble::State("somebody is voting"));
        }
        let admission = self
            .admission
            .take()
            .ok_or(Trouble::State("nobody is admitted"))?;
        self.station()?.void(admission, reason)?;
        Ok(Done::Voided)
    }

    pub(super) fn may_help(
        &mut self,
        companion: &CodiceFiscale,
        voter: &CodiceFiscale,
    ) -> Result<Done, Trouble> {
        Ok(
            match self.station()?.companion_may_help(companion, voter)? {
                Ok(()) => Done::MayHelp,
                Err(why) => self.help_refused(why)?,
            },
        )
    }

    pub(super) fn assist(
        &mut self,
        help: &Assistance,
        exception: Option<OverrideReason>,
    ) -> Result<Done, Trouble> {
        let admission = self
            .admission
            .take()
            .ok_or(Trouble::State("nobody is admitted"))?;
        let station = self.station()?;
        let done = match exception {
            None => station.assist(&admission, help),
            Some(reason) => station.assist_by_override(&admission, help, reason),
        };
        self.admission = Some(admission);
        Ok(match done? {
            Ok(()) => Done::Assisted,
            Err(why) => self.help_refused(why)?,
        })
    }

    fn help_refused(&mut self, why: AssistanceRefused) -> Result<Done, Trouble> {
        let exception = match why {
            AssistanceRefused::IsTheVoter => Exception::Never,
            AssistanceRefused::LimitReached { .. } => {
                self.exception(Overridable::CompanionLimit)?
            }
        };
        let why = Notice::plain(match why {
            AssistanceRefused::IsTheVoter => "refusal-companion-is-voter",
            AssistanceRefused::LimitReached { .. } => "refusal-companion-limit",
        });
        Ok(Done::HelpRefused { why, exception })
    }

    /// Who may lift a refusal.
    fn exception(&mut self, what: Overridable) -> Result<Exception, Trouble> {
        let station = self.station()?;
        let listed = station.consultation().desk.overrides.contains(&what);
        Ok(match (listed, station.operator().role) {
            (false, _) => Exception::Never,
            (true, Role::President) => Exception::ByYou,
            (true, Role::Clerk) => Exception::ByPresident,
        })
    }

    /// Keeps what the verdict gives, and says it.
    fn pronounce(
        &mut self,
        verdict: Verdict,
        visit: Option<(Visit, Vec<Override>)>,
    ) -> Result<Done, Trouble> {
        self.claimant = None;
        self.refused = None;
        Ok(Done::Verdict(match verdict {
            Verdict::Refused(refusal) => {
                let exception = match refusal.overridable() {
                    Some(what) if visit.is_some() => self.exception(what)?,
                    _ => Exception::Never,
                };
                let kind = visit.as_ref().map(|(visit, _)| visit.document.kind);
                let why = wording::refusal(&refusal, kind, exception);
                self.refused =
                    refusal
                        .overridable()
                        .zip(visit)
                        .map(|(refusal, (visit, lifted))| Refused {
                            visit,
                            refusal,
                            lifted,
                        });
                facts::Verdict::Refused { why, exception }
            }
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
                        facts::AdmittedAs::Resident(self.area_name(area)?)
                    }
                };
                let notes = wording::notes(admission.elsewhere());
                self.admission = Some(admission);
                facts::Verdict::Admitted {
                    how,
                    resumed,
                    notes,
                }
            }
        }))
    }

    fn area_name(&mut self, area: &str) -> Result<String, Trouble> {
        let known = self.station()?.consultation().area(area);
        Ok(known.map_or_else(|| area.to_owned(), |a| a.name.clone()))
    }

    /// The person before is gone: nothing of their visit stays.
    fn forget_visit(&mut self) -> Result<(), Trouble> {
        self.claimant = None;
        self.refused = None;
        self.leave()
    }
}

fn refused(why: Notice) -> Done {
    Done::Verdict(facts::Verdict::Refused {
        why,
        exception: Exception::Never,
    })
}
