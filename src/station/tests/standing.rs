//! What is said of a code at once.

use super::*;

fn look_up(station: &mut Station, visit: &Visit) -> Standing {
    station.look_up(&visit.code).unwrap()
}

#[test]
fn every_standing_is_told_and_only_who_voted_is_on_record() {
    let world = World::of_kind(StationKind::Assisted, at("2022-09-20 09:00"));
    let mut station = world.station(at("2022-09-20 09:00"));
    station.open_day().unwrap().unwrap();
    let before = events(&station).len();
    let on_roll = StandingRight::OnRoll {
        area: "B812".into(),
    };
    assert_eq!(look_up(&mut station, &resident(0)).right, on_roll);
    assert_eq!(
        look_up(&mut station, &stranger()).right,
        StandingRight::Unknown
    );
    assert_eq!(events(&station).len(), before, "nothing is recorded");

    let claimant = claim(&mut station, stranger());
    station.register(claimant, city_user("G747")).unwrap();
    let admitted_as = city_user("G747").admitted_as;
    let from = day("2022-09-23");
    let registered = StandingRight::Registered { admitted_as, from };
    assert_eq!(look_up(&mut station, &stranger()).right, registered);

    let admission = admit(&mut station, resident(0));
    let today = StandingRight::AdmittedToday;
    assert_eq!(look_up(&mut station, &resident(0)).right, today);
    station.hand_over(&admission).unwrap();
    assert_eq!(look_up(&mut station, &resident(0)).right, today);
    station.leave(&admission).unwrap();
    vote(&mut station, admission, &[0, 1]);

    let (journal, refused) = (events(&station).len(), station.counts().unwrap().refused);
    assert_eq!(
        look_up(&mut station, &resident(0)).right,
        StandingRight::VotedHere
    );
    assert_eq!(events(&station).len(), journal + 1);
    assert_eq!(last(&station), refused_for("already-voted-here"));
    assert_eq!(station.counts().unwrap().refused, refused + 1);
}

#[test]
fn the_last_refusal_is_remembered_until_the_person_is_admitted() {
    let world = World::new();
    let mut station = world.open();
    let reason = |station: &mut Station| {
        let standing = look_up(station, &resident(0));
        standing
            .refused_before
            .map(|r| (r.reason, r.hour.to_string()))
    };
    assert_eq!(reason(&mut station), None);
    refused(&mut station, expired(resident(0)));
    let said = |reason: &str, hour: &str| Some((reason.to_owned(), hour.to_owned()));
    assert_eq!(
        reason(&mut station),
        said("document-expired", "2022-09-10T10")
    );
    station.clock = at("2022-09-10 12:40");
    let mut other = resident(0);
    other.document.birth_date = day("1980-01-02");
    refused(&mut station, other);
    assert_eq!(
        reason(&mut station),
        said("birth-mismatch", "2022-09-10T12")
    );
    assert_eq!(look_up(&mut station, &resident(1)).refused_before, None);
    admit(&mut station, resident(0));
    assert_eq!(reason(&mut station), None);
}

#[test]
fn without_an_open_day_nobody_is_looked_up() {
    let world = World::new();
    let mut station = world.station(at("2022-09-10 10:20"));
    let found = station.look_up(&resident(0).code);
    assert!(matches!(found, Err(StationError::DayNotOpen)));
}

/// A roll of ten million is found by its key.
#[test]
fn a_look_up_scans_no_table() {
    let world = World::new();
    let station = world.open();
    for query in super::super::standing::QUERIES {
        let mut plan = station
            .db
            .prepare(&format!("EXPLAIN QUERY PLAN {query}"))
            .unwrap();
        let steps = plan
            .query_map([&[0_u8; 32][..]], |r| r.get::<_, String>(3))
            .unwrap();
        for step in steps.map(Result::unwrap) {
            assert!(step.starts_with("SEARCH"), "{query}: {step}");
        }
    }
}
