//! A board that grows, read as files by the crate that verifies such boards.

use super::{Serving, get, header, json, start};
use crate::board::{self, Checkpoint, checkpoint};
use crate::central::fixture::World;
use crate::central::fixture_database::On;
use crate::central::{Central, Running};
use crate::envelope::Digest;
use rstest::rstest;
use tlog_tiles::{HashReader, Tile, TileHashReader, TileReader};

/// Puts leaves on the board, up to this size, and signs it.
fn grow(world: &World, central: &Central, size: u64) -> Checkpoint {
    let page = central.ledger().write().unwrap();
    let leaves: Vec<_> = (page.board_size().unwrap()..size).map(leaf).collect();
    let board = page.put_leaves(&leaves).unwrap();
    let origin = &world.manifest.value().server.board_origin;
    let note = checkpoint::sign(&world.secrets.board, origin, &board).unwrap();
    page.put_checkpoint(&note).unwrap();
    page.commit().unwrap();
    board
}

fn leaf(place: u64) -> Digest {
    Digest::of(&place.to_be_bytes())
}

/// Reads tiles as any other program would.
struct Reader<'a>(&'a Running);

impl TileReader for Reader<'_> {
    fn height(&self) -> u8 {
        8
    }

    fn read_tiles(&self, tiles: &[Tile]) -> Result<Vec<Vec<u8>>, tlog_tiles::Error> {
        let read = |tile: &Tile| {
            let path = tile.path().replace("tile/8/", "/tile/");
            let mut answer = get(self.0, &path);
            assert_eq!(answer.status(), 200, "{path}");
            answer.body_mut().read_to_vec().unwrap()
        };
        Ok(tiles.iter().map(read).collect())
    }

    fn save_tiles(&self, _: &[Tile], _: &[Vec<u8>]) {}
}

fn signed(world: &World, running: &Running) -> Checkpoint {
    let mut answer = get(running, "/checkpoint");
    assert_eq!(header(&answer, "content-type"), "text/plain; charset=utf-8");
    assert_eq!(header(&answer, "cache-control"), "public, max-age=2");
    let note = answer.body_mut().read_to_string().unwrap();
    let server = &world.manifest.value().server;
    checkpoint::open(&note, &server.board_origin, &server.board_key).unwrap()
}

fn hashes(answer: &serde_json::Value) -> Vec<Digest> {
    let hashes = answer["hashes"].as_array().unwrap().iter();
    hashes
        .map(|h| Digest::from_hex(h.as_str().unwrap()).unwrap())
        .collect()
}

#[rstest]
fn from_checkpoint_and_tiles_alone_everything_is_proven(#[values(On::File, On::Server)] on: On) {
    let world = World::on(on);
    let central = world.central();
    let running = start(&world, Serving::default());
    let reader = Reader(&running);
    let mut before: Vec<Checkpoint> = Vec::new();
    for size in [1, 2, 3, 255, 256, 257, 511, 512, 700] {
        grow(&world, &central, size);
        let now = signed(&world, &running);
        assert_eq!(now.size, size);
        let root = tlog_tiles::Hash(now.root.0);
        let tree = TileHashReader::new(size, root, &reader);
        assert_eq!(tlog_tiles::tree_hash(size, &tree).unwrap(), root);
        for place in [0, size / 2, size - 1] {
            let hash = tlog_tiles::record_hash(&leaf(place).0);
            let proof = tlog_tiles::prove_record(size, place, &tree).unwrap();
            tlog_tiles::check_record(&proof, size, root, place, hash).unwrap();
            // The leaf hash itself, proven to be in the tree.
            let index = tlog_tiles::stored_hash_index(0, place);
            assert_eq!(tree.read_hashes(&[index]).unwrap(), [hash]);
            // The same by the API, at this size and without saying one.
            for query in [format!("?size={size}"), String::new()] {
                let path = format!("/v1/inclusion/{}{query}", leaf(place).hex());
                let answer = json(get(&running, &path));
                assert_eq!(answer["index"], place);
                assert_eq!(answer["size"], size);
                board::check_inclusion(&now, place, &leaf(place), &hashes(&answer)).unwrap();
            }
        }
        for old in &before {
            let old_root = tlog_tiles::Hash(old.root.0);
            let proof = tlog_tiles::prove_tree(size, old.size, &tree).unwrap();
            tlog_tiles::check_tree(&proof, size, root, old.size, old_root).unwrap();
            let path = format!("/v1/consistency?from={}&to={size}", old.size);
            let answer = json(get(&running, &path));
            board::check_consistency(old, &now, &hashes(&answer)).unwrap();
        }
        before.push(now);
    }
    // Also where connections to the ledger wait while they hang up.
    running.stop().unwrap();
}

