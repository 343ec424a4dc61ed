//! The encrypted totals: for every target the weighted sum of its bits over all counted ballots.

use crate::ballot::{Ciphertext, SealedBallot, Shape};
use crate::tally::cells::Cell;
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

/// The encrypted totals of every cell and question, target by target.
pub(in crate::tally) type Sums = Vec<Vec<Vec<Sum>>>;

/// The encrypted totals of the counted ballots.
pub(in crate::tally) fn sums(settled: &OpenSettlement<'_>, cells: &[Cell]) -> Sums {
    let form = &settled.examined().form;
    let counted: Vec<_> = settled.counted().collect();
    let of_cell = |cell: &Cell| {
        let ballots = counted.par_iter().copied().filter(|b| cell.holds(b));
        targets(form.shapes(), &bits(form.shapes(), ballots))
    };
    cells.iter().map(of_cell).collect()
}

/// The sum of every bit. Bits first, weights after: one addition per ballot and bit.
fn bits<'b>(shapes: &[Shape], ballots: impl ParallelIterator<Item = &'b SealedBallot>) -> Vec<Sum> {
    let zero = Sum::zero(RistrettoPoint::identity());
    let bits: usize = shapes.iter().map(|s| s.bits).sum();
    ballots
        .fold(
            || vec![zero; bits],
            |mut sums, ballot| {
                for (sum, Ciphertext { r, b }) in sums.iter_mut().zip(ballot.ciphertexts()) {
                    *sum = sum.add(Sum { r: **r, b: **b });
                }
                sums
            },
        )
        .reduce(
            || vec![zero; bits],
            |a, b| a.into_iter().zip(b).map(|(a, b)| a.add(b)).collect(),
        )
}

fn targets(shapes: &[Shape], of_bits: &[Sum]) -> Vec<Vec<Sum>> {
    let zero = Sum::zero(RistrettoPoint::identity());
    let mut rest = of_bits;
    let mut questions = Vec::with_capacity(shapes.len());
    for shape in shapes {
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
