//! Who voted: each once, days that are over, rounded while somebody may come, and at the end where a
//! table has a small count.

use super::data::indicator;
use super::*;
use crate::batch::{AdmittedAs, Hour, PresenceRow, Purge};
use crate::central::ledger::Counted;
use crate::central::pages::figures::{Dimension, Figures};
use crate::central::pages::withheld::Shown;
use crate::consultation::Reason;
use crate::envelope::Digest;
use crate::identity::Pseudonym;

/// Somebody who came at an hour, a resident of an area.
fn came(person: u8, area: &str, hour: &str) -> PresenceRow {
    PresenceRow {
        pseudonym: Pseudonym([person; 32]),
        admitted_as: AdmittedAs::Resident { area: area.into() },
        hour: Hour::parse(hour).unwrap(),
        link: None,
    }
}

fn figures(visit: &Visit, before: &str, last: bool) -> Figures {
    let counted = Counted {
        before: before.parse().unwrap(),
        last,
    };
    let page = visit.central.ledger().read().unwrap();
    let consultation = &visit.world.manifest.value().consultation;
    Figures::read(&page, consultation, counted).unwrap()
}

/// The registry orders to destroy the links: nobody can come any more.
fn purge(visit: &Visit) {
    let order = visit.world.registry.sign(Purge {
        fingerprint: visit.world.manifest.digest(),
        settlement: Digest::of(b"settlement"),
    });
    visit.central.purge(order.bytes()).unwrap();
}

fn rows(figures: &Figures, by: Dimension) -> Vec<(&str, Shown)> {
    let rows = figures.by(by).unwrap_or_default();
    rows.iter().map(|(key, n)| (key.as_str(), *n)).collect()
}

#[rstest]
fn a_day_appears_when_it_is_over_and_its_minutes_are_here(#[values(On::File, On::Server)] on: On) {
    let visit = Visit::on(on);
    let mut station = visit.station("banchetto-1");
    visit.send(&mut station, presence(1..=9));
    let nobody = Shown::Count(0);
    let all = Shown::Count(9);
    assert_eq!(
        figures(&visit, "2022-09-19", false).participants,
        nobody,
        "no minutes"
    );
    assert_eq!(figures(&visit, "2022-09-19", true).participants, all);
    visit.send(&mut station, minutes(false));
    assert_eq!(
        figures(&visit, "2022-09-18", false).participants,
        nobody,
        "today"
    );
    let counted = figures(&visit, "2022-09-19", false);
    assert_eq!(
        (counted.participants, counted.days, counted.closed),
        (all, 1, 0)
    );
    // The next day of the station has begun, and its people are not there yet.
    visit.send(&mut station, presence(20..=40));
    assert_eq!(figures(&visit, "2022-09-19", false).participants, all);
    visit.send(&mut station, minutes(true));
    let counted = figures(&visit, "2022-09-19", false);
    assert_eq!(
        (counted.participants, counted.closed),
        (Shown::Count(30), 1)
    );
}

#[rstest]
fn who_comes_to_two_stations_is_one_person_where_they_came_first(
    #[values(On::File, On::Server)] on: On,
) {
    let visit = Visit::of(world_with(on, rich), after);
    let (mut one, mut two) = (visit.station("banchetto-1"), visit.station("banchetto-2"));
    let early = (1..=6).map(|p| came(p, "B812", "2022-09-17T10"));
    let late = (1..=12).map(|p| came(p, "E196", "2022-09-18T09"));
    visit.send(&mut one, Rows::Presence(early.collect()));
    visit.send(&mut one, minutes(true));
    visit.send(&mut two, Rows::Presence(late.collect()));
    visit.send(&mut two, minutes(true));
    let counted = figures(&visit, "2022-09-19", false);
    assert_eq!(counted.participants, Shown::Count(12));
    assert_eq!(counted.repeated, Shown::Count(6));
    let n = Shown::Count;
    assert_eq!(
        rows(&counted, Dimension::Area),
        [("B812", n(6)), ("E196", n(6)), ("G747", n(0))]
    );
    assert_eq!(
        rows(&counted, Dimension::Day),
        [("2022-09-17", n(6)), ("2022-09-18", n(6))]
    );
    assert_eq!(
        rows(&counted, Dimension::Hour),
        [("09", n(6)), ("10", n(6))]
    );
    assert_eq!(
        rows(&counted, Dimension::Kind),
        [("banchetto", n(12)), ("assisted", n(0))]
    );
    assert_eq!(rows(&counted, Dimension::Admission), [("resident", n(12))]);
    assert_eq!(
        rows(&counted, Dimension::Ballot),
        [("screen", n(0)), ("paper", n(12))]
    );
}

/// What `rich` has, where no figure speaks of fewer than five people.
fn careful(manifest: &mut Manifest) {
    rich(manifest);
    manifest.consultation.count.minimum_ballots = 5;
    manifest.consultation.eligibility.city_user_reasons = vec![Reason::Study];
}

