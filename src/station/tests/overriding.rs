//! Every refusal in its order, and what a president may lift.

use super::*;

/// A visit against which everything speaks that can, but having voted.
fn hopeless() -> Visit {
    let cf = code("NRILRA06R59H887");
    let mut visit = expired(visit(cf, day("2006-10-20")));
    visit.document.kind = DocumentKind::PaperIdCard;
    visit.computed = true;
    visit
}

/// No computed codes, and passports only.
fn strict(c: &mut Consultation) {
    c.desk.computed_codes = false;
    c.documents.accepted = vec![DocumentKind::Passport];
}

fn lift(refusals: &[Overridable]) -> Vec<Override> {
    let reason = OverrideReason::KnownInPerson;
    let lift = |refusal: &Overridable| Override {
        refusal: *refusal,
        reason,
    };
    refusals.iter().map(lift).collect()
}

fn by_override(station: &mut Station, visit: Visit, what: &[Overridable]) -> Verdict {
    station.check_in_by_override(visit, &lift(what)).unwrap()
}

#[test]
fn refusals_come_in_their_order() {
    let world = World::made(StationKind::Banchetto, at("2022-09-10 10:00"), strict);
    let station = world.open();
    let on = |date: &str, visit: &Visit| {
        let weighed = station.weigh(visit, &[], day(date));
        weighed.err().map(|r| r.name())
    };
    let mut visit = hopeless();
    let today = "2022-09-10";
    visit.document.kind = DocumentKind::HealthCard;
    assert_eq!(on("2026-08-03", &visit), Some("health-card"));
    visit.document.kind = DocumentKind::PaperIdCard;
    assert_eq!(on("2026-08-03", &visit), Some("document-ended"));
    assert_eq!(on(today, &visit), Some("document-not-accepted"));
    visit.document.kind = DocumentKind::Passport;
    assert_eq!(on(today, &visit), Some("document-expired"));
    visit.document.validity = Validity::Until(day(today));
    assert_eq!(on(today, &visit), Some("computed-code"));
    visit.computed = false;
    assert_eq!(on(today, &visit), Some("birth-mismatch"));
    visit.document.birth_date = day("2006-10-19");
    assert_eq!(on(today, &visit), Some("too-young"));
}

#[test]
fn who_voted_is_told_so_before_all_else() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    vote(&mut station, admission, &[0, 1]);
    let mut worst = expired(resident(0));
    worst.document.birth_date = day("2016-01-01");
    assert_eq!(refused(&mut station, worst), Refusal::AlreadyVotedHere);
}

#[test]
fn a_president_lifts_what_the_consultation_lists() {
    let world = World::made(StationKind::Banchetto, at("2022-09-10 10:00"), strict);
    let mut station = world.open();
    let mut visit = expired(resident(0));
    visit.computed = true;
    let wanted = [
        Overridable::DocumentNotAccepted,
        Overridable::DocumentExpired,
        Overridable::ComputedCode,
    ];
    // One after the other: what is still in the way is said.
    for (n, next) in wanted.iter().enumerate() {
        let verdict = by_override(&mut station, visit.clone(), &wanted[..n]);
        let Verdict::Refused(refusal) = verdict else {
            panic!("{verdict:?}")
        };
        assert_eq!(refusal.overridable(), Some(*next));
        assert!(station.may_override(*next));
        assert_eq!(last(&station), refused_for(next.word()));
    }
    admitted(by_override(&mut station, visit, &wanted));
    let tail = wanted.map(|lifted| Event::Overridden {
        refusal: lifted.word().into(),
        reason: "known-in-person".into(),
    });
    let events = events(&station);
    assert_eq!(events[events.len() - 3..], tail);
    assert_eq!(events[events.len() - 5], Event::Admitted);
}

#[test]
fn an_override_that_was_not_needed_leaves_no_trace() {
    let world = World::new();
    let mut station = world.open();
    let admitted = by_override(&mut station, resident(0), &Overridable::ALL);
    assert!(matches!(admitted, Verdict::Admitted { .. }));
    assert_eq!(last(&station), Event::Admitted);
}

