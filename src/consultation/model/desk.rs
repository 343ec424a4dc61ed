//! How the desk works: what it may compute, who may help a voter, what a president may override.

use super::Text;
use minicbor::{Decode, Encode};

/// A refusal that a president may lift, with a reason on record. What is not here, nobody lifts:
/// age, a birth date that is not the code's, the legal end of a kind of document, having voted here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Overridable {
    /// A document past its last day.
    #[n(0)]
    DocumentExpired,
    /// A kind of document that the consultation does not accept.
    #[n(1)]
    DocumentNotAccepted,
    /// A code that was computed and not shown, where the consultation wants to see it.
    #[n(2)]
    ComputedCode,
    /// A companion who has accompanied as many voters as one person may.
    #[n(3)]
    CompanionLimit,
    /// Somebody who, by the server's list, has voted elsewhere: both votes go to settlement.
    #[n(4)]
    VotedElsewhere,
    /// Somebody whom another online station has before it.
    #[n(5)]
    ClaimedElsewhere,
    /// A server that does not answer, where nobody is admitted meanwhile: who voted twice is found at
    /// settlement.
    #[n(6)]
    NoServer,
}

impl Overridable {
    /// All of them, in the order in which screens list them.
    pub const ALL: [Self; 7] = [
        Self::DocumentExpired,
        Self::DocumentNotAccepted,
        Self::ComputedCode,
        Self::CompanionLimit,
        Self::VotedElsewhere,
        Self::ClaimedElsewhere,
        Self::NoServer,
    ];

    /// The word used in configuration files, message keys and the journal.
    pub fn word(self) -> &'static str {
        match self {
            Self::DocumentExpired => "document-expired",
            Self::DocumentNotAccepted => "document-not-accepted",
            Self::ComputedCode => "computed-code",
            Self::CompanionLimit => "companion-limit",
            Self::VotedElsewhere => "voted-elsewhere",
            Self::ClaimedElsewhere => "claimed-elsewhere",
            Self::NoServer => "no-server",
        }
    }
}

/// The rules of the desk.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct DeskPolicy {
    /// Whether the code of who left the card at home may be computed from the personal data.
    #[n(0)]
    pub computed_codes: bool,
    /// Voters that one person may accompany to the screen, at one station; at least 1.
    #[n(1)]
    pub voters_per_companion: u32,
    /// What a president may override.
    #[n(2)]
    pub overrides: Vec<Overridable>,
    /// What city users, and people who attest their residence, read before confirming (GDPR art. 13).
    #[n(3)]
    pub privacy_notice: Text,
    /// Whether a day is opened and closed by two operators, each with their own passphrase.
    #[n(4)]
    pub two_people: bool,
}
