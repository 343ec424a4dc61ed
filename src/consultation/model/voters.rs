//! Who may vote, and with which documents.

use crate::envelope::cbor::date;
use crate::identity::DocumentKind;
use chrono::NaiveDate;
use minicbor::{Decode, Encode};

/// A part of the territory: a comune or a quartiere.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Area {
    /// The code: Belfiore code of a comune (`B812`), or a slug for a quartiere.
    #[n(0)]
    pub id: String,
    /// Its name.
    #[n(1)]
    pub name: String,
}

/// What gives a non-resident the right to vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Reason {
    /// Works in the territory.
    #[n(0)]
    Work,
    /// Studies in the territory.
    #[n(1)]
    Study,
    /// Volunteers in the territory.
    #[n(2)]
    Volunteering,
    /// Has a domicile in the territory.
    #[n(3)]
    Domicile,
}

impl Reason {
    /// All reasons, in the order in which screens list them.
    pub const ALL: [Self; 4] = [Self::Work, Self::Study, Self::Volunteering, Self::Domicile];

    /// The word used in configuration files, open data and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Study => "study",
            Self::Volunteering => "volunteering",
            Self::Domicile => "domicile",
        }
    }
}

/// Who may vote.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Eligibility {
    /// Completed years of age needed on `reference_date`.
    #[n(0)]
    pub min_age: u32,
    /// The day on which age counts, whatever the day of the vote.
    #[cbor(n(1), with = "date")]
    pub reference_date: NaiveDate,
    /// Reasons that admit a non-resident; empty: residents only.
    #[n(2)]
    pub city_user_reasons: Vec<Reason>,
    /// Whether a person who is missing from the roll may attest residence at the desk.
    #[n(3)]
    pub attested_residence: bool,
}

/// Which documents the desk accepts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct DocumentPolicy {
    /// Accepted kinds.
    #[n(0)]
    pub accepted: Vec<DocumentKind>,
    /// Whether a document past its expiry still identifies.
    #[n(1)]
    pub expired_accepted: bool,
}
