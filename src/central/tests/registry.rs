//! The list of web voters, and the order to forget the links.

use super::*;
use crate::batch::{Purge, WebVoters};
use crate::central::fixture::{link, linked};
use crate::identity::Pseudonym;
use std::collections::HashSet;
use std::path::PathBuf;

fn list(key: &SigningKey, fingerprint: Digest, people: &[u8]) -> WebVoters {
    let people = people.iter().map(|p| Pseudonym([*p; 32])).collect();
    WebVoters::sign(key, fingerprint, people)
}

fn purge(key: &SigningKey, fingerprint: Digest, settlement: &[u8]) -> Vec<u8> {
    let settlement = Digest::of(settlement);
    let order = key.sign(Purge {
        fingerprint,
        settlement,
    });
    order.bytes().to_vec()
}

fn name<T: std::fmt::Debug>(done: Result<T, CentralError>) -> &'static str {
    done.unwrap_err().refusal().unwrap().name()
}

#[rstest]
fn one_list_of_web_voters_is_on_the_board_and_in_the_export(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, _) = opened(on);
    let web = list(&world.registry, world.manifest.digest(), &[1, 2, 3]);
    assert_eq!(exported(&world).web_list, None);
    let header = central.take_web_list(&web.bytes()).unwrap();
    assert_eq!(
        (header.value().voters, header.digest()),
        (3, web.header().digest())
    );
    let export = exported(&world);
    assert_eq!(export.leaves.last(), Some(&web.header().digest()));
    let origin = &world.manifest.value().server.board_origin;
    let key = world.secrets.board_key();
    let board = checkpoint::open(&export.checkpoint, origin, &key).unwrap();
    assert_eq!(board, Checkpoint::of(&export.leaves));
    let sent = export.web_list.unwrap();
    assert_eq!(sent.header, web.header().bytes());
    assert_eq!(sent.list.as_deref(), Some(web.list()));

    let before = dump(&world);
    central.take_web_list(&web.bytes()).unwrap();
    assert!(before == dump(&world), "the same again has no effect");
    // The same people, salted again, are another list.
    let again = list(&world.registry, world.manifest.digest(), &[1, 2, 3]);
    let refused = central.take_web_list(&again.bytes());
    assert_eq!(name(refused), "web-list-repeated");
    assert!(before == dump(&world));
}

#[rstest]
fn only_the_registry_gives_lists_and_orders_for_this_consultation(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, _) = opened(on);
    let (right, other) = (world.manifest.digest(), Digest::of(b"other"));
    let before = dump(&world);
    for (key, fingerprint, why) in [
        (&world.authority, right, "bad-signature"),
        (&SigningKey::generate(), right, "bad-signature"),
        (&world.registry, other, "other-consultation"),
    ] {
        let web = list(key, fingerprint, &[1]);
        assert_eq!(name(central.take_web_list(&web.bytes())), why);
        assert_eq!(name(central.purge(&purge(key, fingerprint, b"s"))), why);
    }
    let (one, two) = (
        list(&world.registry, right, &[1]),
        list(&world.registry, right, &[2]),
    );
    let mixed = (
        ByteVec::from(one.header().bytes().to_vec()),
        ByteVec::from(two.list().to_vec()),
    );
    assert_eq!(name(central.take_web_list(&cbor::encode(&mixed))), "body");
    assert!(before == dump(&world));
}

/// Every byte of every file of the ledger. Of PostgreSQL's, not its log of writes, in which they
/// stay until it is used again (README).
fn files(world: &World) -> Vec<u8> {
    let all: Vec<PathBuf> = match world.database() {
        Address::File(path) => ["", "-wal", "-shm", "-journal"]
            .iter()
            .map(|end| format!("{}{end}", path.display()).into())
            .collect(),
        address @ Address::Postgres(_) => {
            let mut client = client(address);
            client.batch_execute("CHECKPOINT").unwrap();
            let folder = "SELECT current_setting('data_directory') || '/base/' || oid
                          FROM pg_database WHERE datname = current_database()";
            let folder: String = client.query_one(folder, &[]).unwrap().get(0);
            let files = std::fs::read_dir(folder).unwrap();
            files.map(|f| f.unwrap().path()).collect()
        }
    };
    all.iter()
        .filter_map(|path| std::fs::read(path).ok())
        .flatten()
        .collect()
}

