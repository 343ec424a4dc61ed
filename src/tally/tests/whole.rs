//! From ballots to a package that anyone verifies.

use super::draft::draft_of;
use super::world::{KEYS, VOTES, draft, manifest};
use crate::batch::{Export, PaperCount, PaperResult, Rows};
use crate::consultation::{Cents, Ties, Within, ZeroVotes};
use crate::envelope::{Digest, Identity, Signed, SigningKey};
use crate::tally::settlement::Removal;
use crate::tally::{
    Examined, OpenSettlement, Partial, SettlementKeys, TallyError, Totals, examine, give, publish,
    settle, settlement, totals, verify,
};

pub fn examined(export: &Export) -> Examined {
    let (checks, examined) = examine(export, None, &mut |_| {});
    examined.unwrap_or_else(|| panic!("{checks:?}"))
}

/// The partials of some trustees, by place.
pub fn partials(settled: &OpenSettlement<'_>, trustees: &[usize]) -> Vec<Vec<u8>> {
    let dir = tempfile::tempdir().unwrap();
    let of = |&t: &usize| {
        let file = dir.path().join(format!("{t}.age"));
        give(&KEYS.shares[t], &file, settled)
            .unwrap()
            .bytes()
            .to_vec()
    };
    trustees.iter().map(of).collect()
}

fn votes(totals: &Totals) -> Vec<u64> {
    totals.all.questions[0]
        .totals
        .iter()
        .map(|t| t.total)
        .collect()
}

#[test]
fn a_whole_count() {
    let export = draft().sign();
    // As the file that travels.
    let export = Export::from_zip(&export.to_zip().unwrap()).unwrap();
    let examined = examined(&export);
    let signed = settle(&examined, &KEYS.settlement_keys()).unwrap().signed;
    let again = settle(&examined, &KEYS.settlement_keys()).unwrap().signed;
    assert_eq!(signed, again, "the same export gives the same settlement");
    let settled = settlement::open(&examined, signed.bytes()).unwrap();
    let s = settled.settlement();
    assert_eq!((s.removed.len(), s.counted), (2, 8));
    assert!(s.removed.iter().all(|r| r.reason == Removal::LaterVote));

    // Person 3's later vote (2, 3) is out; of person 4's at one hour, the lot took one.
    let all = totals(&settled, &partials(&settled, &[0, 1])).unwrap();
    let first_of_four = [6, 5, 3, 2, 1];
    let second_of_four = [6, 4, 3, 3, 1];
    let found = votes(&all);
    assert!(
        found == first_of_four || found == second_of_four,
        "{found:?}"
    );
    for some in [&[0, 2][..], &[1, 2], &[2, 0, 1]] {
        assert_eq!(totals(&settled, &partials(&settled, some)).unwrap(), all);
    }
    assert_eq!(
        totals(&settled, &partials(&settled, &[1])),
        Err(TallyError::TooFew {
            found: 1,
            needed: 2
        })
    );
    let twice = totals(&settled, &partials(&settled, &[1, 1]));
    assert!(matches!(twice, Err(TallyError::Partial { .. })));

    let package = publish(&export, &settled, &partials(&settled, &[2, 0]), None).unwrap();
    let fingerprint = examined.manifest.digest();
    let report = verify(&package, Some(fingerprint), &mut |_| {});
    assert!(report.ok, "{report:?}");
    assert_eq!(report.fingerprint, fingerprint.hex());
    let names: Vec<_> = report.checks.iter().map(|c| c.name).collect();
    assert_eq!(names, crate::tally::package::CHECKS);
    // What is not public is not in it.
    for s in &export.stations {
        for b in s.batches.iter().filter(|b| !b.kind.public()) {
            let body = b.body.as_ref().unwrap();
            assert!(!package.windows(body.len()).any(|w| w == body));
        }
    }
}

#[test]
fn none_of_the_votes_of_a_person_who_voted_twice() {
    let mut manifest = manifest();
    manifest.consultation.duplicates.within = Within::None;
    manifest.consultation.outcome.as_mut().unwrap().zero_votes = ZeroVotes::Fund;
    let export = draft_of(manifest, &VOTES).sign();
    let examined = examined(&export);
    let signed = settle(&examined, &KEYS.settlement_keys()).unwrap().signed;
    let settled = settlement::open(&examined, signed.bytes()).unwrap();
    assert_eq!(settled.settlement().counted, 6);
    let all = totals(&settled, &partials(&settled, &[0, 1])).unwrap();
    assert_eq!(votes(&all), [5, 3, 1, 2, 1]);
}

