//! Who voted elsewhere, by the server's list.

use super::*;
use crate::batch::{VotedList, VotedPage, VotedRow};

/// Part of a list, from a number on.
pub(super) fn page(since: u64, rows: &[(&CodiceFiscale, Channel)], total: u64) -> VotedPage {
    let key = RollKey::new(SecretBytes::new([7; 32]));
    let row = |(code, channel): &(&CodiceFiscale, Channel)| VotedRow {
        pseudonym: key.pseudonym(code),
        channel: *channel,
    };
    VotedPage {
        since,
        rows: rows.iter().map(row).collect(),
        total,
    }
}

pub(super) fn code_of(i: usize) -> CodiceFiscale {
    resident(i).code
}

#[test]
fn who_is_on_the_list_is_refused_by_it_and_not_by_the_document() {
    let world = World::new();
    let mut station = world.open();
    assert_eq!(station.lists().unwrap().voted_elsewhere, None);
    let (zero, one) = (code_of(0), code_of(1));
    let first = page(0, &[(&zero, Channel::InPerson)], 2);
    station.take_voted(&first).unwrap();
    assert_eq!(station.lists().unwrap().voted_elsewhere, None, "not whole");
    let second = page(1, &[(&one, Channel::InPerson)], 2);
    station.take_voted(&second).unwrap();
    assert!(station.lists().unwrap().voted_elsewhere.is_some());
    assert_eq!(station.voted_known().unwrap(), 2);
    assert_eq!(last(&station), Event::VotedElsewhere { count: 2 });
    assert_eq!(refused(&mut station, resident(0)), Refusal::VotedElsewhere);
    assert_eq!(last(&station), refused_for("voted-elsewhere"));
    let worst = expired(resident(1));
    assert_eq!(refused(&mut station, worst), Refusal::VotedElsewhere);
    admit(&mut station, resident(2));
}

#[test]
fn a_list_comes_in_any_pieces_and_never_with_a_gap() {
    let world = World::new();
    let mut station = world.open();
    let codes: Vec<_> = (0..4).map(code_of).collect();
    let rows: Vec<_> = codes.iter().map(|c| (c, Channel::InPerson)).collect();
    station.take_voted(&page(1, &rows[1..], 4)).unwrap();
    assert_eq!(station.voted_known().unwrap(), 0, "number 0 is missing");
    station.take_voted(&page(0, &rows[..2], 4)).unwrap();
    // The same again, and more.
    station.take_voted(&page(0, &rows[..3], 4)).unwrap();
    assert_eq!(station.voted_known().unwrap(), 3);
    station.take_voted(&page(3, &rows[3..], 4)).unwrap();
    assert_eq!(last(&station), Event::VotedElsewhere { count: 4 });
    let entries = station.journal().unwrap().len();
    station.take_voted(&page(4, &[], 4)).unwrap();
    assert_eq!(station.journal().unwrap().len(), entries, "nothing new");
    // The server lost the end of its list: it is asked for from the beginning, nobody is forgotten.
    station.take_voted(&page(4, &[], 2)).unwrap();
    assert_eq!(station.voted_known().unwrap(), 0);
    assert_eq!(refused(&mut station, resident(3)), Refusal::VotedElsewhere);
}

#[test]
fn who_voted_here_is_told_that_whatever_the_list_says() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    vote(&mut station, admission, &[0, 1]);
    let zero = code_of(0);
    let own = page(0, &[(&zero, Channel::InPerson)], 1);
    station.take_voted(&own).unwrap();
    assert_eq!(
        refused(&mut station, resident(0)),
        Refusal::AlreadyVotedHere
    );
}

#[test]
fn who_went_away_and_voted_elsewhere_is_not_taken_up_again() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    station.hand_over(&admission).unwrap();
    station.leave(&admission).unwrap();
    let zero = code_of(0);
    let list = page(0, &[(&zero, Channel::InPerson)], 1);
    station.take_voted(&list).unwrap();
    assert_eq!(refused(&mut station, resident(0)), Refusal::VotedElsewhere);
}

