//! Why a step from settlement to package was not taken.

use crate::ballot::Tracker;
use crate::batch::ExportError;
use crate::consultation::StationId;
use crate::envelope::EnvelopeError;
use crate::tally::Check;
use std::path::PathBuf;

/// Why the registry, a trustee or the commission cannot go on. Nothing was released.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TallyError {
    /// A check up to here does not hold.
    #[error("{}: {}", .0.name, .0.detail)]
    Check(Check),
    /// The keys of the kit are not the manifest's.
    #[error("the {0} key is not the one that the manifest names")]
    OtherKey(&'static str),
    /// Settlement needs the people who voted, and the file has been made public already.
    #[error(
        "this export does not hold the people who voted: take the one that `centrale export` wrote"
    )]
    NoPresence,
    /// A link that was opened does not lead to a ballot of its station.
    #[error("a link of {0} does not lead to a ballot of that station: ask who kept it")]
    Link(StationId),
    /// Two people's links lead to one ballot.
    #[error("two people are linked to the ballot {0}")]
    SharedBallot(Tracker),
    /// The share is of another key.
    #[error("this share belongs to another key than the manifest's")]
    OtherShare,
    /// The share has been used already.
    #[error(
        "this share was used for another settlement, {0}: a second one could reveal single votes, and is refused"
    )]
    Spent(String),
    /// So few ballots that their total could tell whose they are.
    #[error(
        "only {counted} ballots are counted, and no total is opened over fewer than {minimum}: add what other stations still hold, or publish none"
    )]
    TooFewBallots {
        /// Ballots that are counted.
        counted: u64,
        /// The manifest's minimum.
        minimum: u64,
    },
    /// Not enough trustees.
    #[error("{found} valid partials, {needed} are needed")]
    TooFew {
        /// Distinct trustees who gave one.
        found: usize,
        /// Trustees needed.
        needed: u16,
    },
    /// A partial that cannot be used.
    #[error("the partial of {who} is refused: {why}")]
    Partial {
        /// The trustee, or what the file says.
        who: String,
        /// Why.
        why: String,
    },
    /// Totals that no ballots can give.
    #[error("the totals of {question} are not possible: {why}")]
    Totals {
        /// The question.
        question: String,
        /// Why.
        why: String,
    },
    /// The outcome rule cannot be applied.
    #[error("the outcome cannot be found: {0}")]
    Outcome(String),
    /// The proof of a partial could not be made.
    #[error("the proof of the partial could not be made")]
    Proof,
    /// A signature or an encoding.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// The archive.
    #[error(transparent)]
    Archive(#[from] ExportError),
    /// Reading or writing failed.
    #[error("{path}: {why}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: String,
    },
}
