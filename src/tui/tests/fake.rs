//! A station that answers from a few rules.

use crate::consultation::{
    Area, Budget, Cents, Channel, Choosable, Consultation, DocumentPolicy, Duplicates, Eligibility,
    Limits, Method, NextDoesNotFit, Outcome, Phase, Question, Reason, StationKind, Text, Ties,
    Within, ZeroVotes,
};
use crate::i18n::Language;
use crate::identity::DocumentKind;
use crate::tui::facts::*;
use crate::tui::work::{Clerk, Done, Job};
use chrono::{NaiveDate, NaiveDateTime};
use std::sync::Arc;

pub const PIN: &str = "246810";
pub const PASSPHRASE: &str = "campo di girasoli";

pub const RESIDENT: &str = "RSSMRA85T10A562S";
pub const CITY_USER: &str = "VRDLCU80A01G842K";
pub const MINOR: &str = "BNCGLI06T52B812X";

/// What the clerk was asked, by name.
#[derive(Default)]
pub struct FakeClerk {
    pub status: Status,
    pub asked: Vec<&'static str>,
    pub training: bool,
    pub waiting_days: u32,
    pub may_attest: bool,
    pub locked: bool,
    wrong_pins: u32,
    visit: Option<String>,
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
            roll_of: Some(date(2022, 8, 30)),
            ..Status::default()
        };
        Self {
            status,
            locked: true,
            ..Self::default()
        }
    }

    fn status(&self) -> Box<Status> {
        Box::new(self.status.clone())
    }

    fn station(&self) -> Box<StationInfo> {
        Box::new(StationInfo {
            name: "piazza-1".into(),
            kind: StationKind::Banchetto,
            consultation: Arc::new(consultation(self.may_attest)),
            board: "seggio.example.it".into(),
            training: self.training,
            demo: true,
            clock_is_simulated: true,
            operator: OperatorName {
                name: "Anna".into(),
                role: Role::President,
            },
            demo_people: people(),
        })
    }

    fn check_in(&mut self, code: &str) -> Verdict {
        self.visit = Some(code.to_owned());
        match code {
            RESIDENT if self.status.cast > 0 => {
                Verdict::Refused(Notice::plain("refusal-already-voted-here"))
            }
            RESIDENT => self.admit(AdmittedAs::Resident("Carpaneto Piacentino".into())),
            MINOR => Verdict::Refused(
                Notice::plain("refusal-too-young")
                    .with("min_age", Value::Number(16))
                    .with("reference_date", Value::Date(date(2022, 10, 18))),
            ),
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

impl Clerk for FakeClerk {
    fn work(&mut self, job: Job, _progress: &dyn Fn(Done)) -> Done {
        self.asked.push(name(&job));
        match job {
            Job::Operators => Done::Operators(vec![
                OperatorName {
                    name: "Anna".into(),
                    role: Role::President,
                },
                OperatorName {
                    name: "Bruno".into(),
                    role: Role::Clerk,
                },
            ]),
            Job::Unlock { passphrase, .. } if passphrase.expose() == PASSPHRASE => {
                self.locked = false;
                Done::Unlocked {
                    station: self.station(),
                    status: self.status(),
                }
            }
            Job::Unlock { .. } => Done::UnlockRefused { wait_seconds: 4 },
            Job::Lock => {
                self.locked = true;
                Done::Locked
            }
            Job::OpenDay => {
                self.status.day_open = true;
                Done::DayOpened(self.status())
            }
            Job::Status => Done::Status(self.status()),
            Job::ReadCode(code) if code.len() != 16 => {
                Done::CodeRead(Err(Notice::plain("refusal-code-length")))
            }
            Job::ReadCode(code) if code.ends_with('Z') => {
                Done::CodeRead(Err(Notice::plain("refusal-code-check-character")))
            }
            Job::ReadCode(code) => Done::CodeRead(Ok(CodeGlance {
                warnings: if code == MINOR {
                    vec!["warning-unknown-place"]
                } else {
                    Vec::new()
                },
                code,
            })),
            Job::CheckIn(visit) => Done::Verdict(self.check_in(&visit.code)),
            Job::Register(_) => {
                self.status.city_users += 1;
                Done::Verdict(self.admit(AdmittedAs::CityUser))
            }
            Job::AttestResidence(_) => Done::Verdict(self.admit(AdmittedAs::Attested)),
            Job::LeaveVisit | Job::LeaveVoter => Done::VoterLeft,
            Job::HandOver => Done::HandedOver,
            Job::Seal(_) => Done::Sealed {
                tracker_text: "K7QM-2X9D-4HTW-P3VA".into(),
                qr_text: "K7QM2X9D4HTWP3VA".into(),
            },
            Job::WipeSeal => Done::SealWiped,
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
            Job::PrepareClosing => Done::ClosingCounts(Box::new(ClosingCounts {
                check_ins: self.status.check_ins,
                cast: self.status.cast,
                left_behind: self.status.admitted,
                city_users: self.status.city_users,
                in_box: self.status.cast,
                reconciles: true,
                last_day_of_phase: date(2022, 9, 18),
                ..ClosingCounts::default()
            })),
            Job::CloseDay { last } => {
                self.status.day_open = false;
                self.status.finished = last;
                Done::DayClosed {
                    minutes_path: "/tmp/seggio-demo/piazza-1/minutes/2022-09-03.txt".into(),
                    minutes_text: (1..=40)
                        .map(|n| format!("riga {n} del verbale\n"))
                        .collect(),
                    status: self.status(),
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
                    status: self.status(),
                }
            }
            Job::Count => Done::Counted(Box::new(count())),
        }
    }
}

fn name(job: &Job) -> &'static str {
    match job {
        Job::Operators => "Operators",
        Job::Unlock { .. } => "Unlock",
        Job::Lock => "Lock",
        Job::OpenDay => "OpenDay",
        Job::Status => "Status",
        Job::ReadCode(_) => "ReadCode",
        Job::CheckIn(_) => "CheckIn",
        Job::Register(_) => "Register",
        Job::AttestResidence(_) => "AttestResidence",
        Job::LeaveVisit => "LeaveVisit",
        Job::HandOver => "HandOver",
        Job::Seal(_) => "Seal",
        Job::WipeSeal => "WipeSeal",
        Job::Cast => "Cast",
        Job::LeaveVoter => "LeaveVoter",
        Job::CheckPin(_) => "CheckPin",
        Job::CheckPassphrase(_) => "CheckPassphrase",
        Job::PrepareClosing => "PrepareClosing",
        Job::CloseDay { .. } => "CloseDay",
        Job::Sync => "Sync",
        Job::Count => "Count",
    }
}

fn people() -> Vec<DemoPerson> {
    let person = |who: &str, code: &str, document: &str, birth, expected: &str| DemoPerson {
        who: who.into(),
        code: code.into(),
        document: document.into(),
        birth,
        expected: expected.into(),
    };
    vec![
        person(
            "Mario Rossi",
            RESIDENT,
            "Carta d'identità elettronica CA12345AA, scade il 10/12/2030",
            date(1985, 12, 10),
            "Può votare: residente a Carpaneto Piacentino",
        ),
        person(
            "Luca Verdi",
            CITY_USER,
            "Passaporto YA1234567, scade il 04/05/2027",
            date(1980, 1, 1),
            "Non è nell'albo: si registra come city user (lavora a Vigolzone) e vota",
        ),
        person(
            "Giulia Bianchi",
            MINOR,
            "Carta d'identità elettronica CA99999BB, scade il 12/12/2026",
            date(2006, 12, 12),
            "Non può votare: il 18 ottobre 2022 ha ancora 15 anni",
        ),
    ]
}

fn count() -> CountResult {
    let project = |it: &str, votes, cost, funded| ProjectResult {
        title: Text::new(it, []),
        votes,
        cost: Some(Cents(cost)),
        funded,
    };
    CountResult {
        received: 3,
        removed: 0,
        counted: 3,
        blank: 0,
        projects: vec![
            project("I sentieri dell'Unione", 3, 1_000_000, true),
            project(
                "Il digitale come mezzo di integrazione sociale",
                2,
                950_000,
                true,
            ),
            project(
                "Sportello mobile per lo SPID e la carta d'identità elettronica",
                1,
                800_000,
                false,
            ),
            project("Biblioteca degli oggetti", 0, 300_000, false),
        ],
        budget: Some(Cents(2_500_000)),
        spent: Cents(1_950_000),
        left: Cents(550_000),
        trustees: "2 / 3".into(),
        verified: true,
        checks: (1..=14).map(|n| (format!("check {n}"), true)).collect(),
        package_path: "/tmp/seggio-demo/package.zip".into(),
    }
}

pub fn consultation(attested_residence: bool) -> Consultation {
    let option = |n: u64| Choosable {
        id: format!("p{n}"),
        title: Text::new(format!("Progetto numero {n}"), []),
        summary: Text::new("Una frase semplice.", []),
        cost: Some(Cents(n * 100_000)),
        illustrative: true,
    };
    let area = |id: &str, name: &str| Area {
        id: id.into(),
        name: name.into(),
    };
    Consultation {
        id: "digitale-bene-comune-2022".into(),
        title: Text::new("Digitale Bene Comune 2022", []),
        authority: "Unione Valnure Valchero".into(),
        languages: vec![Language::It, Language::En],
        areas: vec![
            area("B812", "Carpaneto Piacentino"),
            area("E196", "Gropparello"),
            area("G747", "Podenzano"),
            area("H887", "San Giorgio Piacentino"),
            area("L897", "Vigolzone"),
        ],
        eligibility: Eligibility {
            min_age: 16,
            reference_date: date(2022, 10, 18),
            city_user_reasons: Reason::ALL.to_vec(),
            attested_residence,
        },
        phases: vec![Phase {
            kind: StationKind::Banchetto,
            from: date(2022, 9, 1),
            to: date(2022, 9, 18),
            waiting_days: 0,
        }],
        documents: DocumentPolicy {
            accepted: DocumentKind::ALL.to_vec(),
            expired_accepted: false,
        },
        questions: vec![Question {
            id: "projects".into(),
            title: Text::new("Quali progetti?", []),
            method: Method::Approval { min: 2, max: 3 },
            blank_allowed: true,
            options: (3..=10).map(option).collect(),
        }],
        budget: Some(Budget {
            question: "projects".into(),
            total: Cents(2_500_000),
            cost_min: Cents(300_000),
            cost_max: Cents(1_000_000),
        }),
        outcome: Outcome {
            next_does_not_fit: NextDoesNotFit::Stop,
            zero_votes: ZeroVotes::Skip,
            minimum_votes: 1,
            ties: Ties::ById,
        },
        duplicates: Duplicates {
            channel: Channel::InPerson,
            within: Within::First,
        },
        limits: Limits {
            batch_min: 10,
            idle_seconds: 120,
            pin_tries: 5,
        },
    }
}
