//! Two entries side by side.
//!
//! Invariant: of totals it is said which differ; of single slips only how many, whatever their
//! order.

use crate::ballot::Choices;

/// A total in which two entries differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperDifference {
    /// The question, from 0.
    pub question: usize,
    /// The target, from 0, in the order of the question's shape.
    pub target: usize,
    /// What the first operator entered.
    pub first: u64,
    /// What the second operator entered.
    pub second: u64,
}

/// Where two entries of totals differ, in order.
pub(super) fn differences(first: &[Vec<u64>], second: &[Vec<u64>]) -> Vec<PaperDifference> {
    let mut all = Vec::new();
    for (question, (a, b)) in first.iter().zip(second).enumerate() {
        for (target, (first, second)) in a.iter().copied().zip(b.iter().copied()).enumerate() {
            if first != second {
                all.push(PaperDifference {
                    question,
                    target,
                    first,
                    second,
                });
            }
        }
    }
    all
}

/// How many slips of one list have no equal in the other, which is as long.
pub(super) fn only_in_one(first: &[Choices], second: &[Choices]) -> u64 {
    let mut left: Vec<&Choices> = second.iter().collect();
    let mut missing = 0;
    for slip in first {
        match left.iter().position(|other| *other == slip) {
            Some(place) => {
                left.swap_remove(place);
            }
            None => missing += 1,
        }
    }
    missing
}
