//! The code that the rules give to a person. The code that the person has may be another one, if
//! two people share the letters (omocodia) or the office spelled a name otherwise.
//!
//! Sources: DM 23 December 1976 n. 13813; Circ. Agenzia delle Entrate 34/E of 20 July 2011.

use super::letters::check_character;
use super::{CfError, CodiceFiscale, Sex, birth};
use crate::identity::spelling::{self, Spelling};
use crate::identity::{NameField, Names, PlaceCode};
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// What a code is made from.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonalData {
    /// Surname (a woman's own, not her husband's) and given names.
    pub names: Names,
    /// Date of birth.
    pub birth: NaiveDate,
    /// Sex.
    pub sex: Sex,
    /// Place of birth: the municipality, or the foreign state.
    pub place: PlaceCode,
}

/// A code, and whether it rests on the official spelling alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed {
    /// The code without omocodia.
    pub code: CodiceFiscale,
    /// False if a name has a letter for which the revenue agency prescribes no spelling: its base
    /// letter was taken.
    pub official_spelling: bool,
}

/// Why no code follows from personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum ComputeError {
    /// A letter that is not based on one of A to Z.
    #[error("{0}: a letter that cannot be written with A to Z")]
    Letter(NameField),
    /// The rules gave something that is not a code, which they cannot.
    #[error(transparent)]
    Code(#[from] CfError),
}

impl CodiceFiscale {
    /// The code of a person, without omocodia.
    pub fn compute(data: &PersonalData) -> Result<Computed, ComputeError> {
        let (surname, surname_official) =
            official(data.names.surname()).ok_or(ComputeError::Letter(NameField::Surname))?;
        let (given, given_official) = official(data.names.given_names())
            .ok_or(ComputeError::Letter(NameField::GivenNames))?;
        let women = match data.sex {
            Sex::Female => u32::from(birth::WOMEN),
            Sex::Male => 0,
        };
        let mut code = [0; 16];
        let written = surname_letters(&surname)
            .into_iter()
            .chain(given_letters(&given))
            .chain(two_digits(data.birth.year().rem_euclid(100).unsigned_abs()))
            .chain([birth::MONTHS[data.birth.month0() as usize % 12]])
            .chain(two_digits(data.birth.day() + women))
            .chain(data.place.as_str().bytes());
        for (to, from) in code.iter_mut().zip(written) {
            *to = from;
        }
        code[15] = check_character(&code);
        Ok(Computed {
            code: Self::complete(code)?,
            official_spelling: surname_official && given_official,
        })
    }
}

/// A name in the official spelling, joined, and whether all of it is official.
pub(super) fn official(name: &str) -> Option<(String, bool)> {
    let mut letters = String::with_capacity(name.len());
    let mut official = true;
    for c in name.chars() {
        official &= spelling::push(&mut letters, c, Spelling::Official)?;
    }
    Some((letters, official))
}

/// The three letters of a surname: consonants in order, then vowels in order, then X.
pub(super) fn surname_letters(letters: &str) -> [u8; 3] {
    let consonants = letters.bytes().filter(|b| !is_vowel(*b));
    let vowels = letters.bytes().filter(|b| is_vowel(*b));
    let mut three = [b'X'; 3];
    for (to, from) in three.iter_mut().zip(consonants.chain(vowels)) {
        *to = from;
    }
    three
}

/// The three letters of given names: with four consonants or more the first, third and fourth,
/// else as of a surname.
pub(super) fn given_letters(letters: &str) -> [u8; 3] {
    let mut consonants = letters.bytes().filter(|b| !is_vowel(*b));
    match [(); 4].map(|()| consonants.next()) {
        [Some(first), _, Some(third), Some(fourth)] => [first, third, fourth],
        _ => surname_letters(letters),
    }
}

/// J, K, W, X and Y are consonants.
pub(super) fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'A' | b'E' | b'I' | b'O' | b'U')
}

fn two_digits(number: u32) -> [u8; 2] {
    [number / 10, number].map(|n| b"0123456789"[(n % 10) as usize])
}

