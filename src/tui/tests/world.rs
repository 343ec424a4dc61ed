//! What the made-up station knows: a consultation, people to try, an outcome.

use super::fake::{CITY_USER, MINOR, RESIDENT, date};
use crate::consultation::{
    Area, Budget, Cents, Channel, Choosable, Consultation, CountPolicy, DeskPolicy, DocumentPolicy,
    Duplicates, Eligibility, Limits, Method, NextDoesNotFit, OnlinePolicy, Outcome, Partition,
    Phase, Question, Reason, StationKind, Text, Ties, Within, ZeroVotes,
};
use crate::i18n::Language;
use crate::identity::DocumentKind;
use crate::tui::facts::{
    CountResult, CountedIn, DemoPerson, Funding, ProjectResult, QuestionResult,
};

pub fn people() -> Vec<DemoPerson> {
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

pub fn count() -> CountResult {
    let project = |it: &str, votes, cost, funded| ProjectResult {
        title: Text::new(it, []),
        votes,
        ranks: vec![],
        cost: Some(Cents(cost)),
        funding: Some(if funded {
            Funding::Funded
        } else {
            Funding::NotFunded
        }),
    };
    CountResult {
        received: 3,
        removed: 0,
        counted: 3,
        paper: 0,
        questions: vec![QuestionResult {
            title: Text::new("Quali progetti vuole finanziare?", []),
            counted_in: CountedIn::Votes,
            blank: Some(0),
            options: vec![
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
        }],
        budget: Some(Cents(2_500_000)),
        spent: Cents(1_950_000),
        left: Cents(550_000),
        trustees: "2 / 3".into(),
        verified: true,
        checks: (1..=14).map(|n| (format!("check {n}"), true)).collect(),
        package_path: "/tmp/seggio-demo/package.zip".into(),
        draw: None,
    }
}

/// The outcome of a consultation with a question of every other method.
pub fn count_of_several() -> CountResult {
    let option = |it: &str, votes, ranks: &[u64]| ProjectResult {
        title: Text::new(it, []),
        votes,
        ranks: ranks.to_vec(),
        cost: None,
        funding: None,
    };
    let themes = [
        "Semplificazione amministrativa",
        "Plastic free",
        "Criteri per gli incentivi",
    ];
    let question = |it: &str, counted_in, blank, votes: [u64; 3], ranks: [&[u64]; 3]| {
        let options = themes.iter().zip(votes).zip(ranks);
        QuestionResult {
            title: Text::new(it, []),
            counted_in,
            blank,
            options: options
                .map(|((it, votes), ranks)| option(it, votes, ranks))
                .collect(),
        }
    };
    CountResult {
        questions: vec![
            question(
                "Quale tema viene prima?",
                CountedIn::Ranks(vec![3, 2, 1]),
                Some(1),
                [11, 8, 5],
                [&[3, 1, 0], &[1, 2, 1], &[0, 1, 3]],
            ),
            question(
                "Quanto è d'accordo con ciascun tema?",
                CountedIn::Scores(4),
                Some(2),
                [10, 6, 0],
                [&[]; 3],
            ),
            question(
                "Come divide dieci punti?",
                CountedIn::Points,
                None,
                [25, 15, 10],
                [&[]; 3],
            ),
            question(
                "Quali temi restano?",
                CountedIn::Votes,
                Some(0),
                [4, 3, 1],
                [&[]; 3],
            ),
        ],
        received: 6,
        removed: 1,
        counted: 5,
        budget: None,
        spent: Cents(0),
        left: Cents(0),
        ..count()
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
            method: Method::Approval {
                min: 2,
                max: 3,
                spend_cap: None,
            },
            order: None,
            blank_allowed: true,
            options: (3..=10).map(option).collect(),
        }],
        budget: Some(Budget {
            question: "projects".into(),
            total: Cents(2_500_000),
            cost_min: Cents(300_000),
            cost_max: Cents(1_000_000),
        }),
        outcome: Some(Outcome {
            next_does_not_fit: NextDoesNotFit::Stop,
            zero_votes: ZeroVotes::Skip,
            minimum_votes: 1,
            ties: Ties::ById,
        }),
        duplicates: Duplicates {
            channel: Channel::InPerson,
            within: Within::First,
        },
        desk: DeskPolicy {
            computed_codes: true,
            voters_per_companion: 1,
            overrides: Vec::new(),
            privacy_notice: Text::new(
                "L'Unione conserva questi dati, sigillati, per l'albo dei city user, fino al risultato definitivo. Può chiedere di vederli o di correggerli.",
                [],
            ),
            two_people: false,
        },
        count: CountPolicy {
            minimum_ballots: 1,
            partition: Partition::None,
        },
        online: OnlinePolicy { claims: None },
        limits: Limits {
            batch_min: 10,
            idle_seconds: 120,
            pin_tries: 5,
            lock_minutes: 5,
        },
    }
}
