//! The roll: how long its import takes, and how quickly the desk finds a code in it, through the
//! real kit, bundle and encrypted store.
//!
//! ```text
//! cargo bench --bench roll [-- ROWS...]     1,000,000 and 10,000,000 if nothing is said
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    missing_docs,
    reason = "a measurement that cannot go on must stop"
)]

use chrono::{Days, NaiveDate, NaiveDateTime};
use seggio::authority::{Kit, RollMaker};
use seggio::central::ServerSecrets;
use seggio::consultation::{Minute, Mode, ServerKeys, StationId, StationKind};
use seggio::envelope::Passphrase;
use seggio::identity::place::PlaceCode;
use seggio::identity::{CodiceFiscale, Names, PersonalData, Sex};
use seggio::station::{self, Clock, NewOperator, Station};
use seggio::tally::ceremony;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

const CONFIG: &str = "kiosk-config/digitale-bene-comune-2022";
const LOOKUPS: u64 = 20_000;
/// Birth days that are used before the next place.
const DAYS: u64 = 30_000;

fn main() {
    let said: Vec<u64> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let rows = if said.is_empty() {
        vec![1_000_000, 10_000_000]
    } else {
        said
    };
    for rows in rows {
        measure(rows);
    }
}

/// The n-th of many made-up people, all different.
fn code(n: u64) -> CodiceFiscale {
    let first = NaiveDate::from_ymd_opt(1921, 1, 1).unwrap();
    let data = PersonalData {
        names: Names::parse("Rossi", "Mario").unwrap(),
        birth: first + Days::new(n % DAYS),
        sex: Sex::Male,
        place: PlaceCode::parse(&format!(
            "{}{:03}",
            char::from(b'A' + u8::try_from(n / DAYS / 1000).unwrap()),
            n / DAYS % 1000
        ))
        .unwrap(),
    };
    CodiceFiscale::compute(&data).unwrap().code
}

fn measure(rows: u64) {
    let dir = tempfile::tempdir().unwrap();
    let passphrase = Passphrase::new("una passphrase di prova");
    let kit = Kit::create(Path::new(CONFIG), &dir.path().join("kit"), &passphrase).unwrap();
    let secrets = kit.secrets(&passphrase).unwrap();
    let both = [Passphrase::random_code(), Passphrase::random_code()];
    let together = ceremony::together(&dir.path().join("trustees"), 2, &both).unwrap();
    let (tally, one_machine) = ceremony::tally_key(&together.ceremony).unwrap();
    let server = ServerSecrets::generate();
    let keys = ServerKeys {
        url: "http://127.0.0.1:1".to_owned(),
        receipt_key: server.receipt_key(),
        board_key: server.board_key(),
        board_origin: "bench".to_owned(),
    };
    let manifest = kit
        .seal(&secrets, tally, one_machine, keys, Mode::Training)
        .unwrap();

    let mut csv = String::from("codice_fiscale,comune\n");
    for n in 0..rows {
        let area = ["B812", "E196", "G747", "H887", "L897"][usize::try_from(n % 5).unwrap()];
        writeln!(csv, "{},{area}", code(n).as_str()).unwrap();
    }
    let started = Instant::now();
    let maker = RollMaker {
        consultation: &manifest.value().consultation,
        fingerprint: manifest.digest(),
        made: Minute::parse("2022-08-30T08:10").unwrap(),
        roll_key: &secrets.roll_key,
        registry: &secrets.registry,
    };
    let import = maker.import(csv.as_bytes(), &mut |_| {}).unwrap();
    drop(csv);
    assert_eq!(import.roll.value().len() as u64, rows);
    kit.keep_roll(&import.roll).unwrap();
    drop(import);
    let imported = started.elapsed();

    let started = Instant::now();
    let name = StationId::parse("bench").unwrap();
    let (bundle, code_of_bundle) = kit
        .add_station(&secrets, &name, StationKind::Banchetto, None)
        .unwrap();
    let bundled = started.elapsed();
    let started = Instant::now();
    let place = dir.path().join("station");
    let president = NewOperator {
        name: "anna".to_owned(),
        passphrase: Passphrase::new("sole luna mare"),
        pin: Passphrase::new("112233"),
    };
    let now = NaiveDateTime::parse_from_str("2022-09-10T10:00", "%Y-%m-%dT%H:%M").unwrap();
    let clock = Clock::starting_at(now);
    station::init(&bundle, &code_of_bundle, &place, &president, clock).unwrap();
    let made = started.elapsed();
    let megabytes = bundle.len() as u64 / 1_000_000;
    drop(bundle);
    let mut station =
        Station::unlock(&place, &president.name, &president.passphrase, clock).unwrap();
    station.open_day().unwrap().unwrap();
    println!(
        "{rows} rows: import {:.1} s ({:.0} rows/s), bundle {:.1} s ({megabytes} MB), station {:.1} s",
        imported.as_secs_f64(),
        rows as f64 / imported.as_secs_f64(),
        bundled.as_secs_f64(),
        made.as_secs_f64(),
    );
    look_up(&mut station, rows, "on the roll", |n| n * 7_919 % rows);
    look_up(&mut station, rows, "not on it", |n| rows + n);
}

fn look_up(station: &mut Station, rows: u64, what: &str, which: impl Fn(u64) -> u64) {
    let mut times: Vec<Duration> = (0..LOOKUPS)
        .map(|n| {
            let code = code(which(n));
            let started = Instant::now();
            station.look_up(&code).unwrap();
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |share: usize| times[times.len() * share / 1000].as_secs_f64() * 1e6;
    println!(
        "  {rows} rows, {LOOKUPS} look-ups, {what}: median {:.0} us, 99% {:.0} us, 99.9% {:.0} us, slowest {:.0} us",
        at(500),
        at(990),
        at(999),
        times.last().unwrap().as_secs_f64() * 1e6,
    );
}
