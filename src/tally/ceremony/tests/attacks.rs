//! What a dishonest trustee, or whoever carries the shared folder, may try; who is named for it.

use super::messages::{Round1, Round2, Seen};
use super::*;
use crate::envelope::Signed;
use frost_ristretto255::keys::dkg;
use minicbor::bytes::ByteVec;
use rand_core::OsRng;

impl World {
    fn round1_of(&self, who: usize) -> Round1 {
        let t = &self.trustees[who];
        let bytes = std::fs::read(self.file(&format!("{}.round1", t.name()))).unwrap();
        let signed: Signed<Round1> = Signed::open(&bytes, &t.key.public()).unwrap();
        signed.value().clone()
    }

    fn write_round1(&self, who: usize, file: Round1) {
        let t = &self.trustees[who];
        let path = self.file(&format!("{}.round1", t.name()));
        std::fs::write(path, t.key.sign(file).bytes()).unwrap();
    }

    fn round2_of(&self, from: usize, to: usize) -> (PathBuf, Round2) {
        let (from, to) = (&self.trustees[from], &self.trustees[to]);
        let path = self.file(&format!("{}-to-{}.round2", from.name(), to.name()));
        let bytes = std::fs::read(&path).unwrap();
        let signed: Signed<Round2> = Signed::open(&bytes, &from.key.public()).unwrap();
        (path, signed.value().clone())
    }
}

