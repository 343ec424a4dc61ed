//! The names of a person, as a document shows them.
//!
//! Invariant: [`Names`] hold letters of Latin alphabets with their marks, single spaces,
//! apostrophes, hyphens and full stops, and begin with a letter or an apostrophe, so that they can
//! stand in a register and in a spreadsheet. The surname has a letter; given names may be missing,
//! as some people have one name only.

use super::spelling::{composed, is_latin, is_mark};
use std::fmt;

/// Characters that a surname, or given names, have at most.
const LONGEST: usize = 60;

const APOSTROPHES: [char; 6] = ['\'', '’', '‘', '`', 'ʼ', 'ʻ'];
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// One of the two names of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameField {
    /// The surname.
    Surname,
    /// All given names.
    GivenNames,
}

impl NameField {
    /// The word used in JSON and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Surname => "surname",
            Self::GivenNames => "given-names",
        }
    }
}

impl fmt::Display for NameField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Surname => "the surname",
            Self::GivenNames => "the given names",
        })
    }
}

/// What is wrong with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NameFault {
    /// No letter: nothing typed, or signs only.
    #[error("no letter")]
    Missing,
    /// More than 60 characters.
    #[error("more than {LONGEST} characters")]
    TooLong,
    /// A digit, a control character, a sign, or a letter that is not Latin.
    #[error("something else than Latin letters, spaces, apostrophes, hyphens and full stops")]
    Character,
    /// A hyphen, a full stop or a mark at the beginning.
    #[error("a sign at the beginning")]
    Beginning,
}

impl NameFault {
    /// The word used in JSON and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong => "too-long",
            Self::Character => "character",
            Self::Beginning => "beginning",
        }
    }
}

/// Why two texts are not the names of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{field}: {fault}")]
pub struct NameError {
    /// Which of the two.
    pub field: NameField,
    /// What is wrong with it.
    pub fault: NameFault,
}

/// Surname and given names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Names {
    surname: String,
    given_names: String,
}

impl Names {
    /// Reads names as typed or read from a document: trimmed, with single spaces, and letters with
    /// their marks in one character (Unicode NFC).
    pub fn parse(surname: &str, given_names: &str) -> Result<Self, NameError> {
        let name = |field, text| {
            let name = tidy(text);
            match fault(&name) {
                Some(fault) => Err(NameError { field, fault }),
                None => Ok(name),
            }
        };
        let surname = name(NameField::Surname, surname)?;
        if given_names.trim().is_empty() {
            let given_names = String::new();
            return Ok(Self {
                surname,
                given_names,
            });
        }
        let given_names = name(NameField::GivenNames, given_names)?;
        Ok(Self {
            surname,
            given_names,
        })
    }

    /// The surname, or the only name.
    pub fn surname(&self) -> &str {
        &self.surname
    }

    /// All given names; may be empty.
    pub fn given_names(&self) -> &str {
        &self.given_names
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Names(..)")
    }
}

/// The words of a name: what stands between spaces, hyphens and full stops.
pub(super) fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c| c == ' ' || c == '.' || HYPHENS.contains(&c))
        .filter(|part| !part.is_empty())
}

/// Only spaces separate: a tab or a line break in a name is a control character.
fn tidy(text: &str) -> String {
    let parts = text.trim().split(' ').filter(|part| !part.is_empty());
    composed(&parts.collect::<Vec<_>>().join(" "))
}

fn fault(name: &str) -> Option<NameFault> {
    let is_sign = |c| c == ' ' || c == '.' || HYPHENS.contains(&c) || is_mark(c);
    let is_letter = |c| is_latin(c);
    let may_begin = |c: &char| is_letter(*c) || APOSTROPHES.contains(c);
    if name.chars().count() > LONGEST {
        Some(NameFault::TooLong)
    } else if name.chars().any(|c| !may_begin(&c) && !is_sign(c)) {
        Some(NameFault::Character)
    } else if !name.chars().any(is_letter) {
        Some(NameFault::Missing)
    } else if name.chars().next().is_some_and(|c| !may_begin(&c)) {
        Some(NameFault::Beginning)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn error(surname: &str, given_names: &str) -> Option<(&'static str, &'static str)> {
        let error = Names::parse(surname, given_names).err()?;
        Some((error.field.word(), error.fault.word()))
    }

    #[test]
    fn names_are_tidied() {
        let names = Names::parse("  De   Luca ", " Maria  Sole").unwrap();
        assert_eq!(
            (names.surname(), names.given_names()),
            ("De Luca", "Maria Sole")
        );
        let apart = Names::parse("Nin\u{303}o", "Noe\u{300}").unwrap();
        assert_eq!((apart.surname(), apart.given_names()), ("Niño", "Noè"));
    }

    #[test]
    fn names_of_all_latin_alphabets() {
        for name in [
            "D'Angelo",
            "D’Angelo",
            "D`Angelo",
            "Dʼ Angelo",
            "Dell'Orto-Brambilla",
            "Müller",
            "Łukasiewicz",
            "Nguyễn",
            "Şahin",
            "Øster",
            "O",
            "St. John",
            "Þórsdóttir",
            "Đorđević",
            "'s Gravesande",
            "Əliyev",
            "Ka'ahumanu",
            "R\u{308}eka",
        ] {
            assert_eq!(error(name, name), None, "{name}");
            assert_eq!(error(name, ""), None, "{name} alone");
        }
    }

    #[test]
    fn the_error_names_field_and_fault() {
        for (name, fault) in [
            ("R0ssi", "character"),
            ("=Rossi", "character"),
            ("Ro+ssi", "character"),
            ("Ro@ssi", "character"),
            ("ROSSI<<M", "character"),
            ("Ros\tsi", "character"),
            ("Ros\nsi", "character"),
            ("Ros\u{7f}si", "character"),
            ("Rossi\u{202e}", "character"),
            ("Иванов", "character"),
            ("王", "character"),
            ("Rossi, M", "character"),
            ("-Rossi", "beginning"),
            (".Rossi", "beginning"),
            ("\u{301}Rossi", "beginning"),
            ("'", "missing"),
            ("- .", "missing"),
        ] {
            assert_eq!(error(name, "Maria"), Some(("surname", fault)), "{name:?}");
            assert_eq!(
                error("Rossi", name),
                Some(("given-names", fault)),
                "{name:?}"
            );
        }
        for (surname, given) in [("", ""), (" ", "Maria")] {
            assert_eq!(error(surname, given), Some(("surname", "missing")));
        }
        let (longest, longer) = ("È".repeat(60), "È".repeat(61));
        assert_eq!(error(&longest, &longest), None);
        assert_eq!(error(&longer, "M"), Some(("surname", "too-long")));
        assert_eq!(error("M", &longer), Some(("given-names", "too-long")));
    }

    #[test]
    fn names_are_not_shown() {
        let names = Names::parse("Rossi", "Maria").unwrap();
        assert_eq!(format!("{names:?}"), "Names(..)");
        let error = Names::parse("Rossi7", "Maria").unwrap_err();
        assert!(!format!("{error} {error:?}").contains("Rossi"));
    }

    proptest! {
        #[test]
        fn no_text_panics_and_what_is_read_is_canonical(surname in "\\PC{0,12}", given in "[\\p{Latin} '-]{0,12}") {
            for (surname, given) in [(&surname, &given), (&given, &surname)] {
                if let Ok(names) = Names::parse(surname, given) {
                    let again = Names::parse(names.surname(), names.given_names());
                    prop_assert_eq!(again, Ok(names));
                }
            }
        }
    }
}
