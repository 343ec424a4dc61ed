//! A code beside the rest of a document: what differs, and what explains it.
//!
//! Invariant: letters that agree exactly are no difference; letters that do not are always one.
//! A difference warns and never rejects: documents spell, cut and add names in many ways.

mod fit;
#[cfg(test)]
mod tests;

use super::{CodiceFiscale, Sex};
use crate::identity::Names;
use crate::identity::names::parts;
use chrono::NaiveDate;
use fit::{Half, Written};
use std::fmt;

/// Words between the surnames of a married woman or a widow.
const LINKS: [&str; 9] = [
    "in",
    "ved",
    "vedova",
    "nata",
    "con",
    "cgt",
    "coniugata",
    "mar",
    "e",
];

/// What a document shows of a person beside the code.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// Surname and given names.
    pub names: Option<Names>,
    /// Whether the names may be cut, as a machine-readable zone cuts long ones.
    pub truncated: bool,
    /// Date of birth.
    pub birth: Option<NaiveDate>,
    /// Sex.
    pub sex: Option<Sex>,
}

/// How what is shown differs from a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// Another day of birth, or another year of the century.
    Birth,
    /// The other sex.
    Sex,
    /// The surname does not fit, and nothing explains it.
    Surname,
    /// The given names do not fit, and nothing explains it.
    GivenNames,
    /// Surname and given names fit when they change places.
    Swapped,
    /// Of the surnames shown of a woman some fit: the code has her own, not her husband's.
    MarriedSurname,
    /// Of the given names shown some fit.
    SecondNames,
    /// The name fits when its foreign letters are written in another way.
    Transliteration,
}

impl Difference {
    /// The word used in JSON and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Birth => "birth",
            Self::Sex => "sex",
            Self::Surname => "surname",
            Self::GivenNames => "given-names",
            Self::Swapped => "swapped",
            Self::MarriedSurname => "married-surname",
            Self::SecondNames => "second-names",
            Self::Transliteration => "transliteration",
        }
    }

    /// Whether it says why names differ, and not only that they do.
    fn explains(self) -> bool {
        !matches!(self, Self::Surname | Self::GivenNames)
    }
}

impl CodiceFiscale {
    /// How what a document shows differs from the code, in the order of [`Difference`]; 11 digits
    /// differ from nothing.
    pub fn compare(&self, shown: &Shown) -> Vec<Difference> {
        let Some(person) = self.person else {
            return Vec::new();
        };
        let birth = shown.birth.filter(|birth| !person.birth.is(*birth));
        let sex = shown.sex.filter(|sex| *sex != person.birth.sex());
        let mut found: Vec<Difference> = birth
            .map(|_| Difference::Birth)
            .into_iter()
            .chain(sex.map(|_| Difference::Sex))
            .collect();
        if let Some(names) = &shown.names {
            found.extend(self.compare_names(names, shown.truncated));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn compare_names(&self, names: &Names, cut: bool) -> Vec<Difference> {
        let (surname, given) = (names.surname(), names.given_names());
        let straight = self.differences(surname, given, cut);
        if straight.is_empty() {
            return straight;
        }
        let mut swapped = self.differences(given, surname, false);
        let explained = straight.iter().all(|d| d.explains());
        if swapped.is_empty() || (!explained && swapped.iter().all(|d| d.explains())) {
            swapped.push(Difference::Swapped);
            return swapped;
        }
        straight
    }

    fn differences(&self, surname: &str, given: &str, cut: bool) -> Vec<Difference> {
        let woman = self.sex() == Some(Sex::Female);
        let [s1, s2, s3, g1, g2, g3, ..] = self.code;
        // A surname that given names follow was not cut so short that its letters are missing.
        let cut_surname = cut && given.is_empty();
        let surname = difference(Half::Surname([s1, s2, s3]), surname, cut_surname, woman);
        let given = difference(Half::GivenNames([g1, g2, g3]), given, cut, true);
        surname.into_iter().chain(given).collect()
    }
}

/// How one name differs from its half of the letters; `None` if it does not.
fn difference(half: Half, name: &str, cut: bool, parts_may_fit: bool) -> Option<Difference> {
    let (unexplained, part_fits) = match half {
        Half::Surname(_) => (Difference::Surname, Difference::MarriedSurname),
        Half::GivenNames(_) => (Difference::GivenNames, Difference::SecondNames),
    };
    let written = Written::new(name);
    if written.fits(half, cut) {
        None
    } else if written.fits_otherwise(half, cut) {
        Some(Difference::Transliteration)
    } else if parts_may_fit && a_part_fits(half, name, cut) {
        Some(part_fits)
    } else {
        Some(unexplained)
    }
}

/// Whether one part of a name, or several in a row, fit. Only the last can be cut.
fn a_part_fits(half: Half, name: &str, cut: bool) -> bool {
    let parts: Vec<&str> = parts(name).filter(|part| !is_link(half, part)).collect();
    (0..parts.len()).any(|begin| {
        (begin + 1..=parts.len()).any(|end| {
            let written = Written::new(&parts[begin..end].join(" "));
            let cut = cut && end == parts.len();
            written.fits(half, cut) || written.fits_otherwise(half, cut)
        })
    })
}

fn is_link(half: Half, part: &str) -> bool {
    matches!(half, Half::Surname(_)) && LINKS.iter().any(|link| part.eq_ignore_ascii_case(link))
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shown(..)")
    }
}
