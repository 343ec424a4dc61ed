//! Other changes that a named check must see.

use super::{
    approved, draft_with, export_with, honest, package_with, settled_by_the_registry,
    settlement_with, signed_with,
};
use crate::batch::{Archive, Decision, Export, Ruling};
use crate::consultation::StationId;
use crate::envelope::{Digest, Signed, SigningKey};
use crate::tally::settlement::{Approved, Removal};
use crate::tally::tests::draft::{draft_of, note, sign_board};
use crate::tally::tests::whole::{examined, partials};
use crate::tally::tests::world::{KEYS, VOTES, Vote, full_draft as draft, manifest};
use crate::tally::{Check, TallyError, examine, publish, settle, settlement, verify};

/// A decision about a station of which nothing is here.
fn about_nobody(key: &SigningKey, ruling: Ruling) -> impl Fn(&mut Export) {
    let key = key.clone();
    move |e| {
        let decision = key.sign(Decision {
            fingerprint: Digest::of(&e.manifest),
            station: StationId::parse("rubato-1").unwrap(),
            ruling: ruling.clone(),
            reason: "rubato il primo giorno".into(),
        });
        e.leaves.push(decision.digest());
        e.decisions.push(decision.bytes().to_vec());
        sign_board(e);
    }
}

#[test]
fn a_station_of_which_nothing_came_may_be_revoked_by_the_authority_and_not_be_kept() {
    let mut export = draft().sign();
    about_nobody(&KEYS.authority, Ruling::Revoke)(&mut export);
    let export = Export::from_zip(&export.to_zip().unwrap()).unwrap();
    let examined = examined(&export);
    let signed = settle(&examined, &KEYS.settlement_keys()).unwrap().signed;
    let settled = settlement::open(&examined, signed.bytes()).unwrap();
    let package = publish(&export, &settled, &partials(&settled, &[0, 2]), None).unwrap();
    let report = verify(&package, None, &mut |_| {});
    assert!(report.ok, "{report:?}");

    let forged = signed_with(about_nobody(&SigningKey::generate(), Ruling::Revoke));
    assert_eq!(failed(forged), Some("decisions"));
    let kept = Ruling::Keep {
        rotation: Digest::of(b"rotation"),
        refused: vec![],
    };
    let kept = signed_with(about_nobody(&KEYS.authority, kept));
    assert_eq!(failed(kept), Some("decisions"));
    let off_board = signed_with(|e| {
        about_nobody(&KEYS.authority, Ruling::Revoke)(e);
        e.leaves.pop();
        sign_board(e);
    });
    assert_eq!(failed(off_board), Some("leaves"));
}

/// The first check that fails.
fn failed(checks: Vec<Check>) -> Option<&'static str> {
    let failed = checks.into_iter().find(|c| !c.ok);
    failed.map(|c| c.name)
}

/// Other changes that a named check must see.
#[test]
fn more_that_must_be_seen() {
    let one_key = draft_with(|d| {
        d.stations[1].key = d.stations[0].key.clone();
        d.stations[1].rotation.station_key = d.stations[0].key.public();
    });
    assert_eq!(
        failed(one_key),
        Some("rotations"),
        "one key for two stations"
    );
    let no_body = signed_with(|e| e.stations[0].batches[1].body = None);
    assert_eq!(failed(no_body), Some("bodies"), "ballots held back");
    let cut = signed_with(|e| {
        for _ in 0..3 {
            e.stations[0].batches.pop();
        }
    });
    assert_eq!(
        failed(cut),
        Some("leaves"),
        "a chain cut before its ballots"
    );
    let after = draft_with(|d| {
        let more = d.stations[0].batches[0].clone();
        d.stations[0].batches.push(more);
    });
    assert_eq!(failed(after), Some("closings"), "batches after the closing");
    // Ballots of nobody, at a station that is never closed.
    let stuffed = draft_with(|d| {
        d.stations[0].batches.pop();
        d.stations[0].presence().pop();
    });
    assert_eq!(failed(stuffed), Some("counts"), "more ballots than people");
    let unlinked = {
        let mut draft = draft();
        draft.stations[0].batches.pop();
        draft.stations[0].presence()[0].link = None;
        examine(&draft.sign(), None, &mut |_| {}).0
    };
    assert_eq!(failed(unlinked), Some("links"), "a ballot without its link");
    let late = signed_with(|e| {
        let certificate = e.leaves.remove(0);
        e.leaves.push(certificate);
        sign_board(e);
    });
    assert_eq!(
        failed(late),
        Some("leaves"),
        "a certificate after its ballots"
    );
    let dropped = signed_with(|e| {
        e.leaves.pop();
        sign_board(e);
    });
    assert_eq!(
        failed(dropped),
        Some("leaves"),
        "a ballot that is not on the board"
    );
    let longer = draft_with(|d| {
        let leaves: Vec<_> = (0..99u8).map(|i| Digest::of(&[i])).collect();
        d.stations[0].batches[0].1 = Some(note(&KEYS.board, &leaves));
    });
    assert_eq!(failed(longer), Some("seen"), "a board that was longer");
}

