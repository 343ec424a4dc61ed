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
    /// The private folder belongs to a trustee of another name.
    #[error("{dir} holds the keys of {name}: choose another private folder")]
    OtherName {
        /// The private folder.
        dir: PathBuf,
        /// Whose keys it holds.
        name: String,
    },
    /// Another trustee has brought a card of this name.
    #[error(
        "{path} is the card of another {name}: choose another name, or, if it is a card of yours from an earlier try, remove it and run `trustee keys` again"
    )]
    NameTaken {
        /// The card.
        path: PathBuf,
        /// The name.
        name: String,
    },
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
    /// The first round was made for another threshold.
    #[error(
        "your first round was made for a threshold of {made}, not {asked}: run it with --threshold {made}, or, to change it, all trustees begin again with empty folders"
    )]
    OtherThreshold {
        /// What the first round was made for.
        made: u16,
        /// What was asked now.
        asked: u16,
    },
    /// Two cards hold the same key: one machine was copied to make two trustees.
    #[error(
        "the cards of {0} and {1} hold the same key: one of them must run `trustee keys` again, with a folder of its own"
    )]
    SameKey(String, String),
    /// A file that a trustee must still bring, or bring again.
    #[error(
        "{path} is missing: {who} must run `trustee {step}` (again, if it was done: the same file is written anew) and bring it"
    )]
    Missing {
        /// Where it should be.
        path: PathBuf,
        /// Who makes it.
        who: String,
        /// With which step.
        step: &'static str,
    },
    /// A file that is not what its name says.
    #[error(
        "{path} is not valid ({why}): remove it; {who} must run `trustee {step}` again, which writes the same file anew, and bring it"
    )]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// Who made it.
        who: String,
        /// With which step.
        step: &'static str,
        /// What is wrong with it.
        why: String,
    },
    /// A good file under another file's name.
    #[error(
        "{path} is {right}, which {who} made, under another name: remove it, or give it its own name if that file is missing; two trustees cannot have one name"
    )]
    Misnamed {
        /// The file.
        path: PathBuf,
        /// Who made it.
        who: String,
        /// The name it should have.
        right: String,
    },
    /// A file of no trustee on a card.
    #[error(
        "{path} is of no trustee whose card is here: remove it, or ask {who} for the card that belongs to it"
    )]
    Stray {
        /// The file.
        path: PathBuf,
        /// Whom its name speaks of.
        who: String,
    },
    /// A card that came after the first round.
    #[error(
        "{path} was not here at your first round: remove it, or, if {who} is to be a trustee, all begin again with empty folders"
    )]
    Added {
        /// The card.
        path: PathBuf,
        /// Whose it is.
        who: String,
    },
    /// A file is not the one that this trustee's earlier step has used.
    #[error(
        "{path} is not the file that your earlier step has used: remove it; {who} must run `trustee {step}` again with the same private folder, which writes the first one anew. If {who} cannot, all begin again with empty folders"
    )]
    Changed {
        /// The file.
        path: PathBuf,
        /// Who made it.
        who: String,
        /// With which step.
        step: &'static str,
    },
    /// This trustee's own file in the shared folder is not the one that was made here.
    #[error(
        "{path} bears your name and is not the file that this private folder made: remove it and run `trustee {step}` again, which writes yours"
    )]
    NotMine {
        /// The file.
        path: PathBuf,
        /// The step that writes it.
        step: &'static str,
    },
    /// A trustee took the first round with other cards or another threshold.
    #[error(
        "{path}: {who} took the first round with {what}. Compare the fingerprints of all cards and the threshold by telephone. If yours are wrong and you have not taken the first round yet, take it with the right ones; otherwise all begin again with empty folders"
    )]
    OtherView {
        /// Its first-round file.
        path: PathBuf,
        /// Who.
        who: String,
        /// What was different.
        what: String,
    },
    /// A trustee gave different first rounds to different trustees.
    #[error(
        "{path}: {by} answers another first round of {who} than the one here. Either {who} signed two, or one of you was given an old file: compare {who}.round1; all begin again, and {who} be asked why"
    )]
    TwoFirstRounds {
        /// The second-round file that answers another one.
        path: PathBuf,
        /// Whose first round differs.
        who: String,
        /// Who has seen the other one.
        by: String,
    },
    /// A file made for other cards, another threshold or another first round.
    #[error(
        "{path} belongs to another ceremony: remove it; {who} must run `trustee {step}` again with the private folder of this one, and bring the file"
    )]
    OtherCeremony {
        /// The file.
        path: PathBuf,
        /// Who made it.
        who: String,
        /// With which step.
        step: &'static str,
    },
    /// A file is in the way, and a second secret under its name would undo the first.
    #[error("{0} exists already and is not overwritten: choose an empty folder")]
    AlreadyThere(PathBuf),
    /// The share was kept, and its file is gone.
    #[error(
        "{0} is missing, and nothing else holds this share: restore it from your copy. Without it the other trustees can still count, as long as enough of them have theirs"
    )]
    ShareLost(PathBuf),
    /// An earlier step has not been done in this private folder.
    #[error("{path} is missing: run `trustee {step}` first")]
    StepBefore {
        /// What the earlier step would have made.
        path: PathBuf,
        /// Its name.
        step: &'static str,
    },
    /// A private file does not open.
    #[error("{path}: {why}")]
    Unlock {
        /// The file.
        path: PathBuf,
        /// Why.
        why: EnvelopeError,
    },
    /// What an earlier step kept cannot be read.
    #[error(
        "{path}, which an earlier step kept, cannot be read ({why}): restore your private folder from a copy; without one, all begin again with empty folders"
    )]
    Kept {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// What a trustee has signed cannot come from an honest program.
    #[error(
        "{path}, signed by {who}, does not hold ({why}): the ceremony must begin again, and {who} be asked why"
    )]
    Dishonest {
        /// The file.
        path: PathBuf,
        /// Who signed it.
        who: String,
        /// What is wrong with it.
        why: String,
    },
    /// The transcripts that the trustees signed differ.
    #[error(
        "{one} and {other} signed different transcripts ({what}): the ceremony must begin again, and nobody may use its key"
    )]
    Disagreement {
        /// One of them.
        one: String,
        /// The other.
        other: String,
        /// In what they differ.
        what: &'static str,
    },
    /// The verification shares do not belong to the group key.
    #[error("the verification shares do not belong to the key: the ceremony must begin again")]
    Inconsistent,
    /// A passphrase, a signature or an encoding.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// Reading or writing failed.
    #[error("{path}: {why}. Nothing is lost: when there is a remedy, run the same command again")]
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

    /// Whether something was checked and is not so, rather than missing or unreadable.
    pub fn is_refusal(&self) -> bool {
        !matches!(
            self,
            Self::Name(_)
                | Self::OtherName { .. }
                | Self::NameTaken { .. }
                | Self::Threshold { .. }
                | Self::OtherThreshold { .. }
                | Self::Missing { .. }
                | Self::AlreadyThere(_)
                | Self::ShareLost(_)
                | Self::StepBefore { .. }
                | Self::Unlock { .. }
                | Self::Kept { .. }
                | Self::Envelope(_)
                | Self::Io { .. }
        )
    }
}
