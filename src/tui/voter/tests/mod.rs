//! The room as a whole: a made-up consultation, keys pressed, screens read.

mod heard;
mod languages;
mod large;
mod lists;
mod looks;
mod methods;
mod opening;
mod random;
mod rules;
mod screens;
mod several;
mod voice;

use super::{VoterEffect, VoterModel, VoterMsg};
use crate::consultation::{
    Area, Budget, Cents, Channel, Choosable, Consultation, CountPolicy, DeskPolicy, DocumentPolicy,
    Duplicates, Eligibility, Limits, Method, NextDoesNotFit, OnlinePolicy, Outcome, Partition,
    Question, Text, Ties, Within, ZeroVotes,
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
        order: None,
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
            lock_minutes: 5,
        },
        desk: DeskPolicy {
            computed_codes: false,
            voters_per_companion: 1,
            overrides: vec![],
            privacy_notice: Text::new("", []),
            two_people: false,
        },
        count: CountPolicy {
            minimum_ballots: 1,
            partition: Partition::None,
        },
        online: OnlinePolicy { claims: None },
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

/// A question of this method, about things that cost nothing.
fn asked(id: &str, title: &str, english: &str, method: Method, options: &[&str]) -> Question {
    let mut asked = question(id, title, english, options.len(), (1, 1));
    asked.method = method;
    for (option, title) in asked.options.iter_mut().zip(options) {
        option.title = Text::new(*title, []);
        option.cost = None;
        option.illustrative = false;
    }
    asked
}

const THEMES: [&str; 5] = [
    "Semplificazione amministrativa",
    "Plastic free",
    "Criteri per gli incentivi alle imprese",
    "Una mobilità che unisce i comuni",
    "Spazi per chi è giovane",
];

fn single() -> Question {
    let title = "Quale luogo viene prima?";
    asked(
        "place",
        title,
        "Which place comes first?",
        Method::Single,
        &THEMES[..3],
    )
}

/// Ten projects, three to four, at most 25,000 euro together.
fn capped() -> Question {
    let title = "Quali progetti vuole finanziare?";
    let english = "Which projects do you want to fund?";
    let mut capped = question("projects", title, english, 10, (3, 4));
    capped.method = Method::Approval {
        min: 3,
        max: 4,
        spend_cap: Some(Cents(2_500_000)),
    };
    capped
}

/// The same, with nothing that costs less than so many cents.
fn dear(least: u64) -> Question {
    let mut dear = capped();
    for option in &mut dear.options {
        option.cost = option.cost.map(|c| Cents(c.0.max(least)));
    }
    dear
}

fn points(total: u32, max_each: u32, all: bool) -> Question {
    let method = Method::Points {
        total,
        max_each,
        all,
    };
    let title = "Come divide i Suoi punti?";
    asked(
        "points",
        title,
        "How do you share your points?",
        method,
        &THEMES,
    )
}

fn score(max: u32) -> Question {
    let title = "Quanto è d'accordo?";
    asked(
        "score",
        title,
        "How much do you agree?",
        Method::Score { max },
        &THEMES,
    )
}

fn priority(partial: bool) -> Question {
    let weights = vec![3, 2, 1];
    let method = Method::Priority { weights, partial };
    let title = "Che cosa è più importante?";
    asked("order", title, "What is more important?", method, &THEMES)
}

/// Consultations of each method, with the keys from the welcome to the sealing.
fn of_each_method() -> Vec<(Arc<Consultation>, &'static str)> {
    let one = |question: Question| consultation_of(vec![question]);
    vec![
        (one(single()), "enter 2 end enter enter"),
        (one(capped()), "enter 3 4 5 end enter enter"),
        (one(points(10, 5, true)), "enter 1 5 2 5 end enter enter"),
        (
            one(points(100, 100, false)),
            "enter 1 4 0 enter end enter enter",
        ),
        (one(score(5)), "enter 1 0 2 1 3 5 4 2 5 3 end enter enter"),
        (
            one(score(1_000_000)),
            "enter 1 7 enter 2 1 2 enter 3 0 enter 4 up enter 5 9 9 enter end enter enter",
        ),
        (one(priority(false)), "enter 3 1 2 end enter enter"),
        (one(priority(true)), "enter 4 end enter enter"),
        (one_question(), "enter 1 2 end enter enter"),
        (two_questions(), "enter 1 2 end enter 1 end enter enter"),
        (survey(), SURVEYED),
    ]
}

const SURVEYED: &str = "enter 1 4 2 3 3 2 4 1 5 0 end enter 1 2 3 end enter 2 end enter enter";

/// Three questions, each with its method, the last without a blank answer.
fn survey() -> Arc<Consultation> {
    let mut last = single();
    last.blank_allowed = false;
    consultation_of(vec![score(4), priority(false), last])
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
                "home" => KeyCode::Home,
                "f2" => KeyCode::F(2),
                "f3" => KeyCode::F(3),
                "f4" => KeyCode::F(4),
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
