//! The public pages in a real browser, from a real consultation: stations of two kinds in several
//! towns, over several days, counted and published while the server runs.

use crate::programs::{Server, file, run, run_expecting};
use crate::world::{CONFIG, OPERATOR, passphrase, resident, visit};
use chrono::NaiveDateTime;
use seggio::ballot::{Answer, Choices};
use seggio::consultation::{StationId, StationKind};
use seggio::envelope::Passphrase;
use seggio::rehearsal::{Founding, Offices, Trustees};
use seggio::station::{Clock, NewOperator, Station, Verdict};
use seggio::sync::{Carrier, introduction, send_pending};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Residents of each town, in the order of the numbers that make their codes.
const TOWNS: [(&str, usize); 5] = [
    ("B812", 34),
    ("E196", 3),
    ("G747", 21),
    ("H887", 14),
    ("L897", 12),
];

/// A day of a station: its name and kind, when its voters come, and which of the residents they are.
const DAYS: [(&str, StationKind, &str, std::ops::Range<usize>); 4] = [
    (
        "banchetto-carpaneto",
        StationKind::Banchetto,
        "2022-09-03T10:10",
        0..26,
    ),
    (
        "banchetto-podenzano",
        StationKind::Banchetto,
        "2022-09-10T11:10",
        26..52,
    ),
    (
        "banchetto-vigolzone",
        StationKind::Banchetto,
        "2022-09-17T17:10",
        50..72,
    ),
    (
        "assistito-biblioteca",
        StationKind::Assisted,
        "2022-09-24T15:10",
        72..84,
    ),
];

/// What voters choose, by their number: some projects are liked more than others.
const CHOICES: [&[usize]; 7] = [
    &[0, 1],
    &[0, 4, 9],
    &[1, 2],
    &[0, 1, 9],
    &[5, 7],
    &[0, 3],
    &[1, 9],
];

/// A question that is answered with an order: its table is the widest.
const ORDER: &str = r#"
[[questions]]
id = "temi"
title.it = "In che ordine vanno affrontati i temi?"
title.en = "In which order should the themes be taken up?"
method = { kind = "priority", weights = [4, 3, 2, 1], partial = true }
blank_allowed = true
"#;

const THEMES: [(&str, &str); 4] = [
    ("semplificazione", "Semplificazione amministrativa"),
    ("mobilita", "Mobilità e collegamenti"),
    ("ambiente", "Riqualificazione ambientale"),
    ("sport", "Sport per tutte le generazioni"),
];

fn consultation() -> String {
    let dbc = std::fs::read_to_string(Path::new(CONFIG).join("consultation.toml")).unwrap();
    let themes = THEMES.map(|(id, title)| {
        format!(
            "[[questions.options]]\nid = {id:?}\ntitle.it = {title:?}\ntitle.en = {title:?}\n\
             summary.it = {title:?}\nsummary.en = {title:?}\nillustrative = true\n"
        )
    });
    dbc + ORDER + &themes.concat()
}

fn at(time: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(time, "%Y-%m-%dT%H:%M").unwrap()
}

/// The roll's rows.
fn roll() -> String {
    let mut csv = String::from("codice_fiscale,comune\n");
    let mut number = 0;
    for (town, people) in TOWNS {
        for _ in 0..people {
            csv.extend([resident(number).as_str(), ",", town, "\n"]);
            number += 1;
        }
    }
    csv
}

