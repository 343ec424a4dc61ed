//! The proof of a partial: one linear relation, `V = s G` and `D = s R`.
//!
//! Elements: 0 identity, 1 `G`, 2 `V`, 3 `R`, 4 `D`. Scalar: `s`. Where no ballot is counted, `R`
//! is the identity, `D` can only be the identity, and there is nothing to prove.

use super::Sum;
use crate::envelope::Digest;
use curve25519_dalek::ristretto::RistrettoPoint;
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::IsIdentity;
use sigma_proofs::linear_relation::{Equation, Instance};
use zeroize::Zeroizing;

/// What a proof is bound to, besides its points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    pub fingerprint: Digest,
    pub settlement: Digest,
    /// Cell, question, target.
    pub place: [usize; 3],
    pub trustee: u16,
}

impl Context {
    /// Flavor and ciphersuite, then every part with its length.
    fn tag(&self) -> Vec<u8> {
        let mut tag =
            b"seggio/partial/1 DSFS-with-sigma-proofs_TurboShake128_Ristretto255".to_vec();
        for part in [
            &self.fingerprint.0[..],
            &self.settlement.0,
            &(self.place[0] as u64).to_be_bytes(),
            &(self.place[1] as u64).to_be_bytes(),
            &(self.place[2] as u64).to_be_bytes(),
            &self.trustee.to_be_bytes(),
        ] {
            tag.extend((part.len() as u64).to_be_bytes());
            tag.extend(part);
        }
        tag
    }
}

fn instance(
    share: &RistrettoPoint,
    sum: &Sum,
    d: &RistrettoPoint,
) -> Option<Instance<RistrettoPoint>> {
    let one = Scalar::ONE;
    let row = |image, base| Equation {
        image: vec![(image, one)],
        terms: vec![(0, base, one)],
    };
    Instance::new(vec![*share, sum.r, *d], vec![row(2, 1), row(4, 3)]).ok()
}

/// `D` and its proof; `None` only if the proof cannot be made.
pub(super) fn prove(
    context: &Context,
    secret: &Scalar,
    sum: &Sum,
) -> Option<(RistrettoPoint, Vec<u8>)> {
    let d = secret * sum.r;
    if sum.r.is_identity() {
        return Some((d, Vec::new()));
    }
    let instance = instance(&RistrettoPoint::mul_base(secret), sum, &d)?;
    let witness = Zeroizing::new(vec![*secret]);
    let proof = sigma_proofs::prove_batchable(&context.tag(), &instance, &witness).ok()?;
    Some((d, proof))
}

