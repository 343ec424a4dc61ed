//! The clerk with a real station: how it was found, sticks, two people, a day that opens again.

use super::{Machine, Places, StationClerk};
use crate::batch::{Batch, Receipt};
use crate::board::{Checkpoint, checkpoint};
use crate::envelope::{Passphrase, SigningKey};
use crate::station::tests::{World, at, resident, vote};
use crate::station::{Reopening, Visit};
use crate::tui::facts::{Battery, Found, Stick, Verdict};
use crate::tui::work::{Clerk, Done, Job};
use std::fs;
use std::path::{Path, PathBuf};

/// A clerk with sticks only where a test says so, and a battery that a test made up.
fn clerk(world: &World, named: Option<&Path>) -> StationClerk {
    let clock = at("2022-09-10 10:20");
    let power = world.dir.path().join("power");
    fs::create_dir_all(power.join("BAT0")).unwrap();
    fs::write(power.join("BAT0/type"), "Battery\n").unwrap();
    fs::write(power.join("BAT0/capacity"), "63\n").unwrap();
    fs::write(power.join("BAT0/status"), "Discharging\n").unwrap();
    let machine = Machine {
        power,
        sticks: Places {
            named: named.map(PathBuf::from),
            roots: Vec::new(),
        },
    };
    StationClerk::new(world.dir.path().to_owned(), clock, None).on(machine)
}

fn ask(clerk: &mut StationClerk, job: Job) -> Done {
    clerk.work(job, &|_| {})
}

fn unlock(clerk: &mut StationClerk) -> (crate::tui::facts::StationInfo, crate::tui::facts::Status) {
    let job = Job::Unlock {
        operator: "anna".to_owned(),
        passphrase: Passphrase::new("passo lungo"),
    };
    match ask(clerk, job) {
        Done::Unlocked { station, status } => (*station, *status),
        _ => panic!("unlocks"),
    }
}

fn open_day(clerk: &mut StationClerk, reason: Option<Reopening>) -> Done {
    let second = None;
    ask(clerk, Job::OpenDay { second, reason })
}

fn check_in(clerk: &mut StationClerk, visit: Visit) -> bool {
    let done = ask(clerk, Job::CheckIn(Box::new(visit)));
    matches!(done, Done::Verdict(Verdict::Admitted { .. }))
}

fn close(clerk: &mut StationClerk, last: bool) -> Done {
    let second = None;
    ask(clerk, Job::CloseDay { last, second })
}

#[test]
fn what_stands_around_the_station_is_told() {
    let world = World::new();
    let settings = "printer = \"/dev/usb/lp0\"\nspeech = \"cat\"\n";
    fs::write(world.dir.path().join("settings.toml"), settings).unwrap();
    let mut clerk = clerk(&world, None);
    let (station, status) = unlock(&mut clerk);
    let battery = Battery {
        percent: 63,
        plugged: false,
    };
    assert_eq!(status.battery, Some(battery));
    let equipment = &station.equipment;
    assert_eq!(equipment.printer.as_deref(), Some("/dev/usb/lp0"));
    assert!(equipment.speaks && equipment.problem.is_none() && station.found.is_none());
    // The battery is looked at again whenever the desk asks how the day stands.
    fs::remove_dir_all(world.dir.path().join("power")).unwrap();
    let Done::Status(status) = ask(&mut clerk, Job::Status) else {
        panic!("tells");
    };
    assert_eq!(status.battery, None);
}

#[test]
fn who_was_voting_when_the_terminal_went_away_is_told_once() {
    let world = World::new();
    let mut first = clerk(&world, None);
    unlock(&mut first);
    assert!(matches!(open_day(&mut first, None), Done::DayOpened(_)));
    assert!(check_in(&mut first, resident(0)));
    assert!(matches!(ask(&mut first, Job::HandOver), Done::HandedOver));
    assert!(matches!(ask(&mut first, Job::Lock), Done::Locked));
    let found = Found {
        interrupted: 1,
        after_cast: false,
    };
    assert_eq!(unlock(&mut first).0.found, Some(found));
    assert!(matches!(ask(&mut first, Job::FoundRead), Done::Status(_)));
    assert!(matches!(ask(&mut first, Job::Lock), Done::Locked));
    assert_eq!(unlock(&mut first).0.found, None);
}

#[test]
fn who_locks_between_two_people_leaves_nothing_to_tell() {
    let world = World::new();
    let mut clerk = clerk(&world, None);
    unlock(&mut clerk);
    open_day(&mut clerk, None);
    // Admitted, not yet at the screen.
    assert!(check_in(&mut clerk, resident(0)));
    ask(&mut clerk, Job::Lock);
    assert_eq!(unlock(&mut clerk).0.found, None);
    assert!(check_in(&mut clerk, resident(0)), "and may go on");
}

