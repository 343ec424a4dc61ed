//! A station that never meets the network follows the board by what its stick brings.

use super::board::{leaves, note};
use super::online::kiosk;
use super::*;
use crate::board::{Checkpoint, checkpoint, consistency};
use crate::central::fixture_database::On;
use crate::central::{BoardProofs, Central, Continued, write_board_proofs};
use crate::consultation::load;
use crate::envelope::{Digest, cbor};
use crate::station::tests::{at, resident, vote};
use crate::station::{Event, Station as Kiosk, Verdict};
use crate::sync::receipts::Label;
use std::path::{Path, PathBuf};

/// A server, a station with its stick, and another station.
struct Scene {
    world: World,
    central: Central,
    station: Kiosk,
    other: Kiosk,
    dir: tempfile::TempDir,
}

impl Scene {
    /// The first trip is over: two people voted.
    fn new() -> Self {
        let world = World::of(On::File, |c| {
            *c = load(Path::new("kiosk-config/digitale-bene-comune-2022")).unwrap();
            c.limits.batch_min = 1;
        });
        let dir = tempfile::tempdir().unwrap();
        let clock = at("2022-09-20 09:00");
        let station = kiosk(&world, "uno", dir.path(), clock);
        let other = kiosk(&world, "due", dir.path(), clock);
        let central = world.central();
        let mut scene = Self {
            world,
            central,
            station,
            other,
            dir,
        };
        scene.votes(0);
        scene.votes(1);
        scene.there();
        scene.back();
        scene
    }

    fn stick(&self) -> PathBuf {
        self.dir.path().join("stick")
    }

    fn proofs(&self) -> PathBuf {
        BoardProofs::path(&self.stick(), &self.station.certificate().value().station)
    }

    fn votes(&mut self, voter: usize) {
        cast(&mut self.station, voter);
    }

    /// The stick goes to the office.
    fn there(&mut self) {
        let stick = self.stick();
        carry(&self.central, &mut self.station, &stick);
    }

    /// And comes back.
    fn back(&mut self) {
        take(&mut self.station, &self.dir.path().join("stick"));
    }

    /// Leaves of the board that the server has signed.
    fn board(&self) -> u64 {
        self.size(&self.central.checkpoint().unwrap())
    }

    fn size(&self, note: &str) -> u64 {
        let server = &self.world.manifest.value().server;
        let board = checkpoint::open(note, &server.board_origin, &server.board_key);
        board.unwrap().size
    }

    /// What the batches that wait say of the board.
    fn named(&mut self) -> Vec<Option<u64>> {
        self.station.make_batches().unwrap();
        let pending = self.station.pending().unwrap();
        let headers = pending.iter().map(|b| Label::of(&b.bytes).unwrap().header);
        headers
            .map(|h| h.checkpoint.map(|note| self.size(&note)))
            .collect()
    }

    fn alarms(&self) -> Vec<String> {
        let journal = self.station.journal().unwrap();
        let alarms = journal.into_iter().filter_map(|entry| match entry.event {
            Event::BoardAlarm { reason } => Some(reason),
            _ => None,
        });
        alarms.collect()
    }

    /// Somebody else writes on the stick what it says of the board.
    fn forge(&self, change: impl FnOnce(&mut BoardProofs)) {
        let bytes = std::fs::read(self.proofs()).unwrap();
        let mut proofs: BoardProofs = cbor::decode(&bytes).unwrap();
        change(&mut proofs);
        std::fs::write(self.proofs(), cbor::encode(&proofs)).unwrap();
    }
}

fn cast(station: &mut Kiosk, voter: usize) {
    let Verdict::Admitted { admission, .. } = station.check_in(resident(voter)).unwrap() else {
        panic!("on the roll");
    };
    vote(station, admission, &[0, 1]);
}

fn carry(central: &Central, station: &mut Kiosk, stick: &Path) {
    station.make_batches().unwrap();
    to_folder(stick, &introduction(station), &station.pending().unwrap()).unwrap();
    // `*.cbor`, as the office types it: what came before is there still.
    let files = std::fs::read_dir(stick).unwrap().map(|e| e.unwrap().path());
    let files: Vec<_> = files
        .filter(|f| f.extension().is_some_and(|e| e == "cbor"))
        .collect();
    let outcomes = receive_files(central, &files);
    let taken =
        |o: &FileOutcome| matches!(o, FileOutcome::Introduced(_) | FileOutcome::Received(..));
    assert!(outcomes.iter().all(|(_, o)| taken(o)), "{outcomes:?}");
    assert!(central.place_all().unwrap());
    for (_, written) in write_board_proofs(central, &outcomes).unwrap() {
        written.unwrap();
    }
}

fn take(station: &mut Kiosk, stick: &Path) {
    let pending = station.pending().unwrap();
    for (_, outcome) in receipts_from_folder(stick, station.manifest(), &pending).unwrap() {
        station.keep_receipt(&outcome.unwrap()).unwrap();
    }
    learn_from_folder(station, stick).unwrap();
}

#[test]
fn after_a_trip_the_station_knows_the_board_and_names_it() {
    let mut scene = Scene::new();
    let first = scene.board();
    assert_eq!(
        scene.station.off_board().unwrap(),
        0,
        "all are on the board"
    );
    assert!(scene.station.board_to_check().unwrap().is_empty());
    // Meanwhile ballots of another station come.
    cast(&mut scene.other, 3);
    let stick = scene.dir.path().join("other");
    carry(&scene.central, &mut scene.other, &stick);
    let between = scene.board();
    assert!(between > first);
    scene.votes(2);
    let named = scene.named();
    assert!(!named.is_empty() && named.iter().all(|size| *size == Some(first)));
    scene.there();
    assert!(scene.board() > between);
    scene.back();
    assert_eq!(scene.station.off_board().unwrap(), 0);
    scene.votes(3);
    let second = Some(scene.board());
    assert!(scene.named().iter().all(|size| *size == second));
    assert!(scene.station.board_evidence().unwrap().is_empty());
    assert_eq!(scene.alarms(), [""; 0]);
}

