//! A consultation with its server's keys in a folder, and stations that sign real batches.

use curve25519_dalek::{RistrettoPoint, Scalar};
use minicbor::bytes::ByteVec;
use seggio::ballot::{Answer, BallotForm, Choices};
use seggio::batch::{AdmittedAs, Batch, Chain, Hour, PresenceRow, Rows};
use seggio::central::{Introduction, ServerSecrets};
use seggio::consultation::{
    Certificate, Commission, Manifest, Mode, Rotation, ServerKeys, StationId, StationKind,
    TallyKey, load,
};
use seggio::envelope::{Digest, Identity, Signed, SigningKey};
use seggio::identity::Pseudonym;
use std::path::{Path, PathBuf};

pub struct World {
    dir: tempfile::TempDir,
    authority: SigningKey,
    pub manifest: Signed<Manifest>,
}

impl World {
    /// Writes the manifest and the server's keys.
    pub fn new() -> Self {
        let (authority, secrets) = (SigningKey::generate(), ServerSecrets::generate());
        let recipient = Identity::generate().recipient();
        let manifest = authority.sign(Manifest {
            mode: Mode::Training,
            consultation: load(Path::new("kiosk-config/digitale-bene-comune-2022")).unwrap(),
            tally: TallyKey {
                key: RistrettoPoint::mul_base(&Scalar::from(77u64)).compress().0,
                threshold: 2,
                trustees: vec![],
                transcript: Digest::of(b"transcript"),
            },
            commission: Commission {
                authority: authority.public(),
                registry: SigningKey::generate().public(),
                registry_recipient: recipient.clone(),
                settlement_recipient: recipient,
            },
            server: ServerKeys {
                url: "http://127.0.0.1:9".into(),
                receipt_key: secrets.receipt_key(),
                board_key: secrets.board_key(),
                board_origin: "seggio.example/prova".into(),
            },
        });
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("manifest.cose"), manifest.bytes()).unwrap();
        secrets.write(&dir.path().join("server.keys")).unwrap();
        Self {
            dir,
            authority,
            manifest,
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn station(&self, name: &str) -> Station {
        let fingerprint = self.manifest.digest();
        let station = StationId::parse(name).unwrap();
        let (bundle, key) = (SigningKey::generate(), SigningKey::generate());
        let certificate = self.authority.sign(Certificate {
            fingerprint,
            station: station.clone(),
            kind: StationKind::Banchetto,
            bundle_key: bundle.public(),
            area: None,
        });
        let rotation = bundle.sign(Rotation {
            fingerprint,
            station: station.clone(),
            station_key: key.public(),
        });
        Station {
            form: BallotForm::of(&self.manifest).unwrap(),
            manifest: self.manifest.clone(),
            chain: Chain::start(&rotation),
            introduction: Introduction {
                certificate: certificate.bytes().to_vec(),
                rotation: rotation.bytes().to_vec(),
            },
            people: 0,
            key,
        }
    }
}

pub struct Station {
    manifest: Signed<Manifest>,
    form: BallotForm,
    chain: Chain,
    pub introduction: Introduction,
    pub key: SigningKey,
    people: usize,
}

impl Station {
    /// So many people who voted, and their ballots: two batches of the chain.
    pub fn voters(&mut self, n: usize) -> [Batch; 2] {
        let station = self.chain.station.clone();
        let people = (self.people..self.people + n).map(|i| {
            let who =
                Digest::of_parts("test/who", &[station.as_str().as_bytes(), &i.to_be_bytes()]);
            PresenceRow {
                pseudonym: Pseudonym(who.0),
                admitted_as: AdmittedAs::Resident {
                    area: "B812".into(),
                },
                hour: Hour::parse("2022-09-10T10").unwrap(),
                // As long as a sealed link; nobody opens it here.
                link: Some(ByteVec::from(who.0.repeat(10))),
            }
        });
        let presence = Rows::Presence(people.collect());
        self.people += n;
        let choices = [Answer::Options(vec![
            self.people % 10,
            (self.people + 3) % 10,
        ])];
        let choices = Choices::new(&self.manifest.value().consultation, &choices).unwrap();
        let ballots = (0..n).map(|_| {
            let ballot = self.form.seal(&choices, &station).unwrap().ballot;
            ByteVec::from(ballot.bytes().to_vec())
        });
        let ballots = Rows::Ballots(ballots.collect());
        [presence, ballots].map(|rows| {
            let batch = Batch::sign(&self.key, &self.chain, rows.sorted(), None);
            self.chain.follow(batch.header()).unwrap();
            batch
        })
    }

    /// An empty batch of a station that has seen a checkpoint.
    pub fn having_seen(&mut self, checkpoint: &str) -> Batch {
        let rows = Rows::Presence(vec![]);
        let batch = Batch::sign(&self.key, &self.chain, rows, Some(checkpoint.to_owned()));
        self.chain.follow(batch.header()).unwrap();
        batch
    }
}
