//! What does not fit a chain: named, kept, decided.

use super::*;
use crate::batch::{Decision, Ruling};
use crate::central::fixture::linked;

fn report(world: &World, name: &str) -> StationReport {
    let ledger = Ledger::open_existing(world.database()).unwrap();
    let all = stations(&ledger).unwrap();
    all.into_iter().find(|r| r.station == name).unwrap()
}

fn told(world: &World) -> Vec<(String, Option<u64>)> {
    let report = report(world, "banchetto-1");
    report
        .alarms
        .into_iter()
        .map(|a| (a.why, a.sequence))
        .collect()
}

fn aside(world: &World) -> Vec<(String, Option<u64>, Vec<u8>)> {
    let report = report(world, "banchetto-1");
    let aside = report.aside.into_iter();
    aside.map(|a| (a.why, a.sequence, a.bytes)).collect()
}

fn decision(world: &World, ruling: Ruling) -> Vec<u8> {
    let decision = Decision {
        fingerprint: world.manifest.digest(),
        station: StationId::parse("banchetto-1").unwrap(),
        ruling,
        reason: "prova".into(),
    };
    world.authority.sign(decision).bytes().to_vec()
}

fn keep(world: &World, rotation: &[u8], refused: &[&[u8]]) -> Vec<u8> {
    let mut refused: Vec<Digest> = refused.iter().map(|r| Digest::of(r)).collect();
    refused.sort();
    let rotation = Digest::of(rotation);
    decision(world, Ruling::Keep { rotation, refused })
}

fn why(done: Result<impl std::fmt::Debug, CentralError>) -> &'static str {
    done.unwrap_err().refusal().unwrap().name()
}

#[rstest]
fn a_fork_is_kept_as_evidence_and_the_known_chain_goes_on(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let other = station.draft(ballots_of(station.ballots(1))).bytes();
    let first = station.batch(presence([1])).bytes();
    central.receive(&first).unwrap();
    assert_eq!(why(central.receive(&other)), "fork");
    assert_eq!(why(central.receive(&other)), "fork");
    assert_eq!(told(&world), [("fork".into(), Some(0))]);
    assert_eq!(report(&world, "banchetto-1").alarms[0].times, 2);
    assert_eq!(aside(&world), [("fork".into(), Some(0), other)]);
    central
        .receive(&station.batch(presence([2])).bytes())
        .unwrap();
}

#[rstest]
fn a_station_that_forgot_what_it_knew_was_rolled_back(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    assert!(central.place_all().unwrap());
    let old = central.checkpoint().unwrap();
    let mut copy = world.station("banchetto-1");
    copy.key = crate::envelope::SigningKey::from_bytes(&station.key.to_bytes());
    *copy.chain() = station.chain().clone();
    central
        .receive(
            &station
                .batch_having_seen(ballots_of(station.ballots(1)), old.clone())
                .bytes(),
        )
        .unwrap();
    assert!(central.place_all().unwrap());
    let now = central.checkpoint().unwrap();
    central
        .receive(&station.batch_having_seen(presence([1]), now).bytes())
        .unwrap();
    // The copy of the first day goes on as if the second had not been.
    let back = copy.batch_having_seen(presence([7]), old.clone()).bytes();
    assert_eq!(why(central.receive(&back)), "rolled-back");
    // Also where it happens to come next.
    let chain = station.chain().clone();
    let forgot = Batch::sign(&station.key, &chain, presence([8]), Some(old)).bytes();
    assert_eq!(why(central.receive(&forgot)), "rolled-back");
    assert_eq!(aside(&world).len(), 2);
    assert_eq!(
        told(&world),
        [
            ("rolled-back".into(), Some(0)),
            ("rolled-back".into(), Some(2))
        ]
    );
}

#[rstest]
fn a_gap_is_told_until_it_is_filled(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let first = station.batch(presence([1])).bytes();
    let second = station.batch(presence([2])).bytes();
    assert_eq!(why(central.receive(&second)), "gap");
    assert_eq!(told(&world), [("gap".into(), Some(0))]);
    assert_eq!(aside(&world), []);
    central.receive(&first).unwrap();
    central.receive(&second).unwrap();
    assert_eq!(told(&world), []);
}

