//! What a finder of the laptop, or anyone with the package, has afterwards.

use super::volunteer::PASSPHRASE;
use crate::world::CONFIG;
use seggio::ballot::Tracker;
use seggio::batch::{Archive, Export};
use seggio::consultation::{Consultation, load};
use seggio::envelope::cbor;
use seggio::i18n::Language;
use seggio::rehearsal::people;
use seggio::tally::{Totals, verify};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Titles of projects with their votes, and blank ballots.
#[derive(Debug, PartialEq, Eq, Default)]
pub struct Votes {
    pub by_title: BTreeMap<String, u64>,
    pub blank: u64,
}

pub fn consultation() -> Consultation {
    load(Path::new(CONFIG)).unwrap()
}

/// Anyone's check of the package, by the library and by the program; what it counts, and the
/// trackers on its board.
pub fn verified(package: &Path) -> (Votes, Vec<String>) {
    let bytes = std::fs::read(package).unwrap();
    let report = verify(&bytes, None, &mut |_| {});
    assert!(report.ok, "{:?}", report.checks);
    accepted_by_program(package, &report.fingerprint);

    let mut archive = Archive::from_zip(&bytes).unwrap();
    let totals: Totals = cbor::decode(&archive.0["totals.cbor"]).unwrap();
    let consultation = consultation();
    let question = &consultation.questions[0];
    let of = totals.question(&question.id).unwrap();
    let title = |id: &str| {
        let option = question.options.iter().find(|o| o.id == id);
        option.unwrap().title.get(Language::It).to_owned()
    };
    let mut votes = Votes::default();
    for t in &of.totals {
        match &t.option {
            Some(id) => {
                votes.by_title.insert(title(id), t.total);
            }
            None => votes.blank = t.total,
        }
    }
    for file in ["settlement.cose", "totals.cbor", "outcome.json"] {
        archive.0.remove(file).unwrap();
    }
    archive.0.retain(|name, _| !name.starts_with("partials/"));
    let export = Export::take_from(&mut archive).unwrap();
    let leaves = export.leaves.iter().map(|leaf| Tracker(*leaf).short());
    (votes, leaves.collect())
}

fn accepted_by_program(package: &Path, fingerprint: &str) {
    let said = Command::new(env!("CARGO_BIN_EXE_scrutinio"))
        .args(["verify", "--json", "--fingerprint", fingerprint])
        .arg(package)
        .output()
        .unwrap();
    assert!(said.status.success(), "{said:?}");
    let report: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!(report["ok"], true, "{report}");
    assert_eq!(report["fingerprint"], fingerprint);
}

/// What no file of a station may hold in clear.
pub fn secrets(trackers: &[String]) -> Vec<String> {
    let mut secrets = vec!["SQLite format 3".to_owned(), PASSPHRASE.to_owned()];
    secrets.extend_from_slice(trackers);
    for p in people() {
        // Four letters would be found by chance in as many random bytes.
        let names = p.who.split(' ').filter(|n| n.len() > 4);
        secrets.extend(names.flat_map(|n| [n.to_owned(), n.to_uppercase()]));
        // Up to the last letter, which one person's has wrong.
        secrets.extend([p.code[..15].to_owned(), p.number]);
    }
    for option in &consultation().questions[0].options {
        secrets.push(option.id.clone());
        let title = |language| option.title.get(language).to_owned();
        secrets.extend([title(Language::It), title(Language::En)]);
    }
    secrets
}

/// Every file under `dir` in which one of these stands, as `file: secret`.
pub fn found(dir: &Path, secrets: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(self::found(&path, secrets));
            continue;
        }
        // A journal may be gone between the listing and the reading.
        let bytes = std::fs::read(&path).unwrap_or_default();
        let has = |s: &&String| bytes.windows(s.len()).any(|w| w == s.as_bytes());
        let here = secrets.iter().filter(has);
        found.extend(here.map(|s| format!("{}: {s}", path.display())));
    }
    found
}

/// Neither the station's files nor the program's log hold anything of people or of votes.
pub fn nothing_in_clear(world: &Path, trackers: &[String]) {
    let secrets = secrets(trackers);
    // The search finds what is there: the made-up consultation lies open beside the station.
    assert_ne!(found(&world.join("consultation"), &secrets), [""; 0]);
    assert_eq!(found(&world.join("station"), &secrets), [""; 0]);
    let log = std::fs::read_to_string(world.join("seggio.log")).unwrap_or_default();
    assert_eq!(log, "");
}
