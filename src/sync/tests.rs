//! Against a real server on this machine, over real HTTP.

mod board;
mod claims;
mod online;
mod refusals;
mod sticks;

use super::*;
use crate::central::fixture::{Station, World, minutes, presence};
use crate::central::{FileOutcome, Running, receive_files};
use crate::envelope::SigningKey;
use crate::station::PendingBatch;
use std::cell::Cell;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

fn listener() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").unwrap()
}

fn start(world: &World) -> (Running, Carrier) {
    let running = Running::start(listener(), world.central()).unwrap();
    let carrier = Carrier::at(&world.manifest, running.url());
    (running, carrier)
}

fn pending(station: &mut Station) -> Vec<PendingBatch> {
    let rows = [
        presence([1, 2]),
        crate::batch::Rows::Ballots(station.ballots(2)),
        minutes(false),
    ];
    (0..)
        .zip(rows)
        .map(|(sequence, rows)| {
            let kind = rows.kind();
            let bytes = station.batch(rows).bytes();
            PendingBatch {
                sequence,
                kind,
                bytes,
            }
        })
        .collect()
}

/// A server that is not ours: answers every request with the same bytes.
fn impostor(answer: Vec<u8>) -> String {
    let listener = listener();
    let url = crate::central::url_of(&listener).unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut seen = Vec::new();
            let mut buffer = vec![0; 64 * 1024];
            // The requests of these tests end before the client waits.
            stream
                .set_read_timeout(Some(Duration::from_millis(200)))
                .unwrap();
            while let Ok(n) = stream.read(&mut buffer) {
                if n == 0 {
                    break;
                }
                seen.extend_from_slice(&buffer[..n]);
            }
            let _ = stream.write_all(&answer);
        }
    });
    url
}

fn answer(status: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let mut bytes = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n",
        body.len()
    )
    .into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

#[test]
fn everything_that_waits_arrives_in_order_and_twice_is_once() {
    let world = World::new();
    let mut station = world.station("banchetto-1");
    let pending = pending(&mut station);
    let (running, carrier) = start(&world);
    let first = send_pending(&carrier, &station.introduction, &pending);
    let sequences: Vec<u64> = first.iter().map(|(s, _)| *s).collect();
    assert_eq!(sequences, [0, 1, 2]);
    assert!(first.iter().all(|(_, outcome)| outcome.is_ok()));
    let again = send_pending(&carrier, &station.introduction, &pending);
    assert_eq!(first, again);
    running.stop().unwrap();
}

#[test]
fn the_public_pages_answer() {
    let world = World::new();
    let (running, _carrier) = start(&world);
    let get = |path: &str| {
        let mut response = ureq::get(format!("{}{path}", running.url()))
            .call()
            .unwrap();
        response.body_mut().read_to_vec().unwrap()
    };
    assert_eq!(get("/health"), b"ok\n");
    assert_eq!(get("/v1/manifest"), world.manifest.bytes());
    let note = String::from_utf8(get("/v1/checkpoint")).unwrap();
    let origin = &world.manifest.value().server.board_origin;
    let key = world.secrets.board_key();
    let board = crate::board::checkpoint::open(&note, origin, &key).unwrap();
    assert_eq!(board.size, 0);
}

#[test]
fn the_order_to_forget_the_links_reaches_stations_by_both_ways() {
    let world = World::new();
    let central = world.central();
    let order = world.registry.sign(crate::batch::Purge {
        fingerprint: world.manifest.digest(),
        settlement: crate::envelope::Digest::of(b"settlement"),
    });
    let (running, carrier) = start(&world);
    assert_eq!(carrier.purge_order(), Ok(None));
    central.purge(order.bytes()).unwrap();
    let bytes = order.bytes().to_vec();
    assert_eq!(carrier.purge_order(), Ok(Some(bytes.clone())));
    running.stop().unwrap();
    assert!(matches!(
        carrier.purge_order(),
        Err(SendError::Unreachable(_))
    ));
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(purge_from_folder(dir.path()).unwrap(), None);
    std::fs::write(dir.path().join("purge.cose"), &bytes).unwrap();
    assert_eq!(purge_from_folder(dir.path()).unwrap(), Some(bytes));
}

#[test]
fn a_server_that_is_down_loses_nothing() {
    let world = World::new();
    let mut station = world.station("banchetto-1");
    let pending = pending(&mut station);
    let closed = crate::central::url_of(&listener()).unwrap();
    let carrier = Carrier::at(&world.manifest, &closed);
    let outcomes = send_pending(&carrier, &station.introduction, &pending);
    assert_eq!(outcomes.len(), 1);
    assert!(matches!(outcomes[0], (0, Err(SendError::Unreachable(_)))));
    let (running, carrier) = start(&world);
    let outcomes = send_pending(&carrier, &station.introduction, &pending);
    assert!(outcomes.iter().all(|(_, o)| o.is_ok()) && outcomes.len() == 3);
    drop(running);
    // Restarted on the same database, it knows everything.
    let (_running, carrier) = start(&world);
    let again = send_pending(&carrier, &station.introduction, &pending);
    assert_eq!(again, outcomes);
}

