//! A station that answers from a few rules.

use super::world::{consultation, count, people};
use crate::consultation::{Consultation, StationKind};
use crate::identity::DocumentKind;
use crate::station::{Assistance, PaperCounting, Reopening};
use crate::tui::facts::{
    AdmittedAs, ClosingCounts, Equipment, Exception, ExportReport, Found, Notice, OperatorName,
    PrintState, Role, Standing, StandingRight, StationInfo, Status, Stick, SyncReport, Value,
    Verdict,
};
use crate::tui::work::{Claim, Clerk, Done, Job, PaperJob, RegistrationForm, SecondPerson, Visit};
use chrono::{NaiveDate, NaiveDateTime};
use std::sync::Arc;

pub const PIN: &str = "246810";
pub const PASSPHRASE: &str = "campo di girasoli";

pub const RESIDENT: &str = "RSSMRA85T10A562S";
pub const CITY_USER: &str = "VRDLCU80A01G842U";
/// Has helped somebody already.
pub const COMPANION: &str = "NRESDN70A41F205Z";
pub const MINOR: &str = "BNCGLI06T52B812P";

/// What the clerk was asked, by name.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of a test")]
pub struct FakeClerk {
    pub status: Status,
    pub asked: Vec<&'static str>,
    pub training: bool,
    pub waiting_days: u32,
    pub may_attest: bool,
    pub locked: bool,
    /// Who unlocked.
    pub by: String,
    pub expired: bool,
    pub role: Option<Role>,
    pub registered: Vec<RegistrationForm>,
    pub assisted: Vec<Assistance>,
    pub visits: Vec<Visit>,
    pub refused_before: Option<(String, NaiveDateTime)>,
    /// Fewer paper ballots than this are entered one by one.
    pub minimum: u32,
    pub counting: Option<Box<PaperCounting>>,
    /// What the printer answers to everything.
    pub print: PrintState,
    pub printer: Option<String>,
    pub speech: bool,
    pub found: Option<Found>,
    pub two_people: bool,
    pub sticks: Vec<Stick>,
    /// Why the stick cannot be written to.
    pub stick_fails: Option<&'static str>,
    /// Reasons for which a day was opened again.
    pub reopened: Vec<Option<Reopening>>,
    wrong_pins: u32,
}

pub fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

pub fn at(h: u32, m: u32) -> NaiveDateTime {
    date(2022, 9, 3).and_hms_opt(h, m, 0).unwrap()
}

impl FakeClerk {
    pub fn new() -> Self {
        let status = Status {
            now: at(18, 4),
            pending: 12,
            last_sync: Some(at(17, 50)),
            roll: Some(at(8, 10)),
            ..Status::default()
        };
        Self {
            status,
            locked: true,
            ..Self::default()
        }
    }

    fn station(&self) -> StationInfo {
        StationInfo {
            name: "piazza-1".into(),
            kind: StationKind::Banchetto,
            consultation: Arc::new(self.voted_on()),
            board: "seggio.example.it".into(),
            training: self.training,
            demo: true,
            clock_is_simulated: true,
            operator: OperatorName {
                name: self.by.clone(),
                role: self.role.unwrap_or(Role::President),
            },
            demo_people: people(),
            equipment: Equipment {
                printer: self.printer.clone(),
                speaks: self.speech,
                ..Equipment::default()
            },
            found: self.found,
        }
    }

    fn standing(&self, code: &str) -> Standing {
        let right = match code {
            RESIDENT if self.status.cast > 0 => StandingRight::VotedHere,
            RESIDENT if self.status.admitted > 0 => StandingRight::AdmittedToday,
            RESIDENT => StandingRight::OnRoll("Carpaneto Piacentino".into()),
            _ => StandingRight::Unknown,
        };
        Standing {
            right,
            refused_before: self.refused_before.clone(),
        }
    }

    fn check_in(&mut self, visit: Visit) -> Verdict {
        let (code, kind) = (visit.code.clone(), visit.document.kind);
        self.visits.push(visit);
        match code.as_str() {
            _ if kind == DocumentKind::HealthCard => Verdict::Refused {
                why: Notice::plain("refusal-health-card"),
                exception: Exception::Never,
            },
            RESIDENT if self.expired => Verdict::Refused {
                why: Notice::plain("refusal-document-expired")
                    .with("expiry", Value::Date(date(2022, 1, 30))),
                exception: match self.role {
                    Some(Role::Clerk) => Exception::ByPresident,
                    _ => Exception::ByYou,
                },
            },
            RESIDENT => self.admit(AdmittedAs::Resident("Carpaneto Piacentino".into())),
            MINOR => Verdict::Refused {
                why: Notice::plain("refusal-too-young")
                    .with("min_age", Value::Number(16))
                    .with("reference_date", Value::Date(date(2022, 10, 18))),
                exception: Exception::Never,
            },
            _ => Verdict::NotOnRoll {
                may_register: true,
                may_attest: self.may_attest,
                waiting_days: self.waiting_days,
            },
        }
    }