/// Whether `D` is this verification share's part of the sum.
pub(super) fn holds(
    context: &Context,
    share: &RistrettoPoint,
    sum: &Sum,
    d: &RistrettoPoint,
    proof: &[u8],
) -> bool {
    if sum.r.is_identity() {
        return d.is_identity() && proof.is_empty();
    }
    instance(share, sum, d)
        .is_some_and(|i| sigma_proofs::verify_batchable(&context.tag(), &i, proof).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use curve25519_dalek::traits::Identity;
    use data_encoding::HEXLOWER;

    fn context() -> Context {
        Context {
            fingerprint: Digest([1; 32]),
            settlement: Digest([2; 32]),
            place: [0, 0, 3],
            trustee: 2,
        }
    }

    fn sum(r: u64) -> Sum {
        Sum {
            r: RistrettoPoint::mul_base(&Scalar::from(r)),
            b: RistrettoPoint::identity(),
        }
    }

    #[test]
    fn holds_for_its_share_sum_and_context_only() {
        let (secret, sum_5) = (Scalar::from(7u64), sum(5));
        let share = RistrettoPoint::mul_base(&secret);
        let (d, proof) = prove(&context(), &secret, &sum_5).unwrap();
        assert!(holds(&context(), &share, &sum_5, &d, &proof));
        assert!(!holds(&context(), &(share + share), &sum_5, &d, &proof));
        assert!(!holds(&context(), &share, &sum(6), &d, &proof));
        assert!(!holds(&context(), &share, &sum_5, &(d + share), &proof));
        assert!(!holds(&context(), &share, &sum_5, &d, &proof[1..]));
        let c = context();
        let (fingerprint, settlement) = (c.settlement, c.fingerprint);
        for other in [
            Context { fingerprint, ..c },
            Context { settlement, ..c },
            Context {
                place: [0, 1, 3],
                ..c
            },
            Context {
                place: [1, 0, 3],
                ..c
            },
            Context {
                place: [0, 0, 2],
                ..c
            },
            Context { trustee: 1, ..c },
        ] {
            assert!(!holds(&other, &share, &sum_5, &d, &proof));
        }
    }

    #[test]
    fn the_sum_of_no_ballots_needs_no_proof() {
        let (secret, nothing) = (Scalar::from(7u64), sum(0));
        let share = RistrettoPoint::mul_base(&secret);
        let (d, proof) = prove(&context(), &secret, &nothing).unwrap();
        assert!(holds(&context(), &share, &nothing, &d, &proof));
        assert!(!holds(&context(), &share, &nothing, &share, &proof));
        assert!(!holds(&context(), &share, &nothing, &d, &[0; 96]));
    }

    /// The worked example of the documents.
    #[test]
    fn every_number_of_the_partials_is_the_one_that_is_computed_here() {
        let example: serde_json::Value =
            serde_json::from_str(include_str!("../../../docs/example.json")).unwrap();
        let bytes = |v: &serde_json::Value| -> Vec<u8> {
            HEXLOWER.decode(v.as_str().unwrap().as_bytes()).unwrap()
        };
        let read = |v: &serde_json::Value| {
            crate::tally::group::point(&bytes(v).try_into().unwrap()).unwrap()
        };
        for part in example["partials"].as_array().unwrap() {
            let trustee = part["trustee"].as_u64().unwrap();
            let target = usize::try_from(part["target"].as_u64().unwrap()).unwrap();
            let at = usize::try_from(trustee - 1).unwrap();
            let context = Context {
                fingerprint: Digest([0x11; 32]),
                settlement: Digest([0x22; 32]),
                place: [0, 0, target],
                trustee: u16::try_from(trustee).unwrap(),
            };
            assert_eq!(context.tag(), bytes(&part["tag"]));
            let share = read(&example["verification_shares"][at]);
            let of_target = &example["sums"][target];
            let sum = Sum {
                r: read(&of_target["R"]),
                b: read(&of_target["B"]),
            };
            let d = read(&part["D"]);
            assert!(holds(&context, &share, &sum, &d, &bytes(&part["proof"])));
            let secret = Scalar::from(7 + 5 * trustee);
            assert_eq!(secret * sum.r, d);
            let total = Scalar::from(of_target["total"].as_u64().unwrap());
            assert_eq!(
                sum.b - read(&of_target["xR"]),
                RistrettoPoint::mul_base(&total)
            );
        }
    }

    /// A proof as it was stored: the format of the proofs must not move unseen.
    #[test]
    fn a_stored_proof_still_verifies() {
        let (secret, sum) = (Scalar::from(7u64), sum(5));
        let share = RistrettoPoint::mul_base(&secret);
        let stored = HEXLOWER.decode(STORED.as_bytes()).unwrap();
        assert!(holds(&context(), &share, &sum, &(secret * sum.r), &stored));
    }

    const STORED: &str = "e099b5e78aaf10ad1ef74b9b154031fb2ecfbebac9bec206e745e9a21c0d9f2d\
        569cad64b93bc9b2b910d6fac88fac947f867ac6cb711a97046aefd6f5d1fb4a\
        0b95e2062390f702998971453a3aad9123a9c43dc1418ae9382d1520ffa38da2";
}
