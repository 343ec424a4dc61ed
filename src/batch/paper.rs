//! What was found in a station's box of paper ballots, once, at its last closing.
//!
//! Invariant: totals are written only where there are enough valid ballots for nobody's to show;
//! fewer are sealed like those of the screen and mixed with them.

use minicbor::{Decode, Encode};

/// The count of a station's paper ballots.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct PaperCount {
    /// Slips in the box.
    #[n(0)]
    pub found: u64,
    /// Of these, slips that no method allows or that nobody can read (*nulle*).
    #[n(1)]
    pub void: u64,
    /// What the valid ones say.
    #[n(2)]
    pub result: PaperResult,
}

/// What valid paper ballots say.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum PaperResult {
    /// Totals: for each question a number for each target, in the order of its shape.
    #[n(0)]
    Counted(#[n(0)] Vec<Vec<u64>>),
    /// Too few to be written down: sealed, and in the batches of ballots.
    #[n(1)]
    Sealed,
}

impl PaperCount {
    /// Slips that count; `None` if more are void than were found.
    pub fn valid(&self) -> Option<u64> {
        self.found.checked_sub(self.void)
    }

    /// Of the valid slips, those that were sealed and left with the ballots.
    pub fn sealed(&self) -> u64 {
        match self.result {
            PaperResult::Counted(_) => 0,
            PaperResult::Sealed => self.valid().unwrap_or(0),
        }
    }
}
