//! `scrutinio outcome`: what it prints, writes and refuses.

use crate::programs::{election, json, of_election};
use serde_json::json;
use std::path::Path;
use std::process::Command;

/// Runs `scrutinio outcome`; returns the exit status, what it printed and its complaint.
fn outcome(file: &Path, args: &[&str]) -> (i32, String, String) {
    of_election("outcome", file, args)
}

const SKIP: [&str; 2] = ["--when-next-does-not-fit", "skip"];

#[test]
fn the_json_of_an_outcome() {
    let file = election("approval.pb");
    let (status, out, err) = outcome(&file, &[&SKIP[..], &["--ties", "id", "--json"]].concat());
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(
        json(&out),
        json!({
            "funded": ["1", "2", "5"], "spent": "2400.25", "left": "100.25",
            "votes": {"1": 4, "2": 4, "4": 4, "5": 3, "7": 0},
            "ties": [["1", "2", "4"]], "draws": []
        })
    );
    let stop = ["--when-next-does-not-fit", "stop", "--ties", "id", "--json"];
    assert_eq!(json(&outcome(&file, &stop).1)["funded"], json!(["1", "2"]));
    let least = [
        &SKIP[..],
        &["--ties", "id", "--json", "--minimum-votes", "4"],
    ]
    .concat();
    assert_eq!(json(&outcome(&file, &least).1)["funded"], json!(["1", "2"]));
}

#[test]
fn zero_vote_projects_are_funded_unless_told_otherwise() {
    let file = election("cumulative.pb");
    let folder = tempfile::tempdir().unwrap();
    let cheap = std::fs::read_to_string(file)
        .unwrap()
        .replace("99999,99", "0");
    let file = folder.path().join("cheap.pb");
    std::fs::write(&file, cheap).unwrap();
    let run = |more: &[&str]| {
        let args = [&SKIP[..], &["--ties", "id", "--json"], more].concat();
        json(&outcome(&file, &args).1)["funded"].clone()
    };
    assert_eq!(run(&[]), json!(["12", "7", "21"]));
    assert_eq!(run(&["--zero-votes", "fund"]), json!(["12", "7", "21"]));
    assert_eq!(run(&["--zero-votes", "skip"]), json!(["12", "7"]));
}

#[test]
fn a_lot_names_its_value_and_order() {
    let args = [&SKIP[..], &["--ties", "lot:12 45 7", "--json"]].concat();
    let (status, out, _) = outcome(&election("approval.pb"), &args);
    assert_eq!(status, 0);
    let found = json(&out);
    // `printf '12 45 7|%s' ID | sha256sum` for 1, 2 and 4, sorted.
    let order = json!(["2", "1", "4"]);
    assert_eq!(
        found["draws"],
        json!([{"draw": "lot", "value": "12 45 7", "order": order}])
    );
    assert_eq!(found["ties"], json!([["1", "2", "4"]]));
    assert_eq!(found["funded"][0], order[0]);
}

#[test]
fn totals_are_written_back_but_never_over_the_election() {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(election("approval.pb")).unwrap();
    let file = folder.path().join("unstated.pb");
    std::fs::write(&file, text.replace("800;4;", "800;;")).unwrap();
    let out = folder.path().join("totals.pb");
    let to = |path: &Path| {
        let args = [
            &SKIP[..],
            &["--ties", "id", "--totals", path.to_str().unwrap()],
        ]
        .concat();
        outcome(&file, &args)
    };
    assert_eq!(to(&out).0, 0);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), text);
    let (status, printed, complaint) = to(&file);
    assert_eq!((status, printed.as_str()), (2, ""));
    assert!(complaint.contains("write over the election"), "{complaint}");
    assert_ne!(std::fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn for_people_it_says_the_same() {
    let (status, out, _) = outcome(
        &election("approval.pb"),
        &["--when-next-does-not-fit", "stop", "--ties", "id"],
    );
    assert_eq!(status, 0);
    let first = out
        .lines()
        .nth(2)
        .unwrap()
        .split_whitespace()
        .collect::<Vec<_>>();
    assert_eq!(first[..5], ["4", "600.25", "funded", "1", "Parco"]);
    assert!(out.contains("equal votes, the order decides: 1, 2, 4\n"));
    assert!(out.ends_with("spent 1400.25, left 1100.25\n"));
}

#[test]
fn wrong_use_and_unreadable_files() {
    let file = election("approval.pb");
    for args in [
        vec!["--ties", "id"],
        vec!["--when-next-does-not-fit", "skip"],
        [&SKIP[..], &["--ties", "lot:"]].concat(),
        [&SKIP[..], &["--ties", "lot:a|b"]].concat(),
        [&SKIP[..], &["--ties", "age"]].concat(),
    ] {
        assert_eq!(outcome(&file, &args).0, 2, "{args:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad.pb");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&bad, text.replace("5,4;internet", "5,99;internet")).unwrap();
    let (status, out, err) = outcome(&bad, &[&SKIP[..], &["--ties", "id"]].concat());
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("bad.pb: line 30: a vote for \"99\""), "{err}");
    let missing = outcome(
        &election("none.pb"),
        &[&SKIP[..], &["--ties", "id"]].concat(),
    );
    assert_eq!(missing.0, 2);
}

#[test]
fn who_stops_reading_ends_the_program_and_hears_no_complaint() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let done = Command::new(env!("CARGO_BIN_EXE_scrutinio"))
        .arg("outcome")
        .arg(election("approval.pb"))
        .args([&SKIP[..], &["--ties", "id"]].concat())
        .stdout(writer)
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(128 + 13));
    assert_eq!(String::from_utf8(done.stderr).unwrap(), "");
}
