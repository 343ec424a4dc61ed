//! The station's rules, on the real store and the real consultation.

use super::*;
use crate::authority::{Bundle, Roll, RollEntry};
use crate::ballot::{Answer, Choices};
use crate::batch::{AdmittedAs, Batch, BatchKind, IdentityRecord, Link, Rows};
use crate::consultation::*;
use crate::envelope::{Identity, Passphrase, SecretBytes, cbor};
use crate::identity::{CodiceFiscale, Document, DocumentKind, DocumentNumber};
use chrono::{NaiveDate, NaiveDateTime};

/// A consultation in a test's hands: every secret is at hand.
pub(crate) struct World {
    pub dir: tempfile::TempDir,
    pub settlement: Identity,
    pub registry: Identity,
}

pub(crate) fn at(text: &str) -> Clock {
    Clock::starting_at(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap())
}

/// Residents of the made-up roll.
pub(crate) const RESIDENTS: [&str; 4] = [
    "RSSMRA80A01B812B",
    "BNCGLI85C41E196C",
    "VRDLGU90D10G747X",
    "NRILRA06R58H887K",
];

/// A code with its right check character.
fn code(first15: &str) -> CodiceFiscale {
    let mut ok = ('A'..='Z').filter_map(|c| CodiceFiscale::parse(&format!("{first15}{c}")).ok());
    ok.next().unwrap()
}

