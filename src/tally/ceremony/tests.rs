//! The ceremony through real files, and what its files must not be able to do.

use super::*;
use crate::envelope::Passphrase;
use crate::tally::share::Share;
use std::path::Path;

fn trustees(out: &Path, names: &[&str]) -> Vec<Trustee> {
    let trustees: Vec<_> = names
        .iter()
        .map(|n| Trustee::fresh(n, &out.join(n)).unwrap())
        .collect();
    for t in &trustees {
        t.introduce(&out.join("shared")).unwrap();
    }
    trustees
}

#[test]
fn three_folders_and_one_shared_one_make_a_key() {
    let out = tempfile::tempdir().unwrap();
    let shared = out.path().join("shared");
    let passphrase = Passphrase::new("anna anna");
    Trustee::create("anna", &out.path().join("anna"), &shared, &passphrase).unwrap();
    let again = Trustee::create("anna", &out.path().join("anna"), &shared, &passphrase);
    assert!(matches!(again, Err(CeremonyError::AlreadyDone(_))));
    // Opened again from the disk: a process of its own would.
    let anna = Trustee::open(&out.path().join("anna"), &passphrase).unwrap();
    let mut all = trustees(out.path(), &["bruno", "carla"]);
    all.push(anna);
    for t in &all {
        t.round1(&shared, 2).unwrap();
    }
    let again = all[0].round1(&shared, 2);
    assert!(matches!(again, Err(CeremonyError::AlreadyDone(_))));
    for t in &all {
        t.round2(&shared).unwrap();
    }
    let missing = tally_key(&shared);
    assert!(matches!(
        missing,
        Err(CeremonyError::Missing { step: "finish", .. })
    ));
    let mut transcripts = Vec::new();
    for t in &all {
        transcripts.push(t.finish(&shared, false, &passphrase).unwrap());
    }
    let again = all[0].finish(&shared, false, &passphrase);
    assert!(matches!(again, Err(CeremonyError::StepBefore { .. })));
    let (key, one_machine) = tally_key(&shared).unwrap();
    assert!(!one_machine);
    assert_eq!((key.threshold, key.trustees.len()), (2, 3));
    assert_eq!(key.transcript, transcripts[0].digest());
    assert_eq!(key.trustees[0].name, "anna");
    let locked = std::fs::read(out.path().join("anna/share.age")).unwrap();
    let share = Share::unlock(&passphrase, &locked).unwrap();
    assert_eq!((share.index(), share.name()), (1, "anna"));
    assert_eq!(share.group_key(), &key.key);
    assert!(Share::unlock(&Passphrase::new("altro"), &locked).is_err());

    // A transcript that one of them signed differently.
    let mut other = transcripts[0].clone();
    other.one_machine = true;
    let path = shared.join("carla.transcript");
    std::fs::write(&path, all[1].key.sign(other).bytes()).unwrap();
    assert_eq!(
        tally_key(&shared),
        Err(CeremonyError::Disagreement("carla".into()))
    );
    // One that was altered.
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[40] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert!(tally_key(&shared).is_err());
}

#[test]
fn files_of_another_ceremony_are_refused_by_name() {
    let out = tempfile::tempdir().unwrap();
    let shared = out.path().join("shared");
    let all = trustees(out.path(), &["anna", "bruno", "carla"]);
    assert_eq!(
        all[0].round1(&shared, 4),
        Err(CeremonyError::Threshold {
            threshold: 4,
            trustees: 3
        })
    );
    assert!(matches!(
        all[0].round1(&shared, 1),
        Err(CeremonyError::Threshold { .. })
    ));
    all[0].round1(&shared, 2).unwrap();
    all[1].round1(&shared, 3).unwrap();
    assert!(matches!(
        all[0].round2(&shared),
        Err(CeremonyError::OtherCeremony { path }) if path.ends_with("bruno.round1")
    ));
    std::fs::remove_file(shared.join("bruno.round1")).unwrap();
    assert!(matches!(
        all[0].round2(&shared),
        Err(CeremonyError::Missing { who, step: "round1", .. }) if who == "bruno"
    ));
    // Somebody else's commitment under one's own name.
    let stolen = std::fs::read(shared.join("anna.round1")).unwrap();
    std::fs::write(shared.join("bruno.round1"), stolen).unwrap();
    assert!(matches!(
        all[0].round2(&shared),
        Err(CeremonyError::Corrupt { who, .. }) if who == "bruno"
    ));
}

#[test]
fn two_cards_with_one_key_are_refused() {
    let out = tempfile::tempdir().unwrap();
    let shared = out.path().join("shared");
    let all = trustees(out.path(), &["anna", "bruno"]);
    let copy = Trustee {
        name: "carla".into(),
        key: all[0].key.clone(),
        identity: all[0].identity.clone(),
        dir: out.path().join("carla"),
    };
    copy.introduce(&shared).unwrap();
    assert_eq!(
        Roster::read(&shared, 2).err(),
        Some(CeremonyError::SameKey("anna".into(), "carla".into()))
    );
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
