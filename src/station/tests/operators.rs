//! Passphrases, PINs, roles.

use super::*;

#[test]
fn five_wrong_pins_and_the_passphrase_is_needed() {
    let world = World::new();
    let mut station = world.open();
    let (right, wrong) = (Passphrase::new("246810"), Passphrase::new("000000"));
    for left in [4, 3, 2, 1] {
        let refused = station.check_pin(&wrong).unwrap();
        assert_eq!(refused, Err(PinRefused::Wrong { tries_left: left }));
    }
    assert_eq!(
        station.check_pin(&wrong).unwrap(),
        Err(PinRefused::PassphraseNeeded)
    );
    // Not even a restart, not even the right one.
    drop(station);
    let mut station = world.open();
    assert_eq!(
        station.check_pin(&right).unwrap(),
        Err(PinRefused::PassphraseNeeded)
    );
    assert!(
        station
            .check_passphrase(&Passphrase::new("sbagliata!"))
            .is_err()
    );
    station
        .check_passphrase(&Passphrase::new("passo lungo"))
        .unwrap();
    assert_eq!(station.check_pin(&right).unwrap(), Ok(()));
}

#[test]
fn operators_come_and_go_by_the_presidents_hand() {
    let world = World::new();
    let mut station = world.open();
    station
        .add_operator(&operator("bruno"), Role::Clerk)
        .unwrap();
    assert!(
        station
            .add_operator(&operator("bruno"), Role::Clerk)
            .is_err()
    );
    let mut weak = operator("carla");
    weak.pin = Passphrase::new("12345a");
    assert!(matches!(
        station.add_operator(&weak, Role::Clerk),
        Err(StationError::WeakSecret(_))
    ));
    let pass = Passphrase::new("passo lungo");
    let unlock = |name| Station::unlock(world.dir.path(), name, &pass, at("2022-09-10 12:00"));
    drop(station);
    let mut clerk = unlock("bruno").unwrap();
    assert!(matches!(
        clerk.remove_operator("anna"),
        Err(StationError::PresidentOnly)
    ));
    drop(clerk);
    let mut station = unlock("anna").unwrap();
    station.remove_operator("bruno").unwrap();
    drop(station);
    assert!(matches!(unlock("bruno"), Err(UnlockError::NoSuchOperator)));
    assert!(unlock("anna").unwrap().remove_operator("anna").is_err());
}

#[test]
fn only_a_president_opens_again_what_was_closed_today() {
    let world = World::new();
    let mut station = world.open();
    station
        .add_operator(&operator("bruno"), Role::Clerk)
        .unwrap();
    station.close_day(false).unwrap();
    drop(station);
    let pass = Passphrase::new("passo lungo");
    let unlock = |name, time| Station::unlock(world.dir.path(), name, &pass, at(time)).unwrap();
    let mut clerk = unlock("bruno", "2022-09-10 18:00");
    assert_eq!(clerk.open_day().unwrap(), Err(OpeningRefused::ClosedToday));
    drop(clerk);
    // Another day anyone may open; the same day the president.
    assert_eq!(
        unlock("bruno", "2022-09-11 08:00").open_day().unwrap(),
        Ok(2)
    );
    unlock("anna", "2022-09-11 09:00").close_day(false).unwrap();
    let why = Opening {
        second: None,
        reason: Some(Reopening::ClosedByMistake),
    };
    let mut clerk = unlock("bruno", "2022-09-11 09:30");
    assert_eq!(
        clerk.open_day_with(&why).unwrap(),
        Err(OpeningRefused::ClosedToday),
        "not even with a reason"
    );
    drop(clerk);
    assert_eq!(
        unlock("anna", "2022-09-11 10:00")
            .open_day_with(&why)
            .unwrap(),
        Ok(3)
    );
}

#[test]
fn a_station_that_was_half_made_can_be_made_again() {
    let clock = at("2022-09-10 10:00");
    let (bundle, ..) = World::bundle(StationKind::Banchetto, clock, |_| ());
    let dir = tempfile::tempdir().unwrap();
    let make = || setup::make(&bundle, dir.path(), &operator("anna"), clock);
    // The slots cannot be written: the end comes after the store, as with a power cut.
    let slots = dir.path().join("operators.slots");
    std::fs::create_dir(&slots).unwrap();
    assert!(matches!(make(), Err(StationError::Io(_))));
    std::fs::remove_dir(&slots).unwrap();
    make().unwrap();
    let pass = Passphrase::new("passo lungo");
    Station::unlock(dir.path(), "anna", &pass, clock).unwrap();
    let mut files: Vec<_> = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(
        files,
        ["operators.slots", "station.db", "station.lock"],
        "nothing is left over"
    );
    assert!(matches!(make(), Err(StationError::Exists(_))));
    // The slots alone are no station, and say what to do.
    std::fs::remove_file(dir.path().join("station.db")).unwrap();
    let missing = Station::unlock(dir.path(), "anna", &pass, clock).unwrap_err();
    assert!(missing.to_string().contains("seggio init"), "{missing}");
}
