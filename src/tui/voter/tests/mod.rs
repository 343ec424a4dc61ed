//! The room as a whole: a made-up consultation, keys pressed, screens read.

mod random;
mod rules;
mod screens;

use super::{VoterEffect, VoterModel, VoterMsg};
use crate::consultation::{
    Area, Budget, Cents, Channel, Choosable, Consultation, CountPolicy, DeskPolicy, DocumentPolicy,
    Duplicates, Eligibility, Limits, Method, NextDoesNotFit, Outcome, Partition, Question, Text,
    Ties, Within, ZeroVotes,
};
use crate::i18n::Language;
use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::sync::Arc;

const TRACKER: &str = "K7QM-2X9D-4HTW-P3VA";
const LINK: &str = "HTTPS://BACHECA.EXAMPLE.IT/T/K7QM-2X9D-4HTW-P3VA";
const BOARD: &str = "bacheca.example.it";

const PROJECTS: [(&str, &str, u64); 10] = [
    ("I sentieri dell'Unione", "The paths of the Union", 10_000),
    (
        "Il digitale come mezzo di integrazione sociale",
        "Digital tools for social inclusion",
        9_500,
    ),
    (
        "Wi-Fi libero nelle piazze",
        "Free Wi-Fi in the squares",
        4_800,
    ),
    (
        "Sportello digitale nelle biblioteche",
        "A digital help desk in the libraries",
        6_000,
    ),
    (
        "Mappa dei servizi accessibili",
        "A map of accessible services",
        3_000,
    ),
    (
        "Archivio della memoria: le voci dei cinque comuni",
        "An archive of voices",
        5_200,
    ),
    (
        "Sensori per la qualità dell'aria",
        "Air quality sensors",
        7_400,
    ),
    (
        "Laboratorio di coding per ragazze e ragazzi",
        "A coding workshop for girls and boys",
        4_000,
    ),
    (
        "Orari degli autobus in tempo reale",
        "Live bus times",
        8_900,
    ),
    (
        "Bacheca digitale delle associazioni",
        "A digital notice board for associations",
        3_650,
    ),
];

fn question(
    id: &str,
    title: &str,
    english: &str,
    options: usize,
    (min, max): (u32, u32),
) -> Question {
    let text = |it: &str, en: &str| Text::new(it, [(Language::En, en.to_owned())]);
    Question {
        id: id.to_owned(),
        title: text(title, english),
        method: Method::Approval { min, max, spend_cap: None },
        blank_allowed: true,
        options: (0..options)
            .map(|n| {
                let (it, en, euro) = PROJECTS[n % PROJECTS.len()];
                Choosable {
                    id: format!("p{n}"),
                    title: text(it, en),
                    summary: text(
                        "Un percorso a tappe che unisce i cinque comuni, con cartelli che raccontano \
                         i luoghi e una mappa da consultare senza connessione.",
                        "A path in stages that joins the five towns, with signs that tell of the \
                         places and a map that works without a connection.",
                    ),
                    cost: Some(Cents(euro * 100)),
                    illustrative: n > 1,
                }
            })
            .collect(),
    }
}

fn consultation_of(questions: Vec<Question>) -> Arc<Consultation> {
    Arc::new(Consultation {
        id: "digitale-bene-comune-2022".to_owned(),
        title: Text::new("Digitale Bene Comune 2022", []),
        authority: "Unione Valnure Valchero".to_owned(),
        languages: vec![Language::It, Language::En],
        areas: vec![Area {
            id: "B812".to_owned(),
            name: "Carpaneto Piacentino".to_owned(),
        }],
        eligibility: Eligibility {
            min_age: 16,
            reference_date: NaiveDate::from_ymd_opt(2022, 10, 18).unwrap(),
            city_user_reasons: Vec::new(),
            attested_residence: false,
        },
        phases: Vec::new(),
        documents: DocumentPolicy {
            accepted: Vec::new(),
            expired_accepted: false,
        },
        budget: Some(Budget {
            question: "projects".to_owned(),
            total: Cents(2_500_000),
            cost_min: Cents(300_000),
            cost_max: Cents(1_000_000),
        }),
        questions,
        outcome: Some(Outcome {
            next_does_not_fit: NextDoesNotFit::Skip,
            zero_votes: ZeroVotes::Skip,
            minimum_votes: 1,
            ties: Ties::ById,
        }),
        duplicates: Duplicates {
            channel: Channel::InPerson,
            within: Within::First,
        },
        limits: Limits {
            batch_min: 10,
            idle_seconds: 60,
            pin_tries: 5,
        },
        desk: DeskPolicy {
            computed_codes: false,
            voters_per_companion: 1,
            overrides: vec![],
            privacy_notice: Text::new("", []),
        },
        count: CountPolicy {
            minimum_ballots: 1,
            partition: Partition::None,
        },
    })
}

/// Ten projects, two or three to choose.
fn one_question() -> Arc<Consultation> {
    consultation_of(vec![question(
        "projects",
        "Quali progetti vuole finanziare?",
        "Which projects do you want to fund?",
        10,
        (2, 3),
    )])
}

/// Two questions, the second with one to choose.
fn two_questions() -> Arc<Consultation> {
    let mut both = one_question().questions.clone();
    both.push(question(
        "place",
        "Da dove cominciamo?",
        "Where do we begin?",
        4,
        (1, 1),
    ));
    consultation_of(both)
}

/// More options than one page holds, one of them with a title of two lines.
fn many_options() -> Arc<Consultation> {
    let mut long = question("many", "Quali priorità?", "Which priorities?", 24, (1, 3));
    long.options[20].title = Text::new(
        "Una rete di sentieri, di piazze e di biblioteche che lavorano insieme per chi è solo",
        [],
    );
    long.options[19].cost = None;
    consultation_of(vec![long])
}

/// A voter with the welcome in front of them.
struct Voter {
    model: VoterModel,
    effects: Vec<VoterEffect>,
}

impl Voter {
    fn at(consultation: &Arc<Consultation>) -> Self {
        let model = VoterModel::new(Arc::clone(consultation), Language::It, BOARD.to_owned());
        let mut voter = Self {
            model,
            effects: Vec::new(),
        };
        voter.press("enter");
        voter
    }

    fn get(&mut self, msg: VoterMsg) {
        self.effects.extend(self.model.update(msg));
    }

    fn seal(&mut self) {
        self.get(VoterMsg::Sealed {
            tracker_text: TRACKER.to_owned(),
            qr_text: LINK.to_owned(),
        });
    }

    /// Keys by name, separated by spaces.
    fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let code = match name {
                "up" => KeyCode::Up,
                "down" => KeyCode::Down,
                "space" => KeyCode::Char(' '),
                "enter" => KeyCode::Enter,
                "end" => KeyCode::End,
                "left" => KeyCode::Left,
                "f2" => KeyCode::F(2),
                "f9" => KeyCode::F(9),
                one => KeyCode::Char(one.chars().next().unwrap()),
            };
            self.get(VoterMsg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
        }
        self
    }

    fn took(&mut self) -> Vec<VoterEffect> {
        std::mem::take(&mut self.effects)
    }

    fn wait(&mut self, seconds: u32) {
        (0..seconds).for_each(|_| self.get(VoterMsg::Tick));
    }
}
