//! The encrypted totals: for every target the weighted sum of its bits over all counted ballots.

use crate::ballot::Ciphertext;
use crate::tally::settlement::OpenSettlement;
use curve25519_dalek::ristretto::RistrettoPoint;
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::Identity;
use rayon::prelude::*;

/// The encrypted total of one target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    pub r: RistrettoPoint,
    pub b: RistrettoPoint,
}

impl Sum {
    const fn zero(identity: RistrettoPoint) -> Self {
        Self {
            r: identity,
            b: identity,
        }
    }

    fn add(self, other: Self) -> Self {
        Self {
            r: self.r + other.r,
            b: self.b + other.b,
        }
    }
}

/// The encrypted totals of every question, target by target.
pub(in crate::tally) fn sums(settled: &OpenSettlement<'_>) -> Vec<Vec<Sum>> {
    let form = &settled.examined.form;
    let counted: Vec<_> = settled.counted().collect();
    let zero = Sum::zero(RistrettoPoint::identity());
    // Bits first, weights after: one addition per ballot and bit.
    let bits: usize = form.shapes().iter().map(|s| s.bits).sum();
    let of_bits = counted
        .par_iter()
        .fold(
            || vec![zero; bits],
            |mut sums, ballot| {
                for (sum, Ciphertext { r, b }) in sums.iter_mut().zip(ballot.ciphertexts()) {
                    *sum = sum.add(Sum { r: *r, b: *b });
                }
                sums
            },
        )
        .reduce(
            || vec![zero; bits],
            |a, b| a.into_iter().zip(b).map(|(a, b)| a.add(b)).collect(),
        );
    let mut rest = of_bits.as_slice();
    let mut questions = Vec::with_capacity(form.shapes().len());
    for shape in form.shapes() {
        let (these, after) = rest.split_at_checked(shape.bits).unwrap_or((rest, &[]));
        rest = after;
        let target = |terms: &[(usize, u64)]| {
            terms.iter().fold(zero, |sum, &(bit, weight)| {
                let weight = Scalar::from(weight);
                let bit = these.get(bit).copied().unwrap_or(zero);
                sum.add(Sum {
                    r: weight * bit.r,
                    b: weight * bit.b,
                })
            })
        };
        questions.push(shape.targets.iter().map(|t| target(&t.terms)).collect());
    }
    questions
}
