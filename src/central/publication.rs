//! Publishing the package: it goes into the ledger once, with what it says in short.
//!
//! Invariants: nothing in this room reads a choice; the [`Summary`] is made by whoever verified the
//! package, and the package that is served is, byte for byte, the one that it was made from. What is
//! published belongs to this very board. There is one publication.

use super::{Ledger, LedgerError};
use crate::board::{self, checkpoint};
use crate::envelope::Digest;
use serde::{Deserialize, Serialize};

/// What a verified package says, in plain values.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// SHA-256 of the package, 64 hexadecimal digits.
    pub sha256: String,
    /// Sealed ballots that count.
    pub sealed: u64,
    /// Paper ballots that count.
    pub paper: u64,
    /// Ballots that are left out, each with the reason: `later-vote`, `repeated-vote`, `paper-vote`,
    /// `web-vote`.
    pub removed: Vec<RemovedBallot>,
    /// People of the web list whose web vote does not count, because of a vote in person.
    pub web_dropped: u64,
    /// Every question with its totals.
    pub questions: Vec<QuestionSummary>,
    /// The same by parts of the territory, where the manifest asks for it.
    pub parts: Vec<PartSummary>,
    /// What is funded, where there is money.
    pub outcome: Option<OutcomeSummary>,
}

/// A ballot that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemovedBallot {
    /// Its tracker, 64 hexadecimal digits.
    pub tracker: String,
    /// Why, in one word.
    pub reason: String,
}

/// The ballots of a part of the territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartSummary {
    /// Codes of the areas that are counted together.
    pub areas: Vec<String>,
    /// Ballots.
    pub ballots: u64,
    /// Every question with its totals.
    pub questions: Vec<QuestionSummary>,
}

/// The totals of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionSummary {
    /// Its id.
    pub question: String,
    /// Its options as the consultation lists them, then blank ballots.
    pub totals: Vec<OptionSummary>,
}

/// The total of an option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionSummary {
    /// Its id; `None` for blank ballots.
    pub option: Option<String>,
    /// Votes, or points.
    pub total: u64,
    /// Where options are ranked: how often at each rank.
    pub ranks: Vec<u64>,
}

/// What is funded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeSummary {
    /// Funded ids, in the order in which they were funded.
    pub funded: Vec<String>,
    /// Money given, in cents.
    pub spent: u64,
    /// Money left, in cents.
    pub left: u64,
    /// Equal votes whose order decided something.
    pub ties: Vec<Vec<String>>,
    /// Ties that a public draw put in order.
    pub draws: Vec<DrawSummary>,
    /// Whether a tie still waits for its draw.
    pub undecided: bool,
}

/// A public draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawSummary {
    /// Which, in words.
    pub draw: String,
    /// The value that came out.
    pub value: String,
    /// The tied options in their order.
    pub order: Vec<String>,
}

/// Why a package is not published.
#[derive(Debug, thiserror::Error)]
pub enum PublicationError {
    /// The ledger cannot be used.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The package ends with a board that is not this server's.
    #[error("the package speaks of another board than the one that this server keeps")]
    OtherBoard,
    /// Another package is published.
    #[error("another package is published already, and there is only one: {0}")]
    Another(String),
    /// The summary was made from another package.
    #[error("the summary is not of this package")]
    OtherSummary,
}

/// Puts a package that was verified into the ledger, with the checkpoint that it ends with. The same
/// package again changes nothing and gives `false`. A count that waits for a draw gives way, once, to
/// the same count with its draw.
pub fn publish_package(
    ledger: &Ledger,
    package: &[u8],
    last_checkpoint: &str,
    summary: &Summary,
) -> Result<bool, PublicationError> {
    if Digest::of(package).hex() != summary.sha256 {
        return Err(PublicationError::OtherSummary);
    }
    let manifest = ledger.manifest()?;
    let server = &manifest.value().server;
    let last = checkpoint::open(last_checkpoint, &server.board_origin, &server.board_key)
        .map_err(|_| PublicationError::OtherBoard)?;
    let page = ledger.write()?;
    let before = page.publication()?;
    if let Some(text) = &before {
        let known = Summary::read(text)?;
        if known == *summary {
            return Ok(false);
        }
        if !known.is_completed_by(summary) {
            return Err(PublicationError::Another(known.sha256));
        }
    }
    if last.size > page.board_size()? {
        return Err(PublicationError::OtherBoard);
    }
    let root = board::root_of(last.size, &page).map_err(LedgerError::from)?;
    if root != last.root {
        return Err(PublicationError::OtherBoard);
    }
    let text = serde_json::to_string(summary);
    let text = text.map_err(|e| LedgerError::Damaged(e.to_string()))?;
    if !page.publish(package, &text, before.as_deref())? {
        return Err(PublicationError::Another("just now".to_owned()));
    }
    page.commit()?;
    Ok(true)
}

impl Summary {
    pub(super) fn read(text: &str) -> Result<Self, LedgerError> {
        serde_json::from_str(text).map_err(|e| LedgerError::Damaged(format!("publication: {e}")))
    }

    /// Whether a tie waits for its draw: another package will say what is funded.
    pub fn awaits_draw(&self) -> bool {
        self.outcome.as_ref().is_some_and(|o| o.undecided)
    }

    /// Whether this count waits for a draw, and the other is the same count with it.
    fn is_completed_by(&self, other: &Self) -> bool {
        let same_count = Self {
            sha256: self.sha256.clone(),
            outcome: self.outcome.clone(),
            ..other.clone()
        };
        self.awaits_draw() && !other.awaits_draw() && *self == same_count
    }

    /// The totals of a question.
    pub(super) fn question(&self, id: &str) -> Option<&QuestionSummary> {
        self.questions.iter().find(|q| q.question == id)
    }
}

impl QuestionSummary {
    /// The total of an option, or of blank ballots.
    pub(super) fn of(&self, option: Option<&str>) -> Option<&OptionSummary> {
        self.totals.iter().find(|t| t.option.as_deref() == option)
    }
}
