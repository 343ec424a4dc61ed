//! One person is before one station, whatever the order and the number of processes.

use super::*;
use crate::batch::{ClaimAction, ClaimOutcome, Purge, VotedRow};
use crate::central::claims::{LEASE, MARKS, OPEN};
use crate::central::ledger::{Holder, Standing};
use crate::central::voted::CLOCK;
use crate::consultation::Channel;
use crate::identity::Pseudonym;
use ClaimAction::{Release, Take, Voted};
use std::sync::Barrier;

/// Some time, in milliseconds.
const NOW: u64 = 1_663_500_000_000;

fn who(person: u8) -> Pseudonym {
    Pseudonym([person; 32])
}

/// A server with introduced stations.
fn with(world: &World, names: &[&str]) -> (Central, Vec<Station>) {
    let central = world.central();
    let stations: Vec<Station> = names.iter().map(|n| world.station(n)).collect();
    for station in &stations {
        central.introduce(&station.introduction).unwrap();
    }
    (central, stations)
}

/// The answer to a question of a station with a right clock.
fn ask(
    central: &Central,
    station: &Station,
    action: ClaimAction,
    person: u8,
    now: u64,
) -> ClaimOutcome {
    let question = station.asker().claim(action, who(person), now);
    let answer = central.claim_at(question.bytes(), now).unwrap();
    let answer = station.asker().claim_answer(&question, answer.bytes());
    let answer = answer.unwrap();
    assert_eq!(answer.now, now);
    answer.outcome
}

fn taken(outcome: &ClaimOutcome) -> bool {
    matches!(outcome, ClaimOutcome::Taken { .. })
}

#[rstest]
fn a_person_is_one_stations_until_it_lets_go_or_time_passes(
    #[values(On::File, On::Server)] on: On,
) {
    let world = World::on(on);
    let (central, stations) = with(&world, &["uno", "due"]);
    let [one, two] = &stations[..] else {
        unreachable!()
    };
    let until = |outcome| match outcome {
        ClaimOutcome::Taken { until, web: false } => until,
        other => panic!("{other:?}"),
    };
    assert_eq!(until(ask(&central, one, Take, 1, NOW)), NOW + LEASE);
    assert_eq!(ask(&central, two, Take, 1, NOW), ClaimOutcome::Held);
    // Renewed, it holds from then on.
    assert_eq!(until(ask(&central, one, Take, 1, NOW + 9)), NOW + 9 + LEASE);
    let late = NOW + LEASE + 8;
    assert_eq!(ask(&central, two, Take, 1, late), ClaimOutcome::Held);
    // Given back, anybody may have them at once.
    assert_eq!(ask(&central, one, Release, 1, late), ClaimOutcome::Noted);
    assert!(taken(&ask(&central, two, Take, 1, late + 1)));
    // Nobody gives back what is another's.
    ask(&central, one, Release, 1, late + 2);
    assert_eq!(ask(&central, one, Take, 1, late + 3), ClaimOutcome::Held);
    // A station that is lost holds nobody for longer than it said.
    assert!(taken(&ask(&central, one, Take, 1, late + 1 + LEASE)));
}

#[rstest]
fn who_voted_is_nobodys_before_and_after_the_batch_tells_of_it(
    #[values(On::File, On::Server)] on: On,
) {
    let world = World::on(on);
    let (central, mut stations) = with(&world, &["uno", "due"]);
    ask(&central, &stations[0], Take, 1, NOW);
    ask(&central, &stations[0], Voted, 1, NOW + 1);
    let hours_later = NOW + 20 * LEASE;
    let held = ask(&central, &stations[1], Take, 1, hours_later);
    assert_eq!(held, ClaimOutcome::Held);
    let batch = stations[0].batch(presence([1, 2]));
    central.receive(&batch.bytes()).unwrap();
    // The mark is not needed any more, and the next question of the station takes it away.
    ask(&central, &stations[0], Take, 9, hours_later);
    for person in [1, 2] {
        let answer = ask(&central, &stations[1], Take, person, hours_later);
        assert_eq!(answer, ClaimOutcome::VotedElsewhere);
    }
    // What was refused left nothing behind: others are not told that somebody has them.
    assert!(taken(&ask(&central, &stations[1], Take, 3, hours_later)));
}

