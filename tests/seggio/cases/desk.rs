//! The demo of each case: its people meet what their file says of them.

use super::folder;
use seggio::consultation::{Text, load};
use seggio::envelope::Passphrase;
use seggio::i18n::Language;
use seggio::identity::{CfError, CodiceFiscale, Document, DocumentNumber, Validity};
use seggio::rehearsal::{Case, Person, World};
use seggio::station::{Station, Verdict, Visit};
use std::collections::BTreeSet;

const CASES: [&str; 5] = [
    "digitale-bene-comune-2022",
    "passo-2020",
    "smart-eco-2021",
    "qua-reggio-emilia",
    "bassa-romagna",
];

#[test]
fn every_case_loads_speaks_both_languages_and_every_method_is_used() {
    let both = |text: &Text, what: &str| {
        assert_ne!(text.get(Language::It), "", "{what}");
        let names_alone = ["Plastic free", "Bassa Romagna Smart"];
        let italian = text.get(Language::It);
        assert!(
            text.get(Language::En) != italian || names_alone.contains(&italian),
            "{what} is not translated: {italian}"
        );
    };
    let mut methods = BTreeSet::new();
    for case in CASES {
        let consultation = load(&folder(case)).unwrap();
        assert_eq!(consultation.id, case);
        both(&consultation.title, case);
        both(&consultation.desk.privacy_notice, case);
        for question in &consultation.questions {
            methods.insert(question.method.word());
            both(&question.title, case);
            for option in &question.options {
                both(&option.title, case);
                both(&option.summary, case);
            }
        }
    }
    let all = ["approval", "points", "priority", "score", "single"];
    assert!(methods.into_iter().eq(all));
    // No case is forgotten here.
    let folders = std::fs::read_dir(folder("")).unwrap();
    let found = folders.map(|f| f.unwrap().file_name().into_string().unwrap());
    assert_eq!(
        found.collect::<BTreeSet<_>>(),
        CASES.map(str::to_owned).into()
    );
}

fn visit(person: &Person) -> Result<Visit, CfError> {
    Ok(Visit {
        code: CodiceFiscale::parse(&person.code)?,
        computed: false,
        document: Document {
            kind: person.document,
            number: DocumentNumber::parse(&person.number).ok(),
            birth_date: person.birth,
            validity: Validity::Until(person.expiry),
        },
    })
}

/// What happened to a person, in the first words of their file.
fn met(station: &mut Station, person: &Person) -> &'static str {
    let Ok(visit) = visit(person) else {
        return "wrong code";
    };
    match station.check_in(visit).unwrap() {
        Verdict::Admitted { .. } => "admitted",
        Verdict::NotOnRoll(_) => "not on the roll",
        Verdict::Refused(_) => "refused",
    }
}

#[test]
fn the_people_of_every_demo_meet_what_is_said_of_them() {
    for name in CASES {
        let case = Case::read(&folder(name)).unwrap();
        let people = case.people().to_vec();
        let (kind, area) = (case.kind(), case.area().map(|a| a.id.clone()));
        let world = World::build(case, None, None, Language::En).unwrap();
        let passphrase = Passphrase::new("sole luna mare");
        let clock = world.clock();
        let mut station =
            Station::unlock(&world.station_dir(), "anna", &passphrase, clock).unwrap();
        let certificate = station.certificate().value();
        assert_eq!(
            (certificate.kind, &certificate.area),
            (kind, &area),
            "{name}"
        );
        station.open_day().unwrap().unwrap();
        assert!(station.prepare_closing().unwrap().last_day, "{name}");
        for person in people {
            let expected = person.shown(Language::En).expected;
            let met = met(&mut station, &person);
            assert!(expected.starts_with(met), "{name}, {}: {met}", person.who);
        }
    }
}
