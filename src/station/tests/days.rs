//! Opening, closing, and the batches that leave.

use super::*;

#[test]
fn a_day_opens_only_inside_its_phase() {
    let world = World::new();
    for (when, open) in [
        ("2022-08-31 23:59", false),
        ("2022-09-01 00:00", true),
        ("2022-09-18 23:59", true),
        ("2022-09-19 00:00", false),
    ] {
        let mut station = world.station(at(when));
        assert_eq!(station.open_day().unwrap().is_ok(), open, "{when}");
        if open {
            station.close_day(false).unwrap();
        }
    }
}

#[test]
fn closing_reconciles_and_the_chain_holds() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    vote(&mut station, admission, &[0, 1]);
    let admission = admit(&mut station, resident(1));
    station.void(admission, VoidReason::WrongPerson).unwrap();
    let _left = admit(&mut station, resident(2));
    let before = station.prepare_closing().unwrap();
    assert_eq!(
        (before.left_behind, before.last_day, before.in_box),
        (1, false, 1)
    );
    let closed = station.close_day(false).unwrap().minutes;
    assert_eq!(closed.counts, before.counts);
    assert!(closed.counts.reconcile());
    let c = closed.counts;
    assert_eq!((c.check_ins, c.cast, c.void, c.abandoned), (3, 1, 1, 1));
    let text = station.minutes_text(&closed);
    let day = closed.closed.date().format("%d/%m/%Y");
    assert!(text.contains(&format!("{day}, ore ")), "{text}");
    // The screen cuts what is wider.
    assert!(text.lines().all(|row| row.chars().count() <= 76), "{text}");
    // One ballot is fewer than batch_min: it stays for another day.
    let kinds = |s: &Station| {
        s.pending()
            .unwrap()
            .iter()
            .map(|p| p.kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(&station), [BatchKind::Presence, BatchKind::Minutes]);
    assert_eq!(station.sync_state().unwrap().ballots_waiting, 1);
    // The abandoned person comes back another day; the last closing sends everything.
    station.clock = at("2022-09-11 09:00");
    station.open_day().unwrap().unwrap();
    let admission = admit(&mut station, resident(2));
    vote(&mut station, admission, &[1, 2, 3]);
    let minutes = station.close_day(true).unwrap().minutes;
    assert_eq!(
        (minutes.day, minutes.box_at_opening, minutes.box_at_closing),
        (2, 1, 2)
    );
    assert_eq!(
        station.open_day().unwrap(),
        Err(OpeningRefused::ClosedForGood)
    );
    let mut chain = Chain::start(station.rotation());
    let mut ballots = 0;
    for sent in station.pending().unwrap() {
        let batch = Batch::open(&sent.bytes, &station.rotation().value().station_key).unwrap();
        chain.follow(batch.header()).unwrap();
        if let Rows::Ballots(rows) = &batch.body().rows {
            ballots += rows.len();
        }
    }
    assert_eq!(ballots, 2);
}

#[test]
fn a_link_opens_only_with_the_settlement_key() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(3));
    let pseudonym = admission.pseudonym;
    let slip = vote(&mut station, admission, &[0, 9]);
    station.make_batches().unwrap();
    let sent = &station.pending().unwrap()[0];
    let batch = Batch::open(&sent.bytes, &station.rotation().value().station_key).unwrap();
    let Rows::Presence(rows) = &batch.body().rows else {
        panic!()
    };
    let sealed = rows[0].link.as_ref().unwrap();
    let link = Link::open(sealed, &world.settlement).unwrap();
    assert_eq!((link.pseudonym, link.tracker), (pseudonym, slip.tracker));
    assert!(Link::open(sealed, &world.registry).is_err());
}

#[test]
fn a_day_left_open_does_not_outlast_its_phase() {
    let world = World::new();
    let mut station = world.station(at("2022-09-18 23:50"));
    station.open_day().unwrap().unwrap();
    let admission = admit(&mut station, resident(0));
    station.clock = at("2022-09-19 00:10");
    let late = station.check_in(resident(1));
    assert!(matches!(late, Err(StationError::DayNotOpen)));
    // Who was admitted in time may still vote, and the day can be closed.
    vote(&mut station, admission, &[0, 1]);
    assert_eq!(station.close_day(true).unwrap().minutes.counts.cast, 1);
}

