//! What a batch carries.

use super::minutes::Minutes;
use super::{BatchError, BatchKind, Hour, OpenedRow};
use crate::ballot::Tracker;
use crate::consultation::{Reason, StationId};
use crate::envelope::cbor::date;
use crate::envelope::{Digest, EnvelopeError, Identity, Recipient, SecretBytes, cbor};
use crate::identity::{DocumentKind, Pseudonym};
use chrono::NaiveDate;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

/// By what right a person was admitted.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum AdmittedAs {
    /// On the roll of residents of an area.
    #[n(0)]
    Resident {
        /// The area's code.
        #[n(0)]
        area: String,
    },
    /// Residence attested at the desk.
    #[n(1)]
    Attested {
        /// The area's code.
        #[n(0)]
        area: String,
    },
    /// A city user.
    #[n(2)]
    CityUser {
        /// The area of the reason.
        #[n(0)]
        area: String,
        /// Why.
        #[n(1)]
        reason: Reason,
    },
}

impl AdmittedAs {
    /// `resident`, `attested`, or the reason of a city user.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Resident { .. } => "resident",
            Self::Attested { .. } => "attested",
            Self::CityUser { reason, .. } => reason.word(),
        }
    }

    /// The code of the area.
    pub fn area(&self) -> &str {
        match self {
            Self::Resident { area } | Self::Attested { area } | Self::CityUser { area, .. } => area,
        }
    }
}

/// A person who voted: a pseudonym, never a name; no row of another kind can be joined to it
/// without the settlement key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct PresenceRow {
    /// Who.
    #[n(0)]
    pub pseudonym: Pseudonym,
    /// By what right.
    #[n(1)]
    pub admitted_as: AdmittedAs,
    /// When, to the hour.
    #[n(2)]
    pub hour: Hour,
    /// The [`Link`] sealed to the settlement key; `None` for a paper ballot.
    #[n(3)]
    pub link: Option<ByteVec>,
}

/// Which ballot belongs to which person. Exists in clear only inside [`Link::seal`] and, for
/// people who appear twice, at settlement.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Link {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// The station.
    #[n(1)]
    pub station: StationId,
    /// The person.
    #[n(2)]
    pub pseudonym: Pseudonym,
    /// The ballot.
    #[n(3)]
    pub tracker: Tracker,
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Link(..)")
    }
}

impl Link {
    /// Seals the link; all links of a station have the same length.
    pub fn seal(&self, settlement: &Recipient) -> Result<Vec<u8>, EnvelopeError> {
        settlement.seal(&cbor::encode(self))
    }

    /// Opens a link with the settlement key.
    pub fn open(sealed: &[u8], settlement: &Identity) -> Result<Self, EnvelopeError> {
        cbor::decode(&settlement.open(sealed)?)
    }
}

/// What the registry reads of a city user. Sealed to it when confirmed.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct IdentityRecord {
    /// Surname as on the document.
    #[n(0)]
    pub surname: String,
    /// Given names as on the document.
    #[n(1)]
    pub given_names: String,
    /// Codice fiscale.
    #[n(2)]
    pub codice_fiscale: String,
    /// Birth date as on the document.
    #[n(3)]
    #[cbor(with = "date")]
    pub birth_date: NaiveDate,
    /// By what right.
    #[n(4)]
    pub admitted_as: AdmittedAs,
    /// Kind of document shown.
    #[n(5)]
    pub document: DocumentKind,
    /// Its number.
    #[n(6)]
    pub document_number: String,
    /// Whether the code was computed from the personal data, and not shown.
    #[n(7)]
    pub computed: bool,
}

impl std::fmt::Debug for IdentityRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IdentityRecord(..)")
    }
}

/// A registration in the albo of city users, or an attested residence.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct RegistrationRow {
    /// Who.
    #[n(0)]
    pub pseudonym: Pseudonym,
    /// When, to the hour.
    #[n(1)]
    pub hour: Hour,
    /// First day on which the person may vote.
    #[n(2)]
    #[cbor(with = "date")]
    pub enabled_from: NaiveDate,
    /// The [`IdentityRecord`], sealed to the registry.
    #[n(3)]
    pub record: ByteVec,
}

