//! A consultation that declares what happens to people who vote more than once, and its votes.

use crate::world::{CONFIG, OPERATOR, World, clock, passphrase, resident, visit};
use seggio::ballot::{Answer, Choices, Tracker};
use seggio::batch::{AdmittedAs, Counts, Minutes, PaperCount, PaperResult, PresenceRow, Rows};
use seggio::central::{Central, ServerSecrets};
use seggio::consultation::Hour;
use seggio::envelope::Digest;
use seggio::station::{Station, Verdict};
use std::path::{Path, PathBuf};

/// One vote, as whoever gave it knows it.
pub struct Vote {
    pub person: usize,
    pub hour: String,
    /// `None` on paper.
    pub tracker: Option<Tracker>,
}

/// A consultation with these words in its policy, and thirty residents.
pub fn office(channel: &str, within: &str) -> World {
    let dir = tempfile::tempdir().unwrap();
    let config = dir.path().join("config");
    std::fs::create_dir(&config).unwrap();
    let path = Path::new(CONFIG).join("consultation.toml");
    let lines = std::fs::read_to_string(path).unwrap();
    let lines = lines.lines().map(|line| match line.split(" = ").next() {
        Some("channel") => format!("channel = \"{channel}\""),
        Some("within") => format!("within = \"{within}\""),
        Some("minimum_ballots") => "minimum_ballots = 1".to_owned(),
        _ => line.to_owned(),
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    std::fs::write(config.join("consultation.toml"), text).unwrap();
    World::made(dir, &config, 30)
}

pub fn central(office: &World) -> Central {
    let keys = ServerSecrets::read(&office.kit.server_dir().join("server.keys")).unwrap();
    let database = office.path("centrale.db");
    Central::open(office.manifest.clone(), keys, &database).unwrap()
}

/// The web platform's CSV.
pub fn csv(office: &World, name: &str, people: &[usize]) -> PathBuf {
    let mut csv = String::from("codice_fiscale;quando\r\n");
    for person in people {
        csv.extend([resident(*person).as_str(), ";2022-09-12\r\n"]);
    }
    let path = office.path(name);
    std::fs::write(&path, csv).unwrap();
    path
}

fn unlock(dir: &Path, time: &str) -> Station {
    Station::unlock(dir, OPERATOR, &passphrase(), clock(time)).unwrap()
}

/// Opens the station at this time and has these people vote.
pub fn vote(dir: &Path, time: &str, people: &[usize], votes: &mut Vec<Vote>) {
    let mut station = unlock(dir, time);
    station.open_day().unwrap().unwrap();
    for person in people {
        let Verdict::Admitted { admission, .. } =
            station.check_in(visit(resident(*person))).unwrap()
        else {
            panic!("resident {person} is on the roll")
        };
        station.hand_over(&admission).unwrap();
        let answers = [Answer::Options(vec![person % 9, person % 9 + 1])];
        let choices = Choices::new(station.consultation(), &answers).unwrap();
        let (sealing, _) = station.offer(&choices).unwrap();
        let tracker = sealing.ballot.tracker();
        station.cast(admission, sealing).unwrap();
        votes.push(Vote {
            person: *person,
            hour: time[..13].replace(' ', "T"),
            tracker: Some(tracker),
        });
    }
    // What may leave at once is a batch of its own.
    station.make_batches().unwrap();
}

pub fn close(dir: &Path, time: &str, last: bool) {
    unlock(dir, time).close_day(last).unwrap();
}

pub fn send(central: &Central, dir: &Path) {
    let mut station = unlock(dir, "2022-09-18 20:00");
    central
        .introduce(&seggio::sync::introduction(&station))
        .unwrap();
    for batch in station.pending().unwrap() {
        let receipt = central.receive(&batch.bytes).unwrap();
        station.keep_receipt(&receipt).unwrap();
    }
}

/// A station where people only voted on paper, its batches written by hand.
pub fn paper_station(office: &World, central: &Central, people: &[usize], votes: &mut Vec<Vote>) {
    let mut station = office.by_hand("carta");
    let hour = "2022-09-10T09";
    central.introduce(&station.introduction).unwrap();
    let row = |person: &usize| PresenceRow {
        pseudonym: office.pseudonym(*person),
        admitted_as: AdmittedAs::Resident {
            area: "B812".into(),
        },
        hour: Hour::parse(hour).unwrap(),
        link: None,
    };
    let n = people.len() as u64;
    // The first two options and the blank, which nobody chose, are as many numbers as targets.
    let mut totals = vec![0; 11];
    totals[..2].fill(n);
    let minutes = Minutes {
        day: 1,
        opened: Hour::parse(hour).unwrap(),
        closed: Hour::parse("2022-09-10T18").unwrap(),
        counts: Counts {
            check_ins: n,
            paper: n,
            ..Counts::default()
        },
        box_at_opening: 0,
        box_at_closing: 0,
        ballots_sent: 0,
        journal: Digest::of(b"journal"),
        last: true,
        ballots_opened: 0,
        paper: Some(PaperCount {
            found: n,
            void: 0,
            result: PaperResult::Counted(vec![totals]),
        }),
        reopened: None,
    };
    for rows in [
        Rows::Presence(people.iter().map(row).collect()),
        Rows::Minutes(minutes),
    ] {
        central.receive(&station.sign(rows).bytes()).unwrap();
    }
    votes.extend(people.iter().map(|person| Vote {
        person: *person,
        hour: hour.to_owned(),
        tracker: None,
    }));
}
