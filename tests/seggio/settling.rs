//! People who vote more than once, over every channel, and the end of the links: real stations,
//! real server, real files.

mod office;
mod purge;

use office::{Vote, central, close, csv, office, paper_station, send, vote};
use seggio::authority::WebFile;
use seggio::ballot::Tracker;
use seggio::board::Checkpoint;
use seggio::central::{Ledger, export};
use seggio::consultation::{Channel, Within};
use seggio::envelope::Digest;
use seggio::identity::Pseudonym;
use seggio::tally::examine::examine_file;
use seggio::tally::settlement::Removal;
use std::collections::{BTreeMap, BTreeSet};

/// From the declared words of the policy and the votes themselves: which ballots go and why, and
/// whose web vote.
fn expected(
    votes: &[Vote],
    web: &[usize],
    (channel, within): (Channel, Within),
    root: &Digest,
) -> (BTreeMap<Tracker, Removal>, BTreeSet<usize>) {
    let (mut gone, mut dropped) = (BTreeMap::new(), BTreeSet::new());
    let people: BTreeSet<usize> = votes.iter().map(|v| v.person).collect();
    for person in people {
        let mine = || votes.iter().filter(move |v| v.person == person);
        let mut sealed: Vec<_> = mine()
            .filter_map(|v| {
                let tracker = v.tracker?;
                let lot = Digest::of_parts("seggio/settlement-lot/1", &[&root.0, &tracker.0.0]);
                Some((v.hour.clone(), lot, tracker))
            })
            .collect();
        sealed.sort();
        let on_paper = mine().any(|v| v.tracker.is_none());
        let on_web = web.contains(&person);
        let web_wins = on_web && channel == Channel::Web && !on_paper;
        let reason = if on_paper {
            Some(Removal::PaperVote)
        } else if web_wins {
            Some(Removal::WebVote)
        } else if sealed.len() > 1 && within == Within::None {
            Some(Removal::RepeatedVote)
        } else if sealed.len() > 1 {
            sealed.remove(0);
            Some(Removal::LaterVote)
        } else {
            None
        };
        if let Some(reason) = reason {
            gone.extend(sealed.iter().map(|(_, _, tracker)| (*tracker, reason)));
        }
        if on_web && !web_wins {
            dropped.insert(person);
        }
    }
    (gone, dropped)
}

/// Duplicates across two stations, two days of one of them, several batches, paper and the web.
fn what_is_left_out(channel: Channel, within: Within) {
    let words = (
        match channel {
            Channel::InPerson => "in-person",
            Channel::Web => "web",
        },
        match within {
            Within::First => "first",
            Within::None => "none",
        },
    );
    let office = office(words.0, words.1);
    let (a, b) = (office.new_station("uno"), office.new_station("due"));
    let central = central(&office);
    let mut votes = Vec::new();
    // 0 votes at both on one day, 4 at both in one hour, 5 at the second before the first's second
    // day, 6 on both channels twice.
    vote(&a, "2022-09-10 09:00", &[0, 1, 2, 3, 4], &mut votes);
    vote(&b, "2022-09-10 09:00", &[4, 5], &mut votes);
    vote(&b, "2022-09-10 11:00", &[0, 6, 10], &mut votes);
    close(&a, "2022-09-10 18:00", false);
    vote(&a, "2022-09-11 09:00", &[5, 6, 7, 8], &mut votes);
    close(&a, "2022-09-11 18:00", true);
    close(&b, "2022-09-11 18:00", true);
    paper_station(&office, &central, &[2, 3, 9, 21], &mut votes);
    let web = [1, 3, 6, 20, 21];
    let registry = WebFile::read(
        std::fs::File::open(csv(&office, "web.csv", &web)).unwrap(),
        &office.secrets.roll_key,
        &mut |_| {},
    )
    .unwrap()
    .sign(&office.secrets.registry, office.manifest.digest());
    send(&central, &a);
    central.take_web_list(&registry.bytes()).unwrap();
    send(&central, &b);
    assert!(central.place_all().unwrap());
    drop(central);

    let ledger = Ledger::open_existing(&office.path("centrale.db")).unwrap();
    let export = export(&ledger).unwrap();
    let zip = export.to_zip().unwrap();
    let examined = examine_file(&zip, &mut |_| {}).unwrap();
    let keys = office.kit.settlement_keys(&office.pass).unwrap();
    let settled = seggio::tally::settle(&examined, &keys).unwrap();
    let bytes = settled.signed.bytes();
    let opened = seggio::tally::settlement::open(&examined, bytes).unwrap();
    let s = opened.settlement();

    let root = Checkpoint::of(&export.leaves).root;
    let (gone, dropped) = expected(&votes, &web, (channel, within), &root);
    let found: BTreeMap<Tracker, Removal> =
        s.removed.iter().map(|r| (r.tracker, r.reason)).collect();
    assert_eq!(found, gone, "{words:?}");
    let found: BTreeSet<Pseudonym> = settled.dropped.iter().copied().collect();
    let people = dropped.iter().map(|p| office.pseudonym(*p));
    assert_eq!(found, people.collect(), "{words:?}");
    let sealed = votes.iter().filter(|v| v.tracker.is_some()).count();
    assert_eq!(s.counted, (sealed - gone.len()) as u64);
    let of_web = s.web.as_ref().unwrap();
    assert_eq!((of_web.voters, of_web.dropped), (5, dropped.len() as u64));
    assert_eq!(of_web.list, registry.header().digest());
    let by_station: u64 = s
        .stations
        .iter()
        .flat_map(|s| &s.removed)
        .map(|r| r.1)
        .sum();
    assert_eq!(by_station, gone.len() as u64);
    // The people of this world who are left out differ by policy, so no policy passes for another.
    assert!(gone.len() >= 4, "{}", gone.len());
}

#[test]
fn in_person_wins_and_the_first_vote_stays() {
    what_is_left_out(Channel::InPerson, Within::First);
}

#[test]
fn in_person_wins_and_none_of_several_votes_stays() {
    what_is_left_out(Channel::InPerson, Within::None);
}

#[test]
fn the_web_wins_and_the_first_vote_stays() {
    what_is_left_out(Channel::Web, Within::First);
}

#[test]
fn the_web_wins_and_none_of_several_votes_stays() {
    what_is_left_out(Channel::Web, Within::None);
}
