//! The codice fiscale of a person.
//!
//! Invariant: a [`CodiceFiscale`] has the right length and characters, a birth date that exists
//! and a check character that agrees. Whether it was ever issued only the revenue agency knows.

mod birth;
mod letters;
#[cfg(test)]
mod tests;

pub use birth::Sex;

use super::age_on;
use birth::{BirthCode, BirthError};
use chrono::NaiveDate;
use std::fmt;
use std::ops::RangeInclusive;

/// Ages of who may stand at a desk: a hundred years, so that of two births a century apart one at
/// most fits.
const AGES_AT_A_DESK: RangeInclusive<u32> = 16..=115;

/// Why a text is not a codice fiscale: the first that applies, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum CfError {
    /// Neither 16 characters nor 11 digits.
    #[error("a codice fiscale has 16 characters, or 11 digits if it is provisional")]
    Length,
    /// Something else than A-Z and 0-9; accents too.
    #[error("a codice fiscale has only letters without accents and digits")]
    Alphabet,
    /// A digit where a letter must be, or a letter that omocodia does not allow.
    #[error("a letter or a digit is where it cannot be")]
    Position,
    /// No month has this letter.
    #[error("the ninth character is not the letter of a month")]
    Month,
    /// No such day in any century.
    #[error("the date of birth does not exist")]
    Date,
    /// The last letter does not agree with the others.
    #[error("the last letter does not agree with the rest of the code")]
    CheckCharacter,
    /// The last of 11 digits does not agree with the others.
    #[error("the last digit does not agree with the rest of the code")]
    NumericCheckDigit,
}

impl CfError {
    /// The word used in JSON and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Alphabet => "alphabet",
            Self::Position => "position",
            Self::Month => "month",
            Self::Date => "date",
            Self::CheckCharacter => "check_character",
            Self::NumericCheckDigit => "numeric_check_digit",
        }
    }
}

/// A person's tax code: 16 characters, or 11 digits while it is provisional.
///
/// Equality is of the exact code. A code with letters for digits (omocodia) belongs to another
/// person than the one without, so the two are never equal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodiceFiscale {
    code: String,
    /// `None` for 11 digits, which say nothing of the person.
    person: Option<Person>,
}

/// What 16 characters say of a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Person {
    /// The code with omocodia undone. Only for reading the place; never to name the person.
    base: [u8; 16],
    birth: BirthCode,
}

impl CodiceFiscale {
    /// Reads a code as people write it: lower case and spaces anywhere are fine, accents are not.
    ///
    /// Only digits can be 11: eleven characters with a letter among them are a cut code of 16,
    /// hence [`CfError::Length`].
    pub fn parse(text: &str) -> Result<Self, CfError> {
        let code: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if code.len() == 11 && code.bytes().all(|b| b.is_ascii_digit()) {
            return if letters::check_digit_agrees(code.as_bytes()) {
                Ok(Self { code, person: None })
            } else {
                Err(CfError::NumericCheckDigit)
            };
        }
        if code.chars().count() != 16 {
            return Err(CfError::Length);
        }
        let characters: [u8; 16] = code.as_bytes().try_into().map_err(|_| CfError::Alphabet)?;
        if !characters.iter().all(u8::is_ascii_alphanumeric) {
            return Err(CfError::Alphabet);
        }
        let base = letters::base_form(characters).ok_or(CfError::Position)?;
        let birth = BirthCode::read(&base).map_err(|e| match e {
            BirthError::Month => CfError::Month,
            BirthError::Date => CfError::Date,
        })?;
        if letters::check_character(&characters) == characters[15] {
            Ok(Self {
                code,
                person: Some(Person { base, birth }),
            })
        } else {
            Err(CfError::CheckCharacter)
        }
    }

    /// The exact code: 16 upper-case characters with the letters of omocodia kept, or 11 digits.
    pub fn as_str(&self) -> &str {
        &self.code
    }

    /// Whether it is a provisional code of 11 digits. By its form it may also be the code of a
    /// company: the desk asks.
    pub fn is_provisional(&self) -> bool {
        self.person.is_none()
    }

    /// Whether letters stand for digits, because the base code belongs to someone else.
    pub fn has_omocodia(&self) -> bool {
        self.person.is_some_and(|p| p.base != self.code.as_bytes())
    }

    /// Sex; `None` for 11 digits.
    pub fn sex(&self) -> Option<Sex> {
        self.person.map(|p| p.birth.sex())
    }

    /// Dates of birth in the 1900s and 2000s that the code can mean and that exist, oldest first;
    /// none for 11 digits.
    pub fn thinkable_births(&self) -> Vec<NaiveDate> {
        self.person.map(|p| p.birth.thinkable()).unwrap_or_default()
    }

    /// The birth with which the person has 16 to 115 completed years on a day. At most one fits;
    /// `None` if none does, or for 11 digits.
    pub fn birth_on(&self, on: NaiveDate) -> Option<NaiveDate> {
        self.thinkable_births()
            .into_iter()
            .find(|b| AGES_AT_A_DESK.contains(&age_on(*b, on)))
    }

    /// Whether the birth date on the document fits the code; 11 digits fit any.
    pub fn agrees_with_birth(&self, birth: NaiveDate) -> bool {
        self.is_provisional() || self.thinkable_births().contains(&birth)
    }

    /// The place of birth as letter and three digits (`F205`, `Z129` abroad), with the digits of
    /// an omocode restored; `None` for 11 digits. The place may be unknown.
    pub fn place_code(&self) -> Option<String> {
        self.person
            .map(|p| p.base[11..15].iter().copied().map(char::from).collect())
    }
}

impl fmt::Debug for CodiceFiscale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodiceFiscale(..)")
    }
}
