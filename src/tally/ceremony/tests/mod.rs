//! The ceremony through real files, and what its files must not be able to do.

mod attacks;
mod files;
mod shares;
mod steps;

use super::*;
use crate::envelope::Passphrase;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Trustees with folders of their own and one shared folder.
struct World {
    dir: tempfile::TempDir,
    trustees: Vec<Trustee>,
    threshold: u16,
    passphrase: Passphrase,
}

const THREE: [&str; 3] = ["anna", "bruno", "carla"];

impl World {
    /// All cards are in the shared folder.
    fn new(names: &[&str], threshold: u16) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let trustees: Vec<_> = names
            .iter()
            .map(|n| Trustee::fresh(n, &dir.path().join(n)).unwrap())
            .collect();
        let world = Self {
            dir,
            trustees,
            threshold,
            passphrase: Passphrase::random_code(),
        };
        for t in &world.trustees {
            t.introduce(&world.shared()).unwrap();
        }
        world
    }

    /// As far as a step, done by all.
    fn until(names: &[&str], threshold: u16, step: &str) -> Self {
        let world = Self::new(names, threshold);
        let steps = ["keys", "round1", "round2", "finish"];
        let last = steps.iter().position(|s| *s == step).unwrap();
        for step in &steps[..=last] {
            for who in 0..names.len() {
                world.step(who, step).unwrap();
            }
        }
        world
    }

    fn shared(&self) -> PathBuf {
        self.dir.path().join("shared")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.shared().join(name)
    }

    fn step(&self, who: usize, step: &str) -> Result<Step, CeremonyError> {
        let (t, shared) = (&self.trustees[who], self.shared());
        match step {
            "keys" => t.keys_again(t.name(), &shared),
            "round1" => t.round1(&shared, self.threshold),
            "round2" => t.round2(&shared),
            "finish" => t.finish(&shared, false, &self.passphrase).map(|(_, s)| s),
            other => panic!("{other}"),
        }
    }

    /// Everything in the shared folder.
    fn everything(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        files_in(&self.shared())
    }

    fn put_back(&self, everything: &BTreeMap<PathBuf, Vec<u8>>) {
        std::fs::remove_dir_all(self.shared()).unwrap();
        std::fs::create_dir_all(self.shared()).unwrap();
        for (path, bytes) in everything {
            std::fs::write(path, bytes).unwrap();
        }
    }
}

fn files_in(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = std::fs::read_dir(dir).unwrap();
    let paths = entries.map(|e| e.unwrap().path());
    paths
        .map(|p| (p.clone(), std::fs::read(p).unwrap()))
        .collect()
}

#[test]
fn three_folders_and_one_shared_one_make_a_key() {
    let out = tempfile::tempdir().unwrap();
    let shared = out.path().join("shared");
    let passphrase = Passphrase::random_code();
    for name in THREE {
        Trustee::create(name, &out.path().join(name), &shared, &passphrase).unwrap();
    }
    // Opened again from the disk for each step, as processes of their own do.
    let open = |name: &str| Trustee::open(&out.path().join(name), &passphrase).unwrap();
    for name in THREE {
        assert_eq!(open(name).round1(&shared, 2), Ok(Step::Taken));
    }
    for name in THREE {
        assert_eq!(open(name).round2(&shared), Ok(Step::Taken));
    }
    let mut transcripts = Vec::new();
    for name in THREE {
        let (transcript, step) = open(name).finish(&shared, false, &passphrase).unwrap();
        assert_eq!(step, Step::Taken);
        transcripts.push(transcript);
    }
    let (key, one_machine) = tally_key(&shared).unwrap();
    assert!(!one_machine);
    assert_eq!((key.threshold, key.trustees.len()), (2, 3));
    assert_eq!(key.transcript, transcripts[0].digest());
    assert_eq!(key.trustees[0].name, "anna");
}

#[test]
fn names_that_would_confuse_files_are_refused() {
    let out = tempfile::tempdir().unwrap();
    for name in ["", "Anna", "a-to-b", "../x", "-a"] {
        assert!(matches!(
            Trustee::fresh(name, out.path()),
            Err(CeremonyError::Name(_))
        ));
    }
}

#[test]
fn where_it_stands_is_seen_without_a_secret() {
    let world = World::new(&THREE, 2);
    let standing = || Standing::read(&world.shared()).unwrap();
    let begun = standing();
    assert_eq!((begun.threshold, begun.code.clone()), (None, None));
    assert_eq!(
        begun.next(),
        THREE.map(|name| (name, "round1")),
        "{begun:?}"
    );
    let mut fingerprints: Vec<_> = begun.trustees.iter().map(|t| &t.fingerprint).collect();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), 3);
    assert_eq!(fingerprints[0].len(), 24);
    world.step(0, "round1").unwrap();
    let code = standing().code.unwrap();
    assert_eq!(
        standing().next(),
        [("bruno", "round1"), ("carla", "round1")]
    );
    for who in [1, 2] {
        world.step(who, "round1").unwrap();
    }
    world.step(2, "round2").unwrap();
    assert_eq!(standing().next(), [("anna", "round2"), ("bruno", "round2")]);
    for (who, step) in [(0, "round2"), (1, "round2"), (0, "finish"), (1, "finish")] {
        world.step(who, step).unwrap();
    }
    assert_eq!(standing().next(), [("carla", "finish")]);
    world.step(2, "finish").unwrap();
    let done = standing();
    assert_eq!((done.next(), done.problems.len()), (vec![], 0));
    assert_eq!(done.code, Some(code));
    let (key, _) = tally_key(&world.shared()).unwrap();
    assert!(
        done.trustees
            .iter()
            .all(|t| t.transcript == Some(key.transcript))
    );
}