#[test]
fn a_web_vote_gives_way_where_the_vote_at_a_station_counts() {
    let zero = code_of(0);
    let list = page(0, &[(&zero, Channel::Web)], 1);
    for channel in [Channel::InPerson, Channel::Web] {
        let change = |c: &mut Consultation| c.duplicates.channel = channel;
        let world = World::made(StationKind::Banchetto, at("2022-09-10 10:00"), change);
        let mut station = world.open();
        station.take_voted(&list).unwrap();
        match channel {
            Channel::Web => assert_eq!(refused(&mut station, resident(0)), Refusal::VotedOnWeb),
            Channel::InPerson => {
                let admission = admit(&mut station, resident(0));
                assert!(admission.elsewhere().web && !admission.elsewhere().unclaimed);
                // In person as well: that is another matter.
                station.void(admission, VoidReason::Withdrawn).unwrap();
                let more = page(1, &[(&zero, Channel::InPerson)], 2);
                station.take_voted(&more).unwrap();
                assert_eq!(refused(&mut station, resident(0)), Refusal::VotedElsewhere);
            }
        }
    }
}

#[test]
fn a_president_may_trust_the_person_more_than_the_list() {
    let zero = code_of(0);
    let list = page(0, &[(&zero, Channel::InPerson)], 1);
    let overrides = [Override {
        refusal: Overridable::VotedElsewhere,
        reason: OverrideReason::OfficeConfirmed,
    }];
    let world = World::new();
    let mut station = world.open();
    station.take_voted(&list).unwrap();
    let verdict = station
        .check_in_by_override(resident(0), &overrides)
        .unwrap();
    admitted(verdict);
    let overridden = Event::Overridden {
        refusal: "voted-elsewhere".into(),
        reason: "office-confirmed".into(),
    };
    assert_eq!(last(&station), overridden);

    let none = |c: &mut Consultation| c.desk.overrides.clear();
    let world = World::made(StationKind::Banchetto, at("2022-09-10 10:00"), none);
    let mut station = world.open();
    station.take_voted(&list).unwrap();
    let verdict = station
        .check_in_by_override(resident(0), &overrides)
        .unwrap();
    assert!(matches!(verdict, Verdict::Refused(Refusal::VotedElsewhere)));
}

#[test]
fn the_list_comes_on_a_stick_too_and_goes_when_nobody_votes_any_more() {
    let world = World::new();
    let mut station = world.open();
    let zero = code_of(0);
    let list = |fingerprint, key: &SigningKey, total| {
        let list = VotedList {
            fingerprint,
            made: Minute::parse("2022-09-09T20:15").unwrap(),
            page: page(0, &[(&zero, Channel::InPerson)], total),
        };
        key.sign(list).bytes().to_vec()
    };
    let fingerprint = station.fingerprint();
    let stranger = SigningKey::generate();
    let wrong = [
        list(fingerprint, &stranger, 1),
        list(Digest::of(b"x"), &server_key(), 1),
        list(fingerprint, &server_key(), 2),
        b"altro".to_vec(),
    ];
    for bytes in wrong {
        assert!(station.take_voted_list(&bytes).is_err());
    }
    assert_eq!(station.voted_known().unwrap(), 0);
    let right = list(fingerprint, &server_key(), 1);
    assert!(station.take_voted_list(&right).unwrap());
    let made = station.lists().unwrap().voted_elsewhere.unwrap();
    assert_eq!(made.to_string(), "2022-09-09 20:15:00");
    assert_eq!(refused(&mut station, resident(0)), Refusal::VotedElsewhere);
    // The network brought more since.
    let one = code_of(1);
    let more = page(1, &[(&one, Channel::InPerson)], 2);
    station.take_voted(&more).unwrap();
    assert!(!station.take_voted_list(&right).unwrap());

    station.close_day(true).unwrap();
    let rows = "SELECT count(*) FROM voted_elsewhere";
    assert_eq!(store::count(&station.db, rows).unwrap(), 0);
    station
        .take_voted(&page(2, &[(&zero, Channel::Web)], 3))
        .unwrap();
    assert_eq!(store::count(&station.db, rows).unwrap(), 0);
}

#[test]
fn a_station_that_was_made_before_there_was_a_list_gets_one() {
    let world = World::new();
    let station = world.station(at("2022-09-10 10:10"));
    let before = "DROP TABLE voted_elsewhere; DROP TABLE boards_seen; DROP TABLE off_board;
        PRAGMA user_version = 3;";
    station.db.execute_batch(before).unwrap();
    drop(station);
    let mut station = world.open();
    let zero = code_of(0);
    let list = page(0, &[(&zero, Channel::InPerson)], 1);
    station.take_voted(&list).unwrap();
    assert_eq!(refused(&mut station, resident(0)), Refusal::VotedElsewhere);
}
