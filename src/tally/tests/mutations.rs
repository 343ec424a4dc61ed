//! For each check, one change that it alone can see.

mod more;

use super::draft::{Draft, draft_of, note, sign_board, wire};
use super::whole::{examined, partials};
use super::world::{KEYS, VOTES, full_draft as draft, manifest};
use crate::batch::{Archive, Body, Export, Header, PaperResult, Rows};
use crate::batch::{Decision, Ruling};
use crate::envelope::{Digest, Signed, SigningKey, cbor};
use crate::tally::settlement::{Approved, Removal, Removed};
use crate::tally::{
    Check, Examined, Partial, Settlement, TallyError, Totals, examine, package, publish, settle,
    settlement, verify,
};
use minicbor::bytes::ByteVec;
use std::sync::LazyLock;

/// What fails when an honest package is changed.
fn package_with(change: impl Fn(&mut Archive)) -> Vec<Check> {
    let mut archive = Archive::from_zip(honest()).unwrap();
    change(&mut archive);
    let report = verify(&archive.to_zip().unwrap(), None, &mut |_| {});
    assert!(!report.ok);
    report.checks
}

static HONEST: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let export = draft().sign();
    let examined = examined(&export);
    let signed = settle(&examined, &KEYS.settlement_keys()).unwrap().signed;
    let settled = settlement::open(&examined, signed.bytes()).unwrap();
    publish(&export, &settled, &partials(&settled, &[0, 2]), None).unwrap()
});

/// An honest package.
pub fn honest() -> &'static [u8] {
    &HONEST
}

/// What fails in a package made from a changed export.
fn export_with(export: &Export) -> Vec<Check> {
    let mut archive = Archive::default();
    export.into_archive(&mut archive, true);
    for rest in ["settlement.cose", "totals.cbor", "outcome.json"] {
        archive.put(rest, *b"not read");
    }
    let report = verify(&archive.to_zip().unwrap(), None, &mut |_| {});
    assert!(!report.ok);
    report.checks
}

/// What fails when everything is signed after a change.
fn draft_with(change: impl Fn(&mut Draft)) -> Vec<Check> {
    let mut draft = draft();
    change(&mut draft);
    export_with(&draft.sign())
}

/// What fails when signed things are changed.
fn signed_with(change: impl Fn(&mut Export)) -> Vec<Check> {
    let mut export = draft().sign();
    change(&mut export);
    export_with(&export)
}

/// What the registry signed.
fn settled_by_the_registry(examined: &Examined) -> Settlement {
    let signed = settle(examined, &KEYS.settlement_keys()).unwrap().signed;
    let inner = Signed::<Settlement>::peek(&signed.value().settlement);
    inner.unwrap()
}

/// Signed by the registry, then by the commission.
fn approved(s: Settlement) -> Vec<u8> {
    let settlement = ByteVec::from(KEYS.registry.sign(s).bytes().to_vec());
    KEYS.authority
        .sign(Approved { settlement })
        .bytes()
        .to_vec()
}

/// What fails when the registry signs something else.
fn settlement_with(change: impl Fn(&mut Settlement)) -> Vec<Check> {
    let export = draft().sign();
    let examined = examined(&export);
    let mut s = settled_by_the_registry(&examined);
    change(&mut s);
    match settlement::open(&examined, &approved(s)) {
        Err(TallyError::Check(check)) => vec![check],
        other => panic!("{other:?}"),
    }
}

fn resign<T: crate::envelope::Signable + Clone>(
    archive: &mut Archive,
    name: &str,
    key: &SigningKey,
    change: impl Fn(&mut T),
) {
    let mut value = Signed::<T>::peek(archive.get(name).unwrap()).unwrap();
    change(&mut value);
    archive.put(name, key.sign(value).bytes());
}

