//! Which links a settlement opens.

use super::draft::{Draft, DraftStation};
use super::world::{KEYS, draft, full_draft};
use crate::consultation::Channel;
use crate::identity::Pseudonym;
use crate::tally::examine::{Examined, examine};
use crate::tally::settlement::Removed;
use crate::tally::{TallyError, settle};
use minicbor::bytes::ByteVec;

/// Makes the links of everyone but these unreadable.
fn spoil(stations: &mut [DraftStation], but: &[u8]) {
    for station in stations {
        for row in station.presence() {
            let spared = but.iter().any(|p| row.pseudonym == Pseudonym([*p; 32]));
            if !spared && row.link.is_some() {
                row.link = Some(ByteVec::from(b"nobody can open this".to_vec()));
            }
        }
    }
}

fn examined(draft: &Draft) -> Examined {
    examine(&draft.sign(), None, &mut |_| {}).1.unwrap()
}

fn removed(examined: &Examined) -> Result<Vec<Removed>, TallyError> {
    let settled = settle(examined, &KEYS.settlement_keys())?;
    let opened = crate::tally::settlement::open(examined, settled.signed.bytes())?;
    Ok(opened.settlement().removed.clone())
}

/// Persons 3 and 4 vote twice. Whatever is in the links of the others, nobody looks.
#[test]
fn only_the_links_of_people_who_appear_twice_are_opened() {
    let mut world = draft();
    spoil(&mut world.stations, &[3, 4]);
    assert_eq!(removed(&examined(&world)).unwrap().len(), 2);
    // Theirs are opened, each of them.
    for needed in [3, 4] {
        let mut world = draft();
        spoil(&mut world.stations, &[needed]);
        let refused = removed(&examined(&world));
        assert!(matches!(refused, Err(TallyError::Link(_))), "{refused:?}");
    }
}

/// Person 5 voted on the web too, once in person: where the vote in person wins, no ballot goes
/// and no link is opened; where the web wins, this link is.
#[test]
fn who_voted_on_the_web_too_has_a_link_opened_only_if_a_ballot_must_go() {
    let mut world = full_draft();
    spoil(&mut world.stations, &[3, 4]);
    assert_eq!(removed(&examined(&world)).unwrap().len(), 2);
    let settled = settle(&examined(&world), &KEYS.settlement_keys()).unwrap();
    assert_eq!(settled.dropped, [Pseudonym([5; 32])]);

    let mut manifest = super::world::manifest();
    manifest.consultation.duplicates.channel = Channel::Web;
    let web_wins = super::world::full_draft_of(manifest);
    let mut world = web_wins.clone();
    spoil(&mut world.stations, &[3, 4, 5]);
    assert_eq!(removed(&examined(&world)).unwrap().len(), 3);
    let mut world = web_wins;
    spoil(&mut world.stations, &[3, 4]);
    assert!(matches!(
        removed(&examined(&world)),
        Err(TallyError::Link(_))
    ));
}
