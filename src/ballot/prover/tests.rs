//! The commitments are the library's, the proofs are the library's, and none is made twice.

use super::*;
use crate::ballot::forgeries::{asked, consultation_of};
use crate::ballot::form::{BallotForm, Ciphertext};
use crate::ballot::{Answer, Choices, SealedBallot, relation};
use crate::consultation::{Cents, Method, StationId};
use crate::envelope::Digest;
use curve25519_dalek::RistrettoPoint;
use proptest::prelude::*;
use sigma_proofs::{DefaultHash, derive_session_id};
use std::collections::HashSet;

/// A form of each method, with and without blank, and one with all of them as questions.
fn forms() -> Vec<BallotForm> {
    let approval = |min, max, spend_cap| Method::Approval {
        min,
        max,
        spend_cap,
    };
    let methods = [
        (3, Method::Single),
        (3, approval(1, 2, None)),
        (3, approval(1, 2, Some(Cents(800)))),
        (
            2,
            Method::Points {
                total: 5,
                max_each: 3,
                all: false,
            },
        ),
        (2, Method::Score { max: 3 }),
        (
            2,
            Method::Priority {
                weights: vec![2, 1],
                partial: true,
            },
        ),
    ];
    let mut all = consultation_of(asked(2, Method::Single, false));
    all.questions.clear();
    let mut consultations = Vec::new();
    for (options, method) in methods {
        for blank in [false, true] {
            let question = asked(options, method.clone(), blank);
            all.questions.push(question.clone());
            consultations.push(consultation_of(question));
        }
    }
    consultations.push(all);
    let key = RistrettoPoint::mul_base(&Scalar::from(11u64)).compress().0;
    consultations
        .iter()
        .map(|c| BallotForm::new(Digest::of(b"forms"), c, &key).unwrap())
        .collect()
}

/// As many scalars as are asked for, from a seed.
fn scalars(seed: [u8; 32], count: usize) -> Vec<Scalar> {
    let mut rng = PrivateRng::<DefaultHash>::from_seed(seed);
    (0..count).map(|_| Scalar::sample(&mut rng)).collect()
}

/// Ciphertexts of any bits, whether or not the method allows them, with their witness.
fn encrypted(form: &BallotForm, bits: &[bool], r: &[Scalar]) -> (Instance<Point>, Vec<Scalar>) {
    let halves = bits.iter().zip(r);
    let halves: Vec<_> = halves
        .flat_map(|(v, r)| form.bases.half_encryption(*v, r))
        .collect();
    let points = Point::doubles(&halves);
    let ciphertexts: Vec<_> = points
        .chunks(2)
        .map(|p| Ciphertext { r: p[0], b: p[1] })
        .collect();
    for ((c, r), v) in ciphertexts.iter().zip(r).zip(bits) {
        let v = Scalar::from(u64::from(*v));
        assert_eq!(*c.r, RistrettoPoint::mul_base(r));
        assert_eq!(*c.b, RistrettoPoint::mul_base(&v) + r * *form.key);
    }
    let witness = relation::witness(form, bits, r).to_vec();
    (relation::instance(form, &ciphertexts).unwrap(), witness)
}

