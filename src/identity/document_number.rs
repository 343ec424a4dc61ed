//! Numbers of identity documents.
//!
//! Invariant: a [`DocumentNumber`] is 1 to 23 of A-Z, 0-9, space, `/` and `-`, in upper case; the
//! first is a letter or a digit, since a spreadsheet takes a text that begins with `-` for a formula.
//! Shapes differ from one issuer and year to another, so an unusual shape warns and never rejects.

use super::DocumentKind;
use std::fmt;

/// As many as a machine-readable zone can hold; more than the number of any document known.
const LONGEST: usize = 23;

/// Why a text is not the number of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DocumentNumberError {
    /// Nothing was typed.
    #[error("the number of the document is missing")]
    Empty,
    /// More than 23 characters.
    #[error("the number of a document has at most {LONGEST} characters")]
    TooLong,
    /// Something else than A-Z, 0-9, space, `/` and `-`.
    #[error("the number of a document has only letters without accents, digits, spaces, / and -")]
    Character,
    /// Something else than a letter or a digit at the beginning.
    #[error("the number of a document begins with a letter or a digit")]
    Beginning,
}

/// The number of a document, as printed on it, in upper case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentNumber(String);

impl DocumentNumber {
    /// Reads a number as typed: lower case and spaces around it are fine.
    pub fn parse(text: &str) -> Result<Self, DocumentNumberError> {
        let number = text.trim().to_ascii_uppercase();
        if number.is_empty() {
            return Err(DocumentNumberError::Empty);
        }
        if number.chars().count() > LONGEST {
            return Err(DocumentNumberError::TooLong);
        }
        let allowed =
            |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b' ' | b'/' | b'-');
        if !number.bytes().all(allowed) {
            return Err(DocumentNumberError::Character);
        }
        if !number.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return Err(DocumentNumberError::Beginning);
        }
        Ok(Self(number))
    }

    /// The number, in upper case.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The usual shape, if documents of this kind have one and the number is not of it. Spaces,
    /// `/` and `-` do not count. In a shape `A` is any letter, `0` any digit, `*` either of them.
    pub fn shape_warning(&self, kind: DocumentKind) -> Option<&'static str> {
        let characters: Vec<u8> = self.0.bytes().filter(u8::is_ascii_alphanumeric).collect();
        usual_shape(kind).filter(|shape| {
            shape.len() != characters.len()
                || !shape.bytes().zip(&characters).all(|(s, c)| fits(*c, s))
        })
    }
}

/// Sources: comune.ap.it (electronic card), ccpo.it (passport), DM 2010 annex A (permit), circular
/// of 18 October 2011 (driving licence: `U1`, seven characters and a letter; of the other series no
/// official page was found, hence a shape that holds both).
fn usual_shape(kind: DocumentKind) -> Option<&'static str> {
    match kind {
        DocumentKind::ElectronicIdCard => Some("CA00000AA"),
        DocumentKind::PaperIdCard | DocumentKind::Passport => Some("AA0000000"),
        DocumentKind::DrivingLicence => Some("*********A"),
        DocumentKind::ResidencePermit => Some("I00000000"),
        DocumentKind::Equivalent
        | DocumentKind::ForeignIdCard
        | DocumentKind::ForeignPassport
        | DocumentKind::HealthCard => None,
    }
}

fn fits(character: u8, shape: u8) -> bool {
    match shape {
        b'A' => character.is_ascii_uppercase(),
        b'0' => character.is_ascii_digit(),
        b'*' => true,
        exactly => character == exactly,
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DocumentNumber(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_no_document_has_is_refused() {
        for (text, error) in [
            ("", DocumentNumberError::Empty),
            ("  \t", DocumentNumberError::Empty),
            ("123456789012345678901234", DocumentNumberError::TooLong),
            ("CÀ00000AA", DocumentNumberError::Character),
            ("CA_00000AA", DocumentNumberError::Character),
            ("=CA00000AA", DocumentNumberError::Character),
            ("-1+2", DocumentNumberError::Character),
            ("-CA00000AA", DocumentNumberError::Beginning),
            (" - 7", DocumentNumberError::Beginning),
            ("/7", DocumentNumberError::Beginning),
        ] {
            assert_eq!(DocumentNumber::parse(text).err(), Some(error), "{text}");
        }
        let number = DocumentNumber::parse(" ab 12/3-c ").unwrap();
        assert_eq!(number.as_str(), "AB 12/3-C");
        assert!(DocumentNumber::parse("12345678901234567890123").is_ok());
    }

    #[test]
    fn an_unusual_shape_warns() {
        use DocumentKind as K;
        for (kind, text, usual) in [
            (K::ElectronicIdCard, "CA00000AA", true),
            (K::ElectronicIdCard, "ca 00000 aa", true),
            (K::ElectronicIdCard, "AX1234567", false),
            (K::PaperIdCard, "AX1234567", true),
            (K::PaperIdCard, "AX123456", false),
            (K::PaperIdCard, "AX12345678", false),
            (K::Passport, "YA1234567", true),
            (K::DrivingLicence, "U1ABC4567B", true),
            (K::DrivingLicence, "PC1234567A", true),
            (K::DrivingLicence, "PC12345678", false),
            (K::ResidencePermit, "I12345678", true),
            (K::ResidencePermit, "J12345678", false),
            (K::ForeignPassport, "7", true),
            (K::Equivalent, "7", true),
        ] {
            let number = DocumentNumber::parse(text).unwrap();
            assert_eq!(
                number.shape_warning(kind).is_none(),
                usual,
                "{kind:?} {text}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_what_is_read_is_canonical(text in "\\PC{0,24}") {
            if let Ok(number) = DocumentNumber::parse(&text) {
                prop_assert_eq!(DocumentNumber::parse(number.as_str()), Ok(number));
            }
        }
    }
}
