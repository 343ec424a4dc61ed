//! A small world for tests: an authority, a manifest, stations that sign real batches.

use super::fixture_database::{On, empty_database};
use super::{Address, Central, Introduction, ServerSecrets};
use crate::ballot::forgeries::consultation;
use crate::ballot::{Answer, BallotForm, Choices, Opening, Tracker};
use crate::batch::{
    AdmittedAs, Asker, Batch, Chain, Counts, Hour, Minutes, Offer, OpenedRow, PresenceRow, Rows,
};
use crate::consultation::{
    Certificate, Commission, Consultation, Manifest, Mode, Rotation, ServerKeys, StationId,
    StationKind, TallyKey,
};
use crate::envelope::{Digest, Identity, Signed, SigningKey};
use crate::identity::Pseudonym;
use curve25519_dalek::{RistrettoPoint, Scalar};
use minicbor::bytes::ByteVec;
use std::path::PathBuf;
use tempfile::TempDir;

pub(crate) struct World {
    pub authority: SigningKey,
    pub registry: SigningKey,
    pub manifest: Signed<Manifest>,
    pub secrets: ServerSecrets,
    address: Address,
    dir: TempDir,
}

impl World {
    /// With its ledger in a file.
    pub fn new() -> Self {
        Self::on(On::File)
    }

    pub fn on(on: On) -> Self {
        Self::of(on, |_| ())
    }