#[test]
fn an_open_day_knows_its_date_and_whether_it_admits() {
    let world = World::new();
    let mut station = world.station(at("2022-09-17 22:00"));
    assert_eq!(station.open_day_today().unwrap(), None);
    station.open_day().unwrap().unwrap();
    for (now, admits) in [
        ("2022-09-17 23:00", true),
        ("2022-09-18 00:10", true),
        ("2022-09-19 00:10", false),
        ("2022-08-31 09:00", false),
    ] {
        station.clock = at(now);
        let opened = day("2022-09-17");
        let expected = Some(OpenDay { opened, admits });
        assert_eq!(station.open_day_today().unwrap(), expected, "{now}");
        let admitted = station.check_in(resident(0)).is_ok();
        assert_eq!(admitted, admits, "what is said is so: {now}");
    }
}

#[test]
fn a_day_left_open_and_closed_in_the_morning_is_not_today_s() {
    let world = World::new();
    let mut station = world.station(at("2022-09-10 18:00"));
    station.open_day().unwrap().unwrap();
    let admission = admit(&mut station, resident(0));
    vote(&mut station, admission, &[0, 1]);
    station.clock = at("2022-09-11 08:50");
    station.close_day(false).unwrap();
    assert!(!station.closed_today().unwrap());
    assert_eq!(station.counts_earlier_today().unwrap().cast, 0);
    assert_eq!(station.in_box_before_today().unwrap(), 1);
    // So nobody has to say why it opens.
    assert_eq!(station.open_day().unwrap(), Ok(2));
    assert_eq!(station.close_day(false).unwrap().minutes.reopened, None);
}

#[test]
fn votes_of_the_morning_are_of_today_after_a_reopening() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    vote(&mut station, admission, &[0, 1]);
    station.close_day(false).unwrap();
    station.clock = at("2022-09-11 09:00");
    station.open_day().unwrap().unwrap();
    let admission = admit(&mut station, resident(1));
    vote(&mut station, admission, &[0, 1]);
    let admission = admit(&mut station, resident(2));
    station.issue_paper(admission).unwrap();
    station.close_day(false).unwrap();
    let again = Opening {
        second: None,
        reason: Some(Reopening::PeopleWaiting),
    };
    station.open_day_with(&again).unwrap().unwrap();
    let admission = admit(&mut station, resident(3));
    vote(&mut station, admission, &[0, 1]);
    let earlier = station.counts_earlier_today().unwrap();
    assert_eq!((earlier.check_ins, earlier.cast, earlier.paper), (2, 1, 1));
    assert_eq!(station.counts().unwrap().cast, 1, "of this opening alone");
    assert_eq!(station.in_box_before_today().unwrap(), 1);
    assert_eq!(station.in_box().unwrap(), 3);
}

#[test]
fn minutes_that_were_not_written_are_written_at_the_next_start() {
    let world = World::new();
    let mut station = world.open();
    // Something is in the way of the folder.
    let folder = world.dir.path().join("minutes");
    std::fs::write(&folder, b"").unwrap();
    let failed = station.close_day(false);
    assert!(matches!(failed, Err(StationError::MinutesFile(_))));
    assert_eq!(station.open_day_number().unwrap(), None, "it is closed");
    drop(station);
    let station = world.station(at("2022-09-11 09:00"));
    std::fs::remove_file(&folder).unwrap();
    drop(station);
    let station = world.station(at("2022-09-11 09:05"));
    let text = std::fs::read_to_string(folder.join("verbale-001.txt")).unwrap();
    let minutes = station
        .db
        .query_row("SELECT minutes FROM days", [], |r| r.get(0));
    let minutes: Vec<u8> = minutes.unwrap();
    assert_eq!(text, station.minutes_text(&cbor::decode(&minutes).unwrap()));
}
