//! The codice fiscale of a person.
//!
//! Invariant: a [`CodiceFiscale`] has the right length and characters, a birth date that exists
//! and a check character that agrees. Whether it was ever issued only the revenue agency knows.

mod birth;
mod compare;
mod compute;
mod letters;
#[cfg(test)]
mod tests;
mod warning;

pub use birth::Sex;
pub use compare::{Difference, Shown};
pub use compute::{ComputeError, Computed, PersonalData};
pub use warning::CfWarning;

use super::PlaceCode;
use birth::{BirthCode, BirthError};
use chrono::NaiveDate;
use std::fmt;

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
    /// 16 characters, or 11 digits and zero bytes.
    code: [u8; 16],
    /// `None` for 11 digits, which say nothing of the person.
    person: Option<Person>,
}

/// What 16 characters say of a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Person {
    birth: BirthCode,
    /// With omocodia undone.
    place: PlaceCode,
    omocodia: bool,
}

impl CodiceFiscale {
    /// Reads a code as people write it: lower case and spaces anywhere are fine, accents are not.
    ///
    /// Only digits can be 11: eleven characters with a letter among them are a cut code of 16,
    /// hence [`CfError::Length`].
    pub fn parse(text: &str) -> Result<Self, CfError> {
        if let Ok(code) = <[u8; 16]>::try_from(text.as_bytes())
            && code.iter().all(u8::is_ascii_alphanumeric)
        {
            return Self::complete(code.map(|b| b.to_ascii_uppercase()));
        }
        let mut code = [0; 16];
        let mut length = 0;
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            let place = code.get_mut(length).ok_or(CfError::Length)?;
            // No code has a zero byte, so it stands for every character that is not ASCII.
            let byte = u8::try_from(c).ok().filter(u8::is_ascii);
            *place = byte.unwrap_or_default().to_ascii_uppercase();
            length += 1;
        }
        match length {
            11 => Self::provisional(code),
            16 if code.iter().all(u8::is_ascii_alphanumeric) => Self::complete(code),
            16 => Err(CfError::Alphabet),
            _ => Err(CfError::Length),
        }
    }

    fn provisional(code: [u8; 16]) -> Result<Self, CfError> {
        let digits = &code[..11];
        if !digits.iter().all(u8::is_ascii_digit) {
            Err(CfError::Length)
        } else if letters::check_digit_agrees(digits) {
            Ok(Self { code, person: None })
        } else {
            Err(CfError::NumericCheckDigit)
        }
    }

    /// 16 upper-case letters and digits.
    fn complete(code: [u8; 16]) -> Result<Self, CfError> {
        let base = letters::base_form(code).ok_or(CfError::Position)?;
        let birth = BirthCode::read(&base).map_err(|e| match e {
            BirthError::Month => CfError::Month,
            BirthError::Date => CfError::Date,
        })?;
        if letters::check_character(&code) != code[15] {
            return Err(CfError::CheckCharacter);
        }
        let place = PlaceCode::new([base[11], base[12], base[13], base[14]]);
        let place = place.ok_or(CfError::Position)?;
        Ok(Self {
            code,
            person: Some(Person {
                birth,
                place,
                omocodia: base != code,
            }),
        })
    }

    /// The exact code: 16 upper-case characters with the letters of omocodia kept, or 11 digits.
    pub fn as_str(&self) -> &str {
        let written = if self.is_provisional() { 11 } else { 16 };
        std::str::from_utf8(&self.code[..written]).unwrap_or_default()
    }

    /// Whether it is a provisional code of 11 digits. By its form it may also be the code of a
    /// company: the desk asks.
    pub fn is_provisional(&self) -> bool {
        self.person.is_none()
    }

    /// Whether letters stand for digits, because the base code belongs to someone else.
    pub fn has_omocodia(&self) -> bool {
        self.person.is_some_and(|p| p.omocodia)
    }

    /// Sex; `None` for 11 digits.
    pub fn sex(&self) -> Option<Sex> {
        self.person.map(|p| p.birth.sex())
    }

    /// The birth with which the person has 16 to 115 completed years on a day: of the centuries
    /// that the code leaves open, one at most fits. `None` if none does, or for 11 digits.
    pub fn birth_on(&self, on: NaiveDate) -> Option<NaiveDate> {
        self.person.and_then(|p| p.birth.at_a_desk(on))
    }

    /// Whether the birth date on the document fits the code, in any century; 11 digits fit any.
    pub fn agrees_with_birth(&self, birth: NaiveDate) -> bool {
        self.person.is_none_or(|p| p.birth.is(birth))
    }

    /// The place of birth, with the digits of an omocode restored; `None` for 11 digits. The place
    /// may be unknown.
    pub fn place_code(&self) -> Option<PlaceCode> {
        self.person.map(|p| p.place)
    }
}

impl fmt::Debug for CodiceFiscale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodiceFiscale(..)")
    }
}
