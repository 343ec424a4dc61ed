//! Slips say what is true, devices that fail stop nobody, and nothing outlives the person.

use super::*;
use crate::ballot::Answer;
use crate::printer::{Columns, Device};
use crate::station::Verdict;
use crate::station::tests::{World, at, resident};
use crate::tui::work::{Clerk, Job};
use std::path::PathBuf;
use std::time::Duration;

/// A device that takes nothing is given up soon.
const SOON: Limits = Limits {
    connect: Duration::from_secs(5),
    status: Duration::from_millis(50),
    write: Duration::from_millis(300),
};

/// What works must not depend on how busy the machine is.
const PATIENT: Limits = Limits {
    connect: Duration::from_mins(1),
    status: Duration::from_millis(50),
    write: Duration::from_mins(1),
};

fn printing(device: impl Into<PathBuf>, limits: Limits) -> Printing {
    let settings = Settings {
        printer: Some(Device::File(device.into())),
        columns: Columns::Narrow,
        ..Settings::default()
    };
    Printing::with(Ok(settings), limits)
}

/// A clerk with a voter at the screen.
fn voting(world: &World) -> StationClerk {
    let clock = at("2022-09-10 10:20");
    let mut station = world.station(clock);
    station.open_day().unwrap().unwrap();
    let Verdict::Admitted { admission, .. } = station.check_in(resident(0)).unwrap() else {
        panic!("on the roll");
    };
    let mut clerk = StationClerk::new(world.dir.path().to_owned(), clock, None);
    clerk.station = Some(station);
    clerk.admission = Some(admission);
    assert!(clerk.hand_over().is_ok());
    clerk
}

fn work(clerk: &mut StationClerk, job: Job) -> Done {
    clerk.work(job, &|_| ())
}

fn seal(clerk: &mut StationClerk) -> String {
    let answers = vec![Answer::Options(vec![0, 1])];
    let Done::Sealed { tracker_text, .. } = work(clerk, Job::Seal(answers)) else {
        panic!("allowed");
    };
    tracker_text
}

fn slip(clerk: &mut StationClerk) -> PrintState {
    let language = Language::It;
    match work(clerk, Job::PrintSlip { language }) {
        Done::Print(state) => state,
        _ => panic!("a slip is no failure of the vote"),
    }
}

/// How the paper ends, however long the printer takes.
fn end(clerk: &mut StationClerk) -> PrintState {
    loop {
        match work(clerk, Job::PrintState) {
            Done::Print(PrintState::Going) => std::thread::yield_now(),
            Done::Print(state) => return state,
            _ => panic!("asked for the state"),
        }
    }
}

fn key(state: &PrintState) -> &'static str {
    match state {
        PrintState::NotPrinted(notice) => notice.key,
        PrintState::NoPrinter => "none",
        PrintState::Going => "going",
        PrintState::Printed => "printed",
    }
}

/// The slip as text, as wide as the paper is.
fn text_of(clerk: &StationClerk, language: Language) -> String {
    let slip = clerk.printing.slip.as_ref().unwrap();
    let paper = slip.paper(clerk.station.as_ref().unwrap(), language);
    paper.to_text(Columns::Narrow).to_string()
}

#[test]
fn the_papers_in_words() {
    let world = World::new();
    let clerk = voting(&world);
    let station = clerk.station.as_ref().unwrap();
    let fates = [
        ("offered", Fate::Offered(Zeroizing::new(vec![7; 24]))),
        ("cast", Fate::Cast),
        ("opened", Fate::Opened),
    ];
    for (name, fate) in fates {
        let tracker = Zeroizing::new("K7QM-2X9D-4HTW-P3VA".to_owned());
        let slip = Slip { tracker, fate };
        for language in [Language::It, Language::En] {
            let text = slip.paper(station, language).to_text(Columns::Narrow);
            insta::assert_snapshot!(format!("slip-{name}-{}", language.code()), *text);
        }
    }
}