#[test]
fn trying_again_waits_as_told_and_can_be_ended() {
    let world = World::new();
    let mut station = world.station("banchetto-1");
    let pending = pending(&mut station);
    let bound = listener();
    let url = crate::central::url_of(&bound).unwrap();
    let carrier = Carrier::at(&world.manifest, &url);
    drop(bound);
    let retry = Retry {
        attempts: 4,
        first: Duration::from_secs(1),
        cap: Duration::from_secs(2),
    };
    let waited = Cell::new(0);
    let count = |time: Duration| {
        waited.set(waited.get() + time.as_secs());
        true
    };
    let outcomes = send_patiently(&carrier, &station.introduction, &pending, &retry, count);
    assert_eq!((outcomes.len(), waited.get()), (1, 1 + 2 + 2));
    let ended = send_patiently(&carrier, &station.introduction, &pending, &retry, |_| false);
    assert_eq!(ended.len(), 1);

    // The server comes up during the first wait.
    let running = Cell::new(None);
    let come_up = |_| {
        let bound = TcpListener::bind(url.trim_start_matches("http://")).unwrap();
        running.set(Some(Running::start(bound, world.central()).unwrap()));
        true
    };
    let outcomes = send_patiently(&carrier, &station.introduction, &pending, &retry, come_up);
    assert!(outcomes.iter().all(|(_, o)| o.is_ok()) && outcomes.len() == 3);
}

#[test]
fn removable_media_carry_the_same() {
    let world = World::new();
    let mut station = world.station("banchetto-1");
    let pending = pending(&mut station);
    let dir = world.path("stick");
    let files = to_folder(&dir, &station.introduction, &pending).unwrap();
    assert_eq!(files.len(), 4);
    let names: Vec<String> = std::fs::read_dir(&dir)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(names.iter().all(|n| !n.contains("part")), "{names:?}");
    let none = receipts_from_folder(&dir, &world.manifest, &pending).unwrap();
    assert!(none.is_empty());

    let central = world.central();
    // In any order, with a file that is not there among them.
    let mut given: Vec<_> = files.iter().rev().cloned().collect();
    given.push(dir.join("nothing.cbor"));
    let outcomes = receive_files(&central, &given);
    let received = |o: &FileOutcome| matches!(o, FileOutcome::Received(..));
    assert_eq!(outcomes.iter().filter(|(_, o)| received(o)).count(), 3);
    let broken = |o: &FileOutcome| matches!(o, FileOutcome::Io(_));
    assert_eq!(outcomes.iter().filter(|(_, o)| broken(o)).count(), 1);

    let receipts = receipts_from_folder(&dir, &world.manifest, &pending).unwrap();
    assert_eq!(receipts.len(), 3);
    assert!(receipts.iter().all(|(_, o)| o.is_ok()));
    // The network gives the very same receipts.
    drop(central);
    let (_running, carrier) = start(&world);
    let sent = send_pending(&carrier, &station.introduction, &pending);
    assert_eq!(sent, receipts);

    // Another batch's receipt under this name is not believed.
    let receipt_of = |i: usize| files[i].with_extension("cbor.receipt");
    std::fs::copy(receipt_of(1), receipt_of(2)).unwrap();
    let receipts = receipts_from_folder(&dir, &world.manifest, &pending).unwrap();
    assert_eq!(receipts[1].1, Err(SendError::BadReceipt));
    assert!(receipts[0].1.is_ok());
}

/// Waits for the courier's outcomes, which come from its own thread.
fn outcomes(courier: &Courier) -> Vec<(u64, Outcome)> {
    let batch = |news| match news {
        News::Batch(sequence, outcome) => Some((sequence, outcome)),
        News::Board(_) | News::Voted(_) => None,
    };
    for _ in 0..1000 {
        let outcomes: Vec<_> = courier.news().into_iter().filter_map(batch).collect();
        if !outcomes.is_empty() {
            std::thread::sleep(Duration::from_millis(50));
            let more = courier.news().into_iter().filter_map(batch);
            return outcomes.into_iter().chain(more).collect();
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("the courier brought nothing");
}

#[test]
fn a_courier_brings_receipts_when_the_server_is_back() {
    let world = World::new();
    let mut station = world.station("uno");
    let load = pending(&mut station);
    let listener = listener();
    let url = crate::central::url_of(&listener).unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let retry = Retry {
        attempts: 2,
        first: Duration::from_millis(10),
        cap: Duration::from_millis(10),
    };
    let carrier = Carrier::at(&world.manifest, &url);
    let courier = Courier::start(
        carrier,
        station.asker(),
        station.introduction.clone(),
        retry,
    );
    let carry = |pending: &[PendingBatch]| {
        courier.carry(Load {
            pending: pending.to_vec(),
            ..Load::default()
        });
    };
    carry(&load);
    let brought = outcomes(&courier);
    assert!(
        matches!(&brought[..], [(0, Err(SendError::Unreachable(_)))]),
        "{brought:?}"
    );
    let running = Running::start(TcpListener::bind(address).unwrap(), world.central()).unwrap();
    carry(&load);
    let mut brought = Vec::new();
    while brought.len() < load.len() {
        brought.extend(outcomes(&courier));
    }
    let arrived: Vec<u64> = brought
        .iter()
        .filter_map(|(n, o)| o.as_ref().ok().map(|_| *n))
        .collect();
    assert_eq!(arrived, [0, 1, 2]);
    running.stop().unwrap();
}