/// The registry removes the ballot of somebody else, at a station where nobody's has to go.
#[test]
fn a_removal_at_another_station_is_seen() {
    let votes: [&[Vote]; 2] = [
        &[(1, 9, &[0, 1]), (3, 10, &[0, 2])],
        &[(3, 15, &[2, 3]), (6, 16, &[0, 1])],
    ];
    let all = examined(&draft_of(manifest(), &votes).sign());
    let mut s = settled_by_the_registry(&all);
    assert!(settlement::open(&all, &approved(s.clone())).is_ok());
    let first = &all.chains[0].station;
    let innocent = all.ballots.iter().find(|b| b.station() == first).unwrap();
    s.removed[0].tracker = innocent.tracker();
    s.stations = settlement::stations(&all, &s.removed);
    let seen = settlement::open(&all, &approved(s));
    assert!(matches!(seen, Err(TallyError::Check(c)) if c.name == "duplicates"));
}

/// Other changes of a settlement or of a package that a named check must see.
#[test]
fn more_that_must_be_seen_after_the_settlement() {
    let policy = settlement_with(|s| s.policy.within = crate::consultation::Within::None);
    assert_eq!(failed(policy), Some("settlement"));
    let station = settlement_with(|s| {
        s.stations.pop();
    });
    assert_eq!(failed(station), Some("removed"));
    // A reason that no paper at all can have given.
    let all = examined(&draft_of(manifest(), &VOTES).sign());
    let mut no_paper = settled_by_the_registry(&all);
    for r in &mut no_paper.removed {
        r.reason = Removal::PaperVote;
    }
    no_paper.stations = settlement::stations(&all, &no_paper.removed);
    let seen = settlement::open(&all, &approved(no_paper));
    assert!(matches!(seen, Err(TallyError::Check(c)) if c.name == "removed"));
    let mut twice = manifest();
    twice.consultation.questions[0].options[1].id = "p0".into();
    let twice = export_with(&draft_of(twice, &VOTES).sign());
    assert_eq!(failed(twice), Some("manifest"), "two options of one name");
    let mut two_groups = manifest();
    two_groups.mode = crate::consultation::Mode::Live;
    two_groups.consultation.count.minimum_ballots = 10;
    let mut fourth = two_groups.tally.trustees[0].clone();
    fourth.index = 4;
    two_groups.tally.trustees.push(fourth);
    let two_groups = export_with(&draft_of(two_groups, &VOTES).sign());
    let check = two_groups.last().unwrap();
    assert!(check.name == "tally_key" && check.detail.contains("two groups"));
    let dropped = settlement_with(|s| s.web.as_mut().unwrap().dropped = 0);
    assert_eq!(
        failed(dropped),
        Some("duplicates"),
        "a web vote that counts twice"
    );
    let list = settlement_with(|s| s.web.as_mut().unwrap().list = Digest([3; 32]));
    assert_eq!(failed(list), Some("settlement"));
    let registry_alone = package_with(|a| {
        let inner = Signed::<Approved>::peek(a.get("settlement.cose").unwrap()).unwrap();
        a.put("settlement.cose", inner.settlement.to_vec());
    });
    assert_eq!(failed(registry_alone), Some("settlement"));
    let miscounted = settlement_with(|s| s.counted -= 1);
    assert_eq!(failed(miscounted), Some("removed"));
    let fewer = settlement_with(|s| {
        let out = s.removed.pop().unwrap();
        s.counted += 1;
        let at = s.stations.iter_mut().find(|st| {
            st.removed
                .first()
                .is_some_and(|(reason, _)| *reason == out.reason)
        });
        at.unwrap().removed[0].1 -= 1;
        s.stations
            .iter_mut()
            .for_each(|st| st.removed.retain(|(_, n)| *n > 0));
    });
    assert!(matches!(failed(fewer), Some("duplicates" | "removed")));
    let private = {
        let mut archive = Archive::from_zip(honest()).unwrap();
        let name = "stations/banchetto-0/000000.presence.body.cbor";
        archive.put(name, *b"people");
        verify(&archive.to_zip().unwrap(), None, &mut |_| {}).checks
    };
    assert_eq!(failed(private), Some("package"));
    // A name that would clear the screen and write another verdict.
    let hostile = package_with(|a| a.put("\x1b[2J\u{202e}verified\x1b[8m", *b"x"));
    let detail = hostile.last().unwrap().detail.clone();
    assert!(!detail.contains(['\x1b', '\u{202e}']), "{detail:?}");
    let one = package_with(|a| {
        a.0.remove(&format!("partials/{}.cose", KEYS.shares[0].name()));
    });
    assert_eq!(failed(one), Some("partials"), "one trustee is not enough");
    let renamed = package_with(|a| {
        let bytes =
            a.0.remove(&format!("partials/{}.cose", KEYS.shares[0].name()));
        a.put("partials/zeno.cose", bytes.unwrap());
    });
    assert_eq!(failed(renamed), Some("partials"));
}
