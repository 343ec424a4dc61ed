//! What the stations of the small world send.
//!
//! A [`Draft`] holds everything unsigned; [`Draft::sign`] signs it as it then stands, so that a
//! test can change one thing and have it signed with the right keys.

use super::world::{KEYS, Vote, hour};
use crate::ballot::{Answer, BallotForm, Choices, Opening, Tracker};
use crate::batch::{
    AdmittedAs, Batch, Chain, Counts, Export, Link, Minutes, Offer, OpenedRow, PaperCount,
    PaperResult, PresenceRow, Rows, SentBatch, SentWebList, StationExport, WebVoters,
};
use crate::board::{Checkpoint, checkpoint};
use crate::consultation::*;
use crate::envelope::{Digest, Signed, SigningKey, cbor};
use crate::identity::Pseudonym;
use minicbor::bytes::ByteVec;

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
    pub fn open_one(&mut self, manifest: &Signed<Manifest>) {
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
    pub fn count_paper(&mut self, people: &[u8], amounts: Vec<u64>) {
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