#[test]
fn a_slip_says_what_has_become_of_its_ballot() {
    let world = World::new();
    let mut clerk = voting(&world);
    let offered = seal(&mut clerk);
    let text = text_of(&clerk, Language::It);
    assert!(text.contains("Non è ancora nell'urna"), "{text}");
    assert!(matches!(work(&mut clerk, Job::OpenBallot), Done::Opened));
    let text = text_of(&clerk, Language::It);
    assert!(text.contains("La scheda è aperta"), "{text}");
    assert!(text.contains("non è nell'urna") && text.contains(&offered));

    let cast = seal(&mut clerk);
    assert!(matches!(work(&mut clerk, Job::Cast), Done::CastDone));
    let text = text_of(&clerk, Language::It);
    assert!(text.contains("Il voto è nell'urna"), "{text}");
    assert!(text.contains(&cast) && !text.contains(&offered));
    // Neither when, nor which choice, nor who.
    let station = clerk.station.as_ref().unwrap();
    for option in &station.consultation().questions[0].options {
        assert!(!text.contains(option.title.get(Language::It)));
    }
    for secret in ["10:2", "10/09", "RSSMRA", "ore "] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}

#[test]
fn the_offer_on_paper_verifies_under_the_key_of_the_station() {
    let world = World::new();
    let mut clerk = voting(&world);
    let tracker = seal(&mut clerk);
    let text = text_of(&clerk, Language::En);
    let code = text
        .lines()
        .find_map(|row| row.strip_prefix("QR: "))
        .unwrap();
    let (link, offer) = code.split_once('#').unwrap();
    assert_eq!(link, format!("HTTP://127.0.0.1:1/T/{tracker}"));
    let offer = BASE64URL_NOPAD.decode(offer.as_bytes()).unwrap();
    let station = clerk.station.as_ref().unwrap();
    let key = station.rotation().value().station_key;
    let offer: Signed<Offer> = Signed::open(&offer, &key).unwrap();
    assert_eq!(offer.value().tracker.short(), tracker);
    assert_eq!(offer.value().fingerprint, station.fingerprint());
}

#[test]
fn a_printer_that_fails_stops_no_vote() {
    let dir = tempfile::tempdir().unwrap();
    let pipe = dir.path().join("pipe");
    let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, mode).unwrap();
    for (device, why) in [
        (PathBuf::from("/dev/full"), "print-full"),
        (dir.path().join("lp0"), "print-missing"),
        (pipe, "print-missing"),
    ] {
        let world = World::new();
        let mut clerk = voting(&world);
        clerk.printing = printing(device, SOON);
        seal(&mut clerk);
        assert!(matches!(
            slip(&mut clerk),
            PrintState::Going | PrintState::NotPrinted(_)
        ));
        assert_eq!(key(&end(&mut clerk)), why);
        assert!(matches!(work(&mut clerk, Job::Cast), Done::CastDone));
    }
}

#[test]
fn a_jammed_printer_keeps_nobody_from_casting() {
    let world = World::new();
    let mut clerk = voting(&world);
    // Listens, and never accepts nor reads: the paper goes into the void or waits.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let settings = Settings {
        printer: Some(listener.local_addr().unwrap().to_string().parse().unwrap()),
        ..Settings::default()
    };
    let slow = Limits {
        status: Duration::from_mins(10),
        ..PATIENT
    };
    clerk.printing = Printing::with(Ok(settings), slow);
    seal(&mut clerk);
    assert_eq!(slip(&mut clerk), PrintState::Going);
    assert!(matches!(work(&mut clerk, Job::Cast), Done::CastDone));
    assert_eq!(
        slip(&mut clerk),
        PrintState::Going,
        "still at the first paper"
    );
    assert!(matches!(work(&mut clerk, Job::LeaveVoter), Done::VoterLeft));
    assert!(clerk.printing.slip.is_none());
    drop(listener);
}