    /// Of a consultation with something else in it.
    pub fn of(on: On, change: impl FnOnce(&mut Consultation)) -> Self {
        let mut consultation = consultation(5, 2, 3, true);
        change(&mut consultation);
        let (authority, registry) = (SigningKey::generate(), SigningKey::generate());
        let secrets = ServerSecrets::generate();
        let recipient = Identity::generate().recipient();
        let manifest = authority.sign(Manifest {
            mode: Mode::Training,
            consultation,
            tally: TallyKey {
                key: RistrettoPoint::mul_base(&Scalar::from(77u64)).compress().0,
                threshold: 2,
                trustees: vec![],
                transcript: Digest::of(b"transcript"),
            },
            commission: Commission {
                authority: authority.public(),
                registry: registry.public(),
                registry_recipient: recipient.clone(),
                settlement_recipient: recipient,
            },
            server: ServerKeys {
                url: "http://127.0.0.1:9".into(),
                receipt_key: secrets.receipt_key(),
                board_key: secrets.board_key(),
                board_origin: "bacheca.example/prova".into(),
            },
        });
        let dir = tempfile::tempdir().unwrap();
        let address = match on {
            On::File => Address::File(dir.path().join("centrale.db")),
            On::Server => empty_database(),
        };
        Self {
            authority,
            registry,
            manifest,
            secrets,
            address,
            dir,
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn database(&self) -> &Address {
        &self.address
    }

    /// Opens the server on its database, again if need be.
    pub fn central(&self) -> Central {
        let (manifest, secrets) = (self.manifest.clone(), self.secrets.clone());
        Central::open(manifest, secrets, self.database()).unwrap()
    }

    pub fn station(&self, name: &str) -> Station {
        let bundle = SigningKey::generate();
        let certificate = self.authority.sign(Certificate {
            fingerprint: self.manifest.digest(),
            station: StationId::parse(name).unwrap(),
            kind: StationKind::Banchetto,
            bundle_key: bundle.public(),
            area: None,
        });
        let mut station = Station {
            name: certificate.value().station.clone(),
            manifest: self.manifest.clone(),
            introduction: Introduction {
                certificate: certificate.bytes().to_vec(),
                rotation: vec![],
            },
            bundle,
            key: SigningKey::generate(),
            chain: None,
        };
        station.rotate();
        station
    }
}

impl Station {
    /// Asks in the station's name.
    pub fn asker(&self) -> Asker {
        let server = self.manifest.value().server.receipt_key;
        Asker::new(
            self.manifest.digest(),
            self.name.clone(),
            self.key.clone(),
            server,
        )
    }
}

pub(crate) struct Station {
    pub name: StationId,
    manifest: Signed<Manifest>,
    pub introduction: Introduction,
    pub bundle: SigningKey,
    pub key: SigningKey,
    chain: Option<Chain>,
}

impl Station {
    /// Makes a new key and starts a chain, as a first start of the bundle does.
    pub fn rotate(&mut self) {
        self.key = SigningKey::generate();
        let rotation = self.bundle.sign(Rotation {
            fingerprint: self.manifest.digest(),
            station: self.name.clone(),
            station_key: self.key.public(),
        });
        self.chain = Some(Chain::start(&rotation));
        self.introduction.rotation = rotation.bytes().to_vec();
    }

    pub fn chain(&mut self) -> &mut Chain {
        self.chain.as_mut().unwrap()
    }

    /// The next batch of the chain, which is not moved on.
    pub fn draft(&self, rows: Rows) -> Batch {
        Batch::sign(&self.key, self.chain.as_ref().unwrap(), rows, None)
    }

    /// The next batch of the chain, by a station that has seen this checkpoint.
    pub fn batch_having_seen(&mut self, rows: Rows, checkpoint: String) -> Batch {
        let chain = self.chain.as_ref().unwrap();
        let batch = Batch::sign(&self.key, chain, rows, Some(checkpoint));
        self.chain().follow(batch.header()).unwrap();
        batch
    }

    /// The next batch of the chain.
    pub fn batch(&mut self, rows: Rows) -> Batch {
        let batch = self.draft(rows);
        self.chain().follow(batch.header()).unwrap();
        batch
    }

    /// Ballots that voters opened, each with its offer.
    pub fn openings(&self, n: usize) -> Vec<OpenedRow> {
        let form = BallotForm::of(&self.manifest).unwrap();
        let consultation = &self.manifest.value().consultation;
        let open = |i| {
            let answer = Answer::Options(vec![i % 5, (i + 1) % 5]);
            let choices = Choices::new(consultation, &[answer]).unwrap();
            let sealing = form.seal(&choices, &self.name).unwrap();
            OpenedRow {
                opening: Opening::of(&sealing),
                offer: self.offer(sealing.ballot.tracker()),
            }
        };
        (0..n).map(open).collect()
    }

    /// The station's offer of a ballot.
    pub fn offer(&self, tracker: Tracker) -> ByteVec {
        let offer = self.key.sign(Offer {
            fingerprint: self.manifest.digest(),
            station: self.name.clone(),
            tracker,
        });
        ByteVec::from(offer.bytes().to_vec())
    }

    /// Real sealed ballots.
    pub fn ballots(&self, n: usize) -> Vec<ByteVec> {
        let form = BallotForm::of(&self.manifest).unwrap();
        let consultation = &self.manifest.value().consultation;
        (0..n)
            .map(|i| {
                let answer = Answer::Options(vec![i % 5, (i + 1) % 5]);
                let choices = Choices::new(consultation, &[answer]).unwrap();
                let sealing = form.seal(&choices, &self.name).unwrap();
                ByteVec::from(sealing.ballot.bytes().to_vec())
            })
            .collect()
    }
}

/// People at a station, one for each number.
pub(crate) fn presence(people: impl IntoIterator<Item = u8>) -> Rows {
    let row = |p| PresenceRow {
        pseudonym: Pseudonym([p; 32]),
        admitted_as: AdmittedAs::Resident {
            area: "B812".into(),
        },
        hour: Hour::parse("2022-09-18T17").unwrap(),
        link: None,
    };
    Rows::Presence(people.into_iter().map(row).collect())
}

/// People at a station, each with a sealed link that is found again in files.
pub(crate) fn linked(people: impl IntoIterator<Item = u8>) -> Rows {
    let Rows::Presence(mut rows) = presence(people) else {
        unreachable!()
    };
    for row in &mut rows {
        row.link = Some(ByteVec::from(link(row.pseudonym.0[0])));
    }
    Rows::Presence(rows)
}

/// What stands for the sealed link of a person: long, and nowhere else.
pub(crate) fn link(person: u8) -> Vec<u8> {
    let parts = (0..10).map(|i| Digest::of_parts("test/link", &[&[person, i]]).0);
    parts.flatten().collect()
}

/// The minutes of a day.
pub(crate) fn minutes(last: bool) -> Rows {
    Rows::Minutes(Minutes {
        day: 1,
        opened: Hour::parse("2022-09-18T09").unwrap(),
        closed: Hour::parse("2022-09-18T17").unwrap(),
        counts: Counts::default(),
        box_at_opening: 0,
        box_at_closing: 0,
        ballots_sent: 0,
        journal: Digest::of(b"journal"),
        last,
        ballots_opened: 0,
        paper: None,
        reopened: None,
    })
}
