//! The station's rules, on the real store and the real consultation.

mod assistance;
mod board;
mod claims;
mod days;
mod elsewhere;
mod lock;
mod operators;
mod overriding;
mod paper;
mod purge;
mod random;
mod registrations;
mod secrecy;
mod shifts;
mod standing;
mod visits;

use super::*;
use crate::authority::{Bundle, Roll};
use crate::ballot::{Answer, Choices};
use crate::batch::{AdmittedAs, Batch, BatchKind, IdentityRecord, Link, Rows};
use crate::consultation::*;
use crate::envelope::{Identity, Passphrase, SecretBytes, cbor};
use crate::identity::{
    CodiceFiscale, Document, DocumentKind, DocumentNumber, Names, Pseudonym, Validity,
};
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

/// Signs for the registry of every world.
fn registry_key() -> SigningKey {
    SigningKey::from_bytes(&[8; 32])
}

/// Signs receipts and checkpoints of every world.
fn server_key() -> SigningKey {
    SigningKey::from_bytes(&[9; 32])
}

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
    let number = DocumentNumber::parse("CA00000AA").ok();
    let kind = DocumentKind::ElectronicIdCard;
    Visit {
        code,
        computed: false,
        document: Document {
            kind,
            number,
            birth_date,
            validity: Validity::Until(day("2031-01-01")),
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
        Self::made(kind, clock, |_| ())
    }

    /// Of a consultation with something else in it.
    fn made(kind: StationKind, clock: Clock, change: impl FnOnce(&mut Consultation)) -> Self {
        let (bundle, settlement, registry) = Self::bundle(kind, clock, change);
        let dir = tempfile::tempdir().unwrap();
        setup::make(&bundle, dir.path(), &operator("anna"), clock).unwrap();
        Self {
            dir,
            settlement,
            registry,
        }
    }

    /// A station's bundle, and the identities of settlement and registry.
    fn bundle(
        kind: StationKind,
        clock: Clock,
        change: impl FnOnce(&mut Consultation),
    ) -> (Bundle, Identity, Identity) {
        let config = std::path::Path::new("kiosk-config/digitale-bene-comune-2022");
        let mut consultation = load(config).unwrap();
        change(&mut consultation);
        let (authority, registry_key) = (SigningKey::generate(), registry_key());
        let (registry, settlement) = (Identity::generate(), Identity::generate());
        let server = server_key().public();
        let manifest = authority.sign(Manifest {
            mode: Mode::Training,
            consultation,
            tally: TallyKey {
                key: curve25519_dalek::constants::RISTRETTO_BASEPOINT_COMPRESSED.0,
                threshold: 2,
                trustees: trustees(),
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
        let people = (0..RESIDENTS.len()).map(|i| roll_key.pseudonym(&resident(i).code));
        let areas = [("B812".to_owned(), people.collect())];
        let roll = registry_key.sign(Roll::new(manifest.digest(), Minute::of(clock.now()), areas));
        let bundle_key = SigningKey::generate();
        let certificate = authority.sign(Certificate {
            fingerprint: manifest.digest(),
            station: StationId::parse("prova-1").unwrap(),
            kind,
            bundle_key: bundle_key.public(),
            area: None,
        });
        let bundle = Bundle::new(
            &manifest,
            &certificate,
            Some(roll.bytes().to_vec()),
            &roll_key,
            &bundle_key,
        );
        (bundle, settlement, registry)
    }

    pub fn station(&self, clock: Clock) -> Station {
        unlocked(self.dir.path(), clock)
    }

    fn open(&self) -> Station {
        let mut station = self.station(at("2022-09-10 10:20"));
        station.open_day().unwrap().unwrap();
        station
    }
}

fn unlocked(dir: &Path, clock: Clock) -> Station {
    let pass = Passphrase::new("passo lungo");
    Station::unlock(dir, "anna", &pass, clock).unwrap()
}

/// A station made from a bundle, unlocked.
pub(crate) fn made_from(bundle: &Bundle, dir: &Path, clock: Clock) -> Station {
    setup::make(bundle, dir, &operator("anna"), clock).unwrap();
    unlocked(dir, clock)
}

/// Shares of the secret 1, which is the base point's: 1 + the index.
fn trustees() -> Vec<TrusteePublic> {
    let trustee = |index: u16| TrusteePublic {
        index,
        name: format!("fiduciario {index}"),
        key: SigningKey::generate().public(),
        verification_share: (curve25519_dalek::constants::RISTRETTO_BASEPOINT_POINT
            * curve25519_dalek::Scalar::from(1 + u64::from(index)))
        .compress()
        .0,
    };
    vec![trustee(1), trustee(2)]
}

fn admitted(verdict: Verdict) -> Admission {
    match verdict {
        Verdict::Admitted { admission, .. } => admission,
        other => panic!("{other:?}"),
    }
}

fn admit(station: &mut Station, visit: Visit) -> Admission {
    admitted(station.check_in(visit).unwrap())
}

fn claim(station: &mut Station, visit: Visit) -> Claimant {
    match station.check_in(visit).unwrap() {
        Verdict::NotOnRoll(claimant) => claimant,
        other => panic!("{other:?}"),
    }
}

/// Somebody who is not on the roll.
fn stranger() -> Visit {
    visit(code("VRDGPP70A01F205"), day("1970-01-01"))
}

/// The same visit with a document that ended the day before the tests' day.
fn expired(mut visit: Visit) -> Visit {
    visit.document.validity = Validity::Until(day("2022-09-09"));
    visit
}

fn city_user(area: &str) -> Registration {
    Registration {
        names: Names::parse("Verdicchio", "Giuseppe").unwrap(),
        document_number: DocumentNumber::parse("CA00000AA").unwrap(),
        admitted_as: AdmittedAs::CityUser {
            area: area.into(),
            reason: Reason::Work,
        },
    }
}

const STAFF: Assistance = Assistance::Staff {
    reason: AssistanceReason::Language,
};

fn events(station: &Station) -> Vec<Event> {
    let journal = station.journal().unwrap();
    journal.into_iter().map(|entry| entry.event).collect()
}

fn last(station: &Station) -> Event {
    events(station).pop().unwrap()
}

fn refused_for(reason: &str) -> Event {
    let reason = reason.to_owned();
    Event::Refused { reason }
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