#[test]
fn a_day_closed_today_opens_again_with_a_reason_in_its_minutes() {
    let world = World::new();
    let mut clerk = clerk(&world, None);
    unlock(&mut clerk);
    open_day(&mut clerk, None);
    let Done::DayClosed { status, .. } = close(&mut clerk, false) else {
        panic!("closes");
    };
    assert!(status.closed_today && !status.day_open);
    let Done::OpeningRefused(why) = open_day(&mut clerk, None) else {
        panic!("asks why");
    };
    assert_eq!(why.key, "operator-opening-reason-needed");
    let again = open_day(&mut clerk, Some(Reopening::Moved));
    assert!(matches!(again, Done::DayOpened(_)));
    close(&mut clerk, false);
    let station = clerk.station.as_ref().unwrap();
    let sent = station.pending().unwrap().pop().unwrap();
    let batch = Batch::open(&sent.bytes, &station.rotation().value().station_key).unwrap();
    let reopened = match &batch.body().rows {
        crate::batch::Rows::Minutes(minutes) => minutes.reopened,
        _ => None,
    };
    assert_eq!(reopened, Some(Reopening::Moved));
}

#[test]
fn a_day_left_open_past_its_phase_refuses_with_what_to_do() {
    let world = World::new();
    let mut clerk = clerk(&world, None);
    unlock(&mut clerk);
    open_day(&mut clerk, None);
    ask(&mut clerk, Job::Lock);
    clerk.clock = at("2022-09-19 08:00");
    let (_, status) = unlock(&mut clerk);
    assert!(status.day_open && status.outside_phase);
    assert_eq!(status.opened, "2022-09-10".parse().ok());
    let visit = resident(0);
    for job in [
        Job::LookUp(visit.code.clone()),
        Job::CheckIn(Box::new(visit)),
    ] {
        let Done::Verdict(Verdict::Refused { why, .. }) = ask(&mut clerk, job) else {
            panic!("refuses in words");
        };
        assert_eq!(why.key, "day-phase-over");
    }
    let Done::ClosingCounts(counts) = ask(&mut clerk, Job::PrepareClosing) else {
        panic!("counts");
    };
    assert!(counts.is_over && counts.is_last_day);
    assert!(matches!(close(&mut clerk, true), Done::DayClosed { .. }));
}

#[test]
fn what_waits_and_what_is_kept_on_purpose_are_two_numbers() {
    let world = World::new();
    let mut clerk = clerk(&world, None);
    unlock(&mut clerk);
    open_day(&mut clerk, None);
    let station = clerk.station.as_mut().unwrap();
    let admitted = station.check_in(resident(0)).unwrap();
    let crate::station::Verdict::Admitted { admission, .. } = admitted else {
        panic!("admits");
    };
    vote(station, admission, &[0, 1]);
    let Done::Status(status) = ask(&mut clerk, Job::Status) else {
        panic!("tells");
    };
    // Who voted may leave at once; one ballot alone may not.
    assert_eq!((status.pending, status.kept), (1, 1));
}

/// A station with minutes to send, and a folder that stands for a stick.
fn with_a_stick() -> (World, tempfile::TempDir, StationClerk) {
    let world = World::new();
    let stick = tempfile::tempdir().unwrap();
    let mut clerk = clerk(&world, Some(stick.path()));
    unlock(&mut clerk);
    open_day(&mut clerk, None);
    close(&mut clerk, false);
    (world, stick, clerk)
}

fn export(clerk: &mut StationClerk, stick: &Path) -> Done {
    ask(clerk, Job::Export(stick.to_owned()))
}

fn failed(done: Done) -> &'static str {
    match done {
        Done::ExportFailed(why) => why.key,
        _ => panic!("fails"),
    }
}

fn batches(stick: &Path) -> usize {
    let names = fs::read_dir(stick).unwrap().map(|e| e.unwrap().file_name());
    let batch = |n: &std::ffi::OsString| n.to_string_lossy().ends_with(".batch.cbor");
    names.filter(batch).count()
}

fn pending(clerk: &StationClerk) -> usize {
    clerk.station.as_ref().unwrap().pending().unwrap().len()
}