fn dishonest(result: Result<Step, CeremonyError>) -> (String, String) {
    match result {
        Err(CeremonyError::Dishonest { path, who, .. }) => {
            (who, path.file_name().unwrap().to_str().unwrap().to_owned())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_view_of_cards_or_threshold_is_named() {
    // The carrier gives bruno another card of carla.
    let world = World::new(&THREE, 2);
    let false_carla = Trustee::fresh("carla", &world.dir.path().join("false")).unwrap();
    let carla = std::fs::read(world.file("carla.card")).unwrap();
    std::fs::remove_file(world.file("carla.card")).unwrap();
    false_carla.introduce(&world.shared()).unwrap();
    let seen_by_bruno = Standing::read(&world.shared()).unwrap();
    world.step(1, "round1").unwrap();
    std::fs::write(world.file("carla.card"), carla).unwrap();
    // What they read to each other differs.
    let seen_by_carla = Standing::read(&world.shared()).unwrap();
    assert_ne!(
        seen_by_bruno.trustees[2].fingerprint,
        seen_by_carla.trustees[2].fingerprint
    );
    for who in [0, 2] {
        assert!(matches!(
            world.step(who, "round1"),
            Err(CeremonyError::OtherView { who, what, .. })
                if who == "bruno" && what.contains("another card of carla")
        ));
        assert!(!world.trustees[who].dir.join("round1.age").exists());
    }

    let world = World::new(&THREE, 2);
    world.trustees[1].round1(&world.shared(), 3).unwrap();
    assert!(matches!(
        world.step(0, "round1"),
        Err(CeremonyError::OtherView { who, what, .. })
            if who == "bruno" && what == "a threshold of 3, not 2"
    ));
    for threshold in [0, 1, 4] {
        assert!(matches!(
            world.trustees[0].round1(&world.shared(), threshold),
            Err(CeremonyError::Threshold { trustees: 3, .. })
        ));
    }
    // Who saw fewer cards is named by who saw more, also when both are too far to go back.
    let world = World::until(&THREE, 2, "round1");
    let mut file = world.round1_of(1);
    file.cards.retain(|c: &Seen| c.name != "carla");
    world.write_round1(1, file);
    assert!(matches!(
        world.step(0, "round2"),
        Err(CeremonyError::OtherView { who, what, .. })
            if who == "bruno" && what == "no card of carla"
    ));
}

#[test]
fn two_cards_with_one_key_are_refused() {
    let world = World::new(&["anna", "bruno"], 2);
    let anna = &world.trustees[0];
    let copy = Trustee {
        name: "carla".into(),
        key: anna.key.clone(),
        identity: anna.identity.clone(),
        dir: world.dir.path().join("carla"),
    };
    copy.introduce(&world.shared()).unwrap();
    assert_eq!(
        Roster::read(&world.shared(), 2).err(),
        Some(CeremonyError::SameKey("anna".into(), "carla".into()))
    );
}

#[test]
fn two_first_rounds_of_one_trustee_are_found_out() {
    // Carla gives anna one first round and bruno another.
    let world = World::until(&THREE, 2, "round1");
    world.step(0, "round2").unwrap();
    let honest = std::fs::read(world.file("carla.round1")).unwrap();
    let (_, package) = dkg::part1(messages::identifier(3).unwrap(), 3, 2, OsRng).unwrap();
    let mut second = world.round1_of(2);
    second.package = ByteVec::from(package.serialize().unwrap());
    world.write_round1(2, second);
    world.step(1, "round2").unwrap();
    std::fs::write(world.file("carla.round1"), honest).unwrap();
    world.step(2, "round2").unwrap();
    assert!(matches!(
        world.step(0, "finish"),
        Err(CeremonyError::TwoFirstRounds { who, by, .. }) if who == "carla" && by == "bruno"
    ));
    let problems = Standing::read(&world.shared()).unwrap().problems;
    assert!(
        problems
            .iter()
            .any(|p| matches!(p, CeremonyError::TwoFirstRounds { who, .. } if who == "carla"))
    );
}

/// Proofs of knowledge are verified in the second round only. A first round that its author could
/// exchange afterwards would be a commitment to any key at all, such as one that cancels the others.
#[test]
fn a_first_round_is_not_exchanged_after_it_was_answered() {
    let world = World::until(&["anna", "bruno"], 2, "round2");
    let (_, package) = dkg::part1(messages::identifier(2).unwrap(), 2, 2, OsRng).unwrap();
    let mut second = world.round1_of(1);
    second.package = ByteVec::from(package.serialize().unwrap());
    world.write_round1(1, second);
    let digest = crate::envelope::Digest::of(&std::fs::read(world.file("bruno.round1")).unwrap());
    let (path, mut file) = world.round2_of(1, 0);
    file.round1[1] = digest;
    std::fs::write(path, world.trustees[1].key.sign(file).bytes()).unwrap();
    assert!(matches!(
        world.step(0, "finish"),
        Err(CeremonyError::Changed { who, step: "round1", .. }) if who == "bruno"
    ));
}

#[test]
fn a_copied_commitment_names_the_copier() {
    for (copier, victim) in [(0, 2), (2, 0)] {
        let world = World::until(&THREE, 2, "round1");
        let mut file = world.round1_of(copier);
        file.package = world.round1_of(victim).package;
        world.write_round1(copier, file);
        let (who, path) = dishonest(world.step(1, "round2"));
        assert_eq!(who, THREE[copier]);
        assert_eq!(path, format!("{who}.round1"));
        assert_eq!(dishonest(world.step(victim, "round2")).0, THREE[copier]);
    }
}

#[test]
fn commitments_that_are_no_polynomial_are_refused() {
    let world = World::until(&THREE, 2, "round1");
    let good = world.round1_of(1);
    let package = dkg::round1::Package::deserialize(&good.package).unwrap();
    for coefficient in package.commitment().serialize().unwrap() {
        // A point at infinity, and bytes that are no point.
        for bad in [[0u8; 32], [0xff; 32]] {
            let mut bytes = good.package.to_vec();
            let at = bytes.windows(32).position(|w| w == coefficient).unwrap();
            bytes[at..at + 32].copy_from_slice(&bad);
            let mut file = good.clone();
            file.package = ByteVec::from(bytes);
            world.write_round1(1, file);
            assert_eq!(dishonest(world.step(0, "round2")).0, "bruno");
        }
    }
    // More coefficients than the threshold: more trustees would be needed than all agreed.
    let (_, package) = dkg::part1(messages::identifier(2).unwrap(), 3, 3, OsRng).unwrap();
    let mut file = good.clone();
    file.package = ByteVec::from(package.serialize().unwrap());
    world.write_round1(1, file);
    assert_eq!(dishonest(world.step(0, "round2")).0, "bruno");
}

#[test]
fn a_second_round_of_another_ceremony_or_with_a_wrong_value_is_refused() {
    let world = World::until(&THREE, 2, "round2");
    let before = world.everything();
    let (path, good) = world.round2_of(1, 0);
    let bruno = &world.trustees[1];
    let anna = world.trustees[0].identity.recipient();

    // Replayed: bruno kept his keys, and made this file with other trustees.
    let mut replayed = good.clone();
    replayed.roster = crate::envelope::Digest::of(b"another");
    std::fs::write(&path, bruno.key.sign(replayed).bytes()).unwrap();
    assert!(matches!(
        world.step(0, "finish"),
        Err(CeremonyError::OtherCeremony { who, step: "round2", .. }) if who == "bruno"
    ));
    // For somebody else, garbage, zero, a wrong value.
    let zero = {
        let plain = world.trustees[0].identity.open(&good.sealed).unwrap();
        let mut zero = plain.to_vec();
        let length = zero.len();
        zero[length - 32..].fill(0);
        zero
    };
    let mut one = zero.clone();
    let length = one.len();
    one[length - 32] = 1;
    let sealed = [
        world.trustees[2].identity.recipient().seal(b"x").unwrap(),
        anna.seal(b"x").unwrap(),
        anna.seal(&zero).unwrap(),
        anna.seal(&one).unwrap(),
    ];
    for sealed in sealed {
        let mut file = good.clone();
        file.sealed = ByteVec::from(sealed);
        std::fs::write(&path, bruno.key.sign(file).bytes()).unwrap();
        let (who, path) = dishonest(world.step(0, "finish"));
        assert_eq!((&*who, &*path), ("bruno", "bruno-to-anna.round2"));
        assert!(!world.trustees[0].dir.join("finish.age").exists());
    }
    world.put_back(&before);
    assert_eq!(world.step(0, "finish"), Ok(Step::Taken));
}

#[test]
fn nobody_signs_a_transcript_that_differs() {
    let world = World::until(&THREE, 2, "round2");
    let (honest, _) = world.trustees[0]
        .finish(&world.shared(), false, &world.passphrase)
        .unwrap();
    // One says that all were on one machine, or one that they were not: somebody lies.
    assert!(matches!(
        world.trustees[1].finish(&world.shared(), true, &world.passphrase),
        Err(CeremonyError::Disagreement { one, other, what })
            if one == "bruno" && other == "anna" && what.contains("one machine")
    ));
    assert!(!world.file("bruno.transcript").exists());
    for who in [1, 2] {
        world.step(who, "finish").unwrap();
    }
    let mut lies = [honest.clone(), honest.clone(), honest.clone(), honest];
    lies[0].one_machine = true;
    lies[1].key = *lies[1].verification_shares[0];
    lies[2].round1.swap(0, 1);
    lies[3].threshold = 3;
    for lie in lies {
        let signed = world.trustees[2].key.sign(lie);
        std::fs::write(world.file("carla.transcript"), signed.bytes()).unwrap();
        assert!(matches!(
            tally_key(&world.shared()),
            Err(CeremonyError::Disagreement { other, .. }) if other == "carla"
        ));
    }
    // All together may sign what is not a key of theirs: that is found by arithmetic.
    let mut lie = {
        let bytes = std::fs::read(world.file("anna.transcript")).unwrap();
        Signed::<Transcript>::peek(&bytes).unwrap()
    };
    lie.key = [0; 32];
    for t in &world.trustees {
        let path = world.file(&format!("{}.transcript", t.name()));
        std::fs::write(path, t.key.sign(lie.clone()).bytes()).unwrap();
    }
    assert_eq!(tally_key(&world.shared()), Err(CeremonyError::Inconsistent));
}

#[test]
fn together_is_marked_and_keeps_nothing_but_the_shares() {
    let out = tempfile::tempdir().unwrap();
    let passphrases = [Passphrase::random_code(), Passphrase::random_code()];
    let done = together(out.path(), 2, &passphrases).unwrap();
    let (_, one_machine) = tally_key(&done.ceremony).unwrap();
    assert!(one_machine);
    for (_, share) in &done.shares {
        let files = files_in(share.parent().unwrap());
        assert_eq!(files.keys().collect::<Vec<_>>(), [share]);
    }
    assert!(matches!(
        together(out.path(), 2, &passphrases),
        Err(CeremonyError::AlreadyThere(_))
    ));
}