#[test]
fn a_tie_waits_for_the_public_draw() {
    let mut manifest = manifest();
    manifest.consultation.outcome.as_mut().unwrap().ties = Ties::Lot {
        draw: "Lotto, ruota di Milano, 2022-10-22".into(),
    };
    manifest.consultation.budget.as_mut().unwrap().total = Cents(1_000_000);
    // Projects 0 and 1 have two votes each, and only one of them can be paid.
    let export = draft_of(manifest, &[&[(1, 9, &[0, 1])], &[(2, 9, &[0, 1])]]).sign();
    let examined = examined(&export);
    let signed = settle(&examined, &KEYS.settlement_keys()).unwrap().signed;
    let settled = settlement::open(&examined, signed.bytes()).unwrap();
    let partials = partials(&settled, &[0, 1]);
    let detail = |lot| {
        let package = publish(&export, &settled, &partials, lot).unwrap();
        let report = verify(&package, None, &mut |_| {});
        assert!(report.ok, "{report:?}");
        report.checks.last().unwrap().detail.clone()
    };
    assert_eq!(detail(None), "undecided: a tie waits for the draw");
    let drawn = detail(Some("12 45 7 88 31"));
    assert!(
        drawn.ends_with("ruota di Milano, 2022-10-22 = 12 45 7 88 31"),
        "{drawn}"
    );
}

#[test]
fn a_paper_vote_stays_and_the_sealed_one_goes() {
    let mut draft = draft();
    let row = draft.stations[1]
        .presence()
        .iter()
        .position(|r| r.pseudonym.0[0] == 6)
        .unwrap();
    // Person 6 voted on paper at the first station, where the sealed votes of 5 others are.
    let mut paper = draft.stations[1].presence()[row].clone();
    paper.link = None;
    draft.stations[0].presence().push(paper);
    draft.stations[0].presence().sort_by_key(|r| r.pseudonym);
    let counts = &mut draft.stations[0].minutes().counts;
    counts.paper += 1;
    counts.check_ins += 1;
    draft.stations[0].minutes().paper = Some(PaperCount {
        found: 1,
        void: 0,
        result: PaperResult::Counted(vec![vec![1, 1, 0, 0, 0]]),
    });
    let examined = examined(&draft.sign());
    let signed = settle(&examined, &KEYS.settlement_keys()).unwrap().signed;
    let settled = settlement::open(&examined, signed.bytes()).unwrap();
    let paper = settled
        .settlement()
        .removed
        .iter()
        .filter(|r| r.reason == Removal::PaperVote);
    assert_eq!((paper.count(), settled.settlement().counted), (1, 7));
}

#[test]
fn nobody_voted() {
    let export = draft_of(manifest(), &[&[], &[]]).sign();
    let examined = examined(&export);
    let signed = settle(&examined, &KEYS.settlement_keys()).unwrap().signed;
    let settled = settlement::open(&examined, signed.bytes()).unwrap();
    let package = publish(&export, &settled, &partials(&settled, &[0, 1]), None).unwrap();
    assert!(verify(&package, None, &mut |_| {}).ok);
}

#[test]
fn a_missing_closing_is_named() {
    let mut draft = draft();
    draft.stations[1].minutes().last = false;
    let (checks, examined) = examine(&draft.sign(), None, &mut |_| {});
    assert!(examined.is_some());
    let closings = checks.iter().find(|c| c.name == "closings").unwrap();
    assert_eq!(closings.detail, "no closing: banchetto-1");
}

#[test]
fn settlement_needs_its_keys_and_honest_links() {
    let mut draft = draft();
    let found = examined(&draft.sign());
    let mut keys = KEYS.settlement_keys();
    keys.registry = SigningKey::generate();
    assert_eq!(
        settle(&found, &keys).err(),
        Some(TallyError::OtherKey("registry"))
    );
    let keys = SettlementKeys {
        settlement: Identity::generate(),
        ..KEYS.settlement_keys()
    };
    assert_eq!(
        settle(&found, &keys).err(),
        Some(TallyError::OtherKey("settlement"))
    );
    // Persons 3 and 4 with each other's links.
    let rows = draft.stations[0].presence();
    let (a, b) = (rows[2].link.clone(), rows[3].link.clone());
    (rows[2].link, rows[3].link) = (b, a);
    let station = draft.stations[0].rotation.station.clone();
    assert_eq!(
        settle(&examined(&draft.sign()), &KEYS.settlement_keys()).err(),
        Some(TallyError::Link(station))
    );
}

