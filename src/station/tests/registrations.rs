//! City users and attested residence.

use super::*;

#[test]
fn a_city_user_is_registered_and_votes_at_once_at_a_banchetto() {
    let world = World::new();
    let mut station = world.open();
    let who = stranger();
    let claimant = claim(&mut station, who.clone());
    let verdict = station.register(claimant, city_user("G747")).unwrap();
    vote(&mut station, admitted(verdict), &[4, 5]);
    station.close_day(true).unwrap();
    // Only the registry reads the record.
    let sealed = records(&station);
    let record: IdentityRecord = cbor::decode(&world.registry.open(&sealed[0]).unwrap()).unwrap();
    assert_eq!(record.codice_fiscale, who.code.as_str());
    assert_eq!(record.document_number, "CA00000AA");
    assert!(!record.computed);
    assert!(world.settlement.open(&sealed[0]).is_err());
}

/// The records of the registrations that wait to be sent.
fn records(station: &Station) -> Vec<Vec<u8>> {
    let key = station.rotation().value().station_key;
    let mut found = Vec::new();
    for sent in station.pending().unwrap() {
        let batch = Batch::open(&sent.bytes, &key).unwrap();
        if let Rows::Registrations(rows) = &batch.body().rows {
            found.extend(rows.iter().map(|r| r.record.to_vec()));
        }
    }
    found
}

#[test]
fn a_computed_code_is_marked_in_the_record_and_the_journal() {
    let world = World::new();
    let mut station = world.open();
    let computed = |mut visit: Visit| {
        visit.computed = true;
        visit
    };
    admit(&mut station, computed(resident(0)));
    let claimant = claim(&mut station, computed(stranger()));
    station.register(claimant, city_user("B812")).unwrap();
    admit(&mut station, resident(1));
    let [admitted, registered] = [Event::Admitted, Event::Registered];
    let all = [admitted.clone(), Event::CodeComputed, registered]
        .into_iter()
        .chain([admitted.clone(), Event::CodeComputed, admitted]);
    assert_eq!(events(&station)[3..], all.collect::<Vec<_>>());
    station.close_day(true).unwrap();
    let record = world.registry.open(&records(&station)[0]).unwrap();
    assert!(cbor::decode::<IdentityRecord>(&record).unwrap().computed);
}

#[test]
fn waiting_days_and_areas_and_reasons_are_the_consultations() {
    let world = World::of_kind(StationKind::Assisted, at("2022-09-20 09:00"));
    let mut station = world.station(at("2022-09-20 09:00"));
    station.open_day().unwrap().unwrap();
    let who = stranger();
    let register = |station: &mut Station, area: &str| {
        let claimant = claim(station, who.clone());
        station.register(claimant, city_user(area)).unwrap()
    };
    let verdict = register(&mut station, "F205");
    assert!(matches!(verdict, Verdict::Refused(Refusal::AreaUnknown)));
    assert_eq!(last(&station), refused_for("area-unknown"));
    let verdict = register(&mut station, "B812");
    let from = day("2022-09-23");
    assert!(matches!(verdict, Verdict::Refused(Refusal::Waiting { from: f }) if f == from));
    assert_eq!(last(&station), Event::Registered);
    assert_eq!(
        station.counts().unwrap().refused,
        1,
        "who waits is registered"
    );
    assert_eq!(
        refused(&mut station, who.clone()),
        Refusal::Waiting { from }
    );
    station.clock = at("2022-09-23 08:00");
    admit(&mut station, who);
}

/// Two volunteers, or one in a hurry: the form is filled in twice.
#[test]
fn whoever_is_known_by_now_is_answered_as_at_check_in() {
    let world = World::new();
    let mut station = world.open();
    let mut claimants: Vec<_> = (0..4).map(|_| claim(&mut station, stranger())).collect();
    let mut register = |station: &mut Station| {
        let claimant = claimants.pop().unwrap();
        station.register(claimant, city_user("G747")).unwrap()
    };
    let first = admitted(register(&mut station));
    let again = register(&mut station);
    assert!(matches!(again, Verdict::Admitted { resumed: true, .. }));
    vote(&mut station, first, &[0, 1]);
    let late = register(&mut station);
    assert!(matches!(late, Verdict::Refused(Refusal::AlreadyVotedHere)));
    // Meanwhile a roll has come with this person.
    let other = visit(code("VRDGPP70A02F205"), day("1970-01-02"));
    let claimant = claim(&mut station, other.clone());
    let who = station.roll_key.pseudonym(&other.code);
    let insert = "INSERT INTO roll(pseudonym, area) VALUES (?1, 'E196')";
    station.db.execute(insert, [&who.0[..]]).unwrap();
    let verdict = station.register(claimant, city_user("G747")).unwrap();
    let area = "E196".into();
    assert_eq!(
        admitted(verdict).admitted_as(),
        &AdmittedAs::Resident { area }
    );
}

#[test]
fn whoever_waits_is_told_so_by_a_second_form_too() {
    let world = World::of_kind(StationKind::Assisted, at("2022-09-20 09:00"));
    let mut station = world.station(at("2022-09-20 09:00"));
    station.open_day().unwrap().unwrap();
    let claimants = [(); 2].map(|()| claim(&mut station, stranger()));
    for claimant in claimants {
        let verdict = station.register(claimant, city_user("B812")).unwrap();
        assert!(matches!(verdict, Verdict::Refused(Refusal::Waiting { .. })));
    }
    let registered = events(&station)
        .iter()
        .filter(|e| **e == Event::Registered)
        .count();
    assert_eq!(registered, 1);
}