#[test]
fn the_printer_gets_the_slip_of_the_moment() {
    let world = World::new();
    let path = world.dir.path().join("lp0");
    std::fs::write(&path, b"").unwrap();
    let mut clerk = voting(&world);
    clerk.printing = printing(&path, PATIENT);
    let tracker = seal(&mut clerk);
    assert!(matches!(work(&mut clerk, Job::Cast), Done::CastDone));
    slip(&mut clerk);
    assert_eq!(end(&mut clerk), PrintState::Printed);
    let cast = Slip {
        tracker: Zeroizing::new(tracker),
        fate: Fate::Cast,
    };
    let paper = cast.paper(clerk.station.as_ref().unwrap(), Language::It);
    let expected = crate::printer::bytes(&paper, Columns::Narrow).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), *expected);
}

#[test]
fn a_file_that_would_keep_the_order_of_slips_is_refused_where_it_counts() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("lp0");
    std::fs::write(&path, b"").unwrap();
    let mut printing = printing(&path, PATIENT);
    let state = printing.print(&Paper::new().text("scheda"), true);
    assert_eq!(key(&state), "print-kept");
    assert_eq!(std::fs::read(&path).unwrap(), b"");
}

#[test]
fn no_slip_outlives_its_person() {
    let world = World::new();
    let mut clerk = voting(&world);
    assert_eq!(slip(&mut clerk), PrintState::NoPrinter);
    let path = world.dir.path().join("lp0");
    std::fs::write(&path, b"").unwrap();
    clerk.printing = printing(&path, PATIENT);
    assert_eq!(
        key(&slip(&mut clerk)),
        "print-forgotten",
        "nothing is sealed"
    );
    seal(&mut clerk);
    assert!(clerk.printing.slip.is_some());
    work(&mut clerk, Job::WipeSeal);
    assert!(clerk.printing.slip.is_none());
    seal(&mut clerk);
    work(&mut clerk, Job::LeaveVoter);
    assert!(clerk.printing.slip.is_none());
    assert_eq!(key(&slip(&mut clerk)), "print-forgotten");
    drop(clerk);
    let world = World::new();
    let mut clerk = voting(&world);
    clerk.printing = printing(&path, PATIENT);
    seal(&mut clerk);
    work(&mut clerk, Job::Lock);
    assert!(clerk.printing.slip.is_none());
    assert_eq!(std::fs::read(&path).unwrap(), b"");
}

#[test]
fn broken_settings_stop_nobody_and_are_told() {
    let world = World::new();
    let dir = world.dir.path();
    std::fs::write(dir.join("settings.toml"), "columns = 42\nprinter = 7\n").unwrap();
    let mut clerk = StationClerk::new(dir.to_owned(), at("2022-09-10 10:20"), None);
    let unlocked = work(
        &mut clerk,
        Job::Unlock {
            operator: "anna".to_owned(),
            passphrase: crate::envelope::Passphrase::new("passo lungo"),
        },
    );
    assert!(matches!(unlocked, Done::Unlocked { .. }));
    let equipment = clerk.printing.equipment();
    assert_eq!(equipment.printer, None);
    let problem = equipment.problem.unwrap();
    assert_eq!(problem.key, "print-settings");
    assert_eq!(problem.args[0], ("line", Value::Number(2)));
    assert_eq!(key(&end(&mut clerk)), "print-settings");
}

#[test]
fn the_minutes_of_the_last_day_are_printed() {
    let world = World::new();
    let path = world.dir.path().join("lp0");
    std::fs::write(&path, b"").unwrap();
    let mut clerk = voting(&world);
    clerk.printing = printing(&path, PATIENT);
    assert!(matches!(
        work(&mut clerk, Job::PrintMinutes),
        Done::Failed { .. }
    ));
    assert!(matches!(
        work(
            &mut clerk,
            Job::CloseDay {
                last: false,
                second: None
            }
        ),
        Done::DayClosed { .. }
    ));
    assert!(matches!(
        work(&mut clerk, Job::PrintMinutes),
        Done::Print(_)
    ));
    assert_eq!(end(&mut clerk), PrintState::Printed);
    let station = clerk.station.as_ref().unwrap();
    let minutes = station.closed_minutes(None).unwrap().unwrap();
    let paper = station.minutes_paper(&minutes);
    let expected = crate::printer::bytes(&paper, Columns::Narrow).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), *expected);
}
