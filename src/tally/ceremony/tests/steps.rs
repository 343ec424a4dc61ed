//! Steps that are interrupted, repeated, or repeated with something changed.

use super::*;
use crate::envelope::Digest;
use crate::tally::share::{SHARE_FILE, Share};

/// A folder in the way of a file: writing it fails, as on a full disk.
fn in_the_way<T>(path: &Path, step: impl Fn() -> Result<Step, T>) {
    std::fs::create_dir(path).unwrap();
    assert!(step().is_err());
    std::fs::remove_dir(path).unwrap();
}

#[test]
fn a_step_done_twice_changes_nothing_and_says_so() {
    let world = World::new(&THREE, 2);
    for step in ["round1", "round2", "finish"] {
        for who in 0..3 {
            assert_eq!(world.step(who, step), Ok(Step::Taken));
        }
        let before = world.everything();
        for who in 0..3 {
            assert_eq!(world.step(who, step), Ok(Step::AlreadyDone));
        }
        assert_eq!(world.everything(), before);
    }
    for step in ["keys", "round1", "round2"] {
        assert_eq!(world.step(0, step), Ok(Step::AlreadyDone));
    }
}

#[test]
fn each_write_may_be_the_last_before_a_crash() {
    let world = World::new(&THREE, 2);
    let anna = |step: &'static str| world.step(0, step);
    let private = world.dir.path().join("anna");

    // Before the secret; after it, before the file.
    in_the_way(&private.join("round1.age"), || anna("round1"));
    assert!(!world.file("anna.round1").exists());
    anna("round1").unwrap();
    std::fs::remove_file(world.file("anna.round1")).unwrap();
    let path = world.file("anna.round1");
    assert_eq!(anna("round1"), Ok(Step::TakenUp(vec![path])));
    for who in [1, 2] {
        world.step(who, "round1").unwrap();
    }

    // Before the secret; after it; after the first of two files.
    in_the_way(&private.join("round2.age"), || anna("round2"));
    assert!(!world.file("anna-to-bruno.round2").exists());
    in_the_way(&world.file("anna-to-bruno.round2"), || anna("round2"));
    let kept = std::fs::read(private.join("round2.age")).unwrap();
    in_the_way(&world.file("anna-to-carla.round2"), || anna("round2"));
    let first = std::fs::read(world.file("anna-to-bruno.round2")).unwrap();
    let path = world.file("anna-to-carla.round2");
    assert_eq!(anna("round2"), Ok(Step::TakenUp(vec![path])));
    assert_eq!(std::fs::read(private.join("round2.age")).unwrap(), kept);
    assert_eq!(
        std::fs::read(world.file("anna-to-bruno.round2")).unwrap(),
        first
    );
    for who in [1, 2] {
        world.step(who, "round2").unwrap();
    }

    // Before anything; after what is kept; after the share; while the secrets are wiped.
    in_the_way(&private.join("finish.age"), || anna("finish"));
    assert!(!private.join(SHARE_FILE).exists());
    in_the_way(&world.file("anna.transcript"), || anna("finish"));
    let (share, transcript) = (private.join(SHARE_FILE), world.file("anna.transcript"));
    let before: Vec<_> = files_in(&private).into_iter().collect();
    let bytes = std::fs::read(&share).unwrap();
    std::fs::remove_file(&share).unwrap();
    let both = vec![share.clone(), transcript];
    assert_eq!(anna("finish"), Ok(Step::TakenUp(both)));
    assert_eq!(std::fs::read(&share).unwrap(), bytes);
    let done = files_in(&private);
    for (path, old) in before.into_iter().filter(|(p, _)| *p != share) {
        assert_ne!(done[&path], old, "{path:?} still holds its secret");
        std::fs::write(&path, &old).unwrap();
        assert_eq!(anna("finish"), Ok(Step::AlreadyDone));
        assert_ne!(std::fs::read(&path).unwrap(), old, "{path:?}");
    }
    for who in [1, 2] {
        world.step(who, "finish").unwrap();
    }
    tally_key(&world.shared()).unwrap();
}

#[test]
fn when_the_share_is_kept_the_secrets_of_the_rounds_are_gone() {
    let world = World::until(&THREE, 2, "finish");
    for t in &world.trustees {
        let first: kept::First = t.kept().unwrap().unwrap();
        let second: kept::Second = t.kept().unwrap().unwrap();
        let last: kept::Last = t.kept().unwrap().unwrap();
        assert!(first.secret.is_empty() && second.secret.is_empty() && last.share.is_empty());
    }
    std::fs::remove_file(world.dir.path().join("bruno/share.age")).unwrap();
    assert!(matches!(
        world.step(1, "finish"),
        Err(CeremonyError::ShareLost(path)) if path.ends_with("bruno/share.age")
    ));
}

#[test]
fn a_shared_folder_that_is_lost_is_made_again_by_the_same_commands() {
    for reached in ["round1", "round2", "finish"] {
        let world = World::until(&THREE, 2, reached);
        let before = world.everything();
        std::fs::remove_dir_all(world.shared()).unwrap();
        std::fs::create_dir(world.shared()).unwrap();
        for step in ["keys", "round1", "round2", "finish"] {
            for who in 0..3 {
                world.step(who, step).unwrap();
            }
        }
        let after = world.everything();
        for (path, bytes) in before {
            assert_eq!(after[&path], bytes, "{path:?}");
        }
        tally_key(&world.shared()).unwrap();
    }
}