/// The rows of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Rows {
    /// People who voted, by pseudonym.
    #[n(0)]
    Presence(#[n(0)] Vec<PresenceRow>),
    /// Sealed ballots, by tracker.
    #[n(1)]
    Ballots(#[n(0)] Vec<ByteVec>),
    /// Registrations, by pseudonym.
    #[n(2)]
    Registrations(#[n(0)] Vec<RegistrationRow>),
    /// The minutes of one day.
    #[n(3)]
    Minutes(#[n(0)] Minutes),
    /// Opened ballots, by tracker.
    #[n(4)]
    Openings(#[n(0)] Vec<OpenedRow>),
}

impl Rows {
    /// Puts rows in the order in which they travel: time of arrival is forgotten.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        match &mut self {
            Self::Presence(rows) => rows.sort_by_key(|r| r.pseudonym),
            Self::Ballots(rows) => rows.sort_by_key(|b| Tracker::of(b)),
            Self::Registrations(rows) => rows.sort_by_key(|r| r.pseudonym),
            Self::Minutes(_) => {}
            Self::Openings(rows) => rows.sort_by_key(OpenedRow::tracker),
        }
        self
    }

    /// The kind of batch that these rows make.
    pub fn kind(&self) -> BatchKind {
        match self {
            Self::Presence(_) => BatchKind::Presence,
            Self::Ballots(_) => BatchKind::Ballots,
            Self::Registrations(_) => BatchKind::Registrations,
            Self::Minutes(_) => BatchKind::Minutes,
            Self::Openings(_) => BatchKind::Openings,
        }
    }

    /// How many rows.
    pub fn count(&self) -> u64 {
        let count = match self {
            Self::Presence(rows) => rows.len(),
            Self::Ballots(rows) => rows.len(),
            Self::Registrations(rows) => rows.len(),
            Self::Minutes(_) => 1,
            Self::Openings(rows) => rows.len(),
        };
        count as u64
    }

    /// Whether the rows are in their order, each once.
    pub(super) fn in_order(&self) -> bool {
        fn rising<T: Ord>(keys: impl Iterator<Item = T>) -> bool {
            keys.is_sorted_by(|a, b| a < b)
        }
        match self {
            Self::Presence(rows) => rising(rows.iter().map(|r| r.pseudonym)),
            Self::Ballots(rows) => rising(rows.iter().map(|b| Tracker::of(b))),
            Self::Registrations(rows) => rising(rows.iter().map(|r| r.pseudonym)),
            Self::Minutes(_) => true,
            Self::Openings(rows) => rising(rows.iter().map(OpenedRow::tracker)),
        }
    }
}

/// Rows with a salt, so that the published header tells nothing of a body that is not published.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Body {
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    salt: [u8; 32],
    /// The rows.
    #[n(1)]
    pub rows: Rows,
}

impl Body {
    /// Sorts rows and salts them.
    pub fn new(rows: Rows) -> Self {
        Self {
            salt: *SecretBytes::random().expose(),
            rows: rows.sorted(),
        }
    }

    /// The encoded body.
    pub fn bytes(&self) -> Vec<u8> {
        cbor::encode(self)
    }

    /// Reads a body whose digest was signed: the right bytes, in order, each row once.
    pub fn read(bytes: &[u8], digest: &Digest) -> Result<Self, BatchError> {
        if body_digest(bytes) != *digest {
            return Err(BatchError::Body);
        }
        let body: Self = cbor::decode(bytes)?;
        if body.rows.in_order() {
            Ok(body)
        } else {
            Err(BatchError::Order)
        }
    }
}

/// The digest that the header signs.
pub(super) fn body_digest(bytes: &[u8]) -> Digest {
    Digest::of_parts("seggio/batch-body/1", &[bytes])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_a_person_nor_a_link_is_shown() {
        let record = IdentityRecord {
            surname: "Verdicchio".into(),
            given_names: "Giuseppe".into(),
            codice_fiscale: "RSSMRA80A01B812B".into(),
            birth_date: NaiveDate::default(),
            admitted_as: AdmittedAs::Attested {
                area: "B812".into(),
            },
            document: DocumentKind::Passport,
            document_number: "YA1234567".into(),
            computed: false,
        };
        assert_eq!(format!("{record:?}"), "IdentityRecord(..)");
        let link = Link {
            fingerprint: Digest([1; 32]),
            station: StationId::parse("a").unwrap(),
            pseudonym: Pseudonym([2; 32]),
            tracker: Tracker(Digest([3; 32])),
        };
        assert_eq!(format!("{link:?}"), "Link(..)");
    }
}