#[rstest]
fn a_second_rotation_puts_both_chains_aside_until_one_is_kept(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, mut station) = opened(on);
    let sent = station.batch(presence([1])).bytes();
    let receipt = central.receive(&sent).unwrap();
    let first_rotation = station.introduction.rotation.clone();
    let mut spare = world.station("banchetto-1");
    spare.introduction.certificate = station.introduction.certificate.clone();
    spare.bundle = SigningKey::from_bytes(&station.bundle.to_bytes());
    spare.rotate();
    assert_eq!(why(central.introduce(&spare.introduction)), "clone");
    assert_eq!(report(&world, "banchetto-1").standing, "quarantined");

    let good = station.batch(ballots_of(station.ballots(2))).bytes();
    let next = station.batch(presence([2])).bytes();
    let bad = spare.batch(presence([3])).bytes();
    for bytes in [&good, &next, &bad] {
        assert_eq!(why(central.receive(bytes)), "quarantined");
    }
    // What was taken before is still known.
    assert_eq!(central.receive(&sent).unwrap().bytes(), receipt.bytes());
    assert_eq!(aside(&world).len(), 1 + 3);
    let r = report(&world, "banchetto-1");
    assert_eq!(r.rotation, Digest::of(&first_rotation).hex());
    assert_eq!(
        r.other_rotations,
        [Digest::of(&spare.introduction.rotation).hex()]
    );

    // A decision must name what it refuses, and be the authority's.
    let blind = keep(&world, &first_rotation, &[]);
    assert_eq!(why(central.decide(&blind)), "decision");
    let late = keep(&world, &spare.introduction.rotation, &[&first_rotation]);
    assert_eq!(why(central.decide(&late)), "decision");
    let right = keep(&world, &first_rotation, &[&spare.introduction.rotation]);
    let value = Signed::<Decision>::peek(&right).unwrap();
    let forged = SigningKey::generate().sign(value).bytes().to_vec();
    assert_eq!(why(central.decide(&forged)), "bad-signature");
    assert_eq!(report(&world, "banchetto-1").standing, "quarantined");

    let decided = central.decide(&right).unwrap();
    assert_eq!(report(&world, "banchetto-1").standing, "good");
    // What was put aside of the chain that stays is in the ledger now, in its order.
    assert!(central.receive(&next).is_ok());
    let left = aside(&world);
    assert_eq!(left.len(), 2);
    assert!(
        left.iter()
            .any(|(_, sequence, bytes)| *sequence == Some(0) && *bytes == bad)
    );
    let export = exported(&world);
    assert!(export.leaves.contains(&decided.digest()));
    assert_eq!(export.decisions, std::slice::from_ref(&right));
    assert_eq!(
        export.refused,
        Vec::<Vec<u8>>::new(),
        "it never was on the board"
    );

    // The same again has no effect; what was refused is not asked about again; a third is.
    let before = dump(&world);
    central.decide(&right).unwrap();
    assert!(before == dump(&world));
    assert_eq!(why(central.introduce(&spare.introduction)), "clone");
    assert_eq!(
        why(central.receive(&spare.batch(presence([4])).bytes())),
        "clone"
    );
    assert_eq!(report(&world, "banchetto-1").standing, "good");
    spare.rotate();
    assert_eq!(why(central.introduce(&spare.introduction)), "clone");
    assert_eq!(report(&world, "banchetto-1").standing, "quarantined");
    central.decide(&right).unwrap();
    assert_eq!(
        report(&world, "banchetto-1").standing,
        "quarantined",
        "an old decision lifts nothing"
    );
}

#[rstest]
fn the_spare_computer_that_came_first_and_sent_nothing_can_give_way(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, spare) = opened(on);
    assert!(central.place_all().unwrap());
    let mut station = world.station("banchetto-1");
    station.introduction.certificate = spare.introduction.certificate.clone();
    station.bundle = SigningKey::from_bytes(&spare.bundle.to_bytes());
    station.rotate();
    assert_eq!(why(central.introduce(&station.introduction)), "clone");
    let day = station.batch(ballots_of(station.ballots(2))).bytes();
    assert_eq!(why(central.receive(&day)), "quarantined");
    let rotations = (&station.introduction.rotation, &spare.introduction.rotation);
    central
        .decide(&keep(&world, rotations.0, &[rotations.1]))
        .unwrap();
    assert!(central.receive(&day).is_ok());
    assert_eq!(
        why(central.receive(&spare.draft(presence([1])).bytes())),
        "clone"
    );
    let export = exported(&world);
    assert_eq!(export.stations[0].rotation, *rotations.0);
    assert_eq!(export.refused, std::slice::from_ref(rotations.1));
    for leaf in [rotations.0, rotations.1] {
        assert!(export.leaves.contains(&Digest::of(leaf)));
    }
    assert_eq!(
        Export::from_zip(&export.to_zip().unwrap()),
        Ok(export.clone())
    );
}