#[rstest]
#[case(Channel::InPerson)]
#[case(Channel::Web)]
fn a_web_vote_stands_in_the_way_where_it_counts(#[case] channel: Channel) {
    let world = World::of(On::File, |c| c.duplicates.channel = channel);
    let (central, stations) = with(&world, &["uno"]);
    let page = central.ledger().write().unwrap();
    let row = VotedRow {
        pseudonym: who(1),
        channel: Channel::Web,
    };
    page.number(&[row]).unwrap();
    page.commit().unwrap();
    let outcome = ask(&central, &stations[0], Take, 1, NOW);
    match channel {
        Channel::Web => assert_eq!(outcome, ClaimOutcome::VotedOnWeb),
        Channel::InPerson => assert!(matches!(outcome, ClaimOutcome::Taken { web: true, .. })),
    }
}

#[rstest]
fn a_stolen_station_holds_few_people(#[values(On::File, On::Server)] on: On) {
    let world = World::on(on);
    let (central, stations) = with(&world, &["uno", "due"]);
    let open = u8::try_from(OPEN).unwrap();
    for person in 0..open {
        assert!(taken(&ask(&central, &stations[0], Take, person, NOW)));
    }
    let more = ask(&central, &stations[0], Take, open, NOW);
    assert_eq!(more, ClaimOutcome::TooMany);
    // Whom it did not get is free.
    assert!(taken(&ask(&central, &stations[1], Take, open, NOW)));
    // Those it has, it may keep; and one that leaves makes room.
    assert!(taken(&ask(&central, &stations[0], Take, 0, NOW + 1)));
    ask(&central, &stations[0], Voted, 0, NOW + 2);
    assert!(taken(&ask(&central, &stations[0], Take, open + 1, NOW + 3)));
}

/// Somebody heard a question and sends it again.
#[rstest]
fn an_older_question_never_undoes_a_later_one(#[values(On::File, On::Server)] on: On) {
    let world = World::on(on);
    let (central, stations) = with(&world, &["uno", "due"]);
    let asker = stations[0].asker();
    let take = asker.claim(Take, who(1), NOW);
    let release = asker.claim(Release, who(1), NOW + 1);
    let send = |question: &[u8], now| {
        let answer = central.claim_at(question, now).unwrap();
        answer.value().outcome.clone()
    };
    assert!(taken(&send(take.bytes(), NOW)));
    send(release.bytes(), NOW + 1);
    // The claim does not come back to life.
    assert_eq!(send(take.bytes(), NOW + 2), ClaimOutcome::NotNow);
    assert!(taken(&ask(&central, &stations[1], Take, 1, NOW + 3)));
    ask(&central, &stations[1], Release, 1, NOW + 4);
    assert!(taken(&ask(&central, &stations[0], Take, 1, NOW + 5)));
    // Nor does it end.
    send(release.bytes(), NOW + 6);
    assert_eq!(
        ask(&central, &stations[1], Take, 1, NOW + 7),
        ClaimOutcome::Held
    );
    // Minutes later nothing of it is answered.
    assert_eq!(send(take.bytes(), NOW + CLOCK + 1), ClaimOutcome::NotNow);
}

#[rstest]
fn a_release_that_overtakes_its_take_is_not_forgotten(#[values(On::File, On::Server)] on: On) {
    let world = World::on(on);
    let (central, stations) = with(&world, &["uno", "due"]);
    let [one, two] = &stations[..] else {
        unreachable!()
    };
    // Whom another station had before stays nobody's as well.
    ask(&central, two, Take, 2, NOW - 9);
    ask(&central, two, Release, 2, NOW - 8);
    for person in [1, 2] {
        ask(&central, one, Release, person, NOW + 1);
    }
    // These are none of the few whom a station may have before it.
    for person in 10..10 + u8::try_from(OPEN).unwrap() {
        assert!(taken(&ask(&central, one, Take, person, NOW + 2)));
    }
    for person in [1, 2] {
        let take = one.asker().claim(Take, who(person), NOW);
        // At once, and as late as it is answered at all, whatever was cleaned up meanwhile.
        for now in [NOW + 3, NOW + CLOCK] {
            ask(&central, one, Take, 10, now);
            let answer = central.claim_at(take.bytes(), now).unwrap();
            assert_eq!(answer.value().outcome, ClaimOutcome::NotNow);
        }
    }
    let known = |person| {
        let page = central.ledger().read().unwrap();
        page.holder(who(person), &one.name).unwrap()
    };
    assert!(taken(&ask(&central, two, Take, 1, NOW + CLOCK)));
    // Then nothing of it is left.
    assert_eq!(known(2), Some(Holder::Own));
    ask(&central, one, Take, 10, NOW + CLOCK + 2);
    assert_eq!(known(2), None);
}

