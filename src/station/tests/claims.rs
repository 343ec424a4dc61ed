//! What the server answers at the desk, and what happens where it does not.

use super::elsewhere::{code_of, page};
use super::*;
use std::sync::{Arc, Mutex};

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
