//! `scrutinio rehearse`: real ballots of a file through the real way of a vote.

use crate::programs::{election, file, json, of_election, run};
use serde_json::json;
use std::path::Path;

/// Runs `scrutinio rehearse`; returns the exit status, what it printed and its complaint.
fn rehearse(file: &Path, args: &[&str]) -> (i32, String, String) {
    of_election("rehearse", file, args)
}

#[test]
fn every_type_of_vote_gives_the_totals_of_its_file() {
    for (name, ballots, votes) in [
        (
            "approval.pb",
            8,
            json!({"1": 4, "2": 4, "4": 4, "5": 3, "7": 0}),
        ),
        (
            "choose-1.pb",
            6,
            json!({"BO.D01": 1, "BO.D02": 2, "BO.D03": 2}),
        ),
        (
            "cumulative.pb",
            4,
            json!({"12": 12, "7": 9, "3": 5, "21": 0}),
        ),
        ("ordinal.pb", 5, json!({"23": 9, "26": 9, "130": 6, "9": 3})),
        ("scoring.pb", 4, json!({"north": 9, "south": 7, "east": 3})),
    ] {
        let (status, out, err) = rehearse(&election(name), &["--json"]);
        assert_eq!((status, err.as_str()), (0, ""), "{name}: {out}");
        let found = json(&out);
        assert_eq!(found["votes"], votes, "{name}");
        assert_eq!(found["ballots"], ballots, "{name}");
        assert_eq!(found["matches_file"], true, "{name}");
        assert_eq!(found["tally_verified"], true, "{name}");
        assert!(found["bytes_per_ballot"].as_u64().unwrap() > 500, "{name}");
        let keys = |value: &serde_json::Value| {
            let keys = value.as_object().unwrap().keys().cloned();
            keys.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            keys(&found),
            "ballots bytes_per_ballot matches_file seconds tally_verified votes"
        );
        assert_eq!(keys(&found["seconds"]), "seal store tally verify");
        assert!(found["seconds"]["store"].as_f64().unwrap() > 0.0);
    }
}

#[test]
fn the_first_ballots_alone_and_a_package_for_anyone() {
    let folder = tempfile::tempdir().unwrap();
    let package = folder.path().join("package.zip");
    let args = [
        "--first",
        "3",
        "--trustees",
        "3/4",
        "--package",
        file(&package),
    ];
    let (status, out, _) = rehearse(&election("approval.pb"), &args);
    assert_eq!(status, 0, "{out}");
    assert!(out.starts_with("3 ballots, "), "{out}");
    assert!(out.contains("\n         3  2  Pista ciclabile\n"), "{out}");
    assert!(
        out.contains("the totals are those of the file: yes"),
        "{out}"
    );
    let report = json(&run("scrutinio", &["verify", file(&package), "--json"]));
    assert_eq!(report["ok"], true);
}

#[test]
fn a_file_that_states_other_totals_is_not_matched() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.pb");
    let text = std::fs::read_to_string(election("approval.pb")).unwrap();
    std::fs::write(&other, text.replace("1;600.25;4;", "1;600.25;5;")).unwrap();
    let (status, out, _) = rehearse(&other, &["--json"]);
    assert_eq!(status, 1);
    let found = json(&out);
    assert_eq!(
        (&found["matches_file"], &found["tally_verified"]),
        (&json!(false), &json!(true))
    );
    // Of the first ballots a file states nothing.
    assert_eq!(rehearse(&other, &["--first", "7"]).0, 0);
}

#[test]
fn what_no_method_can_carry_names_the_line() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad.pb");
    let text = std::fs::read_to_string(election("choose-1.pb")).unwrap();
    let line = text.lines().position(|l| l == "a3;BO.D02").unwrap() + 1;
    std::fs::write(&bad, text.replace("a3;BO.D02", "a3;BO.D02,BO.D01")).unwrap();
    let (status, out, err) = rehearse(&bad, &[]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(
        err.contains(&format!("line {line}: more than one project")),
        "{err}"
    );
    assert_eq!(rehearse(&election("none.pb"), &[]).0, 2);
    assert_eq!(
        rehearse(&election("approval.pb"), &["--trustees", "1/3"]).0,
        2
    );
}