#[test]
fn a_stick_carries_what_waits_and_brings_the_receipts_back() {
    let (_world, stick, mut clerk) = with_a_stick();
    let waiting = pending(&clerk);
    assert!(waiting > 0);
    let Done::Sticks(sticks) = ask(&mut clerk, Job::Sticks) else {
        panic!("finds it");
    };
    let name = stick.path().file_name().unwrap().to_string_lossy();
    let expected = Stick {
        name: name.into_owned(),
        folder: stick.path().to_owned(),
    };
    assert_eq!(sticks, [expected]);

    let steps = std::cell::RefCell::new(0);
    let progress = |done: Done| {
        assert!(matches!(done, Done::Step(_)));
        *steps.borrow_mut() += 1;
    };
    let done = clerk.work(Job::Export(stick.path().to_owned()), &progress);
    let Done::Exported { report, status } = done else {
        panic!("writes");
    };
    assert_eq!(report.written as usize, waiting);
    assert_eq!(*steps.borrow(), waiting);
    assert_eq!(batches(stick.path()), waiting);
    assert!(status.pending > 0, "what is carried still waits here");

    // The office puts the receipts beside the batches; the first is not the server's.
    let station = clerk.station.as_ref().unwrap();
    let key = station.rotation().value().station_key;
    for (n, batch) in station.pending().unwrap().iter().enumerate() {
        let opened = Batch::open(&batch.bytes, &key).unwrap();
        let h = opened.header().value();
        let server = if n == 0 { [10; 32] } else { [9; 32] };
        let server = SigningKey::from_bytes(&server);
        let receipt = server.sign(Receipt {
            fingerprint: h.fingerprint,
            station: h.station.clone(),
            sequence: h.sequence,
            header: opened.header().digest(),
            checkpoint: checkpoint::sign(&server, "prova", &Checkpoint::of(&[])).unwrap(),
        });
        let name = format!("{}.{:06}.batch.cbor.receipt", h.station, h.sequence);
        fs::write(stick.path().join(name), receipt.bytes()).unwrap();
    }
    let Done::Exported { report, .. } = export(&mut clerk, stick.path()) else {
        panic!("writes again");
    };
    assert_eq!(report.wrong, 1);
    assert_eq!(report.received as usize, waiting - 1);
    assert_eq!(report.written, 1, "only what still waits is written");
    assert_eq!(pending(&clerk), 1);
}

#[test]
fn a_stick_that_is_gone_is_not_made_anew() {
    let (_world, stick, mut clerk) = with_a_stick();
    let before = pending(&clerk);
    let folder = stick.path().to_owned();
    drop(stick);
    assert_eq!(failed(export(&mut clerk, &folder)), "stick-gone");
    assert!(!folder.exists(), "nothing on the laptop's own disk");
    assert_eq!(pending(&clerk), before, "nothing is lost");
    let Done::Sticks(sticks) = ask(&mut clerk, Job::Sticks) else {
        panic!("looks");
    };
    assert_eq!(sticks, []);
    fs::create_dir(&folder).unwrap();
    assert!(matches!(export(&mut clerk, &folder), Done::Exported { .. }));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_stick_pulled_out_in_the_middle_loses_nothing() {
    let (_world, stick, mut clerk) = with_a_stick();
    let before = pending(&clerk);
    let pull = |done: Done| {
        if let Done::Step(_) = done {
            let _ = fs::remove_dir_all(stick.path());
        }
    };
    let done = clerk.work(Job::Export(stick.path().to_owned()), &pull);
    assert_eq!(failed(done), "stick-gone");
    assert_eq!(pending(&clerk), before);
    fs::create_dir(stick.path()).unwrap();
    let again = export(&mut clerk, stick.path());
    assert!(matches!(again, Done::Exported { .. }));
    assert_eq!(batches(stick.path()), before);
}

#[test]
fn what_is_no_folder_is_no_stick() {
    let (_world, stick, mut clerk) = with_a_stick();
    let file = stick.path().join("file");
    fs::write(&file, b"").unwrap();
    assert_eq!(failed(export(&mut clerk, &file)), "stick-gone");
}

#[test]
fn the_system_s_words_become_the_desk_s() {
    use std::io::{Error, ErrorKind};
    for (error, words) in [
        (Error::from(ErrorKind::StorageFull), "stick-full"),
        (
            Error::from(ErrorKind::ReadOnlyFilesystem),
            "stick-read-only",
        ),
        (Error::from(ErrorKind::PermissionDenied), "stick-read-only"),
        (Error::from(ErrorKind::NotFound), "stick-gone"),
        (Error::from_raw_os_error(5), "stick-gone"),
        (Error::from_raw_os_error(19), "stick-gone"),
        (Error::from(ErrorKind::InvalidData), "stick-failed"),
    ] {
        assert_eq!(super::carrying::why(&error), words, "{error}");
    }
}
