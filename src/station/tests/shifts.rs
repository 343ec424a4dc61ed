//! Shifts, two people, a station that stopped, a day that opens again.

use super::*;
use crate::batch::Minutes;

fn two_people() -> World {
    let world = World::made(StationKind::Banchetto, at("2022-09-10 10:00"), |c| {
        c.desk.two_people = true;
    });
    let mut station = world.station(at("2022-09-10 10:05"));
    station
        .add_operator(&operator("bruno"), Role::Clerk)
        .unwrap();
    world
}

fn pass(text: &str) -> Passphrase {
    Passphrase::new(text)
}

#[test]
fn two_people_open_and_close_where_the_consultation_asks_for_two() {
    let world = two_people();
    let mut station = world.station(at("2022-09-10 10:10"));
    assert_eq!(
        station.open_day().unwrap(),
        Err(OpeningRefused::SecondNeeded)
    );
    assert_eq!(station.open_day_number().unwrap(), None);
    let same = station.second_person("anna", &pass("passo lungo"));
    assert!(matches!(same, Err(SecondRefused::SameOperator)));
    let wrong = station.second_person("bruno", &pass("passo corto"));
    assert!(matches!(
        wrong,
        Err(SecondRefused::Unlock(UnlockError::Wrong { .. }))
    ));
    let second = station.second_person("bruno", &pass("passo lungo"));
    let opening = Opening {
        second: second.ok(),
        reason: None,
    };
    assert_eq!(station.open_day_with(&opening).unwrap(), Ok(1));
    let opened = Event::Opened {
        day: 1,
        by: 1,
        with: Some(2),
    };
    assert_eq!(last(&station), opened);

    let alone = station.close_day(false);
    assert!(matches!(alone, Err(StationError::SecondNeeded)));
    assert_eq!(station.open_day_number().unwrap(), Some(1), "still open");
    let second = station.second_person("bruno", &pass("passo lungo"));
    station.close_day_with(false, second.ok().as_ref()).unwrap();
    let closed = Event::Closed {
        day: 1,
        by: 1,
        with: Some(2),
    };
    assert_eq!(last(&station), closed);
}

#[test]
fn one_person_is_enough_elsewhere() {
    let world = World::new();
    let mut station = world.open();
    assert!(!station.consultation().desk.two_people);
    station.close_day(false).unwrap();
}

#[test]
fn the_journal_knows_whose_shift_it_is_by_their_slot() {
    let world = two_people();
    let dir = world.dir.path();
    let clock = at("2022-09-10 12:00");
    let mut station = Station::unlock(dir, "bruno", &pass("passo lungo"), clock).unwrap();
    assert_eq!(last(&station), Event::Unlocked { slot: 2 });
    station.lock_up().unwrap();
    assert_eq!(last(&station), Event::Locked);
    drop(station);
    let mut station = world.station(clock);
    assert_eq!(last(&station), Event::Unlocked { slot: 1 });
    // A slot's number is its own for good, also when others go.
    station
        .add_operator(&operator("carla"), Role::Clerk)
        .unwrap();
    station.remove_operator("bruno").unwrap();
    assert_eq!(last(&station), Event::OperatorRemoved { slot: 2 });
    drop(station);
    let station = Station::unlock(dir, "carla", &pass("passo lungo"), clock).unwrap();
    assert_eq!(last(&station), Event::Unlocked { slot: 3 });
}

#[test]
fn a_vote_cut_short_is_told_until_it_is_read() {
    let world = World::new();
    let mut station = world.open();
    assert_eq!(station.found().unwrap(), None);
    let admission = admit(&mut station, resident(1));
    station.hand_over(&admission).unwrap();
    // The plug.
    drop((admission, station));
    let station = world.station(at("2022-09-10 11:00"));
    let found = Found {
        interrupted: 1,
        after_cast: false,
    };
    assert_eq!(station.found().unwrap(), Some(found));
    // Another program in between does not use it up.
    drop(station);
    let mut station = world.station(at("2022-09-10 11:05"));
    assert_eq!(station.found().unwrap(), Some(found));
    station.found_was_read().unwrap();
    drop(station);
    let mut station = world.station(at("2022-09-10 11:10"));
    assert_eq!(station.found().unwrap(), None);
    // What was told is so.
    let again = station.check_in(resident(1)).unwrap();
    assert!(matches!(again, Verdict::Admitted { resumed: true, .. }));
    assert_eq!(station.in_box().unwrap(), 0);
}