    fn admit(&mut self, how: AdmittedAs) -> Verdict {
        let resumed = self.status.admitted > 0;
        if !resumed {
            self.status.check_ins += 1;
            self.status.admitted += 1;
        }
        Verdict::Admitted { how, resumed }
    }

    fn closing(&self) -> ClosingCounts {
        ClosingCounts {
            check_ins: self.status.check_ins,
            cast: self.status.cast,
            paper: self.status.paper,
            paper_in_all: self.status.paper,
            left_behind: self.status.admitted,
            city_users: self.status.city_users,
            in_box: self.status.cast,
            reconciles: true,
            last_day_of_phase: date(2022, 9, 18),
            ..ClosingCounts::default()
        }
    }

    fn close(&mut self, last: bool) -> Done {
        self.status.day_open = false;
        self.status.closed_today = true;
        self.status.finished = last;
        let lines: Vec<String> = (1..=40).map(|n| format!("riga {n} del verbale")).collect();
        Done::DayClosed {
            minutes_path: "/tmp/seggio-demo/piazza-1/minutes/2022-09-03.txt".into(),
            minutes_text: lines.join("\n"),
            status: Box::new(self.status.clone()),
        }
    }

    fn voted_on(&self) -> Consultation {
        let mut consultation = consultation(self.may_attest);
        consultation.count.minimum_ballots = self.minimum.max(1);
        consultation.desk.two_people = self.two_people;
        consultation
    }

    fn paper(&mut self, job: PaperJob) -> Done {
        let consultation = self.voted_on();
        let counting = match (&mut self.counting, job) {
            (counting, PaperJob::Begin) => {
                let handed_out = u64::from(self.status.paper);
                let fresh = PaperCounting::without_station(consultation, handed_out);
                let fresh = counting.insert(Box::new(fresh));
                return Done::Paper(Box::new(fresh.next()));
            }
            (counting, PaperJob::Stop) => {
                *counting = None;
                return Done::PaperStopped;
            }
            (None, _) => panic!("no count was begun"),
            (Some(counting), PaperJob::Head(head)) => counting.head(head),
            (Some(counting), PaperJob::Totals(totals)) => counting.totals(totals.to_vec()),
            (Some(counting), PaperJob::Slips(slips)) => counting.slips(&slips),
            (Some(counting), PaperJob::Agree(numbers)) => counting.agree(&numbers),
            (Some(counting), PaperJob::Second(person)) => {
                return match second(Some(&person), true) {
                    None => Done::Paper(Box::new(counting.second_is_here())),
                    Some(refused) => refused,
                };
            }
        };
        match counting {
            Ok(next) => Done::Paper(Box::new(next)),
            Err(problem) => Done::PaperRefused(problem),
        }
    }

    fn export(&mut self, stick: &std::path::Path, progress: &dyn Fn(Done)) -> Done {
        if let Some(why) = self.stick_fails {
            return Done::ExportFailed(Notice::plain(why));
        }
        assert!(self.sticks.iter().any(|s| s.folder == stick));
        let written = self.status.pending;
        for n in 1..=written {
            let step = Notice::plain("step-writing")
                .with("n", Value::Number(n.into()))
                .with("all", Value::Number(written.into()));
            progress(Done::Step(step));
        }
        Done::Exported {
            report: ExportReport {
                written,
                ..ExportReport::default()
            },
            status: Box::new(self.status.clone()),
        }
    }

    fn pin(&mut self, pin: &str) -> Done {
        if self.wrong_pins >= 5 {
            return Done::PassphraseNeeded;
        }
        if pin == PIN {
            self.wrong_pins = 0;
            return Done::PinOk;
        }
        self.wrong_pins += 1;
        match 5 - self.wrong_pins {
            0 => Done::PassphraseNeeded,
            tries_left => Done::PinRefused { tries_left },
        }
    }
}

/// Whether the second operator, if one is needed, is Bruno.
fn second(person: Option<&SecondPerson>, needed: bool) -> Option<Done> {
    let here = person.is_some_and(|p| p.operator == "Bruno" && p.passphrase.expose() == PASSPHRASE);
    (needed && !here).then(|| Done::SecondRefused {
        why: Notice::plain("operator-unlock-refused"),
        wait_seconds: 4,
    })
}

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
