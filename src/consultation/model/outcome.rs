//! From votes to funded projects, and what happens to people who voted twice.

use super::Cents;
use minicbor::{Decode, Encode};

/// Which vote counts between an in-person and a web vote of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Channel {
    /// The vote at a station counts.
    #[n(0)]
    InPerson,
    /// The web vote counts.
    #[n(1)]
    Web,
}

/// Which vote counts among several of one person inside a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Within {
    /// The first by hour; equal hours by lot.
    #[n(0)]
    First,
    /// None of them.
    #[n(1)]
    None,
}

/// The declared policy for people who voted more than once.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Duplicates {
    /// Between channels.
    #[n(0)]
    pub channel: Channel,
    /// Inside a channel.
    #[n(1)]
    pub within: Within,
}

/// When the next most voted project does not fit into what is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum NextDoesNotFit {
    /// Try the following ones.
    #[n(0)]
    Skip,
    /// Fund no more.
    #[n(1)]
    Stop,
}

/// What happens to projects that nobody voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum ZeroVotes {
    /// Funded if money is left.
    #[n(0)]
    Fund,
    /// Never funded.
    #[n(1)]
    Skip,
}

/// How equal votes are put in order.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Ties {
    /// By lot from a public draw that happens after the signed settlement.
    #[n(0)]
    Lot {
        /// Which draw, in words: `Lotto, ruota di Milano, 2022-10-22`.
        #[n(0)]
        draw: String,
    },
    /// Ascending by option id as text.
    #[n(1)]
    ById,
}

/// Money to be given to the most voted options of one question.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Budget {
    /// The question whose options are funded.
    #[n(0)]
    pub question: String,
    /// The whole sum.
    #[n(1)]
    pub total: Cents,
    /// Least cost of a project.
    #[n(2)]
    pub cost_min: Cents,
    /// Greatest cost of a project.
    #[n(3)]
    pub cost_max: Cents,
}

/// From totals to funded projects. Every choice is explicit.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Outcome {
    /// When the next project does not fit.
    #[n(0)]
    pub next_does_not_fit: NextDoesNotFit,
    /// Projects without votes.
    #[n(1)]
    pub zero_votes: ZeroVotes,
    /// Votes a project needs to be funded at all.
    #[n(2)]
    pub minimum_votes: u64,
    /// Equal votes.
    #[n(3)]
    pub ties: Ties,
}