pub(crate) fn resident(i: usize) -> Visit {
    let cf = code(&RESIDENTS[i][..15]);
    let birth = cf.birth_on(day("2022-10-18")).unwrap();
    visit(cf, birth)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn visit(code: CodiceFiscale, birth_date: NaiveDate) -> Visit {
    let number = DocumentNumber::parse("CA00000AA").unwrap();
    let kind = DocumentKind::ElectronicIdCard;
    Visit {
        code,
        document: Document {
            kind,
            number,
            birth_date,
            expiry: Some(day("2031-01-01")),
        },
    }
}

fn operator(name: &str) -> NewOperator {
    NewOperator {
        name: name.into(),
        passphrase: Passphrase::new("passo lungo"),
        pin: Passphrase::new("246810"),
    }
}

impl World {
    pub fn new() -> Self {
        Self::of_kind(StationKind::Banchetto, at("2022-09-10 10:00"))
    }

    pub fn of_kind(kind: StationKind, clock: Clock) -> Self {
        let consultation = load(std::path::Path::new(
            "kiosk-config/digitale-bene-comune-2022",
        ));
        let (authority, registry_key) = (SigningKey::generate(), SigningKey::generate());
        let (registry, settlement) = (Identity::generate(), Identity::generate());
        let server = SigningKey::generate().public();
        let manifest = authority.sign(Manifest {
            mode: Mode::Training,
            consultation: consultation.unwrap(),
            tally: TallyKey {
                key: curve25519_dalek::constants::RISTRETTO_BASEPOINT_COMPRESSED.0,
                threshold: 2,
                trustees: vec![],
                transcript: Digest::of(b""),
            },
            commission: Commission {
                authority: authority.public(),
                registry: registry_key.public(),
                registry_recipient: registry.recipient(),
                settlement_recipient: settlement.recipient(),
            },
            server: ServerKeys {
                url: "http://127.0.0.1:1".into(),
                receipt_key: server,
                board_key: server,
                board_origin: "prova".into(),
            },
        });
        let roll_key = RollKey::new(SecretBytes::new([7; 32]));
        let mut entries: Vec<RollEntry> = (0..RESIDENTS.len())
            .map(|i| RollEntry {
                pseudonym: roll_key.pseudonym(&resident(i).code),
                area: "B812".into(),
            })
            .collect();
        entries.sort_by_key(|e| e.pseudonym);
        let roll = registry_key.sign(Roll {
            fingerprint: manifest.digest(),
            made: clock.hour(),
            entries,
        });
        let bundle_key = SigningKey::generate();
        let certificate = authority.sign(Certificate {
            fingerprint: manifest.digest(),
            station: StationId::parse("prova-1").unwrap(),
            kind,
            bundle_key: bundle_key.public(),
        });
        let bundle = Bundle::new(
            &manifest,
            &certificate,
            Some(roll.bytes().to_vec()),
            &roll_key,
            &bundle_key,
        );
        let dir = tempfile::tempdir().unwrap();
        setup::make(&bundle, dir.path(), &operator("anna"), clock).unwrap();
        Self {
            dir,
            settlement,
            registry,
        }
    }

    pub fn station(&self, clock: Clock) -> Station {
        let pass = Passphrase::new("passo lungo");
        Station::unlock(self.dir.path(), "anna", &pass, clock).unwrap()
    }

    fn open(&self) -> Station {
        let mut station = self.station(at("2022-09-10 10:20"));
        station.open_day().unwrap().unwrap();
        station
    }
}

fn admit(station: &mut Station, visit: Visit) -> Admission {
    match station.check_in(visit).unwrap() {
        Verdict::Admitted { admission, .. } => admission,
        other => panic!("{other:?}"),
    }
}

fn refused(station: &mut Station, visit: Visit) -> Refusal {
    match station.check_in(visit).unwrap() {
        Verdict::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn vote(station: &mut Station, admission: Admission, chosen: &[usize]) -> Slip {
    station.hand_over(&admission).unwrap();
    let answers = [Answer::Options(chosen.to_vec())];
    let choices = Choices::new(station.consultation(), &answers).unwrap();
    let (sealing, offer) = station.offer(&choices).unwrap();
    assert_eq!(offer.value().tracker, sealing.ballot.tracker());
    station.cast(admission, sealing).unwrap()
}

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
        v.document.expiry = expiry.map(day);
        v
    };
    let paper = with(DocumentKind::PaperIdCard, Some("2031-01-01"));
    assert!(!matches!(
        station.check_in(paper.clone()).unwrap(),
        Verdict::Refused(_)
    ));
    station.clock = at("2026-08-03 09:00");
    assert_eq!(refused(&mut station, paper), Refusal::DocumentEnded);
    station.clock = at("2022-09-10 10:20");
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

#[test]
fn a_city_user_is_registered_and_votes_at_once_at_a_banchetto() {
    let world = World::new();
    let mut station = world.open();
    let cf = code("VRDGPP70A01F205");
    let who = visit(cf.clone(), day("1970-01-01"));
    let Verdict::NotOnRoll(claimant) = station.check_in(who.clone()).unwrap() else {
        panic!()
    };
    let form = Registration {
        surname: "Verdi".into(),
        given_names: "Giuseppe".into(),
        admitted_as: AdmittedAs::CityUser {
            area: "G747".into(),
            reason: Reason::Work,
        },
    };
    let verdict = station.register(claimant, form).unwrap();
    let Verdict::Admitted { admission, .. } = verdict else {
        panic!("{verdict:?}")
    };
    vote(&mut station, admission, &[4, 5]);
    station.close_day(true).unwrap();
    // Only the registry reads the record.
    let pending = station.pending().unwrap();
    let sent = pending
        .iter()
        .find(|p| p.kind == BatchKind::Registrations)
        .unwrap();
    let batch = Batch::open(&sent.bytes, &station.rotation().value().station_key).unwrap();
    let Rows::Registrations(rows) = &batch.body().rows else {
        panic!()
    };
    let record: IdentityRecord =
        cbor::decode(&world.registry.open(&rows[0].record).unwrap()).unwrap();
    assert_eq!(record.codice_fiscale, cf.as_str());
    assert!(world.settlement.open(&rows[0].record).is_err());
}

#[test]
fn waiting_days_and_areas_and_reasons_are_the_consultations() {
    let world = World::of_kind(StationKind::Assisted, at("2022-09-20 09:00"));
    let mut station = world.station(at("2022-09-20 09:00"));
    station.open_day().unwrap().unwrap();
    let who = visit(code("VRDGPP70A01F205"), day("1970-01-01"));
    let claim = |station: &mut Station, area: &str| {
        let verdict = station.check_in(who.clone()).unwrap();
        let Verdict::NotOnRoll(claimant) = verdict else {
            panic!("{verdict:?}")
        };
        let admitted_as = AdmittedAs::CityUser {
            area: area.into(),
            reason: Reason::Study,
        };
        let (surname, given_names) = ("Verdi".into(), "Giuseppe".into());
        station
            .register(
                claimant,
                Registration {
                    surname,
                    given_names,
                    admitted_as,
                },
            )
            .unwrap()
    };
    let verdict = claim(&mut station, "F205");
    assert!(matches!(verdict, Verdict::Refused(Refusal::AreaUnknown)));
    let verdict = claim(&mut station, "B812");
    let from = day("2022-09-23");
    assert!(matches!(verdict, Verdict::Refused(Refusal::Waiting { from: f }) if f == from));
    assert_eq!(
        refused(&mut station, who.clone()),
        Refusal::Waiting { from }
    );
    station.clock = at("2022-09-23 08:00");
    admit(&mut station, who);
}

#[test]
fn a_day_opens_only_inside_its_phase() {
    let world = World::new();
    for (when, open) in [
        ("2022-08-31 23:59", false),
        ("2022-09-01 00:00", true),
        ("2022-09-18 23:59", true),
        ("2022-09-19 00:00", false),
    ] {
        let mut station = world.station(at(when));
        assert_eq!(station.open_day().unwrap().is_ok(), open, "{when}");
        if open {
            station.close_day(false).unwrap();
        }
    }
}

#[test]
fn closing_reconciles_and_the_chain_holds() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(0));
    vote(&mut station, admission, &[0, 1]);
    let admission = admit(&mut station, resident(1));
    station
        .void(admission, "documento di un'altra persona")
        .unwrap();
    let _left = admit(&mut station, resident(2));
    let before = station.prepare_closing().unwrap();
    assert_eq!(
        (before.left_behind, before.last_day, before.in_box),
        (1, false, 1)
    );
    let closed = station.close_day(false).unwrap().minutes;
    assert_eq!(closed.counts, before.counts);
    assert!(closed.counts.reconcile());
    let c = closed.counts;
    assert_eq!((c.check_ins, c.cast, c.void, c.abandoned), (3, 1, 1, 1));
    // One ballot is fewer than batch_min: it stays for another day.
    let kinds = |s: &Station| {
        s.pending()
            .unwrap()
            .iter()
            .map(|p| p.kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(&station), [BatchKind::Presence, BatchKind::Minutes]);
    assert_eq!(station.sync_state().unwrap().ballots_waiting, 1);
    // The abandoned person comes back another day; the last closing sends everything.
    station.clock = at("2022-09-11 09:00");
    station.open_day().unwrap().unwrap();
    let admission = admit(&mut station, resident(2));
    vote(&mut station, admission, &[1, 2, 3]);
    let minutes = station.close_day(true).unwrap().minutes;
    assert_eq!(
        (minutes.day, minutes.box_at_opening, minutes.box_at_closing),
        (2, 1, 2)
    );
    assert_eq!(
        station.open_day().unwrap(),
        Err(OpeningRefused::ClosedForGood)
    );
    let mut chain = Chain::start(station.rotation());
    let mut ballots = 0;
    for sent in station.pending().unwrap() {
        let batch = Batch::open(&sent.bytes, &station.rotation().value().station_key).unwrap();
        chain.follow(batch.header()).unwrap();
        if let Rows::Ballots(rows) = &batch.body().rows {
            ballots += rows.len();
        }
    }
    assert_eq!(ballots, 2);
}

#[test]
fn a_link_opens_only_with_the_settlement_key() {
    let world = World::new();
    let mut station = world.open();
    let admission = admit(&mut station, resident(3));
    let pseudonym = admission.pseudonym;
    let slip = vote(&mut station, admission, &[0, 9]);
    station.make_batches().unwrap();
    let sent = &station.pending().unwrap()[0];
    let batch = Batch::open(&sent.bytes, &station.rotation().value().station_key).unwrap();
    let Rows::Presence(rows) = &batch.body().rows else {
        panic!()
    };
    let sealed = rows[0].link.as_ref().unwrap();
    let link = Link::open(sealed, &world.settlement).unwrap();
    assert_eq!((link.pseudonym, link.tracker), (pseudonym, slip.tracker));
    assert!(Link::open(sealed, &world.registry).is_err());
}

#[test]
fn five_wrong_pins_and_the_passphrase_is_needed() {
    let world = World::new();
    let mut station = world.open();
    let (right, wrong) = (Passphrase::new("246810"), Passphrase::new("000000"));
    for left in [4, 3, 2, 1] {
        let refused = station.check_pin(&wrong).unwrap();
        assert_eq!(refused, Err(PinRefused::Wrong { tries_left: left }));
    }
    assert_eq!(
        station.check_pin(&wrong).unwrap(),
        Err(PinRefused::PassphraseNeeded)
    );
    // Not even a restart, not even the right one.
    drop(station);
    let mut station = world.open();
    assert_eq!(
        station.check_pin(&right).unwrap(),
        Err(PinRefused::PassphraseNeeded)
    );
    assert!(
        station
            .check_passphrase(&Passphrase::new("sbagliata!"))
            .is_err()
    );
    station
        .check_passphrase(&Passphrase::new("passo lungo"))
        .unwrap();
    assert_eq!(station.check_pin(&right).unwrap(), Ok(()));
}

#[test]
fn operators_come_and_go_by_the_presidents_hand() {
    let world = World::new();
    let mut station = world.open();
    station
        .add_operator(&operator("bruno"), Role::Clerk)
        .unwrap();
    assert!(
        station
            .add_operator(&operator("bruno"), Role::Clerk)
            .is_err()
    );
    let mut weak = operator("carla");
    weak.pin = Passphrase::new("12345a");
    assert!(matches!(
        station.add_operator(&weak, Role::Clerk),
        Err(StationError::WeakSecret(_))
    ));
    let pass = Passphrase::new("passo lungo");
    let mut clerk =
        Station::unlock(world.dir.path(), "bruno", &pass, at("2022-09-10 12:00")).unwrap();
    assert!(matches!(
        clerk.remove_operator("anna"),
        Err(StationError::PresidentOnly)
    ));
    drop(clerk);
    station.remove_operator("bruno").unwrap();
    assert!(matches!(
        Station::unlock(world.dir.path(), "bruno", &pass, at("2022-09-10 12:00")),
        Err(UnlockError::NoSuchOperator)
    ));
    assert!(station.remove_operator("anna").is_err());
}

/// Every file of a station, also those that are there only for a moment.
fn files(dir: &std::path::Path) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(std::fs::read(entry.path()).unwrap());
        }
    }
    found
}

