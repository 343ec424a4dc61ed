//! Made-up elections, one for each vote type, counted by hand; files as they are in the wild;
//! random elections against a second, plain computation.

mod by_hand;
mod random;
mod wild;

const APPROVAL: &str = include_str!("../../../../tests/elections/approval.pb");
const CHOOSE_ONE: &str = include_str!("../../../../tests/elections/choose-1.pb");
const CUMULATIVE: &str = include_str!("../../../../tests/elections/cumulative.pb");
const ORDINAL: &str = include_str!("../../../../tests/elections/ordinal.pb");
const SCORING: &str = include_str!("../../../../tests/elections/scoring.pb");

const ALL: [&str; 5] = [APPROVAL, CHOOSE_ONE, CUMULATIVE, ORDINAL, SCORING];

use crate::consultation::{NextDoesNotFit, Outcome, Ties, ZeroVotes};

/// The rule by id, with zero-vote projects funded if money is left.
fn rule(next_does_not_fit: NextDoesNotFit, minimum_votes: u64) -> Outcome {
    Outcome {
        next_does_not_fit,
        zero_votes: ZeroVotes::Fund,
        minimum_votes,
        ties: Ties::ById,
    }
}