/// How many pieces of the links of people 1 to 40 are in some bytes. A page may end inside a link.
fn pieces(bytes: &[u8]) -> usize {
    let links = (1..=40).map(link).collect::<Vec<_>>();
    let parts = links.iter().flat_map(|l| l.chunks_exact(32));
    let mut missing: HashSet<&[u8]> = parts.collect();
    let all = missing.len();
    // Few windows begin as a part does; only they are looked up.
    let begins: HashSet<[u8; 2]> = missing.iter().map(|p| [p[0], p[1]]).collect();
    for window in bytes.windows(32) {
        if begins.contains(&[window[0], window[1]]) {
            missing.remove(window);
        }
    }
    all - missing.len()
}

#[rstest]
fn after_the_purge_no_link_is_in_any_file_and_the_chain_goes_on(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, mut station) = opened(on);
    for people in [1..=20, 21..=40] {
        let batch = station.batch(linked(people));
        central.receive(&batch.bytes()).unwrap();
    }
    let ballots = station.batch(ballots_of(station.ballots(3)));
    central.receive(&ballots.bytes()).unwrap();
    assert!(
        pieces(&files(&world)) > 300,
        "found before: {}",
        pieces(&files(&world))
    );
    let before = exported(&world);
    let order = purge(&world.registry, world.manifest.digest(), b"settlement");
    assert_eq!(central.purge_order().unwrap(), None);

    central.purge(&order).unwrap();
    assert_eq!(pieces(&files(&world)), 0);
    drop(central);
    assert_eq!(pieces(&files(&world)), 0);
    let central = world.central();
    assert_eq!(central.purge_order().unwrap(), Some(order.clone()));
    // Nothing else is gone: headers, ballots, board.
    let mut expected = before;
    for batch in &mut expected.stations[0].batches {
        if batch.kind.word() == "presence" {
            batch.body = None;
        }
    }
    assert_eq!(exported(&world), expected);
    assert_eq!(
        Export::from_zip(&expected.to_zip().unwrap()).unwrap(),
        expected
    );

    // The same order has no effect, one for another settlement is refused.
    central.purge(&order).unwrap();
    let other = purge(&world.registry, world.manifest.digest(), b"another");
    assert_eq!(name(central.purge(&other)), "purge-repeated");
    // Nobody who voted comes in any more, and no list; what sends other things still may.
    let late = station.draft(presence([50]));
    assert_eq!(refused(&world, &central, &late.bytes()), Refusal::Purged);
    let web = list(&world.registry, world.manifest.digest(), &[1]);
    assert_eq!(name(central.take_web_list(&web.bytes())), "purged");
    let last = station.batch(minutes(true));
    central.receive(&last.bytes()).unwrap();
}

#[rstest]
fn a_batch_that_was_sent_before_the_purge_still_gets_its_receipt(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, mut station) = opened(on);
    let batch = station.batch(linked([1, 2])).bytes();
    let receipt = central.receive(&batch).unwrap();
    let order = purge(&world.registry, world.manifest.digest(), b"settlement");
    central.purge(&order).unwrap();
    assert_eq!(central.receive(&batch).unwrap(), receipt);
    assert_eq!(pieces(&files(&world)), 0);
}

#[rstest]
fn files_of_the_registry_are_recognized_and_taken_in_their_turn(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, mut station) = opened(on);
    let fingerprint = world.manifest.digest();
    let web = list(&world.registry, fingerprint, &[7]);
    // Named so that the order of names would destroy the links before they come.
    let contents = [
        ("a-purge.cose", purge(&world.registry, fingerprint, b"s")),
        ("b-web-list.cbor", web.bytes()),
        ("c-presence.cbor", station.batch(linked([1])).bytes()),
    ];
    let mut paths = Vec::new();
    for (name, bytes) in &contents {
        let path = world.path(name);
        std::fs::write(&path, bytes).unwrap();
        paths.push(path);
    }
    let outcomes: Vec<FileOutcome> = receive_files(&central, &paths)
        .into_iter()
        .map(|(_, outcome)| outcome)
        .collect();
    assert!(
        matches!(
            outcomes[..],
            [
                FileOutcome::Received(..),
                FileOutcome::WebList(_),
                FileOutcome::Purged(_)
            ]
        ),
        "{outcomes:?}"
    );
    assert_eq!(exported(&world).stations[0].batches[0].body, None);
}
