//! A second program on the folder of a station that is open.

use super::*;

fn in_use(opened: &Result<Station, UnlockError>) -> bool {
    matches!(opened, Err(UnlockError::Station(StationError::InUse)))
}

#[test]
fn a_vote_at_the_screen_is_not_disturbed_by_a_second_program() {
    let world = World::new();
    let pass = Passphrase::new("passo lungo");
    let again =
        |pass: &Passphrase| Station::unlock(world.dir.path(), "anna", pass, at("2022-09-10 11:00"));
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    station.hand_over(&admission).unwrap();
    let before = events(&station);

    assert!(in_use(&again(&pass)));
    // Nor is a passphrase tried: no wait for the operator comes of it.
    assert!(in_use(&again(&Passphrase::new("sbagliata"))));
    assert_eq!(events(&station), before, "no interruption in the journal");
    let answers = [Answer::Options(vec![0, 1])];
    let choices = Choices::new(station.consultation(), &answers).unwrap();
    let (sealing, _) = station.offer(&choices).unwrap();
    station.cast(admission, sealing).unwrap();

    drop(station);
    let station = again(&pass).unwrap();
    assert_eq!(station.in_box().unwrap(), 1);
    assert!(in_use(&again(&pass)), "once more while it is open");
}

#[test]
fn whoever_looks_changes_nothing() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    station.hand_over(&admission).unwrap();
    let before = events(&station);
    let pass = Passphrase::new("passo lungo");
    let look = || Station::look(world.dir.path(), "anna", &pass, at("2022-09-10 11:00"));
    let mut looking = look().unwrap();
    assert_eq!(looking.counts_of_last_day().unwrap().check_ins, 1);
    assert_eq!(looking.sync_state().unwrap().ballots_waiting, 0);
    assert!(looking.check_in(resident(1)).is_err(), "it only looks");
    assert!(looking.close_day(false).is_err());
    drop(looking);
    assert_eq!(events(&station), before);
    // The vote goes on, and whoever looks later sees it.
    vote_on(&mut station, admission);
    assert_eq!(look().unwrap().counts_of_last_day().unwrap().cast, 1);
}

fn vote_on(station: &mut Station, admission: Admission) {
    let choices = Choices::new(station.consultation(), &[Answer::Blank]).unwrap();
    let (sealing, _) = station.offer(&choices).unwrap();
    station.cast(admission, sealing).unwrap();
}

#[test]
fn a_lock_goes_with_its_program() {
    let world = World::new();
    drop(world.open());
    // What a killed program leaves is a file, and no lock.
    assert!(world.dir.path().join("station.lock").exists());
    drop(world.station(at("2022-09-10 12:00")));
}