/// Everybody votes at the station, which then closes for good and sends everything; the codes of the
/// slips.
fn polling(
    offices: &Offices,
    dir: &Path,
    (name, kind, time, people): (&str, StationKind, &str, std::ops::Range<usize>),
) -> Vec<String> {
    let clock = Clock::starting_at(at(time));
    let president = NewOperator {
        name: OPERATOR.into(),
        passphrase: passphrase(),
        pin: Passphrase::new("112233"),
    };
    let place = dir.join(name);
    let id = StationId::parse(name).unwrap();
    offices
        .make_station(&id, (kind, None), &place, &president, clock)
        .unwrap();
    let mut station = Station::unlock(&place, OPERATOR, &passphrase(), clock).unwrap();
    station.open_day().unwrap().unwrap();
    let mut slips = Vec::new();
    for person in people {
        let Verdict::Admitted { admission, .. } =
            station.check_in(visit(resident(person))).unwrap()
        else {
            panic!("number {person} is not admitted")
        };
        station.hand_over(&admission).unwrap();
        let chosen = CHOICES[person % CHOICES.len()].to_vec();
        let order = (0..4).map(|place| Some((person + place) % THEMES.len()));
        let answers = [Answer::Options(chosen), Answer::Ranks(order.collect())];
        let choices = Choices::new(station.consultation(), &answers).unwrap();
        let (sealing, _) = station.offer(&choices).unwrap();
        slips.push(station.cast(admission, sealing).unwrap().tracker.short());
    }
    station.close_day(true).unwrap();
    let carrier = Carrier::new(station.manifest());
    let pending = station.pending().unwrap();
    for (_, outcome) in send_pending(&carrier, &introduction(&station), &pending) {
        station.keep_receipt(&outcome.unwrap()).unwrap();
    }
    slips
}

/// Looks at the pages; every fault is printed.
fn browser(url: &str, moment: &str, codes: &[(&str, &str)]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let codes = codes.iter().map(|(name, code)| format!("{name}={code}"));
    let status = Command::new("node")
        .arg(root.join("tests/pages/check.mjs"))
        .args([url, moment])
        .arg(root.join("target/screens/pages"))
        .args(codes)
        .status()
        .unwrap();
    assert!(
        status.success(),
        "the pages have faults {moment} publication"
    );
}

#[test]
#[ignore = "needs Chromium and Node: scripts/pages"]
fn the_pages_hold_in_a_real_browser() {
    let dir = tempfile::tempdir().unwrap();
    let config = consultation();
    let offices = Offices::found(
        dir.path(),
        &Founding {
            consultation: &config,
            roll: &roll(),
            now: at("2022-09-01T08:00"),
            trustees: Trustees::default(),
        },
    )
    .unwrap();
    let days = DAYS.map(|day| polling(&offices, dir.path(), day));
    let counted = offices.count(&mut |_| {}).unwrap();
    assert!(
        counted.report.ok && counted.removed == 2,
        "two people came twice"
    );
    let package = dir.path().join("package.zip");
    std::fs::write(&package, &counted.package).unwrap();
    drop(offices);

    let database = dir.path().join("centrale.db");
    let manifest: PathBuf = dir.path().join("kit/server/manifest.cose");
    let reserved = Server::reserve();
    let url = reserved.url();
    let _server = reserved.start(&manifest, &database);
    let there = days[0][0].as_str();
    let codes = [("there", there), ("unknown", "K7QM-2X9D-4HTW-P3VA")];
    browser(&url, "before", &codes);

    // A package with one byte changed is refused, and nothing is published.
    let mut broken = counted.package.clone();
    let middle = broken.len() / 2;
    broken[middle] ^= 1;
    let bad = dir.path().join("bad.zip");
    std::fs::write(&bad, broken).unwrap();
    let publish = |path: &Path, status| {
        let (manifest, database) = (file(&manifest), file(&database));
        let args = [
            "publish",
            "--manifest",
            manifest,
            "--database",
            database,
            file(path),
        ];
        run_expecting(status, "centrale", &args)
    };
    assert!(publish(&bad, 1).starts_with("not published: "));
    assert!(publish(&package, 0).starts_with("published: "));
    assert!(publish(&package, 0).starts_with("published before"));
    let fingerprint = run("scrutinio", &["verify", file(&package)]);
    assert!(fingerprint.contains("verified"));
    // Of those who came twice, the second ballot is left out.
    let removed = days[2][0].as_str();
    browser(&url, "after", &[("removed", removed)]);
}
