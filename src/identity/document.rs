//! Identity documents: kinds, and what the law says of each.
//!
//! Invariant: the number of a [`Document`], if it was taken down, can be written in a register.
//! Whether the document is accepted is for the consultation to say, except where the law ended its
//! kind.

use super::{DocumentNumber, age_on};
use chrono::{Datelike, NaiveDate};
use minicbor::{Decode, Encode};
use std::fmt;

/// From this day, year, month and day, the paper card identifies nobody: Regulation (EU) 2019/1157
/// art. 5, Circ. Ministero dell'Interno 76/2025.
const PAPER_CARD_ENDS: (i32, u32, u32) = (2026, 8, 3);

/// Kinds of identity document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum DocumentKind {
    /// Carta d'identità elettronica.
    #[n(0)]
    ElectronicIdCard,
    /// Carta d'identità cartacea; not valid from 3 August 2026.
    #[n(1)]
    PaperIdCard,
    /// Passport.
    #[n(2)]
    Passport,
    /// Driving licence.
    #[n(3)]
    DrivingLicence,
    /// Permesso di soggiorno.
    #[n(4)]
    ResidencePermit,
    /// Another document of DPR 445/2000 art. 35(2): nautical licence, pension book, boiler
    /// licence, gun licence, state-issued card with photograph and stamp.
    #[n(5)]
    Equivalent,
    /// Identity card of another state.
    #[n(6)]
    ForeignIdCard,
    /// Passport of another state.
    #[n(7)]
    ForeignPassport,
    /// Tessera sanitaria. It has no photograph, so it identifies nobody and no consultation can
    /// accept it: used for the codice fiscale on it.
    #[n(8)]
    HealthCard,
}

impl DocumentKind {
    /// The kinds that identify somebody and that a consultation may accept, in the order in which
    /// screens list them.
    pub const ALL: [Self; 8] = [
        Self::ElectronicIdCard,
        Self::PaperIdCard,
        Self::Passport,
        Self::DrivingLicence,
        Self::ResidencePermit,
        Self::Equivalent,
        Self::ForeignIdCard,
        Self::ForeignPassport,
    ];

    /// Whether every document of this kind has a day on which it ends.
    pub fn always_expires(self) -> bool {
        matches!(
            self,
            Self::PaperIdCard
                | Self::Passport
                | Self::DrivingLicence
                | Self::ResidencePermit
                | Self::ForeignPassport
        )
    }

    /// The word used in configuration files and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::ElectronicIdCard => "electronic-id-card",
            Self::PaperIdCard => "paper-id-card",
            Self::Passport => "passport",
            Self::DrivingLicence => "driving-licence",
            Self::ResidencePermit => "residence-permit",
            Self::Equivalent => "equivalent",
            Self::ForeignIdCard => "foreign-id-card",
            Self::ForeignPassport => "foreign-passport",
            Self::HealthCard => "health-card",
        }
    }
}

/// Until when a document is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// The operator has looked and says that it has not expired.
    Seen,
    /// Through this day, which is printed on it.
    Until(NaiveDate),
    /// There is no day of expiry on it.
    Unlimited,
}

/// What the operator reads off a document shown at the desk.
#[derive(Clone, PartialEq, Eq)]
pub struct Document {
    /// Its kind.
    pub kind: DocumentKind,
    /// Its number, if the operator took it down.
    pub number: Option<DocumentNumber>,
    /// The holder's date of birth, which settles the century that the codice fiscale leaves open.
    pub birth_date: NaiveDate,
    /// Until when it is valid.
    pub validity: Validity,
}

impl Document {
    /// Whether the law ended documents of this kind by a day, whatever is printed on them.
    pub fn legally_ended(&self, on: NaiveDate) -> bool {
        self.kind == DocumentKind::PaperIdCard
            && (on.year(), on.month(), on.day()) >= PAPER_CARD_ENDS
    }

    /// Whether the printed expiry has passed. The day of expiry is still a valid one.
    pub fn expired(&self, on: NaiveDate) -> bool {
        matches!(self.validity, Validity::Until(last) if last < on)
    }

    /// The holder's completed years of age on a day.
    pub fn age_on(&self, on: NaiveDate) -> u32 {
        age_on(self.birth_date, on)
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({}, ..)", self.kind.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn document(kind: DocumentKind, validity: Validity) -> Document {
        Document {
            kind,
            number: DocumentNumber::parse("AX1234567").ok(),
            birth_date: day("1991-04-08"),
            validity,
        }
    }

    #[test]
    fn the_paper_card_ends_by_law_and_no_other_kind_does() {
        for kind in DocumentKind::ALL {
            let card = document(kind, Validity::Until(day("2031-04-08")));
            assert!(!card.legally_ended(day("2026-08-02")), "{kind:?}");
            let paper = kind == DocumentKind::PaperIdCard;
            assert_eq!(card.legally_ended(day("2026-08-03")), paper, "{kind:?}");
            assert_eq!(card.legally_ended(day("2027-01-01")), paper, "{kind:?}");
        }
    }

    #[test]
    fn the_health_card_is_not_among_what_identifies() {
        assert!(!DocumentKind::ALL.contains(&DocumentKind::HealthCard));
    }

    #[test]
    fn a_document_is_valid_through_its_day_of_expiry() {
        let until = Validity::Until(day("2022-09-10"));
        let card = document(DocumentKind::ElectronicIdCard, until);
        assert!(!card.expired(day("2022-09-10")));
        assert!(card.expired(day("2022-09-11")));
    }

    #[test]
    fn what_the_operator_has_seen_or_has_no_end_does_not_expire() {
        for validity in [Validity::Seen, Validity::Unlimited] {
            let card = document(DocumentKind::Equivalent, validity);
            assert!(!card.expired(day("2099-01-01")), "{validity:?}");
        }
    }

    #[test]
    fn the_holder_is_not_shown() {
        let shown = format!("{:?}", document(DocumentKind::Passport, Validity::Seen));
        assert_eq!(shown, "Document(passport, ..)");
    }
}
