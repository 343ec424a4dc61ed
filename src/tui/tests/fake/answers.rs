//! What the station of the tests answers to each job.

use super::{COMPANION, FakeClerk, PASSPHRASE, date, second};
use crate::tui::facts::{
    AdmittedAs, Exception, Notice, OperatorName, Role, SyncReport, Value, Verdict,
};
use crate::tui::tests::world::count;
use crate::tui::work::{Claim, Clerk, Done, Job, PaperJob};

impl Clerk for FakeClerk {
    #[expect(clippy::too_many_lines, reason = "one short answer for each job")]
    fn work(&mut self, job: Job, progress: &dyn Fn(Done)) -> Done {
        self.asked.push(name(&job));
        match job {
            Job::Operators => Done::Operators {
                operators: vec![
                    OperatorName {
                        name: "Anna".into(),
                        role: Role::President,
                    },
                    OperatorName {
                        name: "Bruno".into(),
                        role: Role::Clerk,
                    },
                ],
                training: self.training,
            },
            Job::Unlock {
                operator,
                passphrase,
            } if passphrase.expose() == PASSPHRASE => {
                self.locked = false;
                self.by = operator;
                Done::Unlocked {
                    station: Box::new(self.station()),
                    status: Box::new(self.status.clone()),
                }
            }
            Job::Unlock { .. } => Done::UnlockRefused { wait_seconds: 4 },
            Job::Lock => {
                self.locked = true;
                Done::Locked
            }
            Job::FoundRead => {
                self.found = None;
                Done::Status(Box::new(self.status.clone()))
            }
            Job::OpenDay { second: s, reason } => {
                if let Some(refused) = second(s.as_ref(), self.two_people) {
                    return refused;
                }
                if self.status.closed_today && self.role == Some(Role::Clerk) {
                    return Done::OpeningRefused(Notice::plain("opening-already-closed-today"));
                }
                self.reopened.push(reason);
                self.status.day_open = true;
                self.status.opened = Some(self.status.now.date());
                Done::DayOpened(Box::new(self.status.clone()))
            }
            Job::Status => Done::Status(Box::new(self.status.clone())),
            Job::LookUp(code) => Done::Standing {
                standing: self.standing(code.as_str()),
                code,
            },
            Job::CheckIn(visit) => Done::Verdict(self.check_in(*visit)),
            Job::Override(_) => {
                let how = AdmittedAs::Resident("Carpaneto Piacentino".into());
                Done::Verdict(self.admit(how))
            }
            Job::Register(form) => {
                let how = match &form.claim {
                    Claim::CityUser { .. } => AdmittedAs::CityUser,
                    Claim::Residence { .. } => AdmittedAs::Attested,
                };
                self.registered.push(*form);
                Done::Verdict(if self.waiting_days > 0 {
                    Verdict::Refused {
                        why: Notice::plain("refusal-waiting")
                            .with("date", Value::Date(date(2022, 9, 6))),
                        exception: Exception::Never,
                    }
                } else {
                    self.status.city_users += u32::from(how == AdmittedAs::CityUser);
                    self.admit(how)
                })
            }
            Job::MayHelp { companion, voter } if companion == voter => Done::HelpRefused {
                why: Notice::plain("refusal-companion-is-voter"),
                exception: Exception::Never,
            },
            Job::MayHelp { companion, .. } if companion.as_str() == COMPANION => {
                Done::HelpRefused {
                    why: Notice::plain("refusal-companion-limit"),
                    exception: Exception::ByYou,
                }
            }
            Job::MayHelp { .. } => Done::MayHelp,
            Job::Assist { help, .. } => {
                self.assisted.push(help);
                Done::Assisted
            }
            Job::Void(_) => {
                self.status.admitted -= 1;
                self.status.void += 1;
                Done::Voided
            }
            Job::LeaveVisit | Job::LeaveVoter => Done::VoterLeft,
            Job::HandOver => Done::HandedOver,
            Job::IssuePaper => {
                self.status.admitted -= 1;
                self.status.paper += 1;
                Done::PaperIssued
            }
            Job::Paper(job) => self.paper(job),
            Job::Seal(_) => Done::Sealed {
                tracker_text: "K7QM-2X9D-4HTW-P3VA".into(),
                qr_text: "K7QM2X9D4HTWP3VA".into(),
            },
            Job::WipeSeal => Done::SealWiped,
            Job::OpenBallot => Done::Opened,
            Job::Cast => {
                self.status.admitted -= 1;
                self.status.cast += 1;
                Done::CastDone
            }
            Job::CheckPin(pin) => self.pin(pin.expose()),
            Job::CheckPassphrase(p) if p.expose() == PASSPHRASE => {
                self.wrong_pins = 0;
                Done::PinOk
            }
            Job::CheckPassphrase(_) => Done::PassphraseRefused { wait_seconds: 8 },
            Job::PrepareClosing => Done::ClosingCounts(Box::new(self.closing())),
            Job::CloseDay { last, second: s } => {
                let counted = self.counting.is_some();
                match second(s.as_ref(), self.two_people && !counted) {
                    Some(refused) => refused,
                    None => self.close(last),
                }
            }
            Job::Sync => {
                let sent = std::mem::take(&mut self.status.pending);
                self.status.last_sync = Some(self.status.now);
                let report = SyncReport {
                    sent,
                    ..SyncReport::default()
                };
                Done::Synced {
                    report,
                    status: Box::new(self.status.clone()),
                }
            }
            Job::PrintSlip { .. } | Job::PrintMinutes | Job::PrintState => {
                Done::Print(self.print.clone())
            }
            Job::Sticks => Done::Sticks(self.sticks.clone()),
            Job::Export(stick) => self.export(&stick, progress),
            Job::Count => Done::Counted(Box::new(count())),
        }
    }
}

fn name(job: &Job) -> &'static str {
    match job {
        Job::Operators => "Operators",
        Job::Unlock { .. } => "Unlock",
        Job::Lock => "Lock",
        Job::FoundRead => "FoundRead",
        Job::OpenDay { .. } => "OpenDay",
        Job::Status => "Status",
        Job::LookUp(_) => "LookUp",
        Job::CheckIn(_) => "CheckIn",
        Job::Register(_) => "Register",
        Job::Override(_) => "Override",
        Job::MayHelp { .. } => "MayHelp",
        Job::Assist { .. } => "Assist",
        Job::Void(_) => "Void",
        Job::LeaveVisit => "LeaveVisit",
        Job::HandOver => "HandOver",
        Job::IssuePaper => "IssuePaper",
        Job::Paper(PaperJob::Begin) => "PaperBegin",
        Job::Paper(PaperJob::Second(_)) => "PaperSecond",
        Job::Paper(PaperJob::Stop) => "PaperStop",
        Job::Paper(_) => "Paper",
        Job::Seal(_) => "Seal",
        Job::WipeSeal => "WipeSeal",
        Job::Cast => "Cast",
        Job::OpenBallot => "OpenBallot",
        Job::LeaveVoter => "LeaveVoter",
        Job::CheckPin(_) => "CheckPin",
        Job::CheckPassphrase(_) => "CheckPassphrase",
        Job::PrepareClosing => "PrepareClosing",
        Job::CloseDay { .. } => "CloseDay",
        Job::Sync => "Sync",
        Job::PrintSlip { .. } => "PrintSlip",
        Job::PrintMinutes => "PrintMinutes",
        Job::PrintState => "PrintState",
        Job::Sticks => "Sticks",
        Job::Export(_) => "Export",
        Job::Count => "Count",
    }
}
