//! The board, as far as the station has verified it.

use super::*;
use crate::batch::Receipt;
use crate::board::{Checkpoint, checkpoint};

fn note(leaves: &[Digest]) -> String {
    checkpoint::sign(&server_key(), "prova", &Checkpoint::of(leaves)).unwrap()
}

/// The server takes everything that waits, and shows a board.
fn received(station: &mut Station, note: &str) {
    for batch in station.pending().unwrap() {
        let batch = Batch::open(&batch.bytes, &station.key.public()).unwrap();
        let header = batch.header().value();
        let receipt = server_key().sign(Receipt {
            fingerprint: header.fingerprint,
            station: header.station.clone(),
            sequence: header.sequence,
            header: batch.header().digest(),
            checkpoint: note.to_owned(),
        });
        station.keep_receipt(&receipt).unwrap();
    }
}

/// The checkpoint in the header of the next batch.
fn said(station: &mut Station, voter: usize) -> Option<String> {
    let admission = admit(station, resident(voter));
    vote(station, admission, &[0, 1]);
    station.make_batches().unwrap();
    let pending = station.pending().unwrap();
    let batch = Batch::open(&pending[0].bytes, &station.key.public()).unwrap();
    batch.header().value().checkpoint.clone()
}

fn alarmed(station: &mut Station, alarm: BoardAlarm) {
    let mut checked = BoardChecked::default();
    checked.alarm(alarm);
    station.keep_board(&checked).unwrap();
}

/// The alarms in the journal.
fn alarms(station: &Station) -> Vec<String> {
    let alarms = events(station).into_iter().filter_map(|event| match event {
        Event::BoardAlarm { reason } => Some(reason),
        _ => None,
    });
    alarms.collect()
}

#[test]
fn one_alarm_does_not_silence_the_next_and_they_end() {
    let world = World::new();
    let mut station = world.open();
    let leaves: Vec<Digest> = (0..40u8).map(|n| Digest::of(&[n])).collect();
    let notes: Vec<String> = (1..40).map(|n| note(&leaves[n..])).collect();
    alarmed(&mut station, BoardAlarm::NotIncluded(notes[0].clone()));
    alarmed(&mut station, BoardAlarm::NotContinued(notes[1].clone()));
    alarmed(&mut station, BoardAlarm::NotContinued(notes[0].clone()));
    assert_eq!(station.board_evidence().unwrap(), notes[..2]);
    assert_eq!(alarms(&station), ["not-included", "not-continued"]);
    for note in &notes {
        alarmed(&mut station, BoardAlarm::NotContinued(note.clone()));
    }
    assert_eq!(station.board_evidence().unwrap(), notes[..16]);
    assert_eq!(alarms(&station).len(), 16);
}

#[test]
fn ballots_without_a_proof_do_not_stand_before_those_with_one() {
    let world = World::new();
    let station = world.open();
    let leaves: Vec<Digest> = (0..100u8).map(|n| Digest::of(&[n])).collect();
    crate::station::board::wait_for(&station.db, &leaves).unwrap();
    let asked = station.board_to_check().unwrap().waiting;
    assert_eq!(asked.len(), 64);
    let hidden = leaves.iter().filter(|leaf| !asked.contains(leaf));
    let stranger = Digest::of(b"of another station");
    let among = hidden.clone().chain([&stranger]);
    let task = station.board_to_check_among(among).unwrap();
    assert!(task.waiting.iter().eq(hidden));
}

#[test]
fn a_station_repeats_only_what_it_has_verified() {
    let world = World::new();
    let mut station = world.open();
    let leaves: Vec<Digest> = (0..9u8).map(|n| Digest::of(&[n])).collect();
    let [one, two, other] = [&leaves[..1], &leaves[..4], &leaves[5..]].map(note);
    assert_eq!(said(&mut station, 0), None);
    received(&mut station, &one);
    assert_eq!(
        said(&mut station, 1),
        Some(one.clone()),
        "the first is known"
    );
    received(&mut station, &two);
    assert_eq!(said(&mut station, 2), Some(one.clone()), "not verified yet");
    let task = station.board_to_check().unwrap();
    assert_eq!(task.verified.as_ref(), Some(&one));
    assert_eq!(task.seen, std::slice::from_ref(&two));
    let checked = BoardChecked {
        verified: Some(two.clone()),
        fitting: vec![two.clone()],
        ..BoardChecked::default()
    };
    station.keep_board(&checked).unwrap();
    assert!(station.board_to_check().unwrap().is_empty());
    received(&mut station, &other);
    assert_eq!(said(&mut station, 3), Some(two.clone()));

    // What does not fit is evidence, told once, and stops nobody.
    assert!(station.board_evidence().unwrap().is_empty());
    for _ in 0..2 {
        alarmed(&mut station, BoardAlarm::NotContinued(other.clone()));
    }
    assert_eq!(station.board_evidence().unwrap(), [other]);
    assert_eq!(alarms(&station), ["not-continued"]);
    // A look that began earlier, and ends now, takes nothing back.
    let late = BoardChecked {
        verified: Some(one),
        ..BoardChecked::default()
    };
    station.keep_board(&late).unwrap();
    assert_eq!(station.board_to_check().unwrap().verified, Some(two));
    station.close_day(false).unwrap();
}

#[test]
fn a_tracker_waits_until_it_is_proven_and_no_longer() {
    let world = World::new();
    let mut station = world.open();
    let trackers: Vec<Digest> = (0..3)
        .map(|i| {
            let admission = admit(&mut station, resident(i));
            vote(&mut station, admission, &[0, 1]).tracker.0
        })
        .collect();
    station.close_day(true).unwrap();
    assert_eq!(station.off_board().unwrap(), 0, "nobody has them yet");
    received(&mut station, &note(&[]));
    assert_eq!(station.off_board().unwrap(), 3);
    let mut waiting = station.board_to_check().unwrap().waiting;
    waiting.sort();
    let mut expected = trackers.clone();
    expected.sort();
    assert_eq!(waiting, expected);
    let proven = BoardChecked {
        proven: trackers[1..].to_vec(),
        ..BoardChecked::default()
    };
    station.keep_board(&proven).unwrap();
    assert_eq!(station.board_to_check().unwrap().waiting, trackers[..1]);
    let journal = format!("{:?}", station.journal().unwrap());
    assert!(!trackers.iter().any(|t| journal.contains(&t.hex())));
}