#[rstest]
fn a_revoked_station_is_heard_no_more(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let sent = station.batch(presence([1])).bytes();
    central.receive(&sent).unwrap();
    let revoke = decision(&world, Ruling::Revoke);
    central.decide(&revoke).unwrap();
    central.decide(&revoke).unwrap();
    assert!(
        central.receive(&sent).is_ok(),
        "what was taken before stays"
    );
    let next = station.batch(presence([2])).bytes();
    assert_eq!(refused(&world, &central, &next), Refusal::Revoked);
    assert_eq!(report(&world, "banchetto-1").standing, "revoked");
    // Nothing lifts it.
    let rotation = station.introduction.rotation.clone();
    assert_eq!(
        why(central.decide(&keep(&world, &rotation, &[]))),
        "revoked"
    );
    station.rotate();
    assert_eq!(why(central.introduce(&station.introduction)), "clone");
    assert_eq!(report(&world, "banchetto-1").standing, "revoked");
    assert!(exported(&world).leaves.contains(&Digest::of(&revoke)));
}

/// Stolen on its first day, before its first word.
#[rstest]
fn a_station_can_be_revoked_before_it_was_ever_heard(#[values(On::File, On::Server)] on: On) {
    let world = World::on(on);
    let central = world.central();
    let mut station = world.station("banchetto-1");
    let rotation = station.introduction.rotation.clone();
    let keep = keep(&world, &rotation, &[]);
    let before = dump(&world);
    assert_eq!(why(central.decide(&keep)), "unknown-station");
    assert!(before == dump(&world));

    let revoke = decision(&world, Ruling::Revoke);
    central.decide(&revoke).unwrap();
    let export = exported(&world);
    assert_eq!(export.leaves, [Digest::of(&revoke)]);
    assert_eq!(export.decisions, std::slice::from_ref(&revoke));
    let before = dump(&world);
    central.decide(&revoke).unwrap();
    assert!(before == dump(&world), "the same again has no effect");
    assert_eq!(why(central.decide(&keep)), "unknown-station");

    // Whoever has it switches it on.
    let batch = station.batch(presence([1])).bytes();
    assert_eq!(why(central.receive(&batch)), "unknown-station");
    for _again in 0..2 {
        central.introduce(&station.introduction).unwrap();
        assert_eq!(report(&world, "banchetto-1").standing, "revoked");
        assert_eq!(refused(&world, &central, &batch), Refusal::Revoked);
    }
    let question = station.asker().voted(0, crate::batch::millis_now());
    assert_eq!(why(central.voted(question.bytes())), "revoked");
    assert_eq!(why(central.decide(&keep)), "revoked");
    // Another station is another matter.
    let mut other = world.station("banchetto-2");
    central.introduce(&other.introduction).unwrap();
    central
        .receive(&other.batch(presence([1])).bytes())
        .unwrap();
    let export = exported(&world);
    assert_eq!(export.leaves.len(), 1 + 2 + 2);
    assert_eq!(export.stations[0].batches, []);
}

/// Would fail if one looked for the other before either is written.
#[rstest]
fn a_station_that_comes_while_it_is_revoked_is_revoked(#[values(On::File, On::Server)] on: On) {
    let world = World::on(on);
    let (office, server) = (world.central(), world.central());
    for n in 0..40 {
        let name = format!("rubato-{n}");
        let station = world.station(&name);
        let revoke = world.authority.sign(Decision {
            fingerprint: world.manifest.digest(),
            station: station.name.clone(),
            ruling: Ruling::Revoke,
            reason: "rubato".into(),
        });
        let start = std::sync::Barrier::new(2);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                start.wait();
                server.introduce(&station.introduction).unwrap();
            });
            start.wait();
            office.decide(revoke.bytes()).unwrap();
        });
        assert_eq!(report(&world, &name).standing, "revoked");
    }
}

/// A thief cannot fill the office's list, however much is signed.
#[rstest]
fn of_what_is_refused_unseen_there_is_one_note(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let mut last = station.batch(minutes(true)).bytes();
    let mut foreign = station.chain().clone();
    foreign.fingerprint = Digest::of(b"another");
    for next in 3..6 {
        foreign.next = next;
        let batch = Batch::sign(&station.key, &foreign, presence([9]), None).bytes();
        assert_eq!(why(central.receive(&batch)), "other-consultation");
    }
    central.receive(&last).unwrap();
    for person in 1..4 {
        last = station.batch(presence([person])).bytes();
        assert_eq!(why(central.receive(&last)), "closed");
    }
    central.decide(&decision(&world, Ruling::Revoke)).unwrap();
    for person in 4..7 {
        let batch = station.batch(presence([person])).bytes();
        assert_eq!(why(central.receive(&batch)), "revoked");
    }
    let alarms = report(&world, "banchetto-1").alarms.into_iter();
    let alarms: Vec<_> = alarms.map(|a| (a.why, a.sequence, a.times)).collect();
    let once = |why: &str| (why.to_owned(), None, 3);
    assert_eq!(
        alarms,
        [once("closed"), once("other-consultation"), once("revoked")]
    );
}

