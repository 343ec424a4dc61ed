//! What is asked and what can be chosen.

use super::{Cents, Text};
use minicbor::{Decode, Encode};

/// What can be chosen: a project, a priority, a position.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Choosable {
    /// Short stable name, unique in its question.
    #[n(0)]
    pub id: String,
    /// Title.
    #[n(1)]
    pub title: Text,
    /// One or two plain sentences.
    #[n(2)]
    pub summary: Text,
    /// What it costs, where money is involved.
    #[n(3)]
    pub cost: Option<Cents>,
    /// Whether it is made up for demonstration.
    #[n(4)]
    pub illustrative: bool,
}

/// How a question is answered. See `ballot` for the equations of each.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Method {
    /// From `min` to `max` options.
    #[n(0)]
    Approval {
        /// Least number of options of a non-blank answer, at least 1.
        #[n(0)]
        min: u32,
        /// Greatest number of options.
        #[n(1)]
        max: u32,
        /// The most that the chosen options may cost together, where that is limited.
        #[n(2)]
        spend_cap: Option<Cents>,
    },
    /// Exactly one option.
    #[n(1)]
    Single,
    /// Points shared out among the options.
    #[n(2)]
    Points {
        /// Points of a voter: at most so many are given, and at least one.
        #[n(0)]
        total: u32,
        /// The most for one option.
        #[n(1)]
        max_each: u32,
        /// Whether all of them must be given.
        #[n(2)]
        all: bool,
    },
    /// Every option gets a score of its own (satisfaction, agreement).
    #[n(3)]
    Score {
        /// From 0 to this.
        #[n(0)]
        max: u32,
    },
    /// Options in an order: the first rank first.
    #[n(4)]
    Priority {
        /// Points of each rank, not rising.
        #[n(0)]
        weights: Vec<u32>,
        /// Whether ranks may stay empty.
        #[n(1)]
        partial: bool,
    },
}

impl Method {
    /// The word in configuration files.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Approval { .. } => "approval",
            Self::Single => "single",
            Self::Points { .. } => "points",
            Self::Score { .. } => "score",
            Self::Priority { .. } => "priority",
        }
    }
}

/// One question of the consultation.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Question {
    /// Short stable name, unique in the consultation.
    #[n(0)]
    pub id: String,
    /// What is asked.
    #[n(1)]
    pub title: Text,
    /// How it is answered.
    #[n(2)]
    pub method: Method,
    /// Whether a blank answer is possible.
    #[n(3)]
    pub blank_allowed: bool,
    /// What can be chosen, each with its number.
    #[n(4)]
    pub options: Vec<Choosable>,
    /// In which order voters see the options, if not in this one. Numbers stay with the options.
    #[n(5)]
    pub order: Option<Order>,
}

/// An order of options that is not the consultation's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Order {
    /// Another one for each voter, by chance: no option is always the first.
    #[n(0)]
    Shuffled,
}

impl Question {
    /// The option with this id.
    pub fn option(&self, id: &str) -> Option<&Choosable> {
        self.options.iter().find(|o| o.id == id)
    }
}
