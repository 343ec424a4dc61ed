//! What the registry reads of the people who were registered at the tables.

use crate::world::{World, open, resident, visit};
use seggio::authority::{AuthorityError, albo};
use seggio::batch::{
    AdmittedAs, Batch, BatchKind, Export, Hour, IdentityRecord, RegistrationRow, Rows, SentBatch,
    StationExport,
};
use seggio::consultation::{Reason, StationId};
use seggio::envelope::cbor;
use seggio::identity::{DocumentKind, DocumentNumber, Names};
use seggio::station::{Registration, Station, Verdict};
use std::path::Path;

const STRANGER: usize = 500;

fn register(station: &mut Station, n: usize, surname: &str, admitted_as: AdmittedAs) {
    let mut visit = visit(resident(n));
    visit.computed = n == STRANGER + 1;
    let Verdict::NotOnRoll(claimant) = station.check_in(visit).unwrap() else {
        panic!("known already")
    };
    let form = Registration {
        names: Names::parse(surname, "Ada").unwrap(),
        document_number: DocumentNumber::parse("CA00000AA").unwrap(),
        admitted_as,
    };
    let verdict = station.register(claimant, form).unwrap();
    assert!(matches!(verdict, Verdict::Admitted { .. }), "{verdict:?}");
}

fn works_in(area: &str) -> AdmittedAs {
    AdmittedAs::CityUser {
        area: area.into(),
        reason: Reason::Work,
    }
}

/// What a station that has closed sends.
fn sent(dir: &Path) -> StationExport {
    let mut station = open(dir);
    station.close_day(true).unwrap();
    let key = station.rotation().value().station_key;
    let batch = |b: &seggio::station::PendingBatch| {
        let batch = Batch::open(&b.bytes, &key).unwrap();
        SentBatch {
            sequence: b.sequence,
            kind: b.kind,
            header: batch.header().bytes().to_vec(),
            body: Some(batch.body().bytes()),
        }
    };
    StationExport {
        station: station.certificate().value().station.clone(),
        certificate: station.certificate().bytes().to_vec(),
        rotation: station.rotation().bytes().to_vec(),
        batches: station.pending().unwrap().iter().map(batch).collect(),
    }
}

fn export(world: &World, stations: Vec<StationExport>) -> Export {
    Export {
        manifest: world.kit.manifest().unwrap().bytes().to_vec(),
        stations,
        leaves: Vec::new(),
        checkpoint: String::new(),
        web_list: None,
        decisions: vec![],
        refused: vec![],
    }
}

#[test]
fn the_registry_reads_what_stations_sealed_and_sees_what_is_wrong_with_it() {
    let world = World::new(1);
    let (one, two) = (world.station("uno"), world.station("due"));
    let mut station = open(&one);
    register(&mut station, STRANGER, "Verdi", works_in("G747"));
    register(&mut station, STRANGER + 1, "Bianchi", works_in("B812"));
    let attested = AdmittedAs::Attested {
        area: "L897".into(),
    };
    register(&mut station, STRANGER + 2, "Neri", attested);
    drop(station);
    let mut station = open(&two);
    register(&mut station, STRANGER, "Verdi", works_in("G747"));
    drop(station);
    let stations = vec![sent(&one), sent(&two)];

    let read = albo(
        &world.kit,
        &world.secrets,
        &export(&world, stations.clone()),
    )
    .unwrap();
    assert_eq!(read.problems, [""; 0]);
    let rows: Vec<_> = read
        .of(false)
        .map(|e| {
            let r = &e.record;
            (
                r.surname.as_str(),
                e.station.as_str(),
                r.computed,
                e.repeated,
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("Bianchi", "uno", true, false),
            ("Verdi", "uno", false, true),
            ("Verdi", "due", false, true),
        ]
    );
    let attested: Vec<_> = read.of(true).map(|e| e.record.surname.as_str()).collect();
    assert_eq!(attested, ["Neri"]);
    assert_eq!(
        read.of(false).next().unwrap().record.codice_fiscale,
        resident(STRANGER + 1).as_str()
    );

    // A missing batch, another station's name, another consultation.
    let refusing = |stations| {
        let read = albo(&world.kit, &world.secrets, &export(&world, stations));
        assert!(matches!(read, Err(AuthorityError::Export(_))));
    };
    let mut gap = stations.clone();
    gap[0].batches.remove(0);
    refusing(gap);
    let mut changed = stations.clone();
    let registrations = |b: &&mut SentBatch| b.kind == BatchKind::Registrations;
    let batch = changed[0].batches.iter_mut().find(registrations).unwrap();
    *batch.body.as_mut().unwrap().last_mut().unwrap() ^= 1;
    refusing(changed);
    let mut renamed = stations.clone();
    renamed[0].station = StationId::parse("due").unwrap();
    refusing(renamed);
    let mut other = export(&world, stations);
    *other.manifest.last_mut().unwrap() ^= 1;
    let refused = albo(&world.kit, &world.secrets, &other);
    assert!(matches!(refused, Err(AuthorityError::OtherConsultation)));
}

#[test]
fn a_record_of_another_person_is_named_and_left_out() {
    let world = World::new(1);
    let mut station = world.by_hand("finta");
    let record = |n: usize| IdentityRecord {
        surname: "Verdi".into(),
        given_names: "Ada".into(),
        codice_fiscale: resident(n).as_str().into(),
        birth_date: "1980-01-01".parse().unwrap(),
        admitted_as: works_in("G747"),
        document: DocumentKind::Passport,
        document_number: "YA1234567".into(),
        computed: false,
    };
    let row = |of: usize, record: Vec<u8>| RegistrationRow {
        pseudonym: world.secrets.roll_key.pseudonym(&resident(of)),
        hour: Hour::parse("2022-09-10T09").unwrap(),
        enabled_from: "2022-09-10".parse().unwrap(),
        record: record.into(),
    };
    let registry = &world.manifest.value().commission.registry_recipient;
    let sealed = |n| registry.seal(&cbor::encode(&record(n))).unwrap();
    let rows = vec![
        row(10, sealed(10)),
        row(11, sealed(12)),
        row(13, b"nothing".to_vec()),
    ];
    let batch = station.sign(Rows::Registrations(rows));
    let station = StationExport {
        station: station.id,
        certificate: station.introduction.certificate,
        rotation: station.introduction.rotation,
        batches: vec![SentBatch {
            sequence: 0,
            kind: BatchKind::Registrations,
            header: batch.header().bytes().to_vec(),
            body: Some(batch.body().bytes()),
        }],
    };
    let read = albo(&world.kit, &world.secrets, &export(&world, vec![station])).unwrap();
    let codes: Vec<_> = read
        .entries
        .iter()
        .map(|e| e.record.codice_fiscale.as_str())
        .collect();
    assert_eq!(codes, [resident(10).as_str()]);
    assert_eq!(read.problems.len(), 2, "{:?}", read.problems);
    assert!(
        read.problems
            .iter()
            .any(|p| p.contains("the record is of another person"))
    );
}
