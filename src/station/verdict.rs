//! What the desk says of a visit.

use super::{Admission, Claimant};
use crate::consultation::Overridable;
use chrono::NaiveDate;

/// The answer to a visit.
#[derive(Debug)]
pub enum Verdict {
    /// May vote.
    Admitted {
        /// The permission, to be spent once.
        admission: Admission,
        /// Whether the person had been admitted today and comes back.
        resumed: bool,
    },
    /// May not vote, and why.
    Refused(Refusal),
    /// Not on the roll: may become a city user, or attest residence, if the consultation allows.
    NotOnRoll(Claimant),
}

/// Why a person may not vote now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Too young on the reference date.
    TooYoung {
        /// Years needed.
        min_age: u32,
        /// When they are counted.
        reference_date: NaiveDate,
    },
    /// The birth date of the document is not that of the code.
    BirthMismatch,
    /// Not a document that the consultation accepts.
    DocumentNotAccepted,
    /// The paper card, from its legal end on.
    DocumentEnded,
    /// Past its expiry, where the consultation does not accept that.
    DocumentExpired {
        /// Its last day.
        expiry: NaiveDate,
    },
    /// The code was computed, and the consultation wants to see it.
    ComputedCode,
    /// A health card, which has no photograph and identifies nobody.
    HealthCard,
    /// Voted here already.
    AlreadyVotedHere,
    /// Voted at another station, by the server's list.
    VotedElsewhere,
    /// Voted on the web, and that vote counts.
    VotedOnWeb,
    /// Another online station has the person before it.
    ClaimedElsewhere,
    /// The server does not answer, and meanwhile the consultation admits nobody by itself.
    NoServer,
    /// Not on the roll, and the consultation admits residents only.
    NotOnRoll,
    /// Registered, but may vote only from a later day.
    Waiting {
        /// First day.
        from: NaiveDate,
    },
    /// A reason that the consultation does not admit.
    ReasonNotAccepted,
    /// An area that is not of this consultation.
    AreaUnknown,
}

impl Refusal {
    /// The reason's name, for texts (`refusal-NAME`) and the journal.
    pub fn name(&self) -> &'static str {
        match self {
            Self::TooYoung { .. } => "too-young",
            Self::BirthMismatch => "birth-mismatch",
            Self::DocumentNotAccepted => Overridable::DocumentNotAccepted.word(),
            Self::DocumentEnded => "document-ended",
            Self::DocumentExpired { .. } => Overridable::DocumentExpired.word(),
            Self::ComputedCode => Overridable::ComputedCode.word(),
            Self::HealthCard => "health-card",
            Self::AlreadyVotedHere => "already-voted-here",
            Self::VotedElsewhere => Overridable::VotedElsewhere.word(),
            Self::VotedOnWeb => "voted-on-web",
            Self::ClaimedElsewhere => Overridable::ClaimedElsewhere.word(),
            Self::NoServer => Overridable::NoServer.word(),
            Self::NotOnRoll => "not-on-roll",
            Self::Waiting { .. } => "waiting",
            Self::ReasonNotAccepted => "reason-not-accepted",
            Self::AreaUnknown => "area-unknown",
        }
    }

    /// What a president has to lift, if anybody may: the consultation says whether they may.
    pub fn overridable(&self) -> Option<Overridable> {
        match self {
            Self::DocumentExpired { .. } => Some(Overridable::DocumentExpired),
            Self::DocumentNotAccepted => Some(Overridable::DocumentNotAccepted),
            Self::ComputedCode => Some(Overridable::ComputedCode),
            Self::VotedElsewhere | Self::VotedOnWeb => Some(Overridable::VotedElsewhere),
            Self::ClaimedElsewhere => Some(Overridable::ClaimedElsewhere),
            Self::NoServer => Some(Overridable::NoServer),
            _ => None,
        }
    }
}