#[test]
fn tiles_of_entries_hold_the_leaves_after_their_length() {
    let world = World::new();
    let central = world.central();
    let running = start(&world, Serving::default());
    grow(&world, &central, 300);
    for (path, places) in [
        ("000", 0..256),
        ("001.p/44", 256..300),
        ("001.p/1", 256..257),
    ] {
        let mut answer = get(&running, &format!("/tile/entries/{path}"));
        assert_eq!(header(&answer, "content-type"), "application/octet-stream");
        let expected: Vec<u8> = places
            .flat_map(|place| [&[0, 32][..], &leaf(place).0].concat())
            .collect();
        assert!(answer.body_mut().read_to_vec().unwrap() == expected);
    }
}

#[test]
fn only_what_a_signed_checkpoint_covers_is_shown_and_only_what_is_full_is_kept_for_ever() {
    let world = World::new();
    let central = world.central();
    let running = start(&world, Serving::default());
    for nothing in ["0/000.p/1", "entries/000.p/1", "0/000", "1/000.p/1"] {
        assert_eq!(get(&running, &format!("/tile/{nothing}")).status(), 404);
    }
    grow(&world, &central, 300);
    for (path, cached) in [
        ("0/000", "public, max-age=31536000, immutable"),
        ("entries/000", "public, max-age=31536000, immutable"),
        ("0/001.p/44", "public, max-age=60"),
        // Of an earlier checkpoint.
        ("0/001.p/43", "public, max-age=60"),
        ("1/000.p/1", "public, max-age=60"),
    ] {
        let answer = get(&running, &format!("/tile/{path}"));
        assert_eq!(answer.status(), 200, "{path}");
        assert_eq!(header(&answer, "cache-control"), cached, "{path}");
    }
    // Leaves that are there, and that no checkpoint covers yet.
    let page = central.ledger().write().unwrap();
    page.put_leaves(&[leaf(300)]).unwrap();
    page.commit().unwrap();
    for path in [
        "0/001.p/45",
        "entries/001.p/45",
        "0/001",
        "1/000.p/2",
        "0/002.p/1",
        "0/1",
        "8/000",
        "data/000",
        "",
    ] {
        let answer = get(&running, &format!("/tile/{path}"));
        assert_eq!(answer.status(), 404, "{path}");
        assert_eq!(header(&answer, "content-type"), "application/problem+json");
    }
    let (new, old) = (leaf(300).hex(), leaf(299).hex());
    for (path, status) in [
        (format!("/v1/inclusion/{new}"), 404),
        (format!("/v1/inclusion/{old}?size=299"), 404),
        (format!("/v1/inclusion/{old}?size=300"), 200),
        (format!("/v1/inclusion/{old}?size=301"), 404),
        (format!("/v1/inclusion/{old}?size=-1"), 400),
        (format!("/v1/inclusion/{old}00"), 400),
        ("/v1/consistency?from=0&to=300".to_owned(), 200),
        ("/v1/consistency?from=300&to=300".to_owned(), 200),
        ("/v1/consistency?from=300&to=301".to_owned(), 404),
        ("/v1/consistency?from=5&to=4".to_owned(), 400),
        ("/v1/consistency?from=5".to_owned(), 400),
    ] {
        assert_eq!(get(&running, &path).status(), status, "{path}");
    }
}
