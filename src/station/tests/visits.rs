//! Who may vote, and once.

use super::*;

#[test]
fn a_person_votes_once() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    assert_eq!(
        admission.admitted_as(),
        &AdmittedAs::Resident {
            area: "B812".into()
        }
    );
    let slip = vote(&mut station, admission, &[0, 1]);
    assert_eq!(station.trackers().unwrap(), [slip.tracker]);
    assert_eq!(
        refused(&mut station, resident(0)),
        Refusal::AlreadyVotedHere
    );
    // Also after a restart.
    drop(station);
    let mut station = world.station(at("2022-09-10 10:30"));
    assert_eq!(
        refused(&mut station, resident(0)),
        Refusal::AlreadyVotedHere
    );
    let counts = station.counts().unwrap();
    assert_eq!((counts.check_ins, counts.cast, counts.refused), (1, 1, 2));
}

#[test]
fn leaving_the_screen_neither_spends_nor_loses_the_right() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    station.hand_over(&admission).unwrap();
    station.leave(&admission).unwrap();
    drop(admission);
    let again = station.check_in(resident(0)).unwrap();
    let Verdict::Admitted {
        admission,
        resumed: true,
    } = again
    else {
        panic!("{again:?}")
    };
    vote(&mut station, admission, &[2, 3]);
    let counts = station.counts().unwrap();
    assert_eq!((counts.check_ins, counts.cast), (1, 1));
}

#[test]
fn an_interrupted_vote_is_admitted_again_at_the_next_start() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(1));
    station.hand_over(&admission).unwrap();
    drop((admission, station));
    let mut station = world.station(at("2022-09-10 11:00"));
    let again = station.check_in(resident(1)).unwrap();
    assert!(
        matches!(again, Verdict::Admitted { resumed: true, .. }),
        "{again:?}"
    );
    assert!(
        station
            .journal()
            .unwrap()
            .iter()
            .any(|e| e.event == Event::Interrupted)
    );
}

#[test]
fn age_counts_on_the_reference_date() {
    let world = World::new();
    let mut station = world.open();
    // Born on the last day that is old enough: fifteen on the day of the vote. Not on the roll,
    // so not refused for age.
    let cf = code("NRILRA06R58H887");
    assert!(cf.agrees_with_birth(day("2006-10-18")));
    admit(&mut station, visit(cf, day("2006-10-18")));
    let cf = code("NRILRA06R59H887");
    let young = refused(&mut station, visit(cf, day("2006-10-19")));
    assert!(matches!(young, Refusal::TooYoung { min_age: 16, .. }));
    // The century is the document's: the same code, a hundred years older.
    let cf = code("NRILRA06R59H887");
    let old = station.check_in(visit(cf, day("1906-10-19"))).unwrap();
    assert!(matches!(old, Verdict::NotOnRoll(_)));
    let cf = code("NRILRA06R58H887");
    assert_eq!(
        refused(&mut station, visit(cf, day("2006-10-17"))),
        Refusal::BirthMismatch
    );
}

#[test]
fn documents_follow_the_law_and_the_consultation() {
    let world = World::new();
    let mut station = world.open();
    let with = |kind, expiry: Option<&str>| {
        let mut v = resident(0);
        v.document.kind = kind;
        v.document.validity = expiry.map_or(Validity::Unlimited, |e| Validity::Until(day(e)));
        v
    };
    let paper = with(DocumentKind::PaperIdCard, Some("2031-01-01"));
    assert!(!matches!(
        station.check_in(paper.clone()).unwrap(),
        Verdict::Refused(_)
    ));
    // No phase of this consultation lasts until then.
    let ended = station.weigh(&paper, &[], day("2026-08-03"));
    assert_eq!(ended.err(), Some(Refusal::DocumentEnded));
    let old = with(DocumentKind::Passport, Some("2022-09-09"));
    let expired_accepted = station.consultation().documents.expired_accepted;
    assert_eq!(
        matches!(
            station.check_in(old).unwrap(),
            Verdict::Refused(Refusal::DocumentExpired { .. })
        ),
        !expired_accepted
    );
}