/// 42 people of Carpaneto, of whom one is a student, 17 of Podenzano and 3 of Gropparello.
fn some_of_each() -> Rows {
    let mut people: Vec<_> = (1..=41).map(|p| came(p, "B812", "2022-09-17T10")).collect();
    people.extend((50..=66).map(|p| came(p, "G747", "2022-09-17T10")));
    people.extend((100..=102).map(|p| came(p, "E196", "2022-09-17T10")));
    people.push(PresenceRow {
        admitted_as: AdmittedAs::CityUser {
            area: "B812".into(),
            reason: Reason::Study,
        },
        ..came(150, "B812", "2022-09-17T10")
    });
    Rows::Presence(people)
}

/// The rows of a dimension in the open data, without the columns that all have.
fn open_data(visit: &Visit, dimension: &str) -> Vec<String> {
    let csv = visit.page("/data/turnout.csv");
    let prefix = format!("prova,{dimension},");
    let rows = csv.split("\r\n").filter_map(|l| l.strip_prefix(&prefix));
    rows.map(str::to_owned).collect()
}

#[rstest]
fn while_votes_come_in_no_page_and_no_file_has_an_exact_number(
    #[values(On::File, On::Server)] on: On,
) {
    let visit = Visit::of(world_with(on, careful), after);
    let mut station = visit.station("banchetto-1");
    visit.send(&mut station, some_of_each());
    visit.send(&mut station, minutes(true));
    assert_eq!(
        open_data(&visit, "area"),
        [
            "B812,Carpaneto Piacentino,Carpaneto Piacentino,40,rounded_down",
            "E196,Gropparello,Gropparello,0,rounded_down",
            "G747,Podenzano,Podenzano,15,rounded_down",
        ]
    );
    assert_eq!(
        open_data(&visit, "total"),
        [",Persone che hanno votato di persona,People who voted in person,60,rounded_down"]
    );
    let study = open_data(&visit, "admission");
    assert!(
        study
            .iter()
            .any(|r| r.starts_with("study,") && r.ends_with(",0,rounded_down")),
        "a student looks like none: {study:?}"
    );
    let page = visit.page("/en/turnout");
    assert!(page.contains("numbers go in steps of 5"), "{page}");
    assert!(page.contains("Until the links between people and ballots are destroyed"));
    assert!(page.contains("<strong>60 to 64</strong>"), "{page}");
    assert!(page.contains("<td class=\"n\">40 to 44</td>") && page.contains(">fewer than 5</td>"));
    for exact in ["62", "42", "17"] {
        assert!(!page.contains(&format!(">{exact}<")), "{exact}");
    }
    assert_eq!(
        indicator(&visit, "participants_in_person"),
        ["60", "people", "rounded_down"]
    );
    assert!(
        visit
            .page("/data/dictionary.csv")
            .contains("the multiple of 5")
    );
}

#[rstest]
fn the_page_of_the_next_day_tells_of_nobody_alone(#[values(On::File, On::Server)] on: On) {
    let visit = Visit::of(world_with(on, careful), after);
    let mut station = visit.station("banchetto-1");
    visit.send(&mut station, some_of_each());
    visit.send(&mut station, minutes(false));
    let before = figures(&visit, "2022-09-18", false);
    // One person more, of the smallest town, in an hour in which nobody had come.
    visit.send(
        &mut station,
        Rows::Presence(vec![came(200, "E196", "2022-09-18T19")]),
    );
    visit.send(&mut station, minutes(false));
    let mut then = figures(&visit, "2022-09-19", false);
    assert_eq!((before.days, then.days), (1, 2));
    then.days = before.days;
    assert_eq!(before, then);
    // When five are there, they appear together.
    let more = (201..=204).map(|p| came(p, "E196", "2022-09-18T19"));
    visit.send(&mut station, Rows::Presence(more.collect()));
    visit.send(&mut station, minutes(true));
    let now = figures(&visit, "2022-09-19", false);
    let between = |from, to| Shown::Between { from, to };
    assert_eq!(now.participants, between(65, 69));
    assert_eq!(
        rows(&now, Dimension::Hour),
        [("10", between(60, 64)), ("19", between(5, 9))]
    );
}

#[rstest]
fn nobody_and_somebody_look_the_same_while_somebody_may_come(
    #[values(On::File, On::Server)] on: On,
) {
    let seen = |people: &[u8]| {
        let visit = Visit::of(world_with(on, careful), after);
        let mut station = visit.station("banchetto-1");
        let people = people.iter().map(|p| came(*p, "E196", "2022-09-17T10"));
        let people: Vec<_> = people.collect();
        if !people.is_empty() {
            visit.send(&mut station, Rows::Presence(people));
        }
        visit.send(&mut station, minutes(true));
        let page = visit.page("/en/turnout");
        // Around it is the fingerprint of the manifest, which is another one each time.
        let from = page.find("<h1").unwrap();
        let page = page[from..page.find("</main>").unwrap()].to_owned();
        let files = ["turnout", "indicators"].map(|f| visit.page(&format!("/data/{f}.csv")));
        (figures(&visit, "2022-09-20", false), page, files)
    };
    let nobody = seen(&[]);
    assert_eq!(nobody, seen(&[1]));
    assert_eq!(nobody, seen(&[1, 2, 3, 4]));
    assert!(nobody.0.tables.iter().all(|t| t.rows.is_none()));
}

