//! A station that answers from a few rules.

mod answers;

use super::world::{consultation, people};
use crate::consultation::{Consultation, StationKind};
use crate::identity::DocumentKind;
use crate::station::{Assistance, PaperCounting, Reopening};
use crate::tui::facts::{
    AdmittedAs, ClosingCounts, Equipment, Exception, ExportReport, Found, Notice, OperatorName,
    PrintState, Role, Standing, StandingRight, StationInfo, Status, Stick, Value, Verdict,
};
use crate::tui::work::{Done, PaperJob, RegistrationForm, SecondPerson, Visit};
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
    /// Whether it is the last day of the phase, and whether it is later.
    pub last_day: bool,
    pub over: bool,
    pub sticks: Vec<Stick>,
    /// Why the stick cannot be written to.
    pub stick_fails: Option<&'static str>,
    /// Reasons for which a day was opened again.
    pub reopened: Vec<Option<Reopening>>,
    /// What is to be said to whoever is admitted.
    pub notes: Vec<Notice>,
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
        Verdict::Admitted {
            how,
            resumed,
            notes: self.notes.clone(),
        }
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
            is_last_day: self.last_day || self.over,
            is_over: self.over,
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