fn holds(files: &[Vec<u8>], needle: &[u8]) -> bool {
    files
        .iter()
        .any(|f| f.windows(needle.len()).any(|w| w == needle))
}

#[test]
fn the_files_of_a_station_tell_nothing() {
    let world = World::new();
    let mut station = world.open();
    let who = visit(code("VRDGPP70A01F205"), day("1970-01-01"));
    let Verdict::NotOnRoll(claimant) = station.check_in(who.clone()).unwrap() else {
        panic!()
    };
    let form = Registration {
        surname: "Verdicchio".into(),
        given_names: "Giuseppe".into(),
        admitted_as: AdmittedAs::CityUser {
            area: "G747".into(),
            reason: Reason::Work,
        },
    };
    let verdict = station.register(claimant, form).unwrap();
    let Verdict::Admitted { admission, .. } = verdict else {
        panic!("{verdict:?}")
    };
    let pseudonym = admission.pseudonym;
    let slip = vote(&mut station, admission, &[0, 1]);
    // In the middle of a transaction the rollback journal is on disk too.
    let tx = station.db.transaction().unwrap();
    tx.execute("UPDATE voters SET hour = 'x'", []).unwrap();
    tx.execute_batch("PRAGMA cache_spill = 1; PRAGMA cache_size = 1;")
        .unwrap();
    tx.execute("DELETE FROM ballots", []).unwrap();
    let during = files(world.dir.path());
    tx.rollback().unwrap();
    station.close_day(true).unwrap();
    let projects: Vec<String> = station.consultation().questions[0]
        .options
        .iter()
        .map(|o| o.id.clone())
        .collect();
    drop(station);
    for files in [during, files(world.dir.path())] {
        let mut secret: Vec<Vec<u8>> = ["SQLite format 3", "Verdicchio", "Giuseppe", "anna lungo"]
            .map(|s| s.as_bytes().to_vec())
            .into();
        secret.push(who.code.as_str().into());
        secret.push(pseudonym.0.to_vec());
        secret.push(slip.tracker.0.0.to_vec());
        secret.push(slip.tracker.short().into());
        secret.extend(projects.iter().map(|p| p.as_bytes().to_vec()));
        for needle in secret {
            assert!(
                !holds(&files, &needle),
                "{:?}",
                String::from_utf8_lossy(&needle)
            );
        }
    }
}