#[rstest]
fn publication_is_not_the_end_the_order_to_destroy_the_links_is(
    #[values(On::File, On::Server)] on: On,
) {
    let mut visit = Visit::of(world_with(on, careful), during);
    let mut station = visit.station("banchetto-1");
    visit.send(&mut station, some_of_each());
    visit.send(&mut station, minutes(false));
    let before = visit.page("/data/turnout.csv");
    published::publish(&visit);
    visit.later(during);
    assert_eq!(visit.page("/data/turnout.csv"), before);
    // A stick that was forgotten; and the day on which its people came is not over for the calendar.
    let late = (200..=206).map(|p| came(p, "E196", "2022-09-18T19"));
    visit.send(&mut station, Rows::Presence(late.collect()));
    visit.later(during);
    assert_eq!(
        visit.page("/data/turnout.csv"),
        before,
        "the day is not over"
    );
    purge(&visit);
    visit.later(during);
    assert_eq!(
        open_data(&visit, "total"),
        [",Persone che hanno votato di persona,People who voted in person,69,shown"]
    );
    assert_eq!(
        open_data(&visit, "area"),
        [
            "B812,Carpaneto Piacentino,Carpaneto Piacentino,42,shown",
            "E196,Gropparello,Gropparello,10,shown",
            "G747,Podenzano,Podenzano,17,shown",
        ]
    );
    assert_eq!(
        open_data(&visit, "day"),
        [
            "2022-09-17,17 settembre 2022,17 September 2022,62,shown",
            "2022-09-18,18 settembre 2022,18 September 2022,7,shown",
        ]
    );
    let page = visit.page("/en/turnout");
    assert!(page.contains("nobody is added any more"), "{page}");
}

#[rstest]
fn at_the_end_a_table_with_a_small_count_stays_as_it_was(#[values(On::File, On::Server)] on: On) {
    let mut visit = Visit::of(world_with(on, careful), after);
    let mut station = visit.station("banchetto-1");
    visit.send(&mut station, some_of_each());
    visit.send(&mut station, minutes(true));
    let [areas, admissions] = ["area", "admission"].map(|by| open_data(&visit, by));
    published::publish(&visit);
    purge(&visit);
    visit.later(after);
    // 42, 17 and 3; and one student.
    assert_eq!(open_data(&visit, "area"), areas);
    assert!(areas[1].starts_with("E196,") && areas[1].ends_with(",0,rounded_down"));
    assert_eq!(open_data(&visit, "admission"), admissions);
    assert_eq!(
        open_data(&visit, "total"),
        [",Persone che hanno votato di persona,People who voted in person,62,shown"]
    );
    assert_eq!(
        open_data(&visit, "day"),
        ["2022-09-17,17 settembre 2022,17 September 2022,62,shown"]
    );
    let page = visit.page("/en/turnout");
    assert!(page.contains("even one number is smaller than 5"), "{page}");
    assert!(page.contains("<td class=\"n\">40 to 44</td>") && page.contains(">fewer than 5</td>"));
    for exact in ["42", "17"] {
        assert!(!page.contains(&format!(">{exact}<")), "{exact}");
    }
}

#[rstest]
fn a_handful_of_people_is_not_even_a_total(#[values(On::File, On::Server)] on: On) {
    let mut visit = Visit::of(world_with(on, careful), after);
    assert!(visit.page("/en/turnout").contains("No day is over yet."));
    let mut station = visit.station("banchetto-1");
    visit.send(&mut station, presence(1..=4));
    visit.send(&mut station, minutes(true));
    visit.later(after);
    let nothing = |page: String| {
        assert!(page.contains("<strong>fewer than 5</strong>"), "{page}");
        assert!(!page.contains("<table>"), "{page}");
    };
    nothing(visit.page("/en/turnout"));
    assert_eq!(
        indicator(&visit, "participants_in_person"),
        ["0", "people", "rounded_down"]
    );
    assert_eq!(
        indicator(&visit, "ballots_counted"),
        ["", "ballots", "not_yet"]
    );
    published::publish(&visit);
    purge(&visit);
    visit.later(after);
    nothing(visit.page("/en/turnout"));
    assert_eq!(
        indicator(&visit, "participants_in_person"),
        ["", "people", "withheld"]
    );
}

/// Only what is published changes the figures, not the moment at which somebody looks.
#[test]
fn figures_are_kept_for_a_while() {
    let visit = Visit::of(World::new(), after);
    let mut station = visit.station("banchetto-1");
    visit.send(&mut station, presence(1..=9));
    visit.send(&mut station, minutes(false));
    assert!(visit.page("/en/turnout").contains("<strong>9</strong>"));
    visit.send(&mut station, presence(20..=40));
    visit.send(&mut station, minutes(true));
    assert!(visit.page("/en/turnout").contains("<strong>9</strong>"));
}
