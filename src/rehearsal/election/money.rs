//! Money of a file as a consultation writes it.
//!
//! Invariant: every amount is divided by the same unit, so that which projects fit together is as
//! it was.

use crate::consultation::Cents;
use crate::tally::pabulib::Election;

/// The greatest amount that a consultation's file may hold: ten billion euro.
const MOST: u64 = 1_000_000_000_000;

/// Amounts of an election, in a unit of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit(u64);

impl Unit {
    /// The election's smallest unit; or, where an amount would be too great for a consultation,
    /// the greatest unit that all of them are whole numbers of. `None` if even that is too small.
    pub fn of(election: &Election, cap: Option<u64>) -> Option<Self> {
        let costs = election.projects.iter().map(|p| p.cost);
        let amounts = || costs.clone().chain([election.budget]).chain(cap);
        let greatest = amounts().max().unwrap_or(0);
        if greatest <= MOST {
            return Some(Self(1));
        }
        let unit = amounts().fold(0, common);
        (greatest / unit <= MOST).then_some(Self(unit))
    }

    /// An amount as a decimal string, as if the unit were the cent.
    pub fn written(self, amount: u64) -> String {
        Cents(amount / self.0).decimal()
    }
}

fn common(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { common(b, a % b) }
}
