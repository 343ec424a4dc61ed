//! What a count costs: `cargo bench --bench count [-- OPTIONS...]`.
//!
//! For 5, 20, 50 and 100 options and 300 ballots of one station: every check, a trustee's partial
//! (sum and proofs), the totals (two partials verified, opened). Read the ratios; the times are this
//! machine's.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on must stop"
)]

use minicbor::bytes::ByteVec;
use seggio::ballot::{Answer, BallotForm, Choices, Tracker};
use seggio::batch::{
    AdmittedAs, Batch, Chain, Export, Hour, PresenceRow, Rows, SentBatch, StationExport,
};
use seggio::board::{Checkpoint, checkpoint};
use seggio::consultation::{
    Certificate, Choosable, Commission, Consultation, Manifest, Method, Mode, Rotation, ServerKeys,
    StationId, StationKind, load,
};
use seggio::envelope::{Digest, Identity, Passphrase, SigningKey};
use seggio::identity::Pseudonym;
use seggio::tally::{self, SettlementKeys, Share, ceremony, settlement};
use std::path::Path;
use std::time::Instant;

const BALLOTS: usize = 300;

fn consultation(options: usize) -> Consultation {
    let mut c = load(Path::new("kiosk-config/digitale-bene-comune-2022")).unwrap();
    let question = &mut c.questions[0];
    question.method = Method::Approval {
        min: 1,
        max: 3,
        spend_cap: None,
    };
    let model = question.options[0].clone();
    let option = |i| Choosable {
        id: format!("p{i:03}"),
        ..model.clone()
    };
    question.options = (0..options).map(option).collect();
    c
}

#[expect(clippy::too_many_lines, reason = "a whole small world, in its order")]
fn measure(options: usize) {
    let dir = tempfile::tempdir().unwrap();
    let passphrases = [Passphrase::random_code(), Passphrase::random_code()];
    let together = ceremony::together(dir.path(), 2, &passphrases).unwrap();
    let (tally, _) = ceremony::tally_key(&together.ceremony).unwrap();
    let shares: Vec<Share> = (together.shares.iter().zip(&passphrases))
        .map(|((_, path), p)| Share::unlock(p, &std::fs::read(path).unwrap()).unwrap())
        .collect();
    let (authority, registry) = (SigningKey::generate(), SigningKey::generate());
    let (board, settlement_key) = (SigningKey::generate(), Identity::generate());
    let manifest = authority.sign(Manifest {
        mode: Mode::Training,
        consultation: consultation(options),
        tally,
        commission: Commission {
            authority: authority.public(),
            registry: registry.public(),
            registry_recipient: Identity::generate().recipient(),
            settlement_recipient: settlement_key.recipient(),
        },
        server: ServerKeys {
            url: "http://127.0.0.1".into(),
            receipt_key: board.public(),
            board_key: board.public(),
            board_origin: "seggio.example/bench".into(),
        },
    });
    let fingerprint = manifest.digest();
    let station = StationId::parse("bench").unwrap();
    let (bundle, key) = (SigningKey::generate(), SigningKey::generate());
    let certificate = authority.sign(Certificate {
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
    let form = BallotForm::of(&manifest).unwrap();
    let choices = [Answer::Options(vec![0, 2, 4])];
    let choices = Choices::new(&manifest.value().consultation, &choices).unwrap();
    let ballots: Vec<ByteVec> = (0..BALLOTS)
        .map(|_| {
            let ballot = form.seal(&choices, &station).unwrap().ballot;
            ByteVec::from(ballot.bytes().to_vec())
        })
        .collect();
    let people = (0..BALLOTS).map(|i| PresenceRow {
        pseudonym: Pseudonym(Digest::of(&i.to_be_bytes()).0),
        admitted_as: AdmittedAs::Resident {
            area: "B812".into(),
        },
        hour: Hour::parse("2022-09-10T10").unwrap(),
        // Nobody votes twice, so nobody opens it.
        link: Some(ByteVec::from(vec![0; 64])),
    });
    let mut leaves = vec![certificate.digest(), rotation.digest()];
    leaves.extend(ballots.iter().map(|b| Tracker::of(b).0));
    let mut chain = Chain::start(&rotation);
    let mut batches = Vec::new();
    for rows in [Rows::Presence(people.collect()), Rows::Ballots(ballots)] {
        let batch = Batch::sign(&key, &chain, rows, None);
        chain.follow(batch.header()).unwrap();
        batches.push(SentBatch {
            sequence: batch.header().value().sequence,
            kind: batch.header().value().kind,
            header: batch.header().bytes().to_vec(),
            body: Some(batch.body().bytes()),
        });
    }
    let origin = "seggio.example/bench";
    let export = Export {
        manifest: manifest.bytes().to_vec(),
        stations: vec![StationExport {
            station,
            certificate: certificate.bytes().to_vec(),
            rotation: rotation.bytes().to_vec(),
            batches,
        }],
        checkpoint: checkpoint::sign(&board, origin, &Checkpoint::of(&leaves)).unwrap(),
        leaves,
        web_list: None,
        decisions: vec![],
        refused: vec![],
    };
    let begun = Instant::now();
    let (checks, examined) = tally::examine(&export, None, &mut |_| {});
    let examined = examined.unwrap_or_else(|| unreachable!("{checks:?}"));
    let examine = begun.elapsed();
    let keys = SettlementKeys {
        registry,
        authority,
        settlement: settlement_key,
    };
    let signed = tally::settle(&examined, &keys).unwrap().signed;
    let settled = settlement::open(&examined, signed.bytes()).unwrap();
    let begun = Instant::now();
    let partials: Vec<Vec<u8>> = (shares.iter().enumerate())
        .map(|(i, share)| {
            let file = dir.path().join(format!("{i}.age"));
            tally::give(share, &file, &settled)
                .unwrap()
                .bytes()
                .to_vec()
        })
        .collect();
    let partial = begun.elapsed() / 2;
    let begun = Instant::now();
    let totals = tally::totals(&settled, &partials).unwrap();
    let opened = begun.elapsed();
    assert_eq!(totals.all.questions[0].totals[2].total, BALLOTS as u64);
    let each = u32::try_from(BALLOTS).unwrap();
    println!(
        "{options:>7} {:>12.2?} {:>12.2?} {partial:>10.2?} {opened:>10.2?}",
        examine,
        examine / each
    );
}

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let all = if asked.is_empty() {
        vec![5, 20, 50, 100]
    } else {
        asked
    };
    println!("{BALLOTS} ballots, {} cores", rayon::current_num_threads());
    println!("options   every check     a ballot    partial     totals");
    all.into_iter().for_each(measure);
}
