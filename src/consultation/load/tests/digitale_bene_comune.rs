//! The file of Digitale Bene Comune 2022 against the facts of the pact and the test values of its
//! rules.

use super::super::load;
use crate::consultation::{
    Cents, Channel, Consultation, Method, NextDoesNotFit, Overridable, Reason, StationKind, Ties,
    Within, ZeroVotes,
};
use crate::i18n::Language;
use crate::identity::{DocumentKind, age_on};
use chrono::NaiveDate;
use std::path::Path;

fn consultation() -> Consultation {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    load(&root.join("kiosk-config/digitale-bene-comune-2022")).unwrap_or_else(|e| panic!("{e}"))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_five_comuni() {
    let areas: Vec<_> = consultation()
        .areas
        .into_iter()
        .map(|a| (a.id, a.name))
        .collect();
    let five = [
        ("B812", "Carpaneto Piacentino"),
        ("E196", "Gropparello"),
        ("G747", "Podenzano"),
        ("H887", "San Giorgio Piacentino"),
        ("L897", "Vigolzone"),
    ];
    assert_eq!(
        areas,
        five.map(|(id, name)| (id.to_owned(), name.to_owned()))
    );
}

#[test]
fn rules_v1_to_v3_who_may_vote() {
    let e = consultation().eligibility;
    for (born, may) in [
        ("2006-10-18", true),
        ("2006-10-19", false),
        ("1911-01-01", true),
    ] {
        assert_eq!(
            age_on(day(born), e.reference_date) >= e.min_age,
            may,
            "{born}"
        );
    }
    assert_eq!(e.city_user_reasons, Reason::ALL);
    assert!(e.attested_residence);
}

#[test]
fn rules_v5_v6_and_c3_phases_and_waiting() {
    let c = consultation();
    let phase = |kind| c.phase(kind).map(|p| (p.from, p.to, p.waiting_days));
    let banchetto = (day("2022-09-01"), day("2022-09-18"), 0);
    let assisted = (day("2022-09-19"), day("2022-10-18"), 3);
    assert_eq!(phase(StationKind::Banchetto), Some(banchetto));
    assert_eq!(phase(StationKind::Assisted), Some(assisted));
    assert_eq!(phase(StationKind::Assembly), None);
}

#[test]
fn rule_a5_costs() {
    let budget = consultation().budget.unwrap();
    assert_eq!(budget.total, Cents(2_500_000));
    for (cost, fits) in [
        ("3000", true),
        ("2999.99", false),
        ("10000", true),
        ("10000.01", false),
    ] {
        let cost = Cents::parse(cost).unwrap();
        assert_eq!(
            (budget.cost_min..=budget.cost_max).contains(&cost),
            fits,
            "{cost:?}"
        );
    }
}

#[test]
fn ten_projects_of_which_two_are_real() {
    let c = consultation();
    let [question] = &c.questions[..] else {
        panic!("one question")
    };
    assert_eq!(question.id, "progetti");
    assert_eq!(
        question.method,
        Method::Approval {
            min: 2,
            max: 3,
            spend_cap: None
        }
    );
    assert!(question.blank_allowed);
    assert_eq!(question.options.len(), 10);
    let real: Vec<_> = question
        .options
        .iter()
        .filter(|o| !o.illustrative)
        .map(|o| o.title.get(Language::It))
        .collect();
    let winners = [
        "I sentieri dell'Unione",
        "Il digitale come mezzo di integrazione sociale",
    ];
    assert_eq!(real, winners);
    for option in &question.options {
        let italian = option.summary.get(Language::It);
        let english = option.summary.get(Language::En);
        assert_ne!(italian, english, "{}: translated", option.id);
        assert!(
            italian.chars().count() <= 160 && english.chars().count() <= 160,
            "{}",
            option.id
        );
    }
}

#[test]
fn what_the_pact_leaves_open_is_decided() {
    let c = consultation();
    assert_eq!(c.languages, Language::ALL);
    assert_eq!(c.documents.accepted, DocumentKind::ALL);
    assert!(!c.documents.expired_accepted);
    assert_eq!(
        c.outcome.as_ref().unwrap().next_does_not_fit,
        NextDoesNotFit::Skip
    );
    assert_eq!(c.outcome.as_ref().unwrap().zero_votes, ZeroVotes::Skip);
    assert_eq!(c.outcome.as_ref().unwrap().minimum_votes, 1);
    assert!(
        matches!(&c.outcome.as_ref().unwrap().ties, Ties::Lot { draw } if draw.ends_with("2022-10-29"))
    );
    assert_eq!(
        (c.duplicates.channel, c.duplicates.within),
        (Channel::InPerson, Within::First)
    );
    assert_eq!(
        (
            c.limits.batch_min,
            c.limits.idle_seconds,
            c.limits.pin_tries,
            c.limits.lock_minutes
        ),
        (10, 90, 5, 10)
    );
}

#[test]
fn the_desk_and_what_people_read_before_they_confirm() {
    let desk = consultation().desk;
    assert!(desk.computed_codes);
    assert_eq!(desk.voters_per_companion, 1);
    assert!(!desk.two_people, "one volunteer may open the table");
    // Its stations go on without the server, so there is nothing to lift.
    let all = Overridable::ALL.into_iter();
    let all: Vec<_> = all.filter(|o| *o != Overridable::NoServer).collect();
    assert_eq!(desk.overrides, all);
    let notice = |language| desk.privacy_notice.get(language).to_owned();
    let (italian, english) = (notice(Language::It), notice(Language::En));
    assert_ne!(italian, english, "translated");
    // GDPR art. 13: who holds the data, where rights are asked for; and of whom: of everybody who
    // declares something, with the reason of city users only.
    let of_whom = [
        (italian, "chi può votare", "per i city user il motivo"),
        (english, "who may vote", "for city users the reason"),
    ];
    for (text, everybody, city_users) in of_whom {
        for part in ["Unione Valnure Valchero", everybody, city_users, "Garante"] {
            assert!(text.contains(part), "{text}");
        }
        assert!(text.chars().count() < 500, "{text}");
        assert!(lines(&text, 78) <= 8, "it fits a screen of 80x24: {text}");
    }
}

/// How many lines of so many columns a text takes.
fn lines(text: &str, columns: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in text.split(' ').map(|word| word.chars().count()) {
        if used > 0 && used + 1 + word > columns {
            lines += 1;
            used = 0;
        }
        used += word + usize::from(used > 0);
    }
    lines
}
