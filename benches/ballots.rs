//! What a ballot costs: `cargo bench --bench ballots [-- OPTIONS...]`.
//!
//! For each number of options (5, 20, 50 and 100, at most three chosen): sealing, verifying one
//! ballot alone and in batches of 30 and of 1,000 on one core, reading, summing, bytes. Then the
//! ratio of all cores to one, and how many times the arithmetic that cannot be spared sealing and
//! verifying take:
//!
//! - `seal/bare`: seven multiplications of `G` by a scalar for each bit, two for each equation;
//! - `1000s/bare`: reading the points of the proofs, and one sum over all points of 64 ballots,
//!   half as long for the commitments (their weights have 128 bits).
//!
//! Read the ratios; the times are this machine's.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on must stop"
)]

use curve25519_dalek::traits::VartimeMultiscalarMul;
use curve25519_dalek::{RistrettoPoint, Scalar};
use seggio::ballot::{Answer, BallotForm, Choices, SealedBallot};
use seggio::consultation::{Choosable, Consultation, Method, StationId, load};
use seggio::envelope::Digest;
use std::path::Path;
use std::time::{Duration, Instant};

const BALLOTS: usize = 1_000;

/// Mean processor time of one of `count`: what else runs on the machine is not in it.
fn each(count: usize, work: impl FnOnce()) -> Duration {
    let begun = processor_time();
    work();
    processor_time().saturating_sub(begun) / u32::try_from(count).unwrap()
}

fn processor_time() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(
        now.tv_sec.try_into().unwrap(),
        now.tv_nsec.try_into().unwrap(),
    )
}

/// Time on the clock of one run.
fn wall(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

/// The real consultation with so many options, of which up to three may be chosen.
fn consultation(options: usize) -> Consultation {
    let mut c = load(Path::new("kiosk-config/digitale-bene-comune-2022")).unwrap();
    let question = &mut c.questions[0];
    question.blank_allowed = false;
    question.method = Method::Approval {
        min: 1,
        max: 3,
        spend_cap: None,
    };
    let model = question.options[0].clone();
    let option = |i| Choosable {
        id: format!("p{i}"),
        ..model.clone()
    };
    question.options = (0..options).map(option).collect();
    c
}

fn one_core(work: impl FnOnce() + Send) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    pool.unwrap().install(work);
}

/// What the arithmetic alone takes: of a sealing, and of a ballot in a batch of 64.
fn bare(form: &BallotForm) -> (Duration, Duration) {
    let bits: usize = form.shapes().iter().map(|s| s.bits).sum();
    let equations: usize = form.shapes().iter().map(|s| s.equations.len()).sum();
    let (multiplications, commitments) = (7 * bits + 2 * equations, 4 * bits + 2 * equations);
    let mut scalar = Scalar::from(7u64).invert();
    let mut next = || {
        scalar *= scalar;
        scalar
    };
    let seal = each(20, || {
        for _ in 0..20 * multiplications {
            std::hint::black_box(RistrettoPoint::mul_base(&next()));
        }
    });
    let points: Vec<_> = (0..64 * (commitments + 2 * bits))
        .map(|_| RistrettoPoint::mul_base(&next()))
        .collect();
    let scalars: Vec<Scalar> = (0..points.len())
        .map(|i| {
            let mut bytes = next().to_bytes();
            if i < 64 * commitments {
                bytes[16..].fill(0);
            }
            Scalar::from_bytes_mod_order(bytes)
        })
        .collect();
    let written: Vec<_> = points.iter().map(RistrettoPoint::compress).collect();
    let batch = each(64, || {
        for point in &written[..64 * commitments] {
            std::hint::black_box(point.decompress().unwrap());
        }
        std::hint::black_box(RistrettoPoint::vartime_multiscalar_mul(&scalars, &points));
    });
    (seal, batch)
}

fn measure(options: usize) {
    let consultation = consultation(options);
    let key = RistrettoPoint::mul_base(&Scalar::from(7u64)).compress().0;
    let form = BallotForm::new(Digest::of(b"bench"), &consultation, &key).unwrap();
    let station = StationId::parse("bench").unwrap();
    let chosen = Answer::Options(vec![0, 2, 4]);
    let choices = Choices::new(&consultation, &[chosen]).unwrap();
    let few = if options > 50 { 300 } else { BALLOTS };
    let mut ballots: Vec<SealedBallot> = Vec::new();
    let seal = each(few, || {
        ballots.extend((0..few).map(|_| form.seal(&choices, &station).unwrap().ballot));
    });
    let bytes: Vec<&[u8]> = ballots.iter().map(SealedBallot::bytes).collect();
    let read = each(few, || {
        for ballot in &bytes {
            form.read(ballot).unwrap();
        }
    });
    let alone = each(100, || {
        ballots[..100].iter().for_each(|b| form.verify(b).unwrap());
    });
    let verify = |of: usize| {
        each(few, || {
            one_core(|| ballots.chunks(of).for_each(|b| form.verify_all(b).unwrap()));
        })
    };
    let (thirty, thousand) = (verify(30), verify(few));
    let one = wall(|| one_core(|| form.verify_all(&ballots).unwrap()));
    let cores = wall(|| form.verify_all(&ballots).unwrap());
    let sum = each(few, || {
        let zero = ballots[0].ciphertexts().to_vec();
        let total = ballots[1..].iter().fold(zero, |mut sums, ballot| {
            for (sum, c) in sums.iter_mut().zip(ballot.ciphertexts()) {
                sum.r += c.r;
                sum.b += c.b;
            }
            sums
        });
        std::hint::black_box(total);
    });
    let ratio = |a: Duration, b: Duration| a.as_secs_f64() / b.as_secs_f64();
    let (bare_seal, bare_batch) = bare(&form);
    println!(
        "{options:>7} {:>7} {seal:>9.2?} {read:>9.2?} {alone:>9.2?} {thirty:>9.2?} {thousand:>9.2?} \
         {sum:>9.2?} {:>11.2} {:>11.2} {:>9.2} {:>10.2}",
        ballots[0].bytes().len(),
        ratio(alone, thousand),
        ratio(one, cores),
        ratio(seal, bare_seal),
        ratio(thousand, bare_batch),
    );
}

fn main() {
    println!(
        "options   bytes      seal      read  1 proof   in 30s in 1000s       sum \
         alone/1000s 1/{} cores seal/bare 1000s/bare",
        rayon::current_num_threads()
    );
    let asked: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let all = if asked.is_empty() {
        vec![5, 20, 50, 100]
    } else {
        asked
    };
    all.into_iter().for_each(measure);
}