#[test]
fn a_share_serves_one_settlement_of_its_own_key() {
    let export = draft().sign();
    let found = examined(&export);
    let signed = settle(&found, &KEYS.settlement_keys()).unwrap().signed;
    let settled = settlement::open(&found, signed.bytes()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("share.age");
    let first = give(&KEYS.shares[0], &file, &settled).unwrap();
    assert!(
        give(&KEYS.shares[0], &file, &settled).is_ok(),
        "the same again"
    );
    assert!(dir.path().join("share.spent").exists());
    // Another settlement of the same consultation.
    let other_export = draft_of(manifest(), &VOTES).sign();
    let other = examined(&other_export);
    let other_signed = settle(&other, &KEYS.settlement_keys()).unwrap().signed;
    let other_settled = settlement::open(&other, other_signed.bytes()).unwrap();
    assert_eq!(
        give(&KEYS.shares[0], &file, &other_settled),
        Err(TallyError::Spent(first.value().settlement.hex()))
    );
    // A settlement of another export is not opened at all.
    let crossed = settlement::open(&other, signed.bytes());
    assert!(matches!(crossed, Err(TallyError::Check(c)) if c.name == "settlement"));
    // Partials of another settlement are refused.
    let mixed = totals(&other_settled, &[first.bytes().to_vec()]);
    assert!(matches!(mixed, Err(TallyError::Partial { .. })));
}

#[test]
fn a_share_of_another_key_gives_nothing() {
    let mut manifest = manifest();
    manifest.tally.transcript = Digest::of(b"another ceremony");
    let export = draft_of(manifest, &VOTES).sign();
    let found = examined(&export);
    let signed = settle(&found, &KEYS.settlement_keys()).unwrap().signed;
    let settled = settlement::open(&found, signed.bytes()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("share.age");
    assert_eq!(
        give(&KEYS.shares[0], &file, &settled).err(),
        Some(TallyError::OtherShare)
    );
    assert!(!dir.path().join("share.spent").exists());
}

#[test]
fn a_partial_of_another_share_is_refused() {
    let export = draft().sign();
    let found = examined(&export);
    let signed = settle(&found, &KEYS.settlement_keys()).unwrap().signed;
    let settled = settlement::open(&found, signed.bytes()).unwrap();
    let honest = partials(&settled, &[0, 1]);
    // The first trustee's parts under the second's name and signature.
    let mut stolen = Signed::<Partial>::peek(&honest[0]).unwrap();
    stolen.index = 2;
    let stolen = KEYS.shares[1].signing_key().sign(stolen).bytes().to_vec();
    let refused = totals(&settled, &[honest[0].clone(), stolen]);
    assert!(matches!(refused, Err(TallyError::Partial { why, .. }) if why.contains("proof")));
    for index in [0, 4, u16::MAX] {
        let mut outside = Signed::<Partial>::peek(&honest[0]).unwrap();
        outside.index = index;
        let outside = KEYS.shares[0].signing_key().sign(outside).bytes().to_vec();
        let refused = totals(&settled, &[outside, honest[1].clone()]);
        assert!(matches!(refused, Err(TallyError::Partial { .. })));
    }
}

#[test]
fn without_the_people_who_voted_no_settlement_and_no_partial() {
    let export = draft().sign();
    let found = examined(&export);
    let signed = settle(&found, &KEYS.settlement_keys()).unwrap().signed;
    let mut public = export.clone();
    for b in public.stations.iter_mut().flat_map(|s| &mut s.batches) {
        b.body = b.body.take().filter(|_| b.kind.public());
    }
    let public = examined(&public);
    assert_eq!(
        settle(&public, &KEYS.settlement_keys()).err(),
        Some(TallyError::NoPresence)
    );
    let settled = settlement::open(&public, signed.bytes()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let given = give(&KEYS.shares[0], &dir.path().join("share.age"), &settled);
    assert_eq!(given.err(), Some(TallyError::NoPresence));
}

#[test]
fn rows_of_the_world_are_what_a_station_sends() {
    let draft = draft();
    let kinds: Vec<_> = draft.stations[0]
        .batches
        .iter()
        .map(|(r, _)| r.count())
        .collect();
    assert_eq!(kinds, [5, 5, 1]);
    assert!(matches!(draft.stations[0].batches[0].0, Rows::Presence(_)));
}
