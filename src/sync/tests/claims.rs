//! Online stations against a real server, and against one that is none.

use super::*;
use crate::batch::{ClaimAnswer, ClaimOutcome};
use crate::envelope::Digest;
use crate::identity::Pseudonym;
use crate::station::{Claimed, Claims};

const WHO: Pseudonym = Pseudonym([1; 32]);
const OURS: Claimed = Claimed::Ours { web: false };

/// Long waits: a slow machine must not look like a bad line.
const PACE: Pace = Pace {
    patience: Duration::from_mins(1),
    offline: Duration::from_mins(1),
    renewal: Duration::from_mins(10),
};

fn claimer(carrier: &Carrier, station: &Station, pace: Pace) -> Claimer {
    let introduction = station.introduction.clone();
    Claimer::start(carrier, station.asker(), introduction, pace)
}

#[test]
fn of_two_online_stations_one_has_the_person_until_it_lets_go() {
    let world = World::new();
    let (one, two) = (world.station("uno"), world.station("due"));
    // Neither was introduced: they present themselves.
    let (running, carrier) = start(&world);
    let mut first = claimer(&carrier, &one, PACE);
    let mut second = claimer(&carrier, &two, PACE);
    assert_eq!(first.claim(WHO), OURS);
    assert_eq!(second.claim(WHO), Claimed::Held);
    assert_eq!(first.claim(WHO), OURS, "the same person again");
    assert!(first.online() && second.online());
    first.release(WHO);
    // Its next answer comes after what it told.
    let other = Pseudonym([2; 32]);
    assert_eq!(first.claim(other), OURS);
    assert_eq!(second.claim(WHO), OURS);
    second.voted(WHO);
    second.claim(Pseudonym([3; 32]));
    assert_eq!(
        first.claim(WHO),
        Claimed::Held,
        "until the batch tells of it"
    );
    running.stop().unwrap();
}

#[test]
fn who_voted_at_another_station_is_told_at_the_desk_and_in_the_list() {
    let world = World::new();
    let (mut one, two) = (world.station("uno"), world.station("due"));
    let (running, carrier) = start(&world);
    let batch = one.batch(presence([1]));
    carrier.introduce(&one.introduction).unwrap();
    carrier.send(&batch.bytes()).unwrap();
    let mut desk = claimer(&carrier, &two, PACE);
    assert_eq!(desk.claim(WHO), Claimed::VotedElsewhere);
    assert_eq!(desk.claim(Pseudonym([2; 32])), OURS);
    running.stop().unwrap();
}

#[test]
fn without_a_server_nobody_waits_and_its_return_is_seen() {
    let world = World::new();
    let station = world.station("uno");
    let bound = listener();
    let url = crate::central::url_of(&bound).unwrap();
    let address = bound.local_addr().unwrap();
    drop(bound);
    let mut desk = claimer(&Carrier::at(&world.manifest, &url), &station, PACE);
    assert_eq!(desk.claim(WHO), Claimed::Offline);
    assert!(!desk.online());
    let bound = TcpListener::bind(address).unwrap();
    let running = Running::start(bound, world.central()).unwrap();
    assert_eq!(desk.claim(WHO), OURS);
    assert!(desk.online());
    running.stop().unwrap();
}

/// A line that swallows everything: the desk goes on after its patience.
#[test]
fn a_silent_server_counts_as_none() {
    let world = World::new();
    let station = world.station("uno");
    let silent = listener();
    let url = crate::central::url_of(&silent).unwrap();
    let pace = Pace {
        patience: Duration::from_millis(50),
        offline: Duration::from_millis(10),
        ..PACE
    };
    let mut desk = claimer(&Carrier::at(&world.manifest, &url), &station, pace);
    assert_eq!(desk.claim(WHO), Claimed::Offline);
    assert!(!desk.online());
}

#[test]
fn a_claim_is_kept_by_renewing_and_given_back_at_the_end() {
    let world = World::new();
    let (one, two) = (world.station("uno"), world.station("due"));
    let (running, carrier) = start(&world);
    let pace = Pace {
        renewal: Duration::from_millis(20),
        ..PACE
    };
    let mut first = claimer(&carrier, &one, pace);
    assert_eq!(first.claim(WHO), OURS);
    let mut second = claimer(&carrier, &two, PACE);
    assert_eq!(second.claim(WHO), Claimed::Held);
    drop(first);
    let mut tries = 0;
    while second.claim(WHO) != OURS {
        tries += 1;
        assert!(tries < 5000, "it was never given back");
        std::thread::yield_now();
    }
    running.stop().unwrap();
}

