//! Files that are missing, damaged, copied, renamed or of somebody else: each is named.

use super::*;
use proptest::prelude::*;
use std::sync::LazyLock;

/// A ceremony before a step, and the step that reads a file. Cards are read by the first round,
/// its files by the second, theirs by the last step, transcripts by the authority.
struct Before {
    world: World,
    everything: BTreeMap<PathBuf, Vec<u8>>,
}

impl Before {
    fn new(step: &str) -> Self {
        let world = World::until(&THREE, 2, step);
        let everything = world.everything();
        Self { world, everything }
    }
}

static STAGES: LazyLock<[Before; 4]> =
    LazyLock::new(|| ["keys", "round1", "round2", "finish"].map(Before::new));

const NEXT: [&str; 4] = ["round1", "round2", "finish", "seal"];

/// Takes the next step of everyone on a copy of the shared folder with one file changed.
fn next(stage: usize, path: &Path, bytes: &[u8]) -> Vec<CeremonyError> {
    let before = &STAGES[stage];
    let folder = tempfile::tempdir().unwrap();
    let shared = folder.path();
    for (file, good) in &before.everything {
        let bytes = if file == path { bytes } else { good };
        std::fs::write(shared.join(file.file_name().unwrap()), bytes).unwrap();
    }
    if NEXT[stage] == "seal" {
        return tally_key(shared).err().into_iter().collect();
    }
    let trustees = before.world.trustees.iter().map(|t| {
        // A private folder of its own, so that nothing of this step stays.
        let private = tempfile::tempdir().unwrap();
        for (file, bytes) in files_in(&t.dir) {
            std::fs::write(private.path().join(file.file_name().unwrap()), bytes).unwrap();
        }
        let trustee = Trustee {
            name: t.name.clone(),
            key: t.key.clone(),
            identity: t.identity.clone(),
            dir: private.path().to_owned(),
        };
        let done = match NEXT[stage] {
            "round1" => trustee.round1(shared, 2).err(),
            "round2" => trustee.round2(shared).err(),
            _ => trustee
                .finish(shared, false, &before.world.passphrase)
                .err(),
        };
        // What one of them would publish is of no interest to the next.
        for file in files_in(shared).into_keys() {
            if !before
                .everything
                .keys()
                .any(|k| k.file_name() == file.file_name())
            {
                std::fs::remove_file(file).unwrap();
            }
        }
        done
    });
    trustees.flatten().collect()
}

