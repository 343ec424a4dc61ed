//! Verifying a board that is served by the rules, and boards that are not.

use super::*;
use crate::board::{self, Checkpoint, checkpoint};
use crate::consultation::Manifest;
use crate::envelope::{Digest, Signed};
use crate::station::{BoardAlarm, BoardToCheck};
use std::io::{BufRead, BufReader};

/// Answers requests by their path: a status and a body.
fn serve(answer: impl Fn(&str) -> (u16, String) + Send + 'static) -> String {
    let listener = listener();
    let url = crate::central::url_of(&listener).unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let first = lines.next().unwrap().unwrap();
            while lines.next().is_some_and(|l| !l.unwrap().is_empty()) {}
            let path = first.split(' ').nth(1).unwrap();
            let (status, body) = answer(path);
            let reply = format!(
                "HTTP/1.1 {status} x\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            );
            stream.write_all(reply.as_bytes()).unwrap();
        }
    });
    url
}

pub(super) fn leaves(n: u8) -> Vec<Digest> {
    (0..n).map(|n| Digest::of(&[n])).collect()
}

pub(super) fn note(world: &World, leaves: &[Digest]) -> String {
    let origin = &world.manifest.value().server.board_origin;
    checkpoint::sign(&world.secrets.board, origin, &Checkpoint::of(leaves)).unwrap()
}

/// The board of some leaves, as the server serves it.
fn honest(note: String, leaves: Vec<Digest>) -> impl Fn(&str) -> (u16, String) + Send + 'static {
    move |path| {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let value = |name: &str| {
            let mut pairs = query.split('&').filter_map(|p| p.split_once('='));
            pairs
                .find(|(n, _)| *n == name)
                .map(|(_, v)| v.parse::<usize>().unwrap())
        };
        let proof = |index: u64, size: usize, hashes: Vec<Digest>| {
            let hashes: Vec<String> = hashes.iter().map(Digest::hex).collect();
            let json = serde_json::json!({ "index": index, "size": size, "hashes": hashes });
            (200, json.to_string())
        };
        if path == "/v1/checkpoint" {
            return (200, note.clone());
        }
        if path == "/v1/consistency" {
            let (from, to) = (value("from").unwrap(), value("to").unwrap());
            let hashes = board::consistency(&leaves[..to], from as u64).unwrap();
            return proof(0, to, hashes);
        }
        let leaf = path.strip_prefix("/v1/inclusion/").unwrap();
        let size = value("size").unwrap();
        let index = leaves[..size].iter().position(|l| l.hex() == leaf);
        match index {
            None => (404, String::new()),
            Some(index) => {
                let hashes = board::inclusion(&leaves[..size], index as u64).unwrap();
                proof(index as u64, size, hashes)
            }
        }
    }
}

#[test]
fn a_board_that_grows_is_followed_and_ballots_are_found_on_it() {
    let world = World::new();
    let all = leaves(20);
    let url = serve(honest(note(&world, &all), all.clone()));
    let carrier = Carrier::at(&world.manifest, &url);
    let (old, seen, newest) = (
        note(&world, &all[..3]),
        note(&world, &all[..7]),
        note(&world, &all),
    );
    let task = BoardToCheck {
        verified: Some(old),
        seen: vec![seen.clone(), note(&world, &all[..2])],
        waiting: vec![all[12], Digest::of(b"not there yet")],
    };
    let checked = check_board(&carrier, &task).unwrap();
    assert_eq!(checked.verified, Some(newest.clone()));
    assert!(checked.fitting.contains(&seen) && checked.fitting.len() == 3);
    assert_eq!((checked.proven, checked.alarms), (vec![all[12]], vec![]));
    // A station that knows nothing follows from the first that it saw.
    let fresh = BoardToCheck {
        verified: None,
        ..task
    };
    let checked = check_board(&carrier, &fresh).unwrap();
    assert_eq!((checked.verified, checked.alarms), (Some(newest), vec![]));
}