#[test]
fn an_override_goes_along_with_a_registration() {
    let world = World::new();
    let mut station = world.open();
    let verdict = by_override(
        &mut station,
        expired(stranger()),
        &[Overridable::DocumentExpired],
    );
    let Verdict::NotOnRoll(claimant) = verdict else {
        panic!("{verdict:?}")
    };
    assert!(!matches!(last(&station), Event::Overridden { .. }));
    admitted(station.register(claimant, city_user("B812")).unwrap());
    assert!(matches!(last(&station), Event::Overridden { .. }));
}

#[test]
fn what_is_not_listed_is_not_lifted() {
    let none = |c: &mut Consultation| c.desk.overrides = vec![Overridable::ComputedCode];
    let world = World::made(StationKind::Banchetto, at("2022-09-10 10:00"), none);
    let mut station = world.open();
    let what = [Overridable::DocumentExpired];
    assert!(!station.may_override(what[0]));
    let verdict = by_override(&mut station, expired(resident(0)), &what);
    assert!(matches!(
        verdict,
        Verdict::Refused(Refusal::DocumentExpired { .. })
    ));
}

#[test]
fn nobody_lifts_age_or_birth_or_a_vote_or_the_law() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(1));
    vote(&mut station, admission, &[0, 1]);
    let mut mismatch = resident(0);
    mismatch.document.birth_date = day("1980-01-02");
    let young = visit(code("NRILRA06R59H887"), day("2006-10-19"));
    for visit in [mismatch, young, resident(1)] {
        let verdict = by_override(&mut station, visit, &Overridable::ALL);
        let Verdict::Refused(refusal) = verdict else {
            panic!("{verdict:?}")
        };
        assert_eq!(refusal.overridable(), None, "{refusal:?}");
    }
    let mut paper = resident(0);
    paper.document.kind = DocumentKind::PaperIdCard;
    let on = |date, visit: &Visit| {
        station
            .weigh(visit, &lift(&Overridable::ALL), day(date))
            .err()
    };
    assert_eq!(on("2026-08-03", &paper), Some(Refusal::DocumentEnded));
    // Not even as a kind of document that is not accepted otherwise.
    paper.document.kind = DocumentKind::HealthCard;
    assert_eq!(on("2022-09-10", &paper), Some(Refusal::HealthCard));
}

#[test]
fn a_clerk_overrides_nothing() {
    let world = World::new();
    let mut station = world.open();
    station
        .add_operator(&operator("bruno"), Role::Clerk)
        .unwrap();
    drop(station);
    let pass = Passphrase::new("passo lungo");
    let clock = at("2022-09-10 11:00");
    let mut clerk = Station::unlock(world.dir.path(), "bruno", &pass, clock).unwrap();
    assert!(!clerk.may_override(Overridable::DocumentExpired));
    let what = lift(&[Overridable::DocumentExpired]);
    let verdict = clerk.check_in_by_override(expired(resident(0)), &what);
    assert!(matches!(verdict, Err(StationError::PresidentOnly)));
    let admission = admit(&mut clerk, resident(0));
    let helped = clerk.assist_by_override(&admission, &STAFF, OverrideReason::Other);
    assert!(matches!(helped, Err(StationError::PresidentOnly)));
}

#[test]
fn a_voided_person_may_be_checked_in_again_and_a_spent_right_never_voided() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    station.void(admission, VoidReason::WrongPerson).unwrap();
    let reason = "wrong-person".to_owned();
    assert_eq!(last(&station), Event::Voided { reason });
    let admission = admit(&mut station, resident(0));
    let again = station.check_in(resident(0)).unwrap();
    vote(&mut station, admission, &[0, 1]);
    let spent = station.void(admitted(again), VoidReason::Other);
    assert!(matches!(spent, Err(StationError::NotAdmitted)));
    let counts = station.counts().unwrap();
    assert_eq!((counts.check_ins, counts.cast, counts.void), (2, 1, 1));
}
