//! Help at the screen, and how many voters one companion may help.

use super::*;

fn companion(of: &Visit) -> Assistance {
    Assistance::Companion {
        reason: AssistanceReason::Sight,
        companion: of.code.clone(),
    }
}

fn assisted(by: &str, reason: &str) -> Event {
    let (by, reason) = (by.to_owned(), reason.to_owned());
    Event::Assisted { by, reason }
}

fn help_events(station: &Station) -> usize {
    let help = |e: &&Event| matches!(e, Event::Assisted { .. });
    events(station).iter().filter(help).count()
}

#[test]
fn help_is_recorded_once_and_counted_in_the_minutes() {
    let world = World::new();
    let mut station = world.open();
    let [first, second, third] = [0, 1, 2].map(|i| admit(&mut station, resident(i)));
    for _ in 0..2 {
        station.assist(&first, &STAFF).unwrap().unwrap();
    }
    assert_eq!(last(&station), assisted("staff", "language"));
    station
        .assist(&second, &companion(&stranger()))
        .unwrap()
        .unwrap();
    assert_eq!(last(&station), assisted("companion", "sight"));
    assert_eq!(help_events(&station), 2);
    for (admission, i) in [(first, 0), (second, 1), (third, 2)] {
        vote(&mut station, admission, &[i, i + 1]);
    }
    let closed = station.close_day(true).unwrap().minutes;
    let c = closed.counts;
    assert!(c.reconcile() && c.parts_fit());
    assert_eq!((c.assisted_by_staff, c.assisted_by_companion), (1, 1));
    let text = station.minutes_text(&closed);
    assert!(text.contains("dal personale          1"), "{text}");
    assert!(text.contains("da chi le accompagna   1"), "{text}");
    // What is remembered of persons for the desk's sake goes; the counts stay.
    assert_eq!(station.counts_of_last_day().unwrap(), c);
}

#[test]
fn one_companion_helps_one_voter() {
    let world = World::new();
    let mut station = world.open();
    let [first, second] = [0, 1].map(|i| admit(&mut station, resident(i)));
    let helper = stranger();
    let may = |station: &mut Station, who: &Visit, voter: usize| {
        let voter = resident(voter).code;
        station.companion_may_help(&who.code, &voter).unwrap()
    };
    assert_eq!(may(&mut station, &helper, 0), Ok(()));
    let voter = Err(AssistanceRefused::IsTheVoter);
    assert_eq!(may(&mut station, &resident(0), 0), voter);
    assert_eq!(
        station.assist(&first, &companion(&resident(0))).unwrap(),
        voter
    );
    assert_eq!(help_events(&station), 0, "asking records nothing");

    station
        .assist(&first, &companion(&helper))
        .unwrap()
        .unwrap();
    let limit = Err(AssistanceRefused::LimitReached { limit: 1 });
    assert_eq!(may(&mut station, &helper, 1), limit);
    assert_eq!(station.assist(&second, &companion(&helper)).unwrap(), limit);
    let refused_for = |reason: &str| {
        let reason = reason.to_owned();
        Event::CompanionRefused { reason }
    };
    let refused: Vec<Event> = events(&station)
        .into_iter()
        .filter(|e| matches!(e, Event::CompanionRefused { .. } | Event::Refused { .. }))
        .collect();
    // Asked at the desk and confirmed on the screen: each refusal is on record.
    let reasons = [
        "companion-is-voter",
        "companion-is-voter",
        "companion-limit",
        "companion-limit",
    ];
    assert_eq!(refused, reasons.map(refused_for));
    assert_eq!(
        station.counts().unwrap().refused,
        0,
        "nobody was turned away"
    );
    // A voter may help another voter.
    assert_eq!(may(&mut station, &resident(0), 1), Ok(()));
}

#[test]
fn a_voter_who_leaves_and_returns_counts_once() {
    let two = |c: &mut Consultation| c.desk.voters_per_companion = 2;
    let world = World::made(StationKind::Banchetto, at("2022-09-10 10:00"), two);
    let mut station = world.open();
    let helper = stranger();
    let with_help = |station: &mut Station, i: usize| {
        let admission = admit(station, resident(i));
        station.hand_over(&admission).unwrap();
        let outcome = station.assist(&admission, &companion(&helper)).unwrap();
        station.leave(&admission).unwrap();
        (outcome, admission)
    };
    // Leaves and is taken up again, is voided and admitted again, comes back another day.
    with_help(&mut station, 0).0.unwrap();
    let (outcome, admission) = with_help(&mut station, 0);
    outcome.unwrap();
    assert_eq!(help_events(&station), 1);
    station.void(admission, VoidReason::Other).unwrap();
    with_help(&mut station, 0).0.unwrap();
    assert_eq!(help_events(&station), 2, "once for each admission");
    station.close_day(false).unwrap();
    station.clock = at("2022-09-11 09:00");
    station.open_day().unwrap().unwrap();
    with_help(&mut station, 0).0.unwrap();
    // All of that was one voter; the second is the last.
    with_help(&mut station, 1).0.unwrap();
    let limit = Err(AssistanceRefused::LimitReached { limit: 2 });
    assert_eq!(with_help(&mut station, 2).0, limit);
}

#[test]
fn a_companion_takes_the_place_of_staff_and_is_counted() {
    let world = World::new();
    let mut station = world.open();
    let [first, second] = [0, 1].map(|i| admit(&mut station, resident(i)));
    let by_companion = companion(&stranger());
    station.assist(&first, &STAFF).unwrap().unwrap();
    station.assist(&first, &by_companion).unwrap().unwrap();
    station.assist(&first, &STAFF).unwrap().unwrap();
    let counts = station.counts().unwrap();
    assert_eq!(
        (counts.assisted_by_staff, counts.assisted_by_companion),
        (0, 1)
    );
    assert!(station.assist(&second, &by_companion).unwrap().is_err());
}

#[test]
fn a_president_lifts_the_limit_and_it_is_on_record() {
    let world = World::new();
    let mut station = world.open();
    let [first, second] = [0, 1].map(|i| admit(&mut station, resident(i)));
    let help = companion(&stranger());
    let reason = OverrideReason::OfficeConfirmed;
    let lifted = Event::Overridden {
        refusal: "companion-limit".into(),
        reason: "office-confirmed".into(),
    };
    station
        .assist_by_override(&first, &help, reason)
        .unwrap()
        .unwrap();
    assert!(!events(&station).contains(&lifted), "not needed yet");
    station
        .assist_by_override(&second, &help, reason)
        .unwrap()
        .unwrap();
    assert!(events(&station).contains(&lifted));
    let own = station.assist_by_override(&second, &companion(&resident(1)), reason);
    assert_eq!(own.unwrap(), Err(AssistanceRefused::IsTheVoter));

    let strict = |c: &mut Consultation| c.desk.overrides.clear();
    let world = World::made(StationKind::Banchetto, at("2022-09-10 10:00"), strict);
    let mut station = world.open();
    let [first, second] = [0, 1].map(|i| admit(&mut station, resident(i)));
    station.assist(&first, &help).unwrap().unwrap();
    let refused = station.assist_by_override(&second, &help, reason).unwrap();
    assert_eq!(refused, Err(AssistanceRefused::LimitReached { limit: 1 }));
}

#[test]
fn a_spent_admission_is_helped_no_more() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    let again = admitted(station.check_in(resident(0)).unwrap());
    vote(&mut station, admission, &[0, 1]);
    let late = station.assist(&again, &STAFF);
    assert!(matches!(late, Err(StationError::NotAdmitted)));
}
