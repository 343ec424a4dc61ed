//! Machine-readable zones of travel documents: ICAO 9303, parts 3 to 6.
//!
//! Invariant: an [`Mrz`] was read from a zone whose every character may stand where it stands,
//! whose dates exist and whose check digits agree. Nothing is repaired: not case, not spaces, not
//! characters that look alike.
//!
//! Written here because no library was found that refuses impossible dates, sexes and names,
//! reads long numbers and repairs nothing.

mod error;
mod field;
mod layout;
mod names;
mod reader;
#[cfg(test)]
pub(super) mod tests;

pub use error::MrzError;
pub(super) use field::in_alphabet;
pub(super) use layout::zone_of;

use super::{DocumentKind, Sex};
use chrono::{Datelike, Months, NaiveDate};
use layout::Layout;
use reader::Reader;
use std::fmt;

/// Year in which documents with such a zone began: none expires earlier.
const FIRST_ZONES: i32 = 1980;

/// A hundred years.
const CENTURY: Months = Months::new(1200);

/// Shapes of zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MrzFormat {
    /// Cards: three lines of 30 characters.
    Td1,
    /// Larger cards: two lines of 36.
    Td2,
    /// Passports: two lines of 44.
    Td3,
}

impl MrzFormat {
    /// The word used in JSON: `TD1`, `TD2` or `TD3`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Td1 => "TD1",
            Self::Td2 => "TD2",
            Self::Td3 => "TD3",
        }
    }
}

/// Sex as a document has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MrzSex {
    /// `M`
    Male,
    /// `F`
    Female,
    /// `<`
    Unspecified,
}

impl MrzSex {
    /// `M`, `F` or `X`.
    pub fn letter(self) -> char {
        match self {
            Self::Male => 'M',
            Self::Female => 'F',
            Self::Unspecified => 'X',
        }
    }

    /// To compare with a codice fiscale, which knows two.
    pub fn specified(self) -> Option<Sex> {
        match self {
            Self::Male => Some(Sex::Male),
            Self::Female => Some(Sex::Female),
            Self::Unspecified => None,
        }
    }
}

/// What a machine-readable zone says, without its fillers.
#[derive(Clone, PartialEq, Eq)]
pub struct Mrz {
    /// Shape of the zone.
    pub format: MrzFormat,
    /// Document code: one or two letters, the first of them A, C or I, or P on passports.
    pub document: String,
    /// Issuing state or organization: one to three letters (`ITA`, `D`).
    pub issuer: String,
    /// Number of the document: A-Z and 0-9, and a filler where the printed number has a hyphen or a
    /// space.
    pub number: String,
    /// Surname, its parts separated by single spaces.
    pub surname: String,
    /// Given names separated by single spaces; empty for people with one name.
    pub given_names: String,
    /// Whether the names fill their field to the end, so that they may have been cut.
    pub truncated: bool,
    /// One to three letters.
    pub nationality: String,
    /// The last such date that is not after the day of reading.
    pub birth_date: NaiveDate,
    /// Sex.
    pub sex: MrzSex,
    /// The first such date after the birth. See [`Mrz::expiry_at_desk`].
    pub expiry_date: NaiveDate,
}

impl Mrz {
    /// Reads the lines of a zone on a day, which decides the century of the birth. White space
    /// around a line does not count; inside it is an error.
    pub fn read(lines: &[&str], on: NaiveDate) -> Result<Self, MrzError> {
        let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
        let layout = Layout::of(&lines).ok_or(MrzError::Format)?;
        // A character of more than one byte is in no field's alphabet: any such byte stands for it.
        let zone: Vec<u8> = lines
            .iter()
            .flat_map(|line| line.chars())
            .map(|c| u8::try_from(c).unwrap_or(u8::MAX))
            .collect();

        let mut r = Reader::new(&zone);
        let document = r.field(&layout.document, MrzError::Document, |t| {
            field::document(t, layout.documents)
        });
        let issuer = r.field(&layout.issuer, MrzError::Issuer, field::state);
        let number = r.number(layout);
        let names = r.names(&layout.names);
        let nationality = r.field(&layout.nationality, MrzError::Nationality, field::state);
        let birth_date = r.checked(&layout.birth_date, MrzError::BirthDate, |t| {
            field::birth_date(t, on)
        });
        let sex = r.field(&layout.sex, MrzError::Sex, field::sex);
        let expiry_date = r.checked(&layout.expiry_date, MrzError::ExpiryDate, |t| {
            // Without a birth, whose error comes first, the century does not matter.
            field::expiry_date(t, birth_date.unwrap_or(on))
        });
        r.optional(layout);
        r.composite(layout);

        let parts = (|| {
            let (surname, given_names, truncated) = names?;
            Some(Self {
                format: layout.format,
                document: document?,
                issuer: issuer?,
                number: number?,
                surname,
                given_names,
                truncated,
                nationality: nationality?,
                birth_date: birth_date?,
                sex: sex?,
                expiry_date: expiry_date?,
            })
        })();
        r.finish(parts)
    }

    /// The kind of document that a desk sees in it; `None` for a crew member's certificate (`AC`).
    ///
    /// Italy's own cards begin with C. Its other cards are residence permits if the holder is of
    /// another nationality.
    pub fn kind(&self) -> Option<DocumentKind> {
        let italian = self.issuer == "ITA";
        Some(match (self.format, italian) {
            (MrzFormat::Td3, true) => DocumentKind::Passport,
            (MrzFormat::Td3, false) => DocumentKind::ForeignPassport,
            _ if self.document == "AC" => return None,
            (_, false) => DocumentKind::ForeignIdCard,
            (_, true) if self.document.starts_with('C') || self.nationality == "ITA" => {
                DocumentKind::ElectronicIdCard
            }
            (_, true) => DocumentKind::ResidencePermit,
        })
    }

    /// The expiry as a desk must take it: the card of somebody close to a hundred may run beyond
    /// the hundredth birthday, and then the first such date after the birth is a century early.
    pub fn expiry_at_desk(&self) -> NaiveDate {
        let literal = self.expiry_date;
        if literal.year() < FIRST_ZONES {
            literal.checked_add_months(CENTURY).unwrap_or(literal)
        } else {
            literal
        }
    }
}

impl fmt::Debug for Mrz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mrz({}, ..)", self.format.word())
    }
}