/// The files that the next step of a stage reads.
fn read_next(stage: usize) -> Vec<PathBuf> {
    let ending = ["card", "round1", "round2", "transcript"][stage];
    let files = STAGES[stage].everything.keys();
    files
        .filter(|p| p.extension().is_some_and(|e| e == ending))
        .cloned()
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_flipped_bit_is_named(stage in 0..4usize, file in any::<prop::sample::Index>(), bit in any::<prop::sample::Index>()) {
        let files = read_next(stage);
        let path = &files[file.index(files.len())];
        let mut bytes = STAGES[stage].everything[path].clone();
        let bit = bit.index(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        let errors = next(stage, path, &bytes);
        let name = path.file_name().unwrap().to_str().unwrap();
        prop_assert!(errors.iter().any(|e| e.to_string().contains(name)), "{name}, bit {bit}: {errors:?}");
    }
}

#[test]
fn every_truncated_file_is_named() {
    for stage in 0..4 {
        for path in read_next(stage) {
            let bytes = &STAGES[stage].everything[&path];
            let name = path.file_name().unwrap().to_str().unwrap();
            for length in [0, 1, bytes.len() / 2, bytes.len() - 1] {
                let errors = next(stage, &path, &bytes[..length]);
                let named = |e: &CeremonyError| matches!(e, CeremonyError::Corrupt { path, .. } if path.ends_with(name));
                assert!(errors.iter().any(named), "{name} to {length}: {errors:?}");
            }
        }
    }
}

#[test]
fn every_missing_file_is_named_with_who_brings_it() {
    for (stage, step) in [(1, "round1"), (2, "round2"), (3, "finish")] {
        let world = World::until(&THREE, 2, ["", "round1", "round2", "finish"][stage]);
        let before = world.everything();
        for path in before.keys() {
            let name = path.file_name().unwrap().to_str().unwrap();
            if !name.ends_with(["", "round1", "round2", "transcript"][stage]) {
                continue;
            }
            world.put_back(&before);
            std::fs::remove_file(path).unwrap();
            let author = name.split(['.', '-']).next().unwrap();
            let reader = match name.split("-to-").nth(1) {
                Some(rest) => rest.split('.').next().unwrap(),
                None if author == "anna" => "bruno",
                None => "anna",
            };
            let reader = THREE.iter().position(|n| *n == reader).unwrap();
            let error = match stage {
                1 => world.step(reader, "round2").unwrap_err(),
                2 => world.step(reader, "finish").unwrap_err(),
                _ => tally_key(&world.shared()).unwrap_err(),
            };
            let (path, who) = (path.clone(), author.to_owned());
            assert_eq!(error, CeremonyError::Missing { path, who, step });
        }
    }
}

#[test]
fn a_missing_card_is_missed_by_who_needs_it() {
    // Before the first round nobody can know of it; the first who has seen it tells the others.
    let world = World::new(&THREE, 2);
    world.step(0, "round1").unwrap();
    let card = world.file("carla.card");
    let bytes = std::fs::read(&card).unwrap();
    std::fs::remove_file(&card).unwrap();
    let missing = CeremonyError::Missing {
        path: card.clone(),
        who: "carla".into(),
        step: "keys",
    };
    assert_eq!(world.step(1, "round1"), Err(missing.clone()));
    assert_eq!(
        world.step(2, "round1"),
        Err(CeremonyError::Missing {
            path: card.clone(),
            who: "carla".into(),
            step: "keys",
        })
    );
    assert_eq!(Standing::read(&world.shared()).unwrap().problems, [missing]);
    std::fs::write(&card, bytes).unwrap();
    // Later those who have used it do without, and the authority does not.
    let world = World::until(&THREE, 2, "round1");
    let (card, bytes) = (
        world.file("carla.card"),
        std::fs::read(world.file("carla.card")).unwrap(),
    );
    std::fs::remove_file(&card).unwrap();
    for step in ["round2", "finish"] {
        for who in 0..3 {
            world.step(who, step).unwrap();
        }
    }
    assert_eq!(
        tally_key(&world.shared()),
        Err(CeremonyError::Missing {
            path: card.clone(),
            who: "carla".into(),
            step: "keys"
        })
    );
    std::fs::write(&card, bytes).unwrap();
    tally_key(&world.shared()).unwrap();
}

#[test]
fn a_copy_under_another_name_is_named_as_what_it_is() {
    let copies = [
        ("anna.card", "anna (1).card"),
        ("anna.card", "dario.card"),
        ("anna.round1", "anna (1).round1"),
        ("anna.round1", "dario.round1"),
        ("anna-to-bruno.round2", "anna-to-bruno copy.round2"),
        ("anna-to-bruno.round2", "anna-to-dario.round2"),
        ("anna.transcript", "anna-2.transcript"),
        ("anna.transcript", "anna.round1.round1"),
    ];
    let world = World::until(&THREE, 2, "finish");
    let before = world.everything();
    for (from, to) in copies {
        world.put_back(&before);
        std::fs::copy(world.file(from), world.file(to)).unwrap();
        let expected = CeremonyError::Misnamed {
            path: world.file(to),
            who: "anna".into(),
            right: from.into(),
        };
        for step in ["round1", "round2", "finish"] {
            assert_eq!(world.step(1, step), Err(expected.clone()), "{to}");
        }
        assert_eq!(tally_key(&world.shared()), Err(expected.clone()), "{to}");
        let standing = Standing::read(&world.shared()).unwrap();
        assert_eq!(standing.problems, [expected], "{to}");
    }
    // In the place of another: signed by somebody else, or for somebody else.
    let world = World::until(&THREE, 2, "round2");
    let before = world.everything();
    std::fs::copy(
        world.file("anna-to-carla.round2"),
        world.file("anna-to-bruno.round2"),
    )
    .unwrap();
    assert!(matches!(
        world.step(1, "finish"),
        Err(CeremonyError::Misnamed { who, right, .. })
            if who == "anna" && right == "anna-to-carla.round2"
    ));
    world.put_back(&before);
    std::fs::copy(
        world.file("carla-to-bruno.round2"),
        world.file("anna-to-bruno.round2"),
    )
    .unwrap();
    assert!(matches!(
        world.step(1, "finish"),
        Err(CeremonyError::Corrupt { who, path, .. })
            if who == "anna" && path.ends_with("anna-to-bruno.round2")
    ));
}

#[test]
fn files_of_nobody_are_named_and_other_files_left_alone() {
    let world = World::new(&THREE, 2);
    for harmless in ["README.txt", ".DS_Store", "._anna.card", ".x.round1"] {
        std::fs::write(world.file(harmless), b"x").unwrap();
    }
    let foreign = World::until(&["dario", "ezio"], 2, "round2");
    for (name, who) in [("dario.round1", "dario"), ("ezio-to-dario.round2", "ezio")] {
        std::fs::copy(foreign.file(name), world.file(name)).unwrap();
        assert_eq!(
            world.step(0, "round1"),
            Err(CeremonyError::Stray {
                path: world.file(name),
                who: who.into()
            })
        );
        std::fs::remove_file(world.file(name)).unwrap();
    }
    assert_eq!(world.step(0, "round1"), Ok(Step::Taken));
    for (name, step) in [("bruno.card", "keys"), ("anna.round1", "round1")] {
        // One's own file, changed: nothing is overwritten, the remedy is one's own.
        let who = usize::from(step == "keys");
        let bytes = std::fs::read(world.file(name)).unwrap();
        let other = World::until(&THREE, 2, "round1");
        std::fs::copy(other.file(name), world.file(name)).unwrap();
        assert_eq!(
            world.step(who, step),
            Err(CeremonyError::NotMine {
                path: world.file(name),
                step
            })
        );
        std::fs::remove_file(world.file(name)).unwrap();
        assert_eq!(
            world.step(who, step),
            Ok(Step::TakenUp(vec![world.file(name)]))
        );
        assert_eq!(std::fs::read(world.file(name)).unwrap(), bytes);
    }
}
