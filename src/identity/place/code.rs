//! The code of a place of birth.

use std::fmt;

/// Not a letter and three digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("the code of a place is a letter and three digits")]
pub struct PlaceCodeError;

/// The code of a municipality or, with Z, of a foreign state: `F205`, `Z129`. Whether there is
/// such a place [`by_code`](super::by_code) knows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceCode([u8; 4]);

impl PlaceCode {
    /// How many codes there can be.
    pub(super) const ALL: usize = 26 * 1000;

    /// `None` unless it is an upper-case letter and three digits.
    pub(in crate::identity) fn new(code: [u8; 4]) -> Option<Self> {
        let [letter, digits @ ..] = code;
        (letter.is_ascii_uppercase() && digits.iter().all(u8::is_ascii_digit)).then_some(Self(code))
    }

    /// Reads a code; lower case and spaces around it are fine.
    pub fn parse(text: &str) -> Result<Self, PlaceCodeError> {
        let code: [u8; 4] = text
            .trim()
            .as_bytes()
            .try_into()
            .map_err(|_| PlaceCodeError)?;
        Self::new(code.map(|b| b.to_ascii_uppercase())).ok_or(PlaceCodeError)
    }

    /// The letter and the digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Whether it is a foreign state.
    pub fn is_abroad(self) -> bool {
        self.0[0] == b'Z'
    }

    /// The rank among all codes, below [`PlaceCode::ALL`].
    pub(super) fn rank(self) -> usize {
        let [letter, digits @ ..] = self.0;
        digits
            .iter()
            .fold(usize::from(letter - b'A'), |rank, digit| {
                rank * 10 + usize::from(digit - b'0')
            })
    }
}

impl fmt::Display for PlaceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for PlaceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PlaceCode({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_and_three_digits() {
        assert_eq!(PlaceCode::parse(" f205 ").unwrap().as_str(), "F205");
        for text in ["", "F20", "F2055", "2205", "F2O5", "È05", "F20５"] {
            assert_eq!(PlaceCode::parse(text), Err(PlaceCodeError), "{text}");
        }
        assert!(PlaceCode::parse("Z129").unwrap().is_abroad());
        assert!(!PlaceCode::parse("F205").unwrap().is_abroad());
    }

    #[test]
    fn ranks_are_all_different_and_in_order() {
        let rank = |text: &str| PlaceCode::parse(text).unwrap().rank();
        assert_eq!(rank("A000"), 0);
        assert_eq!(rank("B000"), 1000);
        assert_eq!(rank("Z999"), PlaceCode::ALL - 1);
    }
}
