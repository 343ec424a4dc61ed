//! Elections as consultations: the file is read like any other, and the answers add up to the count
//! of the election, whatever the method.

use super::{Translated, translate};
use crate::ballot::{Answer, Choices, Shape};
use crate::consultation::{Cents, Consultation, Method, parse};
use crate::tally::QuestionTotals;
use crate::tally::pabulib::{Election, read};
use proptest::prelude::*;

/// An election; projects as `id;cost`, votes as `vote;points`.
fn election(meta: &str, projects: &[&str], votes: &[&str]) -> Election {
    let mut file = format!("META\nkey;value\n{meta}\nPROJECTS\nproject_id;cost\n");
    for project in projects {
        file.extend([project, "\n"]);
    }
    file.push_str("VOTES\nvoter_id;vote;points\n");
    for (n, vote) in votes.iter().enumerate() {
        file.extend([&n.to_string(), ";", vote, "\n"]);
    }
    read(file.as_bytes()).unwrap()
}

fn consultation(translated: &Translated) -> Consultation {
    parse(&translated.text, "consultation.toml").unwrap()
}

/// What the answers add up to, by the equations that are encrypted: points of each project, blanks.
fn added_up(translated: &Translated) -> (Vec<u64>, u64) {
    let consultation = consultation(translated);
    let question = &consultation.questions[0];
    assert_eq!(question.method, translated.method);
    let shape = Shape::of(question);
    let mut sums = vec![0; shape.targets.len()];
    for answer in &translated.answers {
        let choices = Choices::new(&consultation, std::slice::from_ref(answer)).unwrap();
        for (sum, amount) in sums
            .iter_mut()
            .zip(&choices.amounts(std::slice::from_ref(&shape))[0])
        {
            *sum += amount;
        }
    }
    let totals = QuestionTotals::new(question, &shape, &sums);
    let options = totals.totals.iter().filter(|t| t.option.is_some());
    (options.map(|t| t.total).collect(), totals.of(None).unwrap())
}

#[test]
fn approvals_are_capped_only_if_every_ballot_obeys() {
    let projects = ["a;10.50", "b;20", "c;30"];
    let meta = "vote_type;approval\nbudget;45\nmax_sum_cost;30.5\nmax_length;3";
    let method = |votes: &[&str]| translate(&election(meta, &projects, votes)).unwrap().method;
    let cap = Some(Cents(3050));
    let approval = |max, spend_cap| Method::Approval {
        min: 1,
        max,
        spend_cap,
    };
    assert_eq!(method(&["a,b;", "c;", ";"]), approval(2, cap));
    assert_eq!(method(&["a,b;", "b,c;"]), approval(2, None));
    assert_eq!(method(&[";"]), approval(1, cap));
}

#[test]
fn budgets_and_ids_survive() {
    let meta = "vote_type;approval\nbudget;45.125\ndescription;\"Prova \"\"uno\"\" \\ due\"";
    let e = election(meta, &["BO.1;10.5", "p1;20", "7;1"], &["7,BO.1;"]);
    let c = consultation(&translate(&e).unwrap());
    assert_eq!(
        c.title.get(crate::i18n::Language::It),
        "Prova \"uno\" \\ due"
    );
    // In thousandths, as if they were cents.
    assert_eq!(c.budget.unwrap().total, Cents(45_125));
    let options: Vec<_> = c.questions[0]
        .options
        .iter()
        .map(|o| (o.id.as_str(), o.cost))
        .collect();
    let cost = |thousandths| Some(Cents(thousandths));
    assert_eq!(
        options,
        [
            ("p1x", cost(10_500)),
            ("p1", cost(20_000)),
            ("7", cost(1_000))
        ]
    );
    // Too great for a consultation, but whole numbers of a greater unit.
    let e = election(
        "vote_type;choose-1\nbudget;40000000000",
        &["1;20000000000"],
        &["1;"],
    );
    assert_eq!(
        consultation(&translate(&e).unwrap()).budget.unwrap().total,
        Cents(2)
    );
    // No common unit: no outcome, but every vote.
    let e = election(
        "vote_type;choose-1\nbudget;40000000000.01",
        &["1;3"],
        &["1;"],
    );
    let translated = translate(&e).unwrap();
    assert!(consultation(&translated).budget.is_none());
    assert_eq!(added_up(&translated), (vec![1], 0));
}

#[test]
fn limits_of_the_file_hold_if_they_were_obeyed() {
    let meta = "vote_type;cumulative\nbudget;9\nmax_points;5\nmax_sum_points;10";
    let points = |votes: &[&str]| {
        translate(&election(meta, &["a;1", "b;1"], votes))
            .unwrap()
            .method
    };
    let method = |total, max_each| Method::Points {
        total,
        max_each,
        all: false,
    };
    assert_eq!(points(&["a,b;1,2"]), method(10, 5));
    assert_eq!(points(&["a,b;6,2"]), method(10, 6));
    assert_eq!(points(&["a,b;6,7"]), method(13, 7));
}

#[test]
fn a_shorter_list_fills_the_last_ranks() {
    let e = election(
        "vote_type;ordinal\nbudget;9",
        &["a;1", "b;1", "c;1"],
        &["c,a,b;", "b;", ";"],
    );
    let translated = translate(&e).unwrap();
    assert_eq!(
        translated.answers[1..],
        [Answer::Ranks(vec![None, None, Some(1)]), Answer::Blank]
    );
    assert_eq!(added_up(&translated), (vec![2, 2, 3], 1));
}

#[test]
fn too_many_points_name_their_line() {
    for kind in ["cumulative", "scoring"] {
        let meta = format!("vote_type;{kind}\nbudget;9");
        let e = election(&meta, &["a;1"], &["a;1", "a;1000001"]);
        let refused = translate(&e).unwrap_err();
        assert_eq!(refused.line, e.ballots[1].line);
        assert!(refused.to_string().contains("1000000 points"), "{refused}");
    }
}

/// Ballots over four projects: some listed in an order, each with points.
fn ballots() -> impl Strategy<Value = Vec<Vec<(usize, u32)>>> {
    let ballot = Just((0..4usize).collect::<Vec<_>>())
        .prop_shuffle()
        .prop_flat_map(|order| (0..=order.len()).prop_map(move |n| order[..n].to_vec()))
        .prop_flat_map(|listed| {
            let points = prop::collection::vec(0..9u32, listed.len());
            points.prop_map(move |points| listed.iter().copied().zip(points).collect())
        });
    prop::collection::vec(ballot, 0..12)
}

proptest! {
    #[test]
    fn answers_add_up_to_the_count(kind in 0..5usize, ballots in ballots()) {
        let name = ["approval", "choose-1", "cumulative", "ordinal", "scoring"][kind];
        let votes: Vec<String> = ballots
            .iter()
            .map(|ballot| {
                let listed = ballot.iter().take(if kind == 1 { 1 } else { 4 });
                let join = |texts: Vec<String>| texts.join(",");
                let ids = join(listed.clone().map(|(p, _)| format!("P{p}")).collect());
                format!("{ids};{}", join(listed.map(|(_, n)| n.to_string()).collect()))
            })
            .collect();
        let votes: Vec<&str> = votes.iter().map(String::as_str).collect();
        let meta = format!("vote_type;{name}\nbudget;100");
        let e = election(&meta, &["P0;1", "P1;20", "P2;300", "P3;0.5"], &votes);
        let translated = translate(&e).unwrap();
        prop_assert_eq!(translated.answers.len(), ballots.len());
        prop_assert_eq!(added_up(&translated).0, e.count().points);
    }
}