#[test]
fn a_second_round_lost_after_its_author_has_finished_comes_back() {
    let world = World::until(&THREE, 2, "round2");
    world.step(0, "finish").unwrap();
    let path = world.file("anna-to-bruno.round2");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(
        world.step(1, "finish"),
        Err(CeremonyError::Missing {
            path: path.clone(),
            who: "anna".into(),
            step: "round2"
        })
    );
    assert_eq!(world.step(0, "round2"), Ok(Step::TakenUp(vec![path])));
    assert_eq!(world.step(1, "finish"), Ok(Step::Taken));
}

#[test]
fn what_an_earlier_step_has_used_does_not_change() {
    let world = World::until(&THREE, 2, "round2");
    let before = world.everything();
    let other = World::until(&THREE, 2, "round1");
    for step in ["round1", "round2", "finish"] {
        // Another card of a known trustee, and one of a new trustee.
        world.put_back(&before);
        std::fs::copy(other.file("carla.card"), world.file("carla.card")).unwrap();
        assert!(matches!(
            world.step(0, step),
            Err(CeremonyError::Changed { path, who, step: "keys" })
                if who == "carla" && path.ends_with("carla.card")
        ));
        world.put_back(&before);
        let dario = Trustee::fresh("dario", &world.dir.path().join("dario")).unwrap();
        dario.introduce(&world.shared()).unwrap();
        assert!(matches!(
            world.step(0, step),
            Err(CeremonyError::Added { who, .. }) if who == "dario"
        ));
    }
    for step in ["round2", "finish"] {
        world.put_back(&before);
        std::fs::copy(other.file("bruno.round1"), world.file("bruno.round1")).unwrap();
        assert!(matches!(
            world.step(0, step),
            Err(CeremonyError::Changed { who, step: "round1", .. }) if who == "bruno"
        ));
    }
    world.put_back(&before);
    assert_eq!(
        world.trustees[0].round1(&world.shared(), 3),
        Err(CeremonyError::OtherThreshold { made: 2, asked: 3 })
    );
    assert_eq!(world.step(0, "finish"), Ok(Step::Taken));
}

#[test]
fn a_step_needs_the_one_before_and_says_which() {
    let world = World::until(&THREE, 2, "keys");
    for (step, before) in [("round2", "round1"), ("finish", "round1")] {
        assert!(matches!(
            world.step(0, step),
            Err(CeremonyError::StepBefore { step, .. }) if step == before
        ));
    }
    let nobody = Trustee::open(&world.dir.path().join("nobody"), &world.passphrase);
    assert!(matches!(
        nobody,
        Err(CeremonyError::StepBefore { step: "keys", .. })
    ));
}

#[test]
fn keys_are_made_once_and_a_name_is_taken_once() {
    let out = tempfile::tempdir().unwrap();
    let (shared, dir) = (out.path().join("shared"), out.path().join("anna"));
    let passphrase = Passphrase::random_code();
    let anna = Trustee::create("anna", &dir, &shared, &passphrase).unwrap();
    assert!(matches!(
        Trustee::create("anna", &dir, &shared, &passphrase),
        Err(CeremonyError::AlreadyThere(_))
    ));
    assert!(matches!(
        Trustee::create("anna", &out.path().join("other"), &shared, &passphrase),
        Err(CeremonyError::NameTaken { name, .. }) if name == "anna"
    ));
    assert!(matches!(
        anna.keys_again("bruno", &shared),
        Err(CeremonyError::OtherName { name, .. }) if name == "anna"
    ));
    let card = std::fs::read(shared.join("anna.card")).unwrap();
    std::fs::remove_file(shared.join("anna.card")).unwrap();
    let anna = Trustee::open(&dir, &passphrase).unwrap();
    let again = anna.keys_again("anna", &shared).unwrap();
    assert_eq!(again, Step::TakenUp(vec![shared.join("anna.card")]));
    assert_eq!(std::fs::read(shared.join("anna.card")).unwrap(), card);
    // A passphrase that is wrong, and a file that is damaged, are told apart.
    let wrong = Trustee::open(&dir, &Passphrase::random_code()).unwrap_err();
    assert!(wrong.to_string().contains("wrong passphrase"), "{wrong}");
    let mut bytes = std::fs::read(dir.join("trustee.age")).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(dir.join("trustee.age"), bytes).unwrap();
    let damaged = Trustee::open(&dir, &passphrase).unwrap_err();
    assert!(damaged.to_string().contains("damaged"), "{damaged}");
}

#[test]
fn a_share_that_does_not_open_says_why() {
    use crate::envelope::{EnvelopeError, SigningKey, lock};
    let passphrase = Passphrase::random_code();
    let (key, digest) = (SigningKey::generate(), Digest([7; 32]));
    let share = |scalar: &[u8; 32]| Share::new(1, "anna", &key, scalar, [8; 32], digest);
    assert!(share(&[0; 32]).is_none() && share(&[0xff; 32]).is_none());
    let mut one = [0; 32];
    one[0] = 1;
    let locked = share(&one).unwrap().lock(&passphrase).unwrap();
    assert!(Share::unlock(&passphrase, &locked).is_ok());
    let wrong = Share::unlock(&Passphrase::random_code(), &locked);
    assert_eq!(wrong.err(), Some(EnvelopeError::CannotOpen));
    for damaged in [&locked[..locked.len() - 1], &locked[..20], b"", b"share"] {
        let damaged = Share::unlock(&passphrase, damaged);
        assert_eq!(damaged.err(), Some(EnvelopeError::Damaged));
    }
    let other = lock(&passphrase, b"something else").unwrap();
    let other = Share::unlock(&passphrase, &other).err().unwrap();
    assert!(
        other.to_string().contains("not a trustee's share"),
        "{other}"
    );
}
