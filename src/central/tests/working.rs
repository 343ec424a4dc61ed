//! A running server's threads: what is sent to one process, another may do.

use super::*;
use crate::central::ledger::Waiting;
use crate::central::sequencer::now;
use crate::central::workers::{Submitted, Workers};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn outcome(submitted: Submitted) -> Result<Signed<crate::batch::Receipt>, Refusal> {
    match submitted {
        Submitted::Before(receipt) => Ok(receipt),
        Submitted::Waits(_, outcome) => outcome.blocking_recv().unwrap(),
        Submitted::Later => panic!("nothing waits"),
    }
}

fn until(done: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_mins(1);
    while !done() {
        assert!(Instant::now() < end);
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[rstest]
fn batches_are_checked_kept_and_placed_by_threads(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let workers = Workers::start(Arc::new(central)).unwrap();
    let good = station.batch(ballots_of(station.ballots(3))).bytes();
    let receipt = outcome(workers.submit(good.clone()).unwrap()).unwrap();
    let again = outcome(workers.submit(good).unwrap()).unwrap();
    assert_eq!(receipt.bytes(), again.bytes());
    let bad = station
        .draft(ballots_of(vec![ByteVec::from(b"altro".to_vec())]))
        .bytes();
    assert_eq!(
        outcome(workers.submit(bad).unwrap()).unwrap_err().name(),
        "ballot"
    );
    drop(workers);
    // Everything had its place when the server ended.
    let ledger = Ledger::open_existing(world.database()).unwrap();
    assert_eq!(export(&ledger).unwrap().leaves.len(), 2 + 3);
    assert_eq!(ledger.read().unwrap().waiting_count().unwrap(), 0);
}

#[rstest]
fn what_an_ended_process_left_another_takes_up(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let batches: Vec<Vec<u8>> = (0..3)
        .map(|p| station.batch(presence([p])).bytes())
        .collect();
    for (n, bytes) in (0..).zip(&batches) {
        let page = central.ledger().write().unwrap();
        let waiting = Waiting {
            digest: Digest::of(bytes),
            bytes: bytes.clone(),
        };
        page.put_waiting(&waiting, &station.name, n, now()).unwrap();
        page.commit().unwrap();
    }
    // One had just taken the first, and its time is over.
    let page = central.ledger().write().unwrap();
    let taken = page.take_waiting(now(), now() - 1).unwrap().unwrap();
    assert_eq!(taken.bytes, batches[0]);
    page.commit().unwrap();
    drop(central);
    let (first, second) = (world.central(), world.central());
    let both = [
        Workers::start(Arc::new(first)),
        Workers::start(Arc::new(second)),
    ];
    let ledger = Ledger::open_existing(world.database()).unwrap();
    until(|| ledger.read().unwrap().waiting_count().unwrap() == 0);
    drop(both);
    let central = world.central();
    for bytes in &batches {
        central.receive(bytes).unwrap();
    }
}

#[rstest]
fn two_processes_never_take_the_same(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    for n in 0..20 {
        let bytes = station.batch(presence([n])).bytes();
        let page = central.ledger().write().unwrap();
        let digest = Digest::of(&bytes);
        page.put_waiting(&Waiting { digest, bytes }, &station.name, n.into(), now())
            .unwrap();
        page.commit().unwrap();
    }
    let other = world.central();
    let take = |central: &Central| {
        let mut taken = Vec::new();
        loop {
            let page = central.ledger().write().unwrap();
            match page.take_waiting(1, 2).unwrap() {
                Some(waiting) => taken.push(waiting.digest),
                None => return taken,
            }
            page.commit().unwrap();
        }
    };
    let (a, b) = std::thread::scope(|s| {
        let (a, b) = (s.spawn(|| take(&central)), s.spawn(|| take(&other)));
        (a.join().unwrap(), b.join().unwrap())
    });
    let all: std::collections::BTreeSet<_> = a.iter().chain(&b).collect();
    assert_eq!((a.len() + b.len(), all.len()), (20, 20));
}

#[rstest]
fn what_waits_for_its_proofs_is_not_left_out_of_an_export(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let bytes = station.batch(ballots_of(station.ballots(2))).bytes();
    let page = central.ledger().write().unwrap();
    let digest = Digest::of(&bytes);
    page.put_waiting(&Waiting { digest, bytes }, &station.name, 0, now())
        .unwrap();
    page.commit().unwrap();
    let ledger = Ledger::open_existing(world.database()).unwrap();
    assert!(matches!(export(&ledger), Err(LedgerError::Unchecked(1))));
    let central = Arc::new(central);
    central.check_all().unwrap();
    assert!(central.place_all().unwrap());
    assert_eq!(export(&ledger).unwrap().leaves.len(), 2 + 2);
}

#[rstest]
fn what_is_still_being_checked_is_taken_by_nobody_else(#[values(On::File, On::Server)] on: On) {
    let (_world, central, mut station) = opened(on);
    let bytes = station.batch(presence([1])).bytes();
    let digest = Digest::of(&bytes);
    let page = central.ledger().write().unwrap();
    page.put_waiting(&Waiting { digest, bytes }, &station.name, 0, 0)
        .unwrap();
    assert!(page.take_waiting(100, 200).unwrap().is_some());
    assert!(page.take_waiting(200, 300).unwrap().is_none());
    page.still_taken(digest, 150, 250).unwrap();
    assert!(page.take_waiting(201, 300).unwrap().is_none());
    assert!(page.take_waiting(251, 350).unwrap().is_some());
    // A sign that comes too late takes nothing back from who has it now, once their time is over too.
    page.still_taken(digest, 400, 500).unwrap();
    assert!(page.has_waiting(351).unwrap());
}

#[rstest]
fn what_a_clock_that_was_wrong_took_is_taken_up(#[values(On::File, On::Server)] on: On) {
    let (_world, central, mut station) = opened(on);
    let bytes = station.batch(presence([1])).bytes();
    let digest = Digest::of(&bytes);
    let page = central.ledger().write().unwrap();
    page.put_waiting(&Waiting { digest, bytes }, &station.name, 0, 0)
        .unwrap();
    let hour = 3_600_000;
    assert!(page.take_waiting(hour, hour + 5_000).unwrap().is_some());
    assert!(page.has_waiting(100).unwrap());
    assert!(page.take_waiting(100, 5_100).unwrap().is_some());
    assert!(!page.has_waiting(101).unwrap());
    assert!(page.take_waiting(101, 5_101).unwrap().is_none());
}

#[rstest]
fn one_station_does_not_fill_the_inbox_of_all(#[values(On::File, On::Server)] on: On) {
    let (world, central, station) = opened(on);
    let other = world.station("banchetto-2");
    central.introduce(&other.introduction).unwrap();
    // Nobody checks, and all of it waits.
    let busy = Workers::none(Arc::new(central));
    let submit = |bytes: &[u8]| busy.submit(bytes.to_vec()).unwrap();
    let [first, second, third] = [1, 2, 3].map(|p| station.draft(presence([p])).bytes());
    assert!(matches!(submit(&first), Submitted::Waits(..)));
    assert!(matches!(submit(&second), Submitted::Waits(..)));
    assert!(matches!(submit(&third), Submitted::Later));
    // The same again is no other.
    assert!(matches!(submit(&second), Submitted::Waits(..)));
    let of_other = other.draft(presence([3])).bytes();
    assert!(matches!(submit(&of_other), Submitted::Waits(..)));
}

#[rstest]
fn what_has_its_receipt_is_not_in_the_inbox(#[values(On::File, On::Server)] on: On) {
    let (_world, central, mut station) = opened(on);
    let bytes = station.batch(ballots_of(station.ballots(1))).bytes();
    let wait = || {
        let page = central.ledger().write().unwrap();
        let waiting = Waiting {
            digest: Digest::of(&bytes),
            bytes: bytes.clone(),
        };
        page.put_waiting(&waiting, &station.name, 0, now()).unwrap();
        page.commit().unwrap();
    };
    let waiting = || central.ledger().read().unwrap().waiting_count().unwrap();
    for _ in ["new", "sent before"] {
        wait();
        assert_eq!(waiting(), 1);
        central.receive(&bytes).unwrap();
        assert_eq!(waiting(), 0);
    }
}
