//! The files of the open data: what their columns hold, and that all of it is explained.

use super::published::{publish_this, summary};
use super::*;
use crate::central::Summary;
use crate::central::pages::data::FILES;
use crate::central::pages::dictionary::EVERY_JSON;
use crate::consultation::Method;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The names of the indicators where there is money, in their order.
const INDICATORS: [&str; 14] = [
    "participants_in_person",
    "participants_at_several_stations",
    "participants_web",
    "areas",
    "stations",
    "stations_closed",
    "station_days",
    "projects",
    "budget_total",
    "budget_assigned",
    "budget_left",
    "projects_funded",
    "ballots_counted",
    "ballots_left_out",
];

/// A file as CSV: its rows, each field by its column.
fn rows(visit: &Visit, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = visit.page(&format!("/data/{name}.csv"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// A file as JSON.
fn object(visit: &Visit, name: &str) -> Value {
    serde_json::from_str(&visit.page(&format!("/data/{name}.json"))).unwrap()
}

/// The row of a JSON file in which a field has this value.
fn row<'a>(file: &'a Value, field: &str, value: &str) -> &'a Value {
    let rows = file["rows"].as_array().unwrap();
    rows.iter().find(|r| r[field] == value).unwrap()
}

/// The names in a JSON object.
fn keys(object: &Value) -> BTreeSet<String> {
    object.as_object().unwrap().keys().cloned().collect()
}

/// Value, unit and status of an indicator.
pub(super) fn indicator(visit: &Visit, name: &str) -> [String; 3] {
    let rows = rows(visit, "indicators");
    let row = rows.iter().find(|r| r["indicator"] == name).unwrap();
    ["value", "unit", "status"].map(|column| row[column].clone())
}

/// After the publication of this.
fn published(manifest: impl FnOnce(&mut Manifest), summary: &Summary) -> Visit {
    let visit = Visit::of(world_with(On::File, manifest), after);
    publish_this(&visit, summary);
    visit
}

#[test]
fn every_indicator_is_defined_in_both_languages() {
    let before = Visit::of(world_with(On::File, rich), after);
    for visit in [before, published(rich, &summary())] {
        let rows = rows(&visit, "indicators");
        let names: Vec<&str> = rows.iter().map(|r| r["indicator"].as_str()).collect();
        assert_eq!(names, INDICATORS);
        let mut texts = BTreeSet::new();
        for row in &rows {
            for label in ["label_it", "label_en"] {
                // A key without a text is shown as `pages-key?`, one without English in Italian.
                assert!(row[label].ends_with('.'), "{row:?}");
                assert!(!row[label].starts_with("pages-"), "{row:?}");
                assert!(texts.insert(&row[label]), "twice: {row:?}");
            }
        }
    }
}

#[test]
fn where_no_money_is_given_no_indicator_speaks_of_it() {
    let visit = Visit::of(World::new(), after);
    let rows = rows(&visit, "indicators");
    let names: Vec<&str> = rows.iter().map(|r| r["indicator"].as_str()).collect();
    let money = |name: &&str| name.starts_with("budget_") || *name == "projects_funded";
    let others: Vec<&str> = INDICATORS.into_iter().filter(|n| !money(n)).collect();
    assert_eq!(names, others);
}

#[test]
fn money_is_a_number_in_json_and_has_two_decimals_in_csv() {
    let mut summary = summary();
    let outcome = summary.outcome.as_mut().unwrap();
    (outcome.spent, outcome.left) = (1250, 250);
    let visit = published(rich, &summary);
    for (name, plain, number) in [
        ("budget_total", "15.00", json!(15)),
        ("budget_assigned", "12.50", json!(12.5)),
        ("budget_left", "2.50", json!(2.5)),
    ] {
        assert_eq!(indicator(&visit, name), [plain, "EUR", "shown"]);
        let file = object(&visit, "indicators");
        assert_eq!(row(&file, "indicator", name)["value"], number);
    }
    let file = object(&visit, "projects");
    assert_eq!(row(&file, "project", "p1")["cost_eur"], json!(5));
}

#[test]
fn while_a_draw_is_awaited_nothing_is_told_of_the_money() {
    let mut summary = summary();
    let outcome = summary.outcome.as_mut().unwrap();
    (outcome.funded, outcome.draws) = (vec!["p1".into()], vec![]);
    outcome.undecided = true;
    let visit = published(rich, &summary);
    for (name, unit) in [
        ("budget_assigned", "EUR"),
        ("budget_left", "EUR"),
        ("projects_funded", "projects"),
    ] {
        assert_eq!(indicator(&visit, name), ["", unit, "not_yet"]);
    }
    // What the draw does not touch is there.
    assert_eq!(indicator(&visit, "budget_total"), ["15.00", "EUR", "shown"]);
    assert_eq!(
        indicator(&visit, "ballots_counted"),
        ["42", "ballots", "shown"]
    );
    let projects = rows(&visit, "projects");
    let funded: Vec<&str> = projects.iter().map(|r| r["funded"].as_str()).collect();
    assert_eq!(funded, ["", "true", "", "", ""]);
}

#[test]
fn what_was_not_translated_has_no_english_title() {
    let translated = |manifest: &mut Manifest| {
        rich(manifest);
        let option = &mut manifest.consultation.questions[0].options[2];
        option.title = Text::new("Il ponte", [(Language::En, "The bridge".into())]);
    };
    let visit = published(translated, &summary());
    for (name, column) in [("projects", "project"), ("results", "option")] {
        let rows = rows(&visit, name);
        let of = |id: &str| {
            let row = rows.iter().find(|r| r[column] == id).unwrap();
            [row["title_it"].clone(), row["title_en"].clone()]
        };
        assert_eq!(of("p2"), ["Il ponte", "The bridge"]);
        assert_eq!(of("p0"), ["<script>alert(1)</script>", ""]);
        let file = object(&visit, name);
        assert_eq!(row(&file, column, "p0")["title_en"], Value::Null);
    }
}

const RESULTS: &str = "consultation,question,option,title_it,title_en,part,total,unit,rank\r\n";

#[rstest]
fn results_have_every_total_of_the_package_and_none_before(#[values(On::File, On::Server)] on: On) {
    let mut visit = Visit::of(world_with(on, rich), after);
    assert_eq!(visit.page("/data/results.csv"), RESULTS);
    assert_eq!(object(&visit, "results")["rows"], json!([]));
    publish_this(&visit, &summary());
    visit.later(after);
    let csv = visit.page("/data/results.csv");
    let rows: Vec<&str> = csv.strip_prefix(RESULTS).unwrap().lines().collect();
    assert_eq!(
        rows,
        [
            "prova,q,p0,<script>alert(1)</script>,,,11,votes,",
            "prova,q,p1,'=1+1,,,30,votes,",
            "prova,q,p2,Progetto 2,,,17,votes,",
            "prova,q,p3,Progetto 3,,,17,votes,",
            "prova,q,p4,Progetto 4,,,0,votes,",
            "prova,q,,,,,1,ballots,",
            "prova,q,p0,<script>alert(1)</script>,,B812+E196,9,votes,",
        ]
    );
    let file = object(&visit, "results");
    let blank = &file["rows"][5];
    assert_eq!(
        (&blank["option"], &blank["rank"]),
        (&json!(null), &json!(null))
    );
    assert_eq!(blank["total"], json!(1));
}

#[test]
fn an_order_has_points_and_ballots_at_each_rank() {
    let ordered = |manifest: &mut Manifest| {
        let question = &mut manifest.consultation.questions[0];
        question.method = Method::Priority {
            weights: vec![3, 1],
            partial: true,
        };
    };
    let mut summary = summary();
    summary.outcome = None;
    let p0 = &mut summary.questions[0].totals[0];
    (p0.total, p0.ranks) = (10, vec![2, 4]);
    let visit = published(ordered, &summary);
    let rows = rows(&visit, "results");
    let of = |id: &str| -> Vec<[&str; 3]> {
        let rows = rows
            .iter()
            .filter(|r| r["option"] == id && r["part"].is_empty());
        rows.map(|r| ["total", "unit", "rank"].map(|c| r[c].as_str()))
            .collect()
    };
    assert_eq!(
        of("p0"),
        [
            ["10", "points", ""],
            ["2", "ballots", "1"],
            ["4", "ballots", "2"]
        ]
    );
    assert_eq!(of(""), [["1", "ballots", ""]]);
}

#[test]
fn where_no_ballot_can_be_blank_no_row_speaks_of_one() {
    let never = |manifest: &mut Manifest| {
        manifest.consultation.questions[0].blank_allowed = false;
    };
    let mut summary = summary();
    summary.outcome = None;
    let visit = published(never, &summary);
    assert!(
        rows(&visit, "results")
            .iter()
            .all(|r| !r["option"].is_empty())
    );
}

/// The dictionary knows what the files have, in their order, and the page says the same.
#[test]
fn every_field_of_every_file_is_explained() {
    let visit = published(rich, &summary());
    let page = visit.page("/en/data");
    let dictionary = rows(&visit, "dictionary");
    let known = |file: &str| -> Vec<String> {
        let rows = dictionary.iter().filter(|r| r["file"] == file);
        rows.map(|r| r["column"].clone()).collect()
    };
    for name in FILES {
        let csv = visit.page(&format!("/data/{name}.csv"));
        let header: Vec<&str> = csv.lines().next().unwrap().split(',').collect();
        assert_eq!(known(name), header);
        let file = object(&visit, name);
        assert_eq!(keys(&file["rows"][0]), BTreeSet::from_iter(known(name)));
        assert_eq!(keys(&file), BTreeSet::from_iter(known(EVERY_JSON)));
        for kind in ["csv", "json"] {
            let link = format!("href=\"/data/{name}.{kind}\"");
            assert!(page.contains(&link), "{link}");
        }
    }
    for row in &dictionary {
        for text in ["description_it", "description_en"] {
            assert!(!row[text].is_empty(), "{row:?}");
            assert!(!row[text].starts_with("pages-"), "{row:?}");
        }
        let column = format!("<code>{}</code>", row["column"]);
        assert!(page.contains(&column), "{column}");
    }
}

/// A CSV file says it by the name under which it is saved, a JSON file inside.
#[test]
fn a_file_of_a_training_vote_can_be_told_by_its_name() {
    for (mode, training) in [(Mode::Training, true), (Mode::Live, false)] {
        let visit = Visit::of(world_with(On::File, |m| m.mode = mode), after);
        for name in FILES {
            let file = visit.get(&format!("/data/{name}.csv"));
            let saved = file.header(header::CONTENT_DISPOSITION);
            assert_eq!(saved.contains("PROVA-"), training, "{saved}");
            let object = object(&visit, name);
            assert_eq!(object["training"], training);
            assert_eq!(object["days_before"], "2022-09-20");
        }
    }
}