#[test]
fn a_cast_just_before_the_plug_is_told_as_cast() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(1));
    vote(&mut station, admission, &[0, 1]);
    drop(station);
    let mut station = world.station(at("2022-09-10 11:00"));
    let found = Found {
        interrupted: 0,
        after_cast: true,
    };
    assert_eq!(station.found().unwrap(), Some(found));
    assert_eq!(station.in_box().unwrap(), 1, "what is told is so");
    // Closed, there is nothing left to do.
    station.close_day(false).unwrap();
    assert_eq!(station.found().unwrap(), None);
}

#[test]
fn a_station_that_was_locked_has_nothing_to_tell() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(1));
    vote(&mut station, admission, &[0, 1]);
    station.lock_up().unwrap();
    drop(station);
    let station = world.station(at("2022-09-10 11:00"));
    assert_eq!(station.found().unwrap(), None);
}

#[test]
fn a_terminal_that_went_away_is_told_like_the_plug() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(1));
    station.hand_over(&admission).unwrap();
    station.interrupt(&admission).unwrap();
    assert_eq!(last(&station), Event::Interrupted);
    station.lock_up().unwrap();
    drop((admission, station));
    let mut station = world.station(at("2022-09-10 11:00"));
    assert_eq!(station.found().unwrap().unwrap().interrupted, 1);
    let again = station.check_in(resident(1)).unwrap();
    assert!(matches!(again, Verdict::Admitted { resumed: true, .. }));
}

#[test]
fn a_station_for_training_says_so_while_it_is_locked() {
    let world = World::new();
    let station = world.station(at("2022-09-10 10:05"));
    let training = station.manifest().value().mode == Mode::Training;
    let dir = world.dir.path();
    assert_eq!(Station::says_training(dir).unwrap(), training);
    // A file that says otherwise, or that is of an older program, is set right by unlocking.
    drop(station);
    let mut slots = slots::Slots::read(dir).unwrap();
    slots.mark_training(!training);
    slots.write(dir).unwrap();
    drop(world.station(at("2022-09-10 10:10")));
    assert_eq!(Station::says_training(dir).unwrap(), training);
}

#[test]
fn a_day_opens_again_for_a_reason_and_its_minutes_say_so() {
    let world = World::new();
    let mut station = world.open();
    assert_eq!(station.close_day(false).unwrap().minutes.reopened, None);
    assert!(station.closed_today().unwrap());
    assert_eq!(
        station.open_day().unwrap(),
        Err(OpeningRefused::ReasonNeeded)
    );
    let again = Opening {
        second: None,
        reason: Some(Reopening::PeopleWaiting),
    };
    assert_eq!(station.open_day_with(&again).unwrap(), Ok(2));
    let event = Event::Reopened {
        reason: "people-waiting".to_owned(),
    };
    assert_eq!(last(&station), event);
    let minutes = station.close_day(false).unwrap().minutes;
    assert_eq!(minutes.reopened, Some(Reopening::PeopleWaiting));
    let said = station.minutes_text(&minutes);
    assert!(said.contains("Motivo: C'erano ancora persone"), "{said}");
    let every = Reopening::ALL.map(|reopened| Minutes {
        reopened: Some(reopened),
        ..minutes.clone()
    });
    for minutes in &every {
        // The screen and the paper cut what is wider.
        let said = station.minutes_text(minutes);
        assert!(said.lines().all(|row| row.chars().count() <= 76), "{said}");
        assert!(!said.contains("reopening-"), "{said}");
    }
    // It travels with the signed batch.
    let sent = station.pending().unwrap().pop().unwrap();
    let batch = Batch::open(&sent.bytes, &station.rotation().value().station_key).unwrap();
    assert!(matches!(&batch.body().rows, Rows::Minutes(m) if *m == minutes));
    // A reason that nobody needs is not written down.
    station.clock = at("2022-09-11 09:00");
    assert!(!station.closed_today().unwrap());
    assert_eq!(station.open_day_with(&again).unwrap(), Ok(3));
    assert_eq!(station.close_day(false).unwrap().minutes.reopened, None);
}