#[rstest]
fn only_a_known_station_with_its_own_key_and_a_right_clock_asks(
    #[values(On::File, On::Server)] on: On,
) {
    let world = World::on(on);
    let (central, stations) = with(&world, &["uno"]);
    let name = |question: &[u8]| {
        let refused = central.claim_at(question, NOW).unwrap_err();
        refused.refusal().unwrap().name()
    };
    let stranger = world.station("due");
    let question = stranger.asker().claim(Take, who(1), NOW);
    assert_eq!(name(question.bytes()), "unknown-station");
    let mut thief = world.station("uno");
    thief.rotate();
    let question = thief.asker().claim(Take, who(1), NOW);
    assert_eq!(name(question.bytes()), "bad-signature");
    let voted = stations[0].asker().voted(0, NOW);
    assert_eq!(name(voted.bytes()), "malformed");

    for asked in [NOW - CLOCK - 1, NOW + CLOCK + 1] {
        let question = stations[0].asker().claim(Take, who(1), asked);
        let answer = central.claim_at(question.bytes(), NOW).unwrap();
        assert_eq!(answer.value().outcome, ClaimOutcome::NotNow);
        assert_eq!(answer.value().now, NOW, "so that it learns the time");
    }
    let stands = |standing| {
        let page = central.ledger().write().unwrap();
        page.stands(&stations[0].name, standing).unwrap();
        page.commit().unwrap();
    };
    let question = stations[0].asker().claim(Take, who(1), NOW);
    stands(Standing::Quarantined);
    assert_eq!(name(question.bytes()), "quarantined");
    stands(Standing::Revoked);
    assert_eq!(name(question.bytes()), "revoked");
    stands(Standing::Good);
    let order = world.registry.sign(Purge {
        fingerprint: world.manifest.digest(),
        settlement: Digest::of(b"settlement"),
    });
    central.purge(order.bytes()).unwrap();
    let question = stations[0].asker().claim(Take, who(1), NOW);
    assert_eq!(name(question.bytes()), "purged");
}

/// Two processes, many stations, one person: the test would fail if the claim were read and then
/// written.
#[rstest]
fn of_stations_that_claim_at_once_exactly_one_wins(#[values(On::File, On::Server)] on: On) {
    let world = World::on(on);
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let (first, stations) = with(&world, &names);
    let second = world.central();
    for person in 0..6 {
        let start = Barrier::new(stations.len());
        let wins = std::thread::scope(|scope| {
            let tries: Vec<_> = stations
                .iter()
                .enumerate()
                .map(|(n, station)| {
                    let central = if n % 2 == 0 { &first } else { &second };
                    let start = &start;
                    scope.spawn(move || {
                        start.wait();
                        taken(&ask(central, station, Take, person, NOW))
                    })
                })
                .collect();
            tries
                .into_iter()
                .filter_map(|t| t.join().ok())
                .filter(|w| *w)
                .count()
        });
        assert_eq!(wins, 1);
        for station in &stations {
            ask(&first, station, Release, person, NOW + 1);
        }
    }
}

/// A thief with a station could otherwise keep a town from voting.
#[rstest]
fn a_station_marks_few_people_and_none_once_it_is_revoked(#[values(On::File, On::Server)] on: On) {
    let world = World::on(on);
    let (central, stations) = with(&world, &["uno", "due"]);
    let [thief, other] = &stations[..] else {
        unreachable!()
    };
    let people = 0..u8::try_from(MARKS).unwrap() + 5;
    for person in people.clone() {
        assert_eq!(
            ask(&central, thief, Voted, person, NOW),
            ClaimOutcome::Noted
        );
    }
    let held = |person: &u8| {
        let outcome = ask(&central, other, Take, *person, NOW + 1);
        if taken(&outcome) {
            ask(&central, other, Release, *person, NOW + 2);
        }
        outcome == ClaimOutcome::Held
    };
    assert_eq!(people.clone().filter(held).count() as u64, MARKS);
    let decision = world.authority.sign(crate::batch::Decision {
        fingerprint: world.manifest.digest(),
        station: thief.name.clone(),
        ruling: crate::batch::Ruling::Revoke,
        reason: "rubata".into(),
    });
    central.decide(decision.bytes()).unwrap();
    let held = |person: &u8| {
        let outcome = ask(&central, other, Take, *person, NOW + 3);
        if taken(&outcome) {
            ask(&central, other, Release, *person, NOW + 4);
        }
        outcome == ClaimOutcome::Held
    };
    assert_eq!(people.filter(held).count(), 0);
}
