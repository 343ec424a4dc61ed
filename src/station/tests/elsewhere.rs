//! Who voted elsewhere, by the server's list and by its answers at the desk.

use super::*;
use crate::batch::{VotedList, VotedPage, VotedRow};
use std::sync::{Arc, Mutex};

/// Part of a list, from a number on.
fn page(since: u64, rows: &[(&CodiceFiscale, Channel)], total: u64) -> VotedPage {
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

fn code_of(i: usize) -> CodiceFiscale {
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

/// A server that answers as it is told, and remembers what it heard.
#[derive(Clone)]
struct Server {
    answer: Arc<Mutex<Claimed>>,
    heard: Arc<Mutex<Vec<&'static str>>>,
}

impl Server {
    fn answering(answer: Claimed) -> Self {
        Self {
            answer: Arc::new(Mutex::new(answer)),
            heard: Arc::default(),
        }
    }

    fn answer(&self, answer: Claimed) {
        *self.answer.lock().unwrap() = answer;
    }

    fn heard(&self) -> Vec<&'static str> {
        std::mem::take(&mut self.heard.lock().unwrap())
    }

    fn hear(&self, what: &'static str) {
        self.heard.lock().unwrap().push(what);
    }
}

impl Claims for Server {
    fn claim(&mut self, _: Pseudonym) -> Claimed {
        self.hear("claim");
        *self.answer.lock().unwrap()
    }
    fn release(&mut self, _: Pseudonym) {
        self.hear("release");
    }
    fn voted(&mut self, _: Pseudonym) {
        self.hear("voted");
    }
    fn online(&self) -> bool {
        true
    }
}

const OURS: Claimed = Claimed::Ours { web: false };

/// An assisted station on an open day, with a server.
fn online(when: WhenOffline, server: &Server) -> (World, Station) {
    online_with(when, server, |_| ())
}

fn online_with(
    when: WhenOffline,
    server: &Server,
    more: impl Fn(&mut Consultation),
) -> (World, Station) {
    let change = |c: &mut Consultation| {
        c.online.claims = Some(when);
        more(c);
    };
    let clock = at("2022-09-20 09:00");
    let world = World::made(StationKind::Assisted, clock, change);
    let mut station = world.station(clock);
    station.claim_by(Box::new(server.clone()));
    station.open_day().unwrap().unwrap();
    (world, station)
}

#[test]
fn a_person_is_claimed_last_and_told_of_when_the_visit_ends() {
    let server = Server::answering(OURS);
    let (_world, mut station) = online(WhenOffline::Stop, &server);
    let mut young = resident(0);
    young.document.birth_date = day("2016-01-01");
    assert_eq!(refused(&mut station, young), Refusal::BirthMismatch);
    assert_eq!(server.heard(), [""; 0], "something else stood in the way");

    let admission = admit(&mut station, resident(0));
    assert_eq!(admission.elsewhere(), Elsewhere::default());
    assert_eq!(server.heard(), ["claim"]);
    station.hand_over(&admission).unwrap();
    assert_eq!(server.heard(), [""; 0]);
    station.leave(&admission).unwrap();
    assert_eq!(server.heard(), ["release"]);
    drop(admission);

    let admission = admit(&mut station, resident(0));
    vote(&mut station, admission, &[0, 1]);
    assert_eq!(server.heard(), ["claim", "voted"]);
    assert_eq!(
        refused(&mut station, resident(0)),
        Refusal::AlreadyVotedHere
    );
    assert_eq!(server.heard(), [""; 0], "who voted is not asked for");

    let admission = admit(&mut station, resident(1));
    station.issue_paper(admission).unwrap();
    let admission = admit(&mut station, resident(2));
    station.void(admission, VoidReason::Withdrawn).unwrap();
    // Somebody at the desk who does not go on to the screen, and the next one.
    admit(&mut station, resident(2));
    admit(&mut station, resident(3));
    station.visit_over();
    station.visit_over();
    let heard = server.heard();
    assert_eq!(heard[..4], ["claim", "voted", "claim", "release"]);
    assert_eq!(heard[4..], ["claim", "release", "claim", "release"]);
}

#[test]
fn whom_the_server_refuses_is_refused_with_its_reason() {
    let server = Server::answering(Claimed::Held);
    let (_world, mut station) = online(WhenOffline::Continue, &server);
    for (answer, refusal) in [
        (Claimed::Held, Refusal::ClaimedElsewhere),
        (Claimed::VotedElsewhere, Refusal::VotedElsewhere),
        (Claimed::VotedOnWeb, Refusal::VotedOnWeb),
    ] {
        server.answer(answer);
        assert_eq!(refused(&mut station, resident(0)), refusal);
        assert_eq!(last(&station), refused_for(refusal.name()));
    }
    server.answer(Claimed::Held);
    let lift = |refusal| {
        let reason = OverrideReason::KnownInPerson;
        [Override { refusal, reason }]
    };
    let wrong = lift(Overridable::VotedElsewhere);
    let verdict = station.check_in_by_override(resident(0), &wrong).unwrap();
    assert!(matches!(
        verdict,
        Verdict::Refused(Refusal::ClaimedElsewhere)
    ));
    let right = lift(Overridable::ClaimedElsewhere);
    let verdict = station.check_in_by_override(resident(0), &right).unwrap();
    let admission = admitted(verdict);
    assert!(matches!(last(&station), Event::Overridden { .. }));
    // The vote does not depend on the claim.
    vote(&mut station, admission, &[0, 1]);
    // On the list and at the server: one mistake, one override.
    let one = code_of(1);
    let told = page(0, &[(&one, Channel::InPerson)], 1);
    station.take_voted(&told).unwrap();
    server.answer(Claimed::VotedElsewhere);
    admitted(station.check_in_by_override(resident(1), &wrong).unwrap());
    let all = events(&station);
    let end: Vec<_> = all.iter().rev().take(2).collect();
    assert!(
        matches!(end[..], [Event::Overridden { .. }, Event::Admitted]),
        "{end:?}"
    );
}

#[test]
fn offline_the_consultation_decides() {
    let server = Server::answering(Claimed::Offline);
    let (_world, mut station) = online(WhenOffline::Continue, &server);
    let admission = admit(&mut station, resident(0));
    assert!(admission.elsewhere().unclaimed);
    assert_eq!(last(&station), Event::NotClaimed);
    vote(&mut station, admission, &[0, 1]);
    assert_eq!(server.heard(), ["claim", "voted"], "it may still arrive");

    let (_world, mut station) = online(WhenOffline::Stop, &server);
    assert_eq!(refused(&mut station, resident(0)), Refusal::NoServer);
    assert_eq!(server.heard(), ["claim", "release"]);
    server.answer(Claimed::Ours { web: true });
    let admission = admit(&mut station, resident(0));
    let expected = Elsewhere {
        web: true,
        unclaimed: false,
    };
    assert_eq!(admission.elsewhere(), expected);
}

#[test]
fn where_the_consultation_lets_them_a_president_admits_without_the_server() {
    let server = Server::answering(Claimed::Offline);
    let reason = OverrideReason::OfficeConfirmed;
    let refusal = Overridable::NoServer;
    let lift = [Override { refusal, reason }];
    // Not listed: nobody lifts it.
    let (_world, mut station) = online(WhenOffline::Stop, &server);
    assert!(!station.may_override(refusal));
    let verdict = station.check_in_by_override(resident(0), &lift).unwrap();
    assert!(matches!(verdict, Verdict::Refused(Refusal::NoServer)));

    let (_world, mut station) = online_with(WhenOffline::Stop, &server, |c| {
        c.desk.overrides.push(Overridable::NoServer);
    });
    assert!(station.may_override(refusal));
    assert_eq!(refused(&mut station, resident(0)), Refusal::NoServer);
    let admission = admitted(station.check_in_by_override(resident(0), &lift).unwrap());
    assert!(admission.elsewhere().unclaimed, "it is found at settlement");
    let all = events(&station);
    let overridden = Event::Overridden {
        refusal: "no-server".into(),
        reason: "office-confirmed".into(),
    };
    let expected = [Event::Admitted, overridden, Event::NotClaimed];
    assert_eq!(all[all.len() - 3..], expected);
    vote(&mut station, admission, &[0, 1]);
    // It lifts this alone: who voted elsewhere by the list that is known stays refused.
    let one = code_of(1);
    let told = page(0, &[(&one, Channel::InPerson)], 1);
    station.take_voted(&told).unwrap();
    let verdict = station.check_in_by_override(resident(1), &lift).unwrap();
    assert!(matches!(verdict, Verdict::Refused(Refusal::VotedElsewhere)));
    // The server is back: it decides, and what was not needed leaves no trace.
    server.answer(Claimed::Held);
    let verdict = station.check_in_by_override(resident(2), &lift).unwrap();
    assert!(matches!(
        verdict,
        Verdict::Refused(Refusal::ClaimedElsewhere)
    ));
    server.answer(OURS);
    admitted(station.check_in_by_override(resident(2), &lift).unwrap());
    assert_eq!(last(&station), Event::Admitted);
}

#[test]
fn a_city_user_is_claimed_once_and_a_table_claims_nobody() {
    let server = Server::answering(OURS);
    let change = |c: &mut Consultation| {
        c.online.claims = Some(WhenOffline::Stop);
        for phase in &mut c.phases {
            phase.waiting_days = 0;
        }
    };
    let clock = at("2022-09-20 09:00");
    let world = World::made(StationKind::Assisted, clock, change);
    let mut station = world.station(clock);
    station.claim_by(Box::new(server.clone()));
    assert_eq!(station.online(), Some(true));
    station.open_day().unwrap().unwrap();
    let claimant = claim(&mut station, stranger());
    admitted(station.register(claimant, city_user("B812")).unwrap());
    assert_eq!(server.heard(), ["claim"]);

    let world = World::made(StationKind::Banchetto, at("2022-09-10 10:00"), change);
    let mut station = world.open();
    station.claim_by(Box::new(server.clone()));
    assert_eq!(station.online(), None);
    let admission = admit(&mut station, resident(0));
    vote(&mut station, admission, &[0, 1]);
    assert_eq!(server.heard(), [""; 0]);
}