type Mutation = (&'static str, fn() -> Vec<Check>);

const MUTATIONS: [Mutation; package::CHECKS.len()] = [
    ("package", || {
        package_with(|a| a.put("partials/README", *b"x"))
    }),
    ("manifest", || {
        signed_with(|e| *e.manifest.last_mut().unwrap() ^= 1)
    }),
    ("fingerprint", || {
        verify(honest(), Some(Digest::of(b"another")), &mut |_| {}).checks
    }),
    ("tally_key", || {
        let mut manifest = manifest();
        let other = manifest.tally.trustees[0].verification_share;
        manifest.tally.trustees[1].verification_share = other;
        export_with(&draft_of(manifest, &VOTES).sign())
    }),
    ("certificates", || {
        draft_with(|d| d.stations[1].certificate.fingerprint = Digest::of(b"another"))
    }),
    ("rotations", || {
        draft_with(|d| d.stations[1].bundle = SigningKey::generate())
    }),
    ("headers", || {
        draft_with(|d| d.stations[1].key = SigningKey::generate())
    }),
    ("chains", || {
        signed_with(|e| {
            e.stations[0].batches.remove(0);
        })
    }),
    ("bodies", || {
        signed_with(|e| {
            let header = Signed::<Header>::peek(&e.stations[0].batches[1].header).unwrap();
            let body = e.stations[0].batches[1].body.as_mut().unwrap();
            let rows = Body::read(body, &header.body).unwrap().rows;
            // The same rows under another salt.
            *body = Body::new(rows).bytes();
        })
    }),
    ("minutes", || {
        draft_with(|d| d.stations[0].minutes().counts.void += 1)
    }),
    ("closings", || {
        draft_with(|d| {
            let m = d.stations[0].minutes();
            m.last = false;
            m.counts.cast += 1;
            m.counts.check_ins += 1;
            m.box_at_closing += 1;
        })
    }),
    ("counts", || {
        draft_with(|d| {
            let counts = &mut d.stations[0].minutes().counts;
            counts.paper += 1;
            counts.check_ins += 1;
        })
    }),
    ("paper", || {
        draft_with(|d| {
            // Three votes for a project on two slips.
            let paper = d.stations[1].minutes().paper.as_mut().unwrap();
            paper.result = PaperResult::Counted(vec![vec![3, 0, 0, 1, 0]]);
        })
    }),
    ("links", || {
        let mut draft = draft();
        draft.stations[0].presence()[0].link = None;
        examine(&draft.sign(), None, &mut |_| {}).0
    }),
    ("ballots", || {
        draft_with(|d| {
            let one = d.stations[0].ballots()[0].clone();
            let other = std::mem::replace(&mut d.stations[1].ballots()[0], one);
            d.stations[0].ballots()[0] = other;
        })
    }),
    ("proofs", || {
        draft_with(|d| {
            let ballot = &mut d.stations[0].ballots()[0];
            let mut wire = wire(ballot);
            wire.nonce[0] ^= 1;
            *ballot = ByteVec::from(cbor::encode(&wire));
        })
    }),
    ("openings", || {
        draft_with(|d| {
            let bits = &mut d.stations[0].openings()[0].opening.bits;
            // The same number of options, and another one of them.
            bits[0].swap(0, 1);
        })
    }),
    ("copies", || {
        draft_with(|d| {
            let s = &mut d.stations[0];
            let again = vec![s.ballots()[0].clone()];
            let mut person = s.presence()[0].clone();
            person.pseudonym.0[0] = 99;
            s.presence().push(person);
            let m = s.minutes();
            m.counts.cast += 1;
            m.counts.check_ins += 1;
            m.box_at_closing += 1;
            s.batches.insert(2, (Rows::Ballots(again), None));
        })
    }),
    ("web_list", || {
        signed_with(|e| *e.web_list.as_mut().unwrap().header.last_mut().unwrap() ^= 1)
    }),
    ("decisions", || {
        signed_with(|e| {
            let decision = Decision {
                fingerprint: Digest::of(&e.manifest),
                station: e.stations[0].station.clone(),
                ruling: Ruling::Revoke,
                reason: "not signed by the authority".into(),
            };
            let decision = SigningKey::generate().sign(decision).bytes().to_vec();
            e.leaves.push(Digest::of(&decision));
            e.decisions.push(decision);
        })
    }),
    ("checkpoint", || {
        signed_with(|e| e.checkpoint = note(&SigningKey::generate(), &e.leaves))
    }),
    ("root", || {
        signed_with(|e| {
            let last = e.leaves.len() - 1;
            e.leaves.swap(last, last - 1);
        })
    }),
    ("leaves", || {
        signed_with(|e| {
            e.leaves.push(Digest::of(b"a ballot that nobody has"));
            sign_board(e);
        })
    }),
    ("seen", || {
        draft_with(|d| {
            let other = note(&KEYS.board, &[Digest::of(b"another board")]);
            d.stations[0].batches[0].1 = Some(other);
        })
    }),
    ("settlement", || {
        package_with(|a| {
            let other = SigningKey::generate();
            resign(a, "settlement.cose", &other, |_: &mut Approved| {});
        })
    }),
    ("removed", || {
        settlement_with(|s| {
            s.removed[0].tracker.0 = Digest([0; 32]);
        })
    }),
    ("duplicates", || {
        let export = draft().sign();
        let all = examined(&export);
        let mut s = settled_by_the_registry(&all);
        let counted = all.ballots.iter().map(crate::ballot::SealedBallot::tracker);
        let tracker = counted
            .into_iter()
            .find(|t| s.removed.iter().all(|r| r.tracker != *t))
            .unwrap();
        s.removed.push(Removed {
            tracker,
            reason: Removal::LaterVote,
        });
        s.removed.sort();
        s.counted -= 1;
        s.stations = settlement::stations(&all, &s.removed);
        match settlement::open(&all, &approved(s)) {
            Err(TallyError::Check(check)) => vec![check],
            other => panic!("{other:?}"),
        }
    }),
    ("cells", || {
        // Eight ballots are counted.
        let mut manifest = manifest();
        manifest.consultation.count.minimum_ballots = 9;
        let export = draft_of(manifest, &VOTES).sign();
        let signed = settle(&examined(&export), &KEYS.settlement_keys())
            .unwrap()
            .signed;
        let mut archive = Archive::default();
        export.into_archive(&mut archive, true);
        archive.put("settlement.cose", signed.bytes());
        archive.put("totals.cbor", *b"not read");
        archive.put("outcome.json", *b"not read");
        verify(&archive.to_zip().unwrap(), None, &mut |_| {}).checks
    }),
    ("partials", || {
        package_with(|a| {
            let key = KEYS.shares[0].signing_key();
            let name = format!("partials/{}.cose", KEYS.shares[0].name());
            resign(a, &name, &key, |p: &mut Partial| {
                p.cells[1][0].swap(0, 1);
            });
        })
    }),
    ("totals", || {
        package_with(|a| {
            let mut totals: Totals = cbor::decode(a.get("totals.cbor").unwrap()).unwrap();
            totals.cells[0].questions[0].totals[0].total -= 1;
            totals.cells[0].questions[0].totals[3].total += 1;
            a.put("totals.cbor", cbor::encode(&totals));
        })
    }),
    ("outcome", || {
        package_with(|a| {
            let json = String::from_utf8(a.get("outcome.json").unwrap().to_vec()).unwrap();
            let other = json.replacen("p0", "p3", 1);
            assert_ne!(other, json);
            a.put("outcome.json", other);
        })
    }),
];

/// Checks in `MUTATIONS` that the table's check fails, and no other.
#[test]
fn each_check_has_one_mutation_that_it_names() {
    let names: Vec<_> = MUTATIONS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, package::CHECKS, "one mutation for each check");
    for (name, mutate) in MUTATIONS {
        let checks = mutate();
        let failed: Vec<_> = checks.iter().filter(|c| !c.ok).map(|c| c.name).collect();
        assert_eq!(failed, [name], "{checks:?}");
    }
}
