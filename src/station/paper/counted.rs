//! What two operators agree on, until it is in the minutes or in the ballot box.
//!
//! Invariant: totals are told only where there are enough slips for nobody's to show; of fewer,
//! the count tells how many, and the slips leave sealed.

use super::entry::PaperHead;
use crate::ballot::{BallotError, BallotForm, Choices, SealedBallot};
use crate::batch::{PaperCount, PaperResult};
use crate::consultation::StationId;
use zeroize::Zeroize;

/// What was agreed, without anything of the votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperSummary {
    /// Slips in the box.
    pub head: PaperHead,
    /// Slips handed out.
    pub handed_out: u64,
    /// Whether the valid ones are to be sealed, because they are too few for totals.
    pub sealed: bool,
    /// Numbers and slips in which the two differed at first.
    pub differed: u64,
}

/// What valid slips hold.
pub(super) enum Content {
    Totals(Vec<Vec<u64>>),
    Slips(Vec<Choices>),
}

impl Drop for Content {
    fn drop(&mut self) {
        // Choices wipe themselves.
        if let Self::Totals(totals) = self {
            totals.zeroize();
        }
    }
}

/// What two operators agree on. Made only by [`PaperCounting`].
pub struct PaperCounted {
    summary: PaperSummary,
    content: Content,
}

impl std::fmt::Debug for PaperCounted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PaperCounted({:?})", self.summary)
    }
}

impl PaperCounted {
    pub(super) fn new(summary: PaperSummary, content: Content) -> Self {
        Self { summary, content }
    }

    /// What was agreed, without anything of the votes.
    pub fn summary(&self) -> PaperSummary {
        self.summary
    }

    /// What the minutes say.
    pub(in crate::station) fn count(&self) -> PaperCount {
        PaperCount {
            found: self.summary.head.found,
            void: self.summary.head.void,
            result: match &self.content {
                Content::Totals(totals) => PaperResult::Counted(totals.clone()),
                Content::Slips(_) => PaperResult::Sealed,
            },
        }
    }

    /// The slips that are too few for totals, sealed; their seeds are wiped at once.
    pub(in crate::station) fn seal(
        &self,
        form: &BallotForm,
        station: &StationId,
    ) -> Result<Vec<SealedBallot>, BallotError> {
        let slips = match &self.content {
            Content::Totals(_) => &[][..],
            Content::Slips(slips) => slips,
        };
        let seal = |choices| form.seal(choices, station).map(|sealing| sealing.ballot);
        slips.iter().map(seal).collect()
    }
}