/// A trip whose stick says something else on its way back; and the board of the trip before.
fn second_trip(on_the_way: impl FnOnce(&Scene)) -> (Scene, Option<u64>) {
    let mut scene = Scene::new();
    let first = Some(scene.board());
    cast(&mut scene.other, 3);
    let stick = scene.dir.path().join("other");
    carry(&scene.central, &mut scene.other, &stick);
    scene.votes(2);
    scene.there();
    on_the_way(&scene);
    scene.back();
    (scene, first)
}

/// The alarm is on record, what is known stays, and people go on voting.
fn alarmed(mut scene: Scene, reason: &str, known: Option<u64>) {
    assert!(!scene.station.board_evidence().unwrap().is_empty());
    assert_eq!(scene.alarms(), [reason]);
    scene.votes(3);
    assert!(scene.named().iter().all(|size| *size == known));
}

#[test]
fn two_boards_of_one_size_by_the_right_key_are_an_alarm_and_stop_no_vote() {
    let other = |s: &Scene| {
        let known = s.station.board_to_check().unwrap().verified.unwrap();
        note(&s.world, &leaves(u8::try_from(s.size(&known)).unwrap()))
    };
    let (scene, first) = second_trip(|s| s.forge(|p| p.checkpoint = other(s)));
    let evidence = scene.station.board_evidence().unwrap();
    assert_eq!(evidence, [other(&scene)]);
    alarmed(scene, "not-continued", first);
}

/// Whoever had the stick could as well have left the proof out.
#[test]
fn a_place_that_was_forged_is_no_place_and_no_alarm() {
    let (mut scene, _) = second_trip(|s| {
        s.forge(|p| p.included.iter_mut().for_each(|i| i.hashes = wrong()));
    });
    assert_eq!(scene.station.off_board().unwrap(), 1);
    assert_eq!(scene.alarms(), [""; 0]);
    scene.there();
    scene.back();
    assert_eq!(scene.station.off_board().unwrap(), 0);
}

#[test]
fn proofs_that_were_lost_come_with_the_next_stick() {
    let (mut scene, _) = second_trip(|s| std::fs::remove_file(s.proofs()).unwrap());
    assert_eq!(scene.station.off_board().unwrap(), 1);
    // Another stick: the files of the trips before are not on it.
    std::fs::remove_dir_all(scene.stick()).unwrap();
    std::fs::create_dir(scene.stick()).unwrap();
    scene.votes(3);
    scene.there();
    scene.back();
    let task = scene.station.board_to_check().unwrap();
    assert!(task.is_empty(), "{task:?}");
    assert_eq!(scene.size(&task.verified.unwrap()), scene.board());
    assert_eq!(scene.alarms(), [""; 0]);
}

fn wrong() -> Vec<Digest> {
    vec![Digest::of(b"wrong")]
}

#[test]
fn what_proves_nothing_changes_nothing() {
    let nothing = |on_the_way: &dyn Fn(&Scene)| {
        let (mut scene, first) = second_trip(on_the_way);
        assert!(scene.station.board_evidence().unwrap().is_empty());
        assert_eq!(scene.alarms(), [""; 0]);
        scene.votes(3);
        assert!(scene.named().iter().all(|size| *size == first));
        // The next trip brings what this one did not.
        scene.there();
        scene.back();
        assert_eq!(scene.alarms(), [""; 0]);
        let task = scene.station.board_to_check().unwrap();
        assert!(task.is_empty(), "{task:?}");
        assert_eq!(scene.size(&task.verified.unwrap()), scene.board());
    };
    nothing(&|s| std::fs::remove_file(s.proofs()).unwrap());
    nothing(&|s| {
        let bytes = std::fs::read(s.proofs()).unwrap();
        std::fs::write(s.proofs(), &bytes[..bytes.len() / 2]).unwrap();
    });
    nothing(&|s| s.forge(|p| p.continued.clear()));
    nothing(&|s| s.forge(|p| p.continued.iter_mut().for_each(|c| c.hashes = wrong())));
    // More than a board can need.
    nothing(&|s| s.forge(|p| p.included[0].hashes = vec![Digest::of(b"much"); 65]));
    nothing(&|s| {
        s.forge(|p| {
            p.continued = (1..=4097)
                .map(|from| Continued {
                    from,
                    hashes: vec![],
                })
                .collect();
        });
    });
    // Another board by the right key, of a size that the station has not seen: it might as well be
    // a later one whose proofs were lost.
    nothing(&|s| {
        s.forge(|p| {
            let other = leaves(30);
            p.checkpoint = note(&s.world, &other);
            p.continued = (1..30)
                .map(|from| Continued {
                    from,
                    hashes: consistency(&other, from).unwrap(),
                })
                .collect();
        });
    });
    // A checkpoint that a stranger signed.
    nothing(&|s| {
        s.forge(|p| {
            let origin = &s.world.manifest.value().server.board_origin;
            let board = Checkpoint::of(&leaves(30));
            p.checkpoint = checkpoint::sign(&SigningKey::generate(), origin, &board).unwrap();
        });
    });
}