/// Where a station stands, and what else is in the header, decides nothing of it.
#[rstest]
fn a_sequence_beyond_all_counting_is_no_fault_of_the_ledgers(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, mut station) = opened(on);
    central
        .receive(&station.batch(minutes(true)).bytes())
        .unwrap();
    let mut spare = world.station("banchetto-1");
    spare.introduction.certificate = station.introduction.certificate.clone();
    spare.bundle = SigningKey::from_bytes(&station.bundle.to_bytes());
    spare.rotate();
    let far = |station: &mut Station, next, other: bool| {
        let mut chain = station.chain().clone();
        chain.next = next;
        if other {
            chain.fingerprint = Digest::of(b"another");
        }
        Batch::sign(&station.key, &chain, presence([1]), None).bytes()
    };
    let look = |station: &mut Station, spare: &mut Station| {
        for (next, other) in [(1 << 63, false), (u64::MAX, true)] {
            let batch = far(station, next, other);
            assert_eq!(refused(&world, &central, &batch).name(), "malformed");
            let batch = far(spare, next, other);
            assert_eq!(refused(&world, &central, &batch).name(), "bad-signature");
        }
        // The last number that there is has its name.
        let batch = far(station, u64::MAX >> 1, true);
        assert_eq!(why(central.receive(&batch)), "other-consultation");
    };
    look(&mut station, &mut spare);
    assert_eq!(why(central.introduce(&spare.introduction)), "clone");
    look(&mut station, &mut spare);
    central.decide(&decision(&world, Ruling::Revoke)).unwrap();
    look(&mut station, &mut spare);
}

#[rstest]
fn strangers_leave_no_notes_and_links_that_lie_aside_are_forgotten_too(
    #[values(On::File, On::Server)] on: On,
) {
    let (world, central, mut station) = opened(on);
    let before = dump(&world);
    let mut thief = world.station("banchetto-1");
    assert_eq!(
        why(central.receive(&thief.batch(presence([1])).bytes())),
        "bad-signature"
    );
    assert!(before == dump(&world));

    let fork = station.draft(linked([5])).bytes();
    let ballots = station.draft(ballots_of(station.ballots(1))).bytes();
    central
        .receive(&station.batch(presence([1])).bytes())
        .unwrap();
    for bytes in [&fork, &ballots] {
        assert_eq!(why(central.receive(bytes)), "fork");
    }
    assert_eq!(aside(&world).len(), 2);
    let order = world.registry.sign(crate::batch::Purge {
        fingerprint: world.manifest.digest(),
        settlement: Digest::of(b"settlement"),
    });
    central.purge(order.bytes()).unwrap();
    assert_eq!(aside(&world), [("fork".into(), Some(0), ballots)]);
}

#[rstest]
fn the_office_may_change_its_mind_before_a_chain_has_begun(#[values(On::File, On::Server)] on: On) {
    let (world, central, first) = opened(on);
    assert!(central.place_all().unwrap());
    let mut second = world.station("banchetto-1");
    second.introduction.certificate = first.introduction.certificate.clone();
    second.bundle = SigningKey::from_bytes(&first.bundle.to_bytes());
    second.rotate();
    assert_eq!(why(central.introduce(&second.introduction)), "clone");
    let (a, b) = (&first.introduction.rotation, &second.introduction.rotation);
    for (kept, refused) in [(b, a), (a, b)] {
        central.decide(&keep(&world, kept, &[refused])).unwrap();
        // Also where the board has already the one that is kept again.
        assert!(central.place_all().unwrap());
    }
    let export = exported(&world);
    assert_eq!(export.stations[0].rotation, *a);
    assert_eq!(export.refused, std::slice::from_ref(b));
    let distinct: std::collections::BTreeSet<_> = export.leaves.iter().collect();
    assert_eq!((distinct.len(), export.leaves.len()), (5, 5));
}

#[rstest]
fn no_link_is_put_aside_after_the_purge(#[values(On::File, On::Server)] on: On) {
    let (world, central, mut station) = opened(on);
    let fork = station.draft(linked([5])).bytes();
    central
        .receive(&station.batch(presence([1])).bytes())
        .unwrap();
    let order = world.registry.sign(crate::batch::Purge {
        fingerprint: world.manifest.digest(),
        settlement: Digest::of(b"settlement"),
    });
    central.purge(order.bytes()).unwrap();
    assert_eq!(why(central.receive(&fork)), "fork");
    assert_eq!(aside(&world), []);
    assert_eq!(told(&world), [("fork".into(), Some(0))]);
}
