//! A whole small world in memory: two stations, eight voters of whom two vote twice, a key of
//! two out of three.
//!
//! A [`Draft`] holds everything unsigned; [`Draft::sign`] signs it as it then stands, so that a
//! test can change one thing and have it signed with the right keys.

use crate::ballot::{Answer, BallotForm, Choices, Opening, Tracker};
use crate::batch::{
    AdmittedAs, Batch, Chain, Counts, Export, Hour, Link, Minutes, Offer, OpenedRow, PaperCount,
    PaperResult, PresenceRow, Rows, SentBatch, SentWebList, StationExport, WebVoters,
};
use crate::board::{Checkpoint, checkpoint};
use crate::consultation::*;
use crate::envelope::{Digest, Identity, Passphrase, Signed, SigningKey, cbor};
use crate::identity::Pseudonym;
use crate::tally::ceremony::{tally_key, together};
use crate::tally::{SettlementKeys, Share};
use chrono::NaiveDate;
use minicbor::bytes::ByteVec;
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

/// Made once: the passphrases of the shares take their time on purpose.
pub static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    let passphrases = ["uno", "due", "tre"].map(Passphrase::new);
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

/// A station, unsigned.
#[derive(Clone)]
pub struct DraftStation {
    pub bundle: SigningKey,
    pub key: SigningKey,
    pub certificate: Certificate,
    pub rotation: Rotation,
    pub batches: Vec<(Rows, Option<String>)>,
}

/// Everything, unsigned except the manifest.
#[derive(Clone)]
pub struct Draft {
    pub manifest: Signed<Manifest>,
    pub stations: Vec<DraftStation>,
    pub web: Option<WebVoters>,
}

pub fn draft() -> Draft {
    draft_of(manifest(), &VOTES)
}

