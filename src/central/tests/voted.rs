//! Who voted, as stations are told.

use super::*;
use crate::batch::{Purge, VotedList, VotedPage, VotedRow};
use crate::central::voted::CLOCK;
use crate::consultation::Channel;
use crate::identity::Pseudonym;

const NOW: u64 = 1_663_500_000_000;

fn people(n: u64) -> Vec<VotedRow> {
    let row = |n: u64| VotedRow {
        pseudonym: Pseudonym(Digest::of(&n.to_be_bytes()).0),
        channel: if n.is_multiple_of(3) {
            Channel::Web
        } else {
            Channel::InPerson
        },
    };
    (0..n).map(row).collect()
}

fn known(world: &World, people: &[VotedRow]) -> (Central, Station) {
    let (central, station) = (world.central(), world.station("uno"));
    central.introduce(&station.introduction).unwrap();
    let page = central.ledger().write().unwrap();
    page.number(people).unwrap();
    page.commit().unwrap();
    (central, station)
}

fn ask(central: &Central, station: &Station, since: u64) -> VotedPage {
    let question = station.asker().voted(since, NOW);
    let answer = central.voted_at(question.bytes(), NOW).unwrap();
    let answer = station.asker().voted_answer(&question, answer.bytes());
    answer.unwrap().page.unwrap()
}

#[rstest]
fn a_station_gets_everyone_once_page_by_page(#[values(On::File, On::Server)] on: On) {
    let world = World::on(on);
    let all = people(5000);
    let (central, station) = known(&world, &all);
    let mut got = Vec::new();
    let mut pages = 0;
    loop {
        let page = ask(&central, &station, got.len() as u64);
        assert_eq!((page.since, page.total), (got.len() as u64, 5000));
        got.extend(page.rows.iter().copied());
        pages += 1;
        if page.is_last() {
            break;
        }
    }
    assert!(got == all && pages == 2);
    // Nothing is new, or the server knows of fewer than the station, or nobody counts so far.
    for since in [5000, 9000, 1 << 63, u64::MAX] {
        let page = ask(&central, &station, since);
        assert!(page.rows.is_empty() && page.is_last() && page.total == 5000);
    }
}

#[rstest]
fn the_list_to_be_carried_is_whole_and_signed(#[values(On::File, On::Server)] on: On) {
    let world = World::on(on);
    let all = people(7);
    let (central, _) = known(&world, &all);
    let made = "2022-09-18T08:10:42".parse().unwrap();
    let list = central.voted_list(made).unwrap();
    let (fingerprint, key) = (world.manifest.digest(), world.secrets.receipt_key());
    let opened = VotedList::open(list.bytes(), fingerprint, &key).unwrap();
    assert_eq!(opened.value().made.to_string(), "2022-09-18T08:10");
    assert_eq!(opened.value().page.rows, all);
    let other = SigningKey::generate().public();
    assert!(VotedList::open(list.bytes(), fingerprint, &other).is_err());
    assert!(VotedList::open(list.bytes(), Digest::of(b"x"), &key).is_err());
    let mut part = list.value().clone();
    part.page.rows.pop();
    let part = world.secrets.receipt.sign(part);
    assert!(VotedList::open(part.bytes(), fingerprint, &key).is_err());
}

#[rstest]
fn nobody_else_and_nobody_afterwards_is_told(#[values(On::File, On::Server)] on: On) {
    let world = World::on(on);
    let (central, station) = known(&world, &people(3));
    let name = |question: &[u8]| {
        let refused = central.voted_at(question, NOW).unwrap_err();
        refused.refusal().unwrap().name()
    };
    let stranger = world.station("due");
    let question = stranger.asker().voted(0, NOW);
    assert_eq!(name(question.bytes()), "unknown-station");
    let mut thief = world.station("uno");
    thief.rotate();
    assert_eq!(name(thief.asker().voted(0, NOW).bytes()), "bad-signature");

    let early = station.asker().voted(0, NOW - CLOCK - 1);
    let answer = central.voted_at(early.bytes(), NOW).unwrap();
    assert_eq!((&answer.value().page, answer.value().now), (&None, NOW));

    let order = world.registry.sign(Purge {
        fingerprint: world.manifest.digest(),
        settlement: Digest::of(b"settlement"),
    });
    central.purge(order.bytes()).unwrap();
    assert_eq!(name(station.asker().voted(0, NOW).bytes()), "purged");
    let made = "2022-09-18T08:10:00".parse().unwrap();
    let list = central.voted_list(made).unwrap_err();
    assert_eq!(list.refusal().unwrap().name(), "purged");
}