impl fmt::Debug for PersonalData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonalData(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn data(surname: &str, given: &str, birth: &str, sex: Sex, place: &str) -> PersonalData {
        PersonalData {
            names: Names::parse(surname, given).unwrap(),
            birth: birth.parse().unwrap(),
            sex,
            place: PlaceCode::parse(place).unwrap(),
        }
    }

    fn letters(surname: &str, given: &str) -> String {
        let data = data(surname, given, "1980-01-01", Sex::Male, "H501");
        let computed = CodiceFiscale::compute(&data).unwrap();
        computed.code.as_str()[..6].to_owned()
    }

    /// Examples printed by the sources of the rules.
    #[test]
    fn known_people() {
        for (surname, given, birth, sex, place, code) in [
            (
                "Moretti",
                "Matteo",
                "1991-04-08",
                Sex::Male,
                "F205",
                "MRTMTT91D08F205J",
            ),
            (
                "Rossi",
                "Mario",
                "1985-12-10",
                Sex::Male,
                "A562",
                "RSSMRA85T10A562S",
            ),
            (
                "rossi",
                "mario",
                "1985-12-10",
                Sex::Male,
                "A562",
                "RSSMRA85T10A562S",
            ),
        ] {
            let computed =
                CodiceFiscale::compute(&data(surname, given, birth, sex, place)).unwrap();
            assert_eq!(computed.code.as_str(), code);
            assert!(computed.official_spelling);
        }
        let woman = data("Rossi", "Maria", "1985-12-10", Sex::Female, "Z129");
        let code = CodiceFiscale::compute(&woman).unwrap().code;
        assert!(code.as_str().starts_with("RSSMRA85T50Z129"));
    }

    #[test]
    fn three_letters_of_a_surname() {
        for (surname, three) in [
            ("Rossi", "RSS"),
            ("Fo", "FOX"),
            ("O", "OXX"),
            ("Aia", "AIA"),
            ("Re", "REX"),
            ("Rea", "REA"),
            ("Bo Ai", "BOA"),
            ("De Luca", "DLC"),
            ("D'Angelo", "DNG"),
            ("D’ Angelo", "DNG"),
            ("Dʼ Angelo", "DNG"),
            ("Lo Russo-Bianchi", "LRS"),
            ("Müller", "MLL"),
            ("Öz", "ZOE"),
            ("Yu", "YUX"),
            ("Wu", "WUX"),
            ("Weiß", "WSS"),
            ("Straße", "STR"),
            ("Kj", "KJX"),
            ("Æ", "AEX"),
            ("Şen", "SNE"),
            ("Ñu", "NUX"),
            ("Ło", "LOX"),
            ("Xi", "XIX"),
        ] {
            assert_eq!(letters(surname, "Maria")[..3], *three, "{surname}");
        }
    }

    #[test]
    fn three_letters_of_given_names() {
        for (given, three) in [
            ("Maria", "MRA"),
            ("Gianfranco", "GFR"),
            ("Marco", "MRC"),
            ("Roberto", "RRT"),
            ("Maria Sole", "MSL"),
            ("Noè", "NOE"),
            ("Noe\u{300}", "NOE"),
            ("NOE'", "NOE"),
            ("Al", "LAX"),
            ("Io", "IOX"),
            ("U", "UXX"),
            ("", "XXX"),
            ("Anna Maria", "NMR"),
            ("Niccolò", "NCL"),
            ("Jörg", "JRG"),
            ("Þór", "THR"),
            ("Lı", "LIX"),
            ("İo", "IOX"),
            ("Gian-Luca", "GLC"),
            ("M. Teresa", "MRS"),
        ] {
            assert_eq!(letters("Rossi", given)[3..], *three, "{given}");
        }
    }

    #[test]
    fn a_letter_outside_the_circular_is_said() {
        let spelled = |surname, given| {
            let data = data(surname, given, "1980-01-01", Sex::Male, "H501");
            CodiceFiscale::compute(&data).map(|computed| computed.official_spelling)
        };
        for name in ["Müller", "Weiß", "WEIẞ", "Šušić Çelik", "Noè", "Noe\u{300}"] {
            let official = name != "Šušić Çelik"; // ć is not in the circular
            assert_eq!(spelled(name, "Maria"), Ok(official), "{name}");
        }
        for name in [
            "Łoś",
            "Đorić",
            "Núñez",
            "Ødegård",
            "Yılmaz",
            "İnan",
            "Nguyễn",
            "Ýr",
        ] {
            assert_eq!(spelled(name, "Maria"), Ok(false), "{name}");
            assert_eq!(spelled("Rossi", name), Ok(false), "{name}");
        }
        let click = "ǃXoo";
        let error = |field| Err(ComputeError::Letter(field));
        assert_eq!(spelled(click, "Maria"), error(NameField::Surname));
        assert_eq!(spelled("Rossi", click), error(NameField::GivenNames));
    }

    #[test]
    fn personal_data_are_not_shown() {
        let data = data("Rossi", "Mario", "1985-12-10", Sex::Male, "A562");
        let computed = CodiceFiscale::compute(&data);
        assert_eq!(format!("{data:?}"), "PersonalData(..)");
        assert!(!format!("{computed:?}").contains("RSS"));
    }

    proptest! {
        /// What is computed is read back, whatever the person.
        #[test]
        fn what_is_computed_says_what_it_was_made_from(
            surname in "[A-Za-zà-öø-ÿĀ-ž' -]{1,20}",
            given in "[A-Za-zà-öø-ÿĀ-ž' -]{0,20}",
            days in 0_u64..73_049,
            woman: bool,
            place in "[A-Z][0-9]{3}",
        ) {
            let names = Names::parse(&surname, &given);
            prop_assume!(names.is_ok());
            let birth = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(days);
            let data = PersonalData {
                names: names.unwrap(),
                birth,
                sex: if woman { Sex::Female } else { Sex::Male },
                place: PlaceCode::parse(&place).unwrap(),
            };
            let code = CodiceFiscale::compute(&data).unwrap().code;
            prop_assert_eq!(CodiceFiscale::parse(code.as_str()), Ok(code.clone()));
            prop_assert!(code.agrees_with_birth(birth) && !code.has_omocodia());
            prop_assert_eq!((code.sex(), code.place_code()), (Some(data.sex), Some(data.place)));
            let letters = |name| official(name).unwrap().0;
            let surname = surname_letters(&letters(data.names.surname()));
            let given = given_letters(&letters(data.names.given_names()));
            prop_assert_eq!(&code.as_str().as_bytes()[..6], &[surname, given].concat()[..]);
        }
    }
}