/// The same with everything that a consultation can have: two areas counted apart, a ballot that was
/// opened at the first station, paper at the second, a list of web voters with person 5 on it.
pub fn full_draft() -> Draft {
    full_draft_of(manifest())
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

pub fn draft_of(manifest: Manifest, votes: &[&[Vote]]) -> Draft {
    let manifest = KEYS.authority.sign(manifest);
    let mut stations = Vec::new();
    for (i, votes) in votes.iter().enumerate() {
        let id = StationId::parse(&format!("banchetto-{i}")).unwrap();
        stations.push(station(&manifest, id, votes));
    }
    Draft {
        manifest,
        stations,
        web: None,
    }
}

fn station(manifest: &Signed<Manifest>, station: StationId, votes: &[Vote]) -> DraftStation {
    let fingerprint = manifest.digest();
    let consultation = &manifest.value().consultation;
    let form = BallotForm::of(manifest).unwrap();
    let (bundle, key) = (SigningKey::generate(), SigningKey::generate());
    let (mut presence, mut ballots) = (Vec::new(), Vec::new());
    for (person, at, chosen) in votes {
        let answer = match *chosen {
            [] => Answer::Blank,
            some => Answer::Options(some.to_vec()),
        };
        let choices = Choices::new(consultation, &[answer]).unwrap();
        let ballot = form.seal(&choices, &station).unwrap().ballot;
        let link = Link {
            fingerprint,
            station: station.clone(),
            pseudonym: Pseudonym([*person; 32]),
            tracker: ballot.tracker(),
        };
        presence.push(PresenceRow {
            pseudonym: link.pseudonym,
            admitted_as: AdmittedAs::Resident {
                area: "B812".into(),
            },
            hour: hour(*at),
            link: Some(ByteVec::from(
                link.seal(&manifest.value().commission.settlement_recipient)
                    .unwrap(),
            )),
        });
        ballots.push(ByteVec::from(ballot.bytes().to_vec()));
    }
    let cast = votes.len() as u64;
    let minutes = Minutes {
        day: 1,
        opened: hour(9),
        closed: hour(18),
        counts: Counts {
            check_ins: cast,
            cast,
            ..Counts::default()
        },
        box_at_opening: 0,
        box_at_closing: cast,
        ballots_sent: 0,
        journal: Digest::of(b"journal"),
        last: true,
        ballots_opened: 0,
        paper: None,
        reopened: None,
    };
    let batches = [
        Rows::Presence(presence),
        Rows::Ballots(ballots),
        Rows::Minutes(minutes),
    ];
    DraftStation {
        certificate: Certificate {
            fingerprint,
            station: station.clone(),
            kind: StationKind::Banchetto,
            bundle_key: bundle.public(),
            area: None,
        },
        rotation: Rotation {
            fingerprint,
            station,
            station_key: key.public(),
        },
        bundle,
        key,
        batches: batches
            .into_iter()
            .map(|rows| (rows.sorted(), None))
            .collect(),
    }
}

impl DraftStation {
    /// A voter opens a ballot.
    fn open_one(&mut self, manifest: &Signed<Manifest>) {
        let form = BallotForm::of(manifest).unwrap();
        let station = self.rotation.station.clone();
        let answers = [Answer::Options(vec![1, 3])];
        let choices = Choices::new(&manifest.value().consultation, &answers).unwrap();
        let sealing = form.seal(&choices, &station).unwrap();
        let offer = self.key.sign(Offer {
            fingerprint: manifest.digest(),
            station,
            tracker: sealing.ballot.tracker(),
        });
        let row = OpenedRow {
            opening: Opening::of(&sealing),
            offer: ByteVec::from(offer.bytes().to_vec()),
        };
        self.batches.insert(2, (Rows::Openings(vec![row]), None));
        self.minutes().ballots_opened = 1;
    }

    /// People vote on paper, and their ballots give these amounts.
    fn count_paper(&mut self, people: &[u8], amounts: Vec<u64>) {
        for person in people {
            let mut row = self.presence()[0].clone();
            row.pseudonym = Pseudonym([*person; 32]);
            row.link = None;
            self.presence().push(row);
        }
        self.presence().sort_by_key(|r| r.pseudonym);
        let found = people.len() as u64;
        let minutes = self.minutes();
        minutes.counts.paper += found;
        minutes.counts.check_ins += found;
        minutes.paper = Some(PaperCount {
            found,
            void: 0,
            result: PaperResult::Counted(vec![amounts]),
        });
    }

    pub fn openings(&mut self) -> &mut Vec<OpenedRow> {
        let found = self.batches.iter_mut().find_map(|(rows, _)| match rows {
            Rows::Openings(rows) => Some(rows),
            _ => None,
        });
        found.unwrap()
    }

    pub fn presence(&mut self) -> &mut Vec<PresenceRow> {
        let found = self.batches.iter_mut().find_map(|(rows, _)| match rows {
            Rows::Presence(rows) => Some(rows),
            _ => None,
        });
        found.unwrap()
    }

    pub fn ballots(&mut self) -> &mut Vec<ByteVec> {
        let found = self.batches.iter_mut().find_map(|(rows, _)| match rows {
            Rows::Ballots(rows) => Some(rows),
            _ => None,
        });
        found.unwrap()
    }

    pub fn minutes(&mut self) -> &mut Minutes {
        let found = self.batches.iter_mut().find_map(|(rows, _)| match rows {
            Rows::Minutes(minutes) => Some(minutes),
            _ => None,
        });
        found.unwrap()
    }

    fn sign(&self) -> (StationExport, Vec<Digest>, Vec<Digest>) {
        let certificate = KEYS.authority.sign(self.certificate.clone());
        let rotation = self.bundle.sign(self.rotation.clone());
        let mut chain = Chain::start(&rotation);
        let (mut batches, mut trackers) = (Vec::new(), Vec::new());
        for (rows, checkpoint) in &self.batches {
            match rows {
                Rows::Ballots(ballots) => trackers.extend(ballots.iter().map(|b| Tracker::of(b).0)),
                Rows::Openings(rows) => trackers.extend(rows.iter().map(|r| r.tracker().0)),
                _ => {}
            }
            let batch = Batch::sign(&self.key, &chain, rows.clone(), checkpoint.clone());
            chain.follow(batch.header()).unwrap();
            batches.push(SentBatch {
                sequence: batch.header().value().sequence,
                kind: batch.header().value().kind,
                header: batch.header().bytes().to_vec(),
                body: Some(batch.body().bytes()),
            });
        }
        let export = StationExport {
            station: chain.station,
            certificate: certificate.bytes().to_vec(),
            rotation: rotation.bytes().to_vec(),
            batches,
        };
        (
            export,
            vec![certificate.digest(), rotation.digest()],
            trackers,
        )
    }
}

impl Draft {
    /// Signs everything as it stands, and puts it on the board.
    pub fn sign(&self) -> Export {
        let signed: Vec<_> = self.stations.iter().map(DraftStation::sign).collect();
        let mut leaves: Vec<Digest> = signed.iter().flat_map(|(_, l, _)| l.clone()).collect();
        for tracker in signed.iter().flat_map(|(_, _, t)| t) {
            if !leaves.contains(tracker) {
                leaves.push(*tracker);
            }
        }
        let web = self.web.as_ref();
        leaves.extend(web.map(|w| w.header().digest()));
        let mut export = Export {
            manifest: self.manifest.bytes().to_vec(),
            stations: signed.into_iter().map(|(e, _, _)| e).collect(),
            leaves,
            checkpoint: String::new(),
            web_list: web.map(|w| SentWebList {
                header: w.header().bytes().to_vec(),
                list: Some(w.list().to_vec()),
            }),
            decisions: vec![],
            refused: vec![],
        };
        sign_board(&mut export);
        export
    }
}

/// Signs a checkpoint over the leaves as they stand.
pub fn sign_board(export: &mut Export) {
    export.checkpoint = note(&KEYS.board, &export.leaves);
}

/// A signed checkpoint over some leaves.
pub fn note(key: &SigningKey, leaves: &[Digest]) -> String {
    checkpoint::sign(key, "seggio.example/prova", &Checkpoint::of(leaves)).unwrap()
}

/// The encoded form of a ballot, to be taken apart.
#[derive(minicbor::Encode, minicbor::Decode)]
pub struct BallotWire {
    #[n(0)]
    pub fingerprint: Digest,
    #[n(1)]
    pub station: StationId,
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub nonce: [u8; 32],
    #[n(3)]
    pub questions: Vec<ByteVec>,
    #[n(4)]
    pub proof: ByteVec,
}

pub fn wire(bytes: &[u8]) -> BallotWire {
    cbor::decode(bytes).unwrap()
}
