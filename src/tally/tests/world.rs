//! A whole small world in memory: two stations, eight voters of whom two vote twice, a key of
//! two out of three. Its stations and what they send are in [`super::draft`].

use super::draft::{Draft, draft_of};
use crate::batch::{Hour, WebVoters};
use crate::consultation::*;
use crate::envelope::{Identity, Passphrase, SigningKey};
use crate::identity::Pseudonym;
use crate::tally::ceremony::{tally_key, together};
use crate::tally::{SettlementKeys, Share};
use chrono::NaiveDate;
use std::sync::LazyLock;

/// Keys of everyone.
pub struct Keys {
    pub authority: SigningKey,
    pub registry: SigningKey,
    pub settlement: Identity,
    pub board: SigningKey,
    pub tally: TallyKey,
    pub shares: Vec<Share>,
}

/// Made once.
pub static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    let passphrases = [(); 3].map(|()| Passphrase::random_code());
    let done = together(dir.path(), 2, &passphrases).unwrap();
    let (tally, one_machine) = tally_key(&done.ceremony).unwrap();
    assert!(one_machine);
    let open = |((_, path), passphrase): (&(String, std::path::PathBuf), &Passphrase)| {
        Share::unlock(passphrase, &std::fs::read(path).unwrap()).unwrap()
    };
    Keys {
        authority: SigningKey::generate(),
        registry: SigningKey::generate(),
        settlement: Identity::generate(),
        board: SigningKey::generate(),
        tally,
        shares: done.shares.iter().zip(&passphrases).map(open).collect(),
    }
});

impl Keys {
    pub fn settlement_keys(&self) -> SettlementKeys {
        SettlementKeys {
            registry: self.registry.clone(),
            authority: self.authority.clone(),
            settlement: self.settlement.clone(),
        }
    }
}

/// A vote: person, hour of the day, chosen options (none: blank).
pub type Vote = (u8, u32, &'static [usize]);

/// Persons 3 and 4 vote twice: 3 later at the second station, 4 at the same hour.
pub const VOTES: [&[Vote]; 2] = [
    &[
        (1, 9, &[0, 1]),
        (2, 9, &[0, 2]),
        (3, 10, &[0, 1, 2]),
        (4, 11, &[1, 2]),
        (5, 11, &[]),
    ],
    &[
        (3, 15, &[2, 3]),
        (4, 11, &[2, 3]),
        (6, 16, &[0, 1]),
        (7, 16, &[0, 3]),
        (8, 17, &[0, 1, 3]),
    ],
];

pub fn hour(hour: u32) -> Hour {
    Hour::parse(&format!("2022-09-10T{hour:02}")).unwrap()
}

pub fn consultation() -> Consultation {
    let day = |m, d| NaiveDate::from_ymd_opt(2022, m, d).unwrap();
    let option = |(i, cost): (usize, u64)| Choosable {
        id: format!("p{i}"),
        title: Text::new(format!("Progetto {i}"), []),
        summary: Text::new("", []),
        cost: Some(Cents(cost * 100)),
        illustrative: true,
    };
    Consultation {
        id: "prova".into(),
        title: Text::new("Prova", []),
        authority: "Unione".into(),
        languages: vec![crate::i18n::Language::It],
        areas: vec![],
        eligibility: Eligibility {
            min_age: 16,
            reference_date: day(10, 18),
            city_user_reasons: vec![],
            attested_residence: false,
        },
        phases: vec![Phase {
            kind: StationKind::Banchetto,
            from: day(9, 1),
            to: day(9, 18),
            waiting_days: 0,
        }],
        documents: DocumentPolicy {
            accepted: vec![],
            expired_accepted: false,
        },
        questions: vec![Question {
            id: "progetti".into(),
            title: Text::new("Quali?", []),
            method: Method::Approval {
                min: 2,
                max: 3,
                spend_cap: None,
            },
            order: None,
            blank_allowed: true,
            options: [9000, 8000, 7000, 6000]
                .into_iter()
                .enumerate()
                .map(option)
                .collect(),
        }],
        budget: Some(Budget {
            question: "progetti".into(),
            total: Cents(2_000_000),
            cost_min: Cents(0),
            cost_max: Cents(1_000_000),
        }),
        outcome: Some(Outcome {
            next_does_not_fit: NextDoesNotFit::Skip,
            zero_votes: ZeroVotes::Skip,
            minimum_votes: 0,
            ties: Ties::ById,
        }),
        duplicates: Duplicates {
            channel: Channel::InPerson,
            within: Within::First,
        },
        limits: Limits {
            batch_min: 10,
            idle_seconds: 90,
            pin_tries: 5,
            lock_minutes: 5,
        },
        desk: DeskPolicy {
            computed_codes: false,
            voters_per_companion: 1,
            overrides: vec![],
            privacy_notice: Text::new("", []),
            two_people: false,
        },
        count: CountPolicy {
            minimum_ballots: 1,
            partition: Partition::None,
        },
        online: OnlinePolicy { claims: None },
    }
}

pub fn manifest() -> Manifest {
    Manifest {
        mode: Mode::Training,
        consultation: consultation(),
        tally: KEYS.tally.clone(),
        commission: Commission {
            authority: KEYS.authority.public(),
            registry: KEYS.registry.public(),
            registry_recipient: Identity::generate().recipient(),
            settlement_recipient: KEYS.settlement.recipient(),
        },
        server: ServerKeys {
            url: "http://127.0.0.1".into(),
            receipt_key: KEYS.board.public(),
            board_key: KEYS.board.public(),
            board_origin: "seggio.example/prova".into(),
        },
    }
}

static DRAFT: LazyLock<Draft> = LazyLock::new(|| draft_of(manifest(), &VOTES));
static FULL_DRAFT: LazyLock<Draft> = LazyLock::new(|| full_draft_of(manifest()));

/// What these people voted; its ballots are sealed once, for all tests.
pub fn draft() -> Draft {
    DRAFT.clone()
}

/// The same with everything that a consultation can have: two areas counted apart, a ballot that was
/// opened at the first station, paper at the second, a list of web voters with person 5 on it.
pub fn full_draft() -> Draft {
    FULL_DRAFT.clone()
}

pub fn full_draft_of(mut manifest: Manifest) -> Draft {
    let area = |i: usize| Area {
        id: format!("area-{i}"),
        name: format!("Area {i}"),
    };
    manifest.consultation.areas = vec![area(0), area(1)];
    manifest.consultation.count.partition = Partition::Area;
    let mut draft = draft_of(manifest, &VOTES);
    for (i, station) in draft.stations.iter_mut().enumerate() {
        station.certificate.area = Some(format!("area-{i}"));
    }
    let manifest = draft.manifest.clone();
    draft.stations[0].open_one(&manifest);
    draft.stations[1].count_paper(&[9, 10], vec![2, 0, 0, 2, 0]);
    let people = [5, 11, 12].map(|p| Pseudonym([p; 32]));
    let web = WebVoters::sign(&KEYS.registry, manifest.digest(), people.into());
    draft.web = Some(web);
    draft
}
