//! The order to forget the links, at the station.

use super::*;
use crate::batch::{Purge, Receipt};
use crate::board::{Checkpoint, checkpoint};
use rusqlite::types::Value;

/// A receipt for every batch that waits.
fn acknowledge(station: &mut Station) {
    for batch in station.pending().unwrap() {
        let opened = Batch::open(&batch.bytes, &station.key.public()).unwrap();
        let h = opened.header().value();
        let receipt = server_key().sign(Receipt {
            fingerprint: h.fingerprint,
            station: h.station.clone(),
            sequence: h.sequence,
            header: opened.header().digest(),
            checkpoint: checkpoint::sign(&server_key(), "prova", &Checkpoint::of(&[])).unwrap(),
        });
        station.keep_receipt(&receipt).unwrap();
    }
}

fn order(station: &Station) -> Purge {
    Purge {
        fingerprint: station.fingerprint(),
        settlement: Digest::of(b"settlement"),
    }
}

/// Every link that the store holds, sealed.
fn links(station: &Station) -> Vec<Vec<u8>> {
    let mut query = station
        .db
        .prepare("SELECT link FROM voters WHERE link IS NOT NULL")
        .unwrap();
    let links = query.query_map([], |r| r.get(0)).unwrap();
    links.map(Result::unwrap).collect()
}

/// How many values of any table hold one of these byte strings.
fn occurrences(station: &Station, needles: &[Vec<u8>]) -> usize {
    let tables: Vec<String> = {
        let mut query = station
            .db
            .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
            .unwrap();
        let names = query.query_map([], |r| r.get(0)).unwrap();
        names.map(Result::unwrap).collect()
    };
    let mut found = 0;
    for table in tables {
        let mut query = station
            .db
            .prepare(&format!("SELECT * FROM {table}"))
            .unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for c in 0..columns {
                let bytes = match row.get(c).unwrap() {
                    Value::Blob(bytes) => bytes,
                    Value::Text(text) => text.into_bytes(),
                    _ => continue,
                };
                let holds = |n: &Vec<u8>| bytes.windows(n.len()).any(|w| w == n);
                found += needles.iter().filter(|n| holds(n)).count();
            }
        }
    }
    found
}

/// Two days: three people on the first, whose presence left at once, and one on the second.
fn two_days(world: &World) -> Station {
    let mut station = world.open();
    for i in 0..3 {
        let admission = admit(&mut station, resident(i));
        vote(&mut station, admission, &[i, i + 1]);
    }
    station.make_batches().unwrap();
    acknowledge(&mut station);
    station.close_day(false).unwrap();
    drop(station);
    let mut station = world.station(at("2022-09-11 10:00"));
    station.open_day().unwrap().unwrap();
    let admission = admit(&mut station, resident(3));
    vote(&mut station, admission, &[4, 5]);
    station
}

#[test]
fn no_link_is_left_and_the_chain_stands() {
    let world = World::new();
    let mut station = two_days(&world);
    let links = links(&station);
    assert_eq!(links.len(), 4);
    station.close_day(true).unwrap();
    acknowledge(&mut station);
    // In the voters' rows and in the two presence batches.
    assert_eq!(occurrences(&station, &links), 8);
    let headers = headers(&station);
    let people = rows(&station, "SELECT count(*) FROM voters");
    let order = registry_key().sign(order(&station));

    assert!(!station.purged().unwrap());
    assert_eq!(station.purge(order.bytes()).unwrap(), Purged::Done);
    assert_eq!(occurrences(&station, &links), 0);
    assert!(station.purged().unwrap());
    assert_eq!(last(&station), Event::Purged);
    // Who voted is still known, and every header is where it was.
    assert_eq!(rows(&station, "SELECT count(*) FROM voters"), people);
    assert_eq!(self::headers(&station), headers);
    assert_eq!(rows(&station, "PRAGMA freelist_count"), 0);
    assert!(station.pending().unwrap().is_empty());
    // Again has no effect, also for a station that was opened again.
    let journal = events(&station);
    assert_eq!(station.purge(order.bytes()).unwrap(), Purged::Before);
    drop(station);
    let mut station = world.station(at("2022-09-12 10:00"));
    assert_eq!(station.purge(order.bytes()).unwrap(), Purged::Before);
    let since = &events(&station)[journal.len()..];
    assert_eq!(since, [Event::Unlocked { slot: 1 }]);
    assert_eq!(
        station.open_day().unwrap(),
        Err(OpeningRefused::ClosedForGood)
    );
}

