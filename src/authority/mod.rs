//! Issuing: keys, manifest, bundles, rolls; and the albo, read back from what stations sealed.
//!
//! Invariants: every secret of the kit is on disk only under a passphrase; a bundle leaves only
//! under its one-time code; a roll holds pseudonyms and areas, nothing else.

mod albo;
mod bundle;
mod columns;
mod decision;
mod files;
mod import;
mod kit;
mod lines;
mod purge;
mod roll;
#[cfg(test)]
mod tests;
mod web_voters;

pub use albo::{Albo, AlboEntry, albo};
pub use bundle::{Bundle, OneTimeCode};
pub use import::{RejectedRow, RollImport, RollMaker};
pub use kit::{Kit, KitSecrets, SettlementKeys};
pub use purge::Purged;
pub use roll::Roll;
pub use web_voters::WebFile;

use crate::consultation::{ConfigErrors, CountPolicy};
use crate::envelope::EnvelopeError;

/// Why the authority's program cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum AuthorityError {
    /// The consultation has errors.
    #[error("{0}")]
    Config(#[from] ConfigErrors),
    /// A file of the kit does not open.
    #[error("{file}: {error}")]
    File {
        /// Which.
        file: String,
        /// Why.
        error: EnvelopeError,
    },
    /// Reading or writing failed.
    #[error("{file}: {error}")]
    Io {
        /// Which.
        file: String,
        /// Why.
        error: std::io::Error,
    },
    /// A kit is there already.
    #[error("{0} is not empty: choose a new folder, so that no key is lost")]
    NotEmpty(String),
    /// The manifest is not sealed yet.
    #[error("the manifest is not sealed yet: run `scrutinio seal` first")]
    NotSealed,
    /// The manifest is sealed and does not change any more.
    #[error("the manifest is sealed already; its fingerprint is {0}")]
    AlreadySealed(String),
    /// A station of that name exists.
    #[error("a station named {0} exists already")]
    StationExists(String),
    /// The consultation has no phase for stations of this kind.
    #[error("the consultation has no phase for stations of kind {0}")]
    NoPhase(&'static str),
    /// Totals are split by area, and it is not said where the station stands; or there is no such
    /// area.
    #[error("say in which area the station stands, one of: {0}")]
    Area(String),
    /// Live, with a count that could open few ballots.
    #[error("a live consultation opens no total over fewer than {least} ballots; `minimum_ballots` is {found}", least = CountPolicy::LIVE_MINIMUM)]
    MinimumBallots {
        /// What the consultation says.
        found: u32,
    },
    /// Two groups of trustees could each count something else.
    #[error(
        "a live consultation needs more than half of the trustees: with {k} of {n}, two groups could each serve another settlement, and the difference would tell single votes"
    )]
    Threshold {
        /// Trustees needed.
        k: usize,
        /// Trustees in all.
        n: usize,
    },
    /// The kit has made another settlement.
    #[error(
        "this kit has made another settlement, {0}; trustees who gave their part for that one cannot give another. Nothing was changed"
    )]
    SettledBefore(String),
    /// Live with a key made on one machine.
    #[error("a live consultation refuses a tally key made on one machine")]
    OneMachine,
    /// A CSV cannot be used: the roll, or the list of web voters.
    #[error("{0}")]
    Csv(String),
    /// The settlement key is not in the kit any more.
    #[error(
        "the kit has no settlement key: `scrutinio purge` destroyed it, and no link can be opened any \
         more. Go on with the settlement that was made with it"
    )]
    NoSettlementKey,
    /// The kit was purged after another settlement.
    #[error("the settlement key was destroyed after another settlement, {0}; nothing was changed")]
    PurgedAfter(String),
    /// An export of another consultation than the kit's.
    #[error("the export is of another consultation than this kit")]
    OtherConsultation,
    /// Something in the export was not made by who it says.
    #[error("the export cannot be trusted: {0}")]
    Export(String),
}
