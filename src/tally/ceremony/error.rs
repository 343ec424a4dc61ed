//! What can go wrong in a key ceremony, and what to do then.

use crate::envelope::EnvelopeError;
use std::path::{Path, PathBuf};

/// Why a step of the ceremony was not taken. Nothing was released by the step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CeremonyError {
    /// A trustee's name cannot be a file name.
    #[error(
        "{0:?} cannot name a trustee: use 1 to 40 of a-z, 0-9 and -, and not \"-to-\" in between"
    )]
    Name(String),
    /// Fewer than two are needed, or more than there are.
    #[error(
        "a threshold of {threshold} with {trustees} trustees is not possible: at least 2, at most all"
    )]
    Threshold {
        /// Trustees needed.
        threshold: u16,
        /// Trustees there are.
        trustees: usize,
    },
    /// Two cards hold the same key: one machine was copied to make two trustees.
    #[error(
        "the cards of {0} and {1} hold the same key: one of them must run `trustee keys` again, with a folder of its own"
    )]
    SameKey(String, String),
    /// A file that another trustee must still bring.
    #[error("{path} is missing: {who} must run `trustee {step}` and bring this file")]
    Missing {
        /// Where it should be.
        path: PathBuf,
        /// Who makes it.
        who: String,
        /// With which step.
        step: &'static str,
    },
    /// A file that is not what its name says.
    #[error("{path} is not valid ({why}): ask {who} for it again")]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// Who made it.
        who: String,
        /// What is wrong with it.
        why: String,
    },
    /// A file made for other cards, another threshold or another first round.
    #[error(
        "{path} belongs to another ceremony: all trustees must use the same cards, the same threshold and the same first round"
    )]
    OtherCeremony {
        /// The file.
        path: PathBuf,
    },
    /// This trustee has no card among the shared files, or another trustee's.
    #[error("the card of {0} in the shared folder is not the one of this private folder")]
    NotMyCard(String),
    /// A step is done once: a second secret under the same name would undo the first.
    #[error(
        "{0} exists already: this step was done. To begin again, all trustees start from `trustee keys` with empty folders"
    )]
    AlreadyDone(PathBuf),
    /// An earlier step has not been done in this private folder.
    #[error("{path} is missing: run `trustee {step}` first")]
    StepBefore {
        /// What the earlier step would have made.
        path: PathBuf,
        /// Its name.
        step: &'static str,
    },
    /// The mathematics found somebody's contribution wrong.
    #[error(
        "the contribution of {0} does not verify: the ceremony must begin again, and {0} be asked why"
    )]
    Dishonest(String),
    /// The transcripts that the trustees signed differ.
    #[error(
        "{0} signed another transcript than the others: the ceremony must begin again, and nobody may use its key"
    )]
    Disagreement(String),
    /// The verification shares do not belong to the group key.
    #[error("the verification shares do not belong to the key: the ceremony must begin again")]
    Inconsistent,
    /// A passphrase, a signature or an encoding.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// Reading or writing failed.
    #[error("{path}: {why}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: String,
    },
}

impl CeremonyError {
    pub(super) fn io(path: &Path, error: &std::io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            why: error.to_string(),
        }
    }
}
