//! What a ballot costs: `cargo bench --bench ballots`.
//!
//! Prints, for the real consultation, the time of one sealing, of verifying one ballot alone and
//! in batches on one core, their ratio, and the bytes of a ballot. Read the ratios; the times are
//! this machine's.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on must stop"
)]

use curve25519_dalek::{RistrettoPoint, Scalar};
use seggio::ballot::{Answer, BallotForm, Choices, SealedBallot};
use seggio::consultation::{StationId, load};
use seggio::envelope::Digest;
use std::path::Path;
use std::time::{Duration, Instant};

const BALLOTS: u32 = 200;

fn each(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed() / BALLOTS
}

fn main() {
    let consultation = load(Path::new("kiosk-config/digitale-bene-comune-2022")).unwrap();
    let key = RistrettoPoint::mul_base(&Scalar::from(7u64)).compress().0;
    let form = BallotForm::new(Digest::of(b"bench"), &consultation, &key).unwrap();
    let station = StationId::parse("bench").unwrap();
    let choices = Choices::new(&consultation, &[Answer::Options(vec![0, 4, 9])]).unwrap();
    let mut ballots: Vec<SealedBallot> = Vec::new();
    let seal = each(|| {
        ballots.extend((0..BALLOTS).map(|_| form.seal(&choices, &station).unwrap().ballot));
    });
    let alone = each(|| ballots.iter().for_each(|b| form.verify(b).unwrap()));
    let one_core = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .unwrap();
    let together = each(|| one_core.install(|| form.verify_all(&ballots)).unwrap());
    let all_cores = each(|| form.verify_all(&ballots).unwrap());
    println!("options {}", consultation.questions[0].options.len());
    println!("bytes a ballot      {:>10}", ballots[0].bytes().len());
    println!("seal                {seal:>10.2?}");
    println!("verify alone        {alone:>10.2?}");
    println!("verify in batches   {together:>10.2?}");
    let ratio = |a: Duration, b: Duration| a.as_secs_f64() / b.as_secs_f64();
    println!("alone / in batches  {:>10.2}", ratio(alone, together));
    println!(
        "one core / {} cores  {:>10.2}",
        rayon::current_num_threads(),
        ratio(together, all_cores)
    );
}