#[test]
fn a_server_that_is_not_ours_grants_nothing() {
    let world = World::new();
    let station = world.station("uno");
    let question = station.asker().claim(
        crate::batch::ClaimAction::Take,
        WHO,
        crate::batch::millis_now(),
    );
    let granted = |key: &SigningKey| {
        let answer = ClaimAnswer {
            fingerprint: world.manifest.digest(),
            question: question.digest(),
            now: crate::batch::millis_now(),
            outcome: ClaimOutcome::Taken {
                until: u64::MAX,
                web: false,
            },
        };
        key.sign(answer).bytes().to_vec()
    };
    // By another key; by the right one, and to another question.
    for key in [SigningKey::generate(), world.secrets.receipt.clone()] {
        let url = impostor(answer("200 OK", "application/cose", &granted(&key)));
        let carrier = Carrier::at(&world.manifest, &url);
        let introduction = station.introduction.clone();
        let mut inquirer = Inquirer::new(carrier.clone(), station.asker(), introduction);
        let claimed = inquirer.claim(crate::batch::ClaimAction::Take, WHO);
        assert_eq!(claimed, Err(SendError::BadAnswer));
        assert_eq!(inquirer.voted(0).err(), Some(SendError::BadAnswer));
        assert_eq!(
            claimer(&carrier, &station, PACE).claim(WHO),
            Claimed::Offline
        );
    }
}

#[test]
fn a_server_that_wants_time_gets_it() {
    let world = World::new();
    let mut station = world.station("uno");
    let batch = station.batch(presence([1])).bytes();
    for (reply, expected) in [
        ("202 Accepted", 1),
        ("202 Accepted\r\nretry-after: 4", 4),
        ("429 Too Many Requests\r\nretry-after: 7", 7),
        ("503 Service Unavailable\r\nretry-after: 99999", 600),
    ] {
        let url = impostor(answer(reply, "application/problem+json", b"{}"));
        let carrier = Carrier::at(&world.manifest, &url);
        let seconds = expected;
        assert_eq!(
            carrier.send(&batch),
            Err(SendError::Later { seconds }),
            "{reply}"
        );
        // Whoever tries again waits as long as it was told, and not longer.
        let pending = [PendingBatch {
            sequence: 0,
            kind: crate::batch::BatchKind::Presence,
            bytes: batch.clone(),
        }];
        let retry = Retry {
            attempts: 2,
            first: Duration::from_millis(1),
            cap: Duration::from_millis(1),
        };
        let waited = Cell::new(Duration::ZERO);
        let wait = |time| {
            waited.set(waited.get() + time);
            true
        };
        send_patiently(&carrier, &station.introduction, &pending, &retry, wait);
        assert_eq!(waited.get(), Duration::from_secs(seconds));
    }
    // Without a time it is a server in trouble.
    let url = impostor(answer("429 Too Many Requests", "text/plain", b""));
    let sent = Carrier::at(&world.manifest, &url).send(&batch);
    assert!(matches!(sent, Err(SendError::Unreachable(_))));
}

/// The list as a station gets it in the background.
#[test]
fn a_courier_brings_who_voted() {
    let world = World::new();
    let station = world.station("uno");
    let central = world.central();
    let people: Vec<_> = (0..5000u32)
        .map(|n| crate::batch::VotedRow {
            pseudonym: Pseudonym(Digest::of(&n.to_be_bytes()).0),
            channel: crate::consultation::Channel::Web,
        })
        .collect();
    central.number(&people);
    drop(central);
    let (running, carrier) = start(&world);
    let introduction = station.introduction.clone();
    let courier = Courier::start(carrier, station.asker(), introduction, Retry::ONCE);
    courier.carry(Load {
        voted: Some(10),
        ..Load::default()
    });
    let mut brought = Vec::new();
    while brought.len() < people.len() - 10 {
        for news in courier.news() {
            match news {
                News::Voted(page) => {
                    assert_eq!(page.since, 10 + brought.len() as u64);
                    brought.extend(page.rows);
                }
                other => panic!("{other:?}"),
            }
        }
        std::thread::yield_now();
    }
    assert!(brought == people[10..]);
    running.stop().unwrap();
}