#[test]
fn a_board_that_was_rewritten_is_an_alarm_and_never_taken() {
    let world = World::new();
    let all = leaves(20);
    let mut other = all.clone();
    other[1] = Digest::of(b"another ballot");
    let known = note(&world, &all[..5]);
    // Larger, of the same size, and smaller: each signed by the right key.
    for size in [20, 5, 4] {
        let shown = note(&world, &other[..size]);
        let url = serve(honest(shown.clone(), other.clone()));
        let carrier = Carrier::at(&world.manifest, &url);
        let task = BoardToCheck {
            verified: Some(known.clone()),
            seen: vec![],
            waiting: vec![],
        };
        let checked = check_board(&carrier, &task).unwrap();
        assert_eq!(checked.alarms, [BoardAlarm::NotContinued(shown)], "{size}");
        assert_eq!(checked.verified.as_ref(), Some(&known));
        assert!(checked.fitting.is_empty());
    }
    // Shown in a receipt only, while the page shows the right one.
    let url = serve(honest(note(&world, &all), all.clone()));
    let carrier = Carrier::at(&world.manifest, &url);
    let split = note(&world, &other[..9]);
    let task = BoardToCheck {
        verified: Some(known.clone()),
        seen: vec![split.clone()],
        waiting: vec![],
    };
    let checked = check_board(&carrier, &task).unwrap();
    assert_eq!(checked.alarms, [BoardAlarm::NotContinued(split)]);
    assert_eq!(checked.verified, Some(note(&world, &all)));
}

/// Shows a checkpoint, and has no proof of anything.
struct Silent<'a>(&'a World, String);

impl Witness for Silent<'_> {
    fn manifest(&self) -> &Signed<Manifest> {
        &self.0.manifest
    }

    fn checkpoint(&self) -> Result<String, SendError> {
        Ok(self.1.clone())
    }

    fn inclusion(&self, _: &Digest, _: &Checkpoint) -> Result<Option<Proof>, SendError> {
        Ok(None)
    }

    fn consistency(&self, _: &Checkpoint, _: &Checkpoint) -> Result<Option<Proof>, SendError> {
        Ok(None)
    }
}

#[test]
fn two_boards_of_one_size_are_an_alarm_without_any_proof() {
    let world = World::new();
    let all = leaves(20);
    let mut other = all.clone();
    other[1] = Digest::of(b"another ballot");
    let check = |shown: &[Digest], seen: &[&[Digest]]| {
        let task = BoardToCheck {
            verified: Some(note(&world, &all[..5])),
            seen: seen.iter().map(|leaves| note(&world, leaves)).collect(),
            waiting: vec![],
        };
        let checked = check_board(&Silent(&world, note(&world, shown)), &task).unwrap();
        assert_eq!(checked.verified, task.verified);
        checked.alarms
    };
    let alarm = |leaves: &[Digest]| BoardAlarm::NotContinued(note(&world, leaves));
    // Of the size that is known.
    assert_eq!(check(&other[..5], &[]), [alarm(&other[..5])]);
    // Of one that is not: either may be the false one, and both are kept.
    assert_eq!(
        check(&other[..9], &[&all[..9], &all[..7]]),
        [alarm(&other[..9]), alarm(&all[..9])]
    );
    // Of different sizes, only a proof would tell.
    assert_eq!(check(&other, &[&all[..9], &all[..7]]), []);
}