fn prover<'a>(form: &'a BallotForm, instance: &'a Instance<Point>) -> Prover<'a> {
    Prover {
        instance,
        bases: &form.bases,
        bits: form.bits(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn commitments_are_the_map_of_the_nonces(
        seeds in any::<[[u8; 32]; 2]>(),
        bits in any::<[bool; 16]>(),
    ) {
        for form in forms() {
            let bits: Vec<bool> = bits.iter().copied().cycle().take(form.bits()).collect();
            let (instance, witness) = encrypted(&form, &bits, &scalars(seeds[0], bits.len()));
            let nonces = scalars(seeds[1], instance.num_scalars());
            let made = prover(&form, &instance).commitments(&witness, &nonces);
            prop_assert_eq!(made, instance.map(&nonces));
        }
    }

    /// With the same generator: the same nonces in the same order, the same bytes.
    #[test]
    fn the_proof_is_the_librarys_byte_for_byte(
        seeds in any::<[[u8; 32]; 2]>(),
        bits in any::<[bool; 16]>(),
    ) {
        let id = derive_session_id::<DefaultHash>(b"tag");
        for form in forms() {
            let bits: Vec<bool> = bits.iter().copied().cycle().take(form.bits()).collect();
            let (instance, witness) = encrypted(&form, &bits, &scalars(seeds[0], bits.len()));
            let rng = || PrivateRng::<DefaultHash>::from_seed(seeds[1]);
            let plain = Instance::<RistrettoPoint>::deserialize(&instance.serialize()).unwrap();
            let theirs = sigma_proofs::prove_batchable_with::<DefaultHash, _>(
                &id, &plain, &witness, &mut rng(),
            );
            let ours = sigma_proofs::prove_batchable_with::<DefaultHash, _>(
                &id, &prover(&form, &instance), &witness, &mut rng(),
            );
            prop_assert_eq!(ours.unwrap(), theirs.unwrap());
        }
    }
}

#[test]
fn a_witness_of_another_length_has_no_proof() {
    let form = &forms()[0];
    let (instance, witness) = encrypted(form, &[true, false, false], &scalars([1; 32], 3));
    let short = &witness[1..];
    assert!(sigma_proofs::prove_batchable(b"tag", &prover(form, &instance), short).is_err());
}

/// The statement of a ballot in the library's own group, from its bytes, and its session.
fn library(
    form: &BallotForm,
    ballot: &SealedBallot,
) -> (sigma_proofs::SessionId, Instance<RistrettoPoint>) {
    let tag = relation::tag(form, ballot.station(), ballot.nonce());
    let instance = relation::instance(form, ballot.ciphertexts()).unwrap();
    (
        derive_session_id::<DefaultHash>(&tag),
        Instance::deserialize(&instance.serialize()).unwrap(),
    )
}

#[test]
fn the_library_alone_accepts_one_and_many() {
    let consultation = consultation_of(asked(3, Method::Single, true));
    let key = RistrettoPoint::mul_base(&Scalar::from(11u64)).compress().0;
    let form = BallotForm::new(Digest::of(b"many"), &consultation, &key).unwrap();
    let station = StationId::parse("banchetto-1").unwrap();
    let ballots: Vec<SealedBallot> = (0..4)
        .map(|option| match option {
            3 => Answer::Blank,
            _ => Answer::Options(vec![option]),
        })
        .map(|answer| Choices::new(&consultation, &[answer]).unwrap())
        .map(|choices| form.seal(&choices, &station).unwrap().ballot)
        .collect();
    let statements: Vec<_> = ballots.iter().map(|b| library(&form, b)).collect();
    let mut batch = Vec::new();
    for ((id, instance), ballot) in statements.iter().zip(&ballots) {
        let proof = ballot.wire.proof.as_slice();
        let one = sigma_proofs::verify_batchable_with::<DefaultHash, _>(id, instance, proof);
        assert!(one.is_ok());
        batch.push((id, instance, proof));
    }
    assert!(sigma_proofs::verify_batch(&batch).is_ok());
    batch[0].2 = batch[1].2;
    assert!(sigma_proofs::verify_batch(&batch).is_err());
}

#[test]
fn no_commitment_and_no_response_comes_twice() {
    let consultation = consultation_of(asked(2, Method::Single, false));
    let key = RistrettoPoint::mul_base(&Scalar::from(11u64)).compress().0;
    let form = BallotForm::new(Digest::of(b"fresh"), &consultation, &key).unwrap();
    let station = StationId::parse("banchetto-1").unwrap();
    let choices = Choices::new(&consultation, &[Answer::Options(vec![1])]).unwrap();
    let mut seen = HashSet::new();
    for _ in 0..20 {
        let ballot = form.seal(&choices, &station).unwrap().ballot;
        let parts = ballot.wire.proof.chunks_exact(32);
        assert_eq!(parts.len(), 4 * 2 + 2 + 3 * 2 + 1);
        assert!(parts.into_iter().all(|part| seen.insert(part.to_vec())));
    }
}
