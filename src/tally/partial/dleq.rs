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
    pub question: usize,
    pub target: usize,
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
            &(self.question as u64).to_be_bytes(),
            &(self.target as u64).to_be_bytes(),
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
