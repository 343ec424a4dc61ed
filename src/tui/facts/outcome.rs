//! What was counted at the end of a demonstration.

use crate::consultation::{Cents, Text};

/// The outcome of the demo.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountResult {
    /// Sealed ballots received.
    pub received: u32,
    /// Sealed ballots removed by the settlement.
    pub removed: u32,
    /// Sealed ballots counted.
    pub counted: u32,
    /// Ballots on paper whose totals the stations counted.
    pub paper: u64,
    /// Every question, in the order of the consultation.
    pub questions: Vec<QuestionResult>,
    /// The whole sum, where there is money.
    pub budget: Option<Cents>,
    /// Given to funded projects, those that wait for a draw not included.
    pub spent: Cents,
    /// Left over.
    pub left: Cents,
    /// Trustees who decrypted together: `2 / 3`.
    pub trustees: String,
    /// Whether the verifier accepts the package.
    pub verified: bool,
    /// Checks that the verifier made, and whether each succeeded.
    pub checks: Vec<(String, bool)>,
    /// Where the package is.
    pub package_path: String,
    /// The public draw that a tie waits for.
    pub draw: Option<String>,
}

/// How the totals of a question are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountedIn {
    /// A choice is a vote.
    Votes,
    /// Points that were shared out.
    Points,
    /// Scores of each option, from 0 to this.
    Scores(u32),
    /// Ranks; the points of each, the first rank first.
    Ranks(Vec<u32>),
}

/// One question in the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionResult {
    /// What was asked.
    pub title: Text,
    /// How it was counted.
    pub counted_in: CountedIn,
    /// Blank answers, where they are possible.
    pub blank: Option<u64>,
    /// All options, most voted first.
    pub options: Vec<ProjectResult>,
}

/// One option in the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectResult {
    /// Title.
    pub title: Text,
    /// Votes, or points.
    pub votes: u64,
    /// Where options are ranked: how often at each rank, the first rank first.
    pub ranks: Vec<u64>,
    /// Cost.
    pub cost: Option<Cents>,
    /// Whether it is funded; `None` where the question gives no money.
    pub funding: Option<Funding>,
}

/// What the rule gives a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Funding {
    /// Its money.
    Funded,
    /// Nothing.
    NotFunded,
    /// Not known yet: the draw that decides between equal votes has not happened.
    Tied,
}