fn rows(station: &Station, query: &str) -> u64 {
    station.db.query_row(query, [], |r| r.get(0)).unwrap()
}

/// Digest of every batch's header, whatever else is kept of the batch.
fn headers(station: &Station) -> Vec<Digest> {
    let mut query = station
        .db
        .prepare("SELECT bytes FROM batches ORDER BY sequence")
        .unwrap();
    let all = query.query_map([], |r| r.get::<_, Vec<u8>>(0)).unwrap();
    all.map(|bytes| {
        let bytes = bytes.unwrap();
        let both: Result<(minicbor::bytes::ByteVec, minicbor::bytes::ByteVec), _> =
            cbor::decode(&bytes);
        Digest::of(&both.map_or(bytes, |(header, _)| header.into()))
    })
    .collect()
}

#[test]
fn a_station_that_was_closed_for_a_day_only_opens_no_more() {
    let world = World::new();
    let mut station = world.open();
    for i in 0..2 {
        let admission = admit(&mut station, resident(i));
        vote(&mut station, admission, &[0, 1]);
    }
    let order = registry_key().sign(order(&station));
    station.close_day(false).unwrap();
    acknowledge(&mut station);
    // Too few ballots for a batch wait in the box: they are not in the count.
    let refused = station.purge(order.bytes());
    assert!(matches!(refused, Err(StationError::NotSent(ref s)) if s.as_str() == "prova-1"));
    assert_eq!(links(&station).len(), 2);
    station
        .db
        .execute("UPDATE ballots SET batch = 0", [])
        .unwrap();
    assert_eq!(station.purge(order.bytes()).unwrap(), Purged::Done);
    assert!(links(&station).is_empty());
    let opened = station.open_day().unwrap();
    assert_eq!(opened, Err(OpeningRefused::ClosedForGood));
}

#[test]
fn what_was_not_sent_is_kept_whole() {
    let world = World::new();
    let mut station = two_days(&world);
    let order = registry_key().sign(order(&station));
    assert!(matches!(
        station.purge(order.bytes()),
        Err(StationError::DayOpen)
    ));
    station.close_day(true).unwrap();
    let error = station.purge(order.bytes()).unwrap_err();
    assert!(error.to_string().contains("prova-1"), "{error}");
    // A batch that the server refused waits too.
    let waiting = station.pending().unwrap();
    acknowledge(&mut station);
    station
        .db
        .execute(
            "UPDATE batches SET state = 'refused' WHERE sequence = ?1",
            [waiting[0].sequence],
        )
        .unwrap();
    assert!(matches!(
        station.purge(order.bytes()),
        Err(StationError::NotSent(_))
    ));
    assert_eq!(links(&station).len(), 4);
    assert!(!station.purged().unwrap() && last(&station) != Event::Purged);
}

#[test]
fn only_the_registry_of_this_consultation_is_obeyed() {
    let world = World::new();
    let mut station = two_days(&world);
    station.close_day(true).unwrap();
    acknowledge(&mut station);
    let good = order(&station);
    let other = Purge {
        fingerprint: Digest::of(b"other"),
        ..good.clone()
    };
    let mut flipped = registry_key().sign(good.clone()).bytes().to_vec();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    for forged in [
        SigningKey::generate().sign(good.clone()).bytes().to_vec(),
        server_key().sign(good).bytes().to_vec(),
        registry_key().sign(other).bytes().to_vec(),
        flipped,
        b"purge".to_vec(),
    ] {
        assert!(matches!(
            station.purge(&forged),
            Err(StationError::Envelope(_))
        ));
    }
    assert_eq!(links(&station).len(), 4);
}