#[test]
fn opened_with_the_key_no_table_joins_a_person_to_a_ballot() {
    let world = World::new();
    let mut station = world.open();
    let mut people = Vec::new();
    for i in 0..3 {
        let admission = admit(&mut station, resident(i));
        let pseudonym = admission.pseudonym;
        people.push((
            pseudonym,
            vote(&mut station, admission, &[i, i + 1]).tracker,
        ));
    }
    station.close_day(false).unwrap();
    // Whatever text or blob of any row: a row that holds something of a person holds nothing of a
    // ballot, and no two such rows share a value that is theirs alone.
    let tables: Vec<String> = {
        let mut q = station
            .db
            .prepare("SELECT name FROM sqlite_master WHERE type='table'")
            .unwrap();
        let names = q.query_map([], |r| r.get(0)).unwrap();
        names.map(Result::unwrap).collect()
    };
    let contains = |cell: &[u8], id: &[u8]| cell.windows(id.len()).any(|w| w == id);
    let mut of_person: Vec<Vec<Vec<u8>>> = vec![Vec::new(); people.len()];
    let mut of_ballot = of_person.clone();
    for table in tables.iter().filter(|t| *t != "batches") {
        let mut query = station
            .db
            .prepare(&format!("SELECT * FROM {table}"))
            .unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<Vec<u8>> = (0..columns)
                .filter_map(|c| match row.get_ref(c).unwrap() {
                    rusqlite::types::ValueRef::Text(b) | rusqlite::types::ValueRef::Blob(b) => {
                        Some(b.to_vec())
                    }
                    _ => None,
                })
                .collect();
            for (i, (person, tracker)) in people.iter().enumerate() {
                let person = cells.iter().any(|c| contains(c, &person.0));
                let ballot = cells
                    .iter()
                    .any(|c| contains(c, &tracker.0.0) || contains(c, tracker.short().as_bytes()));
                assert!(!(person && ballot), "{table} joins them");
                assert!(
                    table != "journal" || !(person || ballot),
                    "the journal holds one"
                );
                if person {
                    of_person[i].extend(cells.clone());
                }
                if ballot {
                    of_ballot[i].extend(cells.clone());
                }
            }
        }
    }
    for (i, person) in of_person.iter().enumerate() {
        assert!(!person.is_empty() && !of_ballot[i].is_empty());
        let shared = person.iter().filter(|c| of_ballot[i].contains(c));
        // What they share, everybody shares.
        for cell in shared {
            assert!(
                (0..people.len()).all(|j| of_person[j].contains(cell)),
                "{cell:?}"
            );
        }
    }
}
