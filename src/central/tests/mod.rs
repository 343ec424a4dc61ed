//! The contract of the ledger: what is taken, what is refused, and that a refusal leaves nothing.

mod batches;
mod claims;
mod openings;
mod placing;
mod quarantine;
mod registry;
mod training;
mod voted;
mod working;

use super::fixture::{Station, World, minutes, presence};
use super::fixture_database::{On, client, empty_database};
use super::*;
use crate::batch::{AdmittedAs, Batch, Export, Rows};
use crate::board::{self, Checkpoint, checkpoint};
use crate::consultation::{Certificate, StationId};
use crate::envelope::{Digest, Signed, SigningKey, cbor};
use minicbor::bytes::{ByteArray, ByteVec};
use rstest::rstest;

/// A ballot, field by field.
type Parts = (Digest, StationId, ByteArray<32>, Vec<ByteVec>, ByteVec);

fn changed(ballot: &ByteVec, change: impl FnOnce(&mut Parts)) -> ByteVec {
    let mut parts: Parts = cbor::decode(ballot).unwrap();
    change(&mut parts);
    ByteVec::from(cbor::encode(&parts))
}

/// Every row of every table.
fn dump(world: &World) -> Vec<(String, Vec<String>)> {
    let ledger = Ledger::open_existing(world.database()).unwrap();
    ledger.read().unwrap().dump(world.database())
}

/// What the ledger holds when all has its place on the board.
fn exported(world: &World) -> Export {
    assert!(world.central().place_all().unwrap());
    export(&Ledger::open_existing(world.database()).unwrap()).unwrap()
}

/// A server that knows one station.
fn opened(on: On) -> (World, Central, Station) {
    let world = World::on(on);
    let central = world.central();
    let station = world.station("banchetto-1");
    central.introduce(&station.introduction).unwrap();
    (world, central, station)
}

/// All but what the office is told.
fn without_notes(world: &World) -> Vec<(String, Vec<String>)> {
    let mut tables = dump(world);
    tables.retain(|(table, _)| table != "alarms" && table != "aside");
    tables
}

/// Refused by this name, and the database is exactly as it was, but for what the office is told.
fn refused(world: &World, central: &Central, bytes: &[u8]) -> Refusal {
    let before = without_notes(world);
    let refusal = match central.receive(bytes) {
        Err(CentralError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    };
    let after = without_notes(world);
    assert!(before == after, "{refusal} left something behind");
    refusal
}

fn ballots_of(rows: Vec<ByteVec>) -> Rows {
    Rows::Ballots(rows)
}

#[rstest]
fn introductions_are_signed_by_the_authority_and_unique(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let before = dump(&world);
    let refuse = |i: &Introduction| match central.introduce(i) {
        Err(CentralError::Refused(r)) => r.name(),
        other => panic!("not refused: {other:?}"),
    };

    let known = station.introduction.clone();
    let other = world.station("banchetto-2");
    let mixed = Introduction {
        rotation: known.rotation.clone(),
        ..other.introduction.clone()
    };
    assert_eq!(refuse(&mixed), "bad-signature");

    let value = Signed::<Certificate>::peek(&other.introduction.certificate).unwrap();
    let self_made = Introduction {
        certificate: SigningKey::generate().sign(value).bytes().to_vec(),
        ..other.introduction.clone()
    };
    assert_eq!(refuse(&self_made), "bad-signature");

    let mut foreign = World::on(on);
    foreign.authority = world.authority.clone();
    assert_eq!(
        refuse(&foreign.station("banchetto-3").introduction),
        "other-consultation"
    );

    let mut renamed = world.station("banchetto-4");
    renamed.name = StationId::parse("banchetto-5").unwrap();
    renamed.rotate();
    assert_eq!(refuse(&renamed.introduction), "other-station");
    assert!(before == dump(&world));

    station.rotate();
    assert_eq!(refuse(&station.introduction), "clone");
    assert_eq!(refuse(&world.station("banchetto-1").introduction), "clone");
}

#[rstest]
fn a_restart_keeps_everything(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let first = station.batch(ballots_of(station.ballots(2))).bytes();
    let receipt = central.receive(&first).unwrap();
    let export = exported(&world);
    let before = dump(&world);
    drop(central);
    let central = world.central();
    assert!(before == dump(&world));
    assert_eq!(exported(&world), export);
    assert_eq!(central.receive(&first).unwrap().bytes(), receipt.bytes());
    let next = station.batch(presence([1])).bytes();
    central.receive(&next).unwrap();
}

#[rstest]
fn the_export_holds_what_was_received_byte_for_byte(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let mut other = world.station("assistito-1");
    central.introduce(&other.introduction).unwrap();
    let mut sent = Vec::new();
    for rows in [
        presence([1, 2]),
        ballots_of(station.ballots(2)),
        minutes(true),
    ] {
        sent.push(station.batch(rows));
    }
    sent.push(other.batch(presence([2])));
    for batch in &sent {
        central.receive(&batch.bytes()).unwrap();
    }
    let export = exported(&world);
    assert_eq!(
        Export::from_zip(&export.to_zip().unwrap()),
        Ok(export.clone())
    );
    assert_eq!(export.manifest, world.manifest.bytes());
    let names: Vec<&str> = export.stations.iter().map(|s| s.station.as_str()).collect();
    assert_eq!(names, ["assistito-1", "banchetto-1"]);
    let from_one = &export.stations[1];
    assert_eq!(from_one.certificate, station.introduction.certificate);
    assert_eq!(from_one.rotation, station.introduction.rotation);
    for (stored, batch) in from_one.batches.iter().zip(&sent) {
        assert_eq!(stored.header, batch.header().bytes());
        let body = stored.body.as_deref().unwrap();
        let key = station.key.public();
        assert_eq!(
            &Batch::open_parts(&stored.header, body, &key).unwrap(),
            batch
        );
    }
    let origin = &world.manifest.value().server.board_origin;
    let last = checkpoint::open(&export.checkpoint, origin, &world.secrets.board_key()).unwrap();
    assert_eq!(last.root, board::root(&export.leaves));
    assert_eq!(last.size, export.leaves.len() as u64);
}

#[rstest]
fn a_ledger_and_its_keys_belong_to_one_consultation(#[values(On::File, On::Server)] on: On) {
    let (world, central, _) = opened(on);
    drop(central);
    let other = World::on(on);
    let wrong_keys = Central::open(
        world.manifest.clone(),
        other.secrets.clone(),
        world.database(),
    );
    assert!(matches!(wrong_keys, Err(LedgerError::Setup(_))));
    let wrong_ledger = Central::open(
        other.manifest.clone(),
        other.secrets.clone(),
        world.database(),
    );
    assert!(matches!(wrong_ledger, Err(LedgerError::OtherConsultation)));
    assert!(matches!(
        Ledger::open(&strange_database(&world, on), &world.manifest),
        Err(LedgerError::NotALedger)
    ));
    let absent = match on {
        On::File => Address::File(world.path("nothing.db")),
        On::Server => empty_database(),
    };
    assert!(Ledger::open_existing(&absent).is_err());
}

/// A database that something else uses.
fn strange_database(world: &World, on: On) -> Address {
    let table = "CREATE TABLE x (y INTEGER)";
    match on {
        On::File => {
            let path = world.path("other.db");
            let db = rusqlite::Connection::open(&path).unwrap();
            db.execute_batch(table).unwrap();
            Address::File(path)
        }
        On::Server => {
            let address = empty_database();
            client(&address).batch_execute(table).unwrap();
            address
        }
    }
}