/// The false one of two boards has no proof: a server that made it holds back all of them.
#[test]
fn two_boards_of_one_size_are_an_alarm_of_a_server_that_holds_proofs_back() {
    let world = World::new();
    let all = leaves(20);
    let mut other = all.clone();
    other[1] = Digest::of(b"another ballot");
    let task = |seen: &[&[Digest]]| BoardToCheck {
        verified: Some(note(&world, &all[..5])),
        seen: seen.iter().map(|leaves| note(&world, leaves)).collect(),
        waiting: vec![all[3]],
    };
    let check = |shown: Option<&[Digest]>, task: &BoardToCheck| {
        let shown = shown.map(|leaves| note(&world, leaves));
        let url = serve(move |path| match (&shown, path) {
            (Some(shown), "/v1/checkpoint") => (200, shown.clone()),
            _ => (404, String::new()),
        });
        check_board(&Carrier::at(&world.manifest, &url), task)
    };
    let alarm = |leaves: &[Digest]| BoardAlarm::NotContinued(note(&world, leaves));
    // The page and a receipt; a receipt and what is verified; two receipts, while the page shows a
    // board that would continue, or nothing at all.
    let both = [alarm(&other[..9]), alarm(&all[..9])];
    let seen = task(&[&all[..9], &all[..7]]);
    let checked = check(Some(&other[..9]), &seen).unwrap();
    assert_eq!(
        (checked.verified, checked.alarms),
        (seen.verified, both.to_vec())
    );
    let checked = check(Some(&all[..8]), &task(&[&other[..5]])).unwrap();
    assert_eq!(checked.alarms, [alarm(&other[..5])]);
    for shown in [Some(&all[..]), None] {
        let checked = check(shown, &task(&[&other[..9], &all[..9]])).unwrap();
        assert_eq!(checked.alarms, both);
        assert!(checked.fitting.is_empty() && checked.proven.is_empty());
    }
    // Where nothing contradicts itself, nothing was learned.
    for shown in [Some(&all[..9]), None] {
        let missing = check(shown, &task(&[&all[..9], &other[..7]]));
        assert!(matches!(missing, Err(SendError::Unreachable(_))));
    }
}

/// The pair is the evidence: the one that is proven is verified all the same.
#[test]
fn of_two_boards_of_one_size_the_one_with_a_proof_is_followed_and_both_are_kept() {
    let world = World::new();
    let all = leaves(9);
    let mut other = all.clone();
    other[1] = Digest::of(b"another ballot");
    let (right, wrong) = (note(&world, &all), note(&world, &other));
    let url = serve(honest(right.clone(), all.clone()));
    let task = BoardToCheck {
        verified: Some(note(&world, &all[..5])),
        seen: vec![wrong.clone()],
        waiting: vec![all[7]],
    };
    let checked = check_board(&Carrier::at(&world.manifest, &url), &task).unwrap();
    assert_eq!(checked.verified.as_ref(), Some(&right));
    assert_eq!(checked.proven, [all[7]]);
    assert_eq!(checked.alarms, [right, wrong].map(BoardAlarm::NotContinued));
}

#[test]
fn a_wrong_proof_is_an_alarm_and_a_missing_one_is_not() {
    let world = World::new();
    let all = leaves(20);
    let task = BoardToCheck {
        verified: Some(note(&world, &all[..5])),
        seen: vec![],
        waiting: vec![all[3]],
    };
    let newest = note(&world, &all);
    let right = honest(newest.clone(), all.clone());
    let url = serve(move |path| match right(path) {
        (200, body) if path.contains("inclusion") => {
            (200, body.replace("\"index\":3", "\"index\":4"))
        }
        other => other,
    });
    let checked = check_board(&Carrier::at(&world.manifest, &url), &task).unwrap();
    assert_eq!(checked.alarms, [BoardAlarm::NotIncluded(newest.clone())]);
    assert!(checked.proven.is_empty());

    let right = honest(newest, all);
    let url = serve(move |path| {
        if path.contains("consistency") {
            (404, String::new())
        } else {
            right(path)
        }
    });
    let missing = check_board(&Carrier::at(&world.manifest, &url), &task);
    assert!(
        matches!(missing, Err(SendError::Unreachable(_))),
        "{missing:?}"
    );

    // A checkpoint that somebody else signed is no checkpoint.
    let stranger = SigningKey::generate();
    let origin = &world.manifest.value().server.board_origin;
    let forged = checkpoint::sign(&stranger, origin, &Checkpoint::of(&leaves(30))).unwrap();
    let url = serve(honest(forged, leaves(30)));
    let checked = check_board(&Carrier::at(&world.manifest, &url), &task);
    assert_eq!(checked, Err(SendError::BadAnswer));
}
