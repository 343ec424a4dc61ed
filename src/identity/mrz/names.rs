//! The field of names: ICAO 9303 part 3, section 4.6.

use super::MrzError;
use super::field::{FILLER, latin};

/// Surname, given names, and whether they fill the field, so that they may have been cut.
pub(super) type Names = (String, String, bool);

/// Two fillers stand between surname and given names, fillers between the parts of either, and only
/// fillers follow. Given names may be missing. Some issuers put one filler more; where there are
/// still more, the next letter is a filler that was read wrongly, which no check digit shows.
pub(super) fn read(field: &[u8]) -> Result<Names, MrzError> {
    let truncated = field.last() != Some(&FILLER);
    let end = field
        .iter()
        .rposition(|c| *c != FILLER)
        .map_or(0, |i| i + 1);
    let names = &field[..end];
    let (surname, given_names) = match names.windows(2).position(|pair| pair == [FILLER; 2]) {
        Some(at) => (&names[..at], Some(&names[at + 2..])),
        None => (names, None),
    };
    // The field begins with the surname.
    let surname = Some(surname).filter(|s| s.first() != Some(&FILLER));
    let surname = surname.and_then(parts).ok_or(MrzError::Surname)?;
    let too_many = |g: &[u8]| g.starts_with(&[FILLER; 2]) || g.windows(3).any(|w| w == [FILLER; 3]);
    let given_names = match given_names {
        Some(given_names) if too_many(given_names) => None,
        Some(given_names) => parts(given_names),
        None => Some(String::new()),
    };
    let given_names = given_names.ok_or(MrzError::GivenNames)?;
    Ok((surname, given_names, truncated))
}

/// Parts of letters, at least one.
fn parts(text: &[u8]) -> Option<String> {
    let parts = text.split(|c| *c == FILLER).filter(|part| !part.is_empty());
    let parts: Option<Vec<String>> = parts
        .map(|part| part.iter().all(u8::is_ascii_uppercase).then(|| latin(part)))
        .collect();
    parts.filter(|p| !p.is_empty()).map(|p| p.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_their_parts() {
        for (field, surname, given_names, truncated) in [
            ("ERIKSSON<<ANNA<MARIA<<<", "ERIKSSON", "ANNA MARIA", false),
            ("DE<LUCA<<MARIA<SOLE<", "DE LUCA", "MARIA SOLE", false),
            ("DE<LUCA<<MARIA<SOLE", "DE LUCA", "MARIA SOLE", true),
            ("ARKFREITH<<<<<<", "ARKFREITH", "", false),
            ("ARKFREITH<", "ARKFREITH", "", false),
            ("NILAVADHANANANDA", "NILAVADHANANANDA", "", true),
            ("ROSSI<<<ANNA<", "ROSSI", "ANNA", false),
            ("ROSSI<<ANNA<<MARIA<", "ROSSI", "ANNA MARIA", false),
        ] {
            let names = (surname.to_owned(), given_names.to_owned(), truncated);
            assert_eq!(read(field.as_bytes()), Ok(names), "{field}");
        }
    }

    #[test]
    fn the_part_that_is_wrong_is_named() {
        for (field, error) in [
            ("<<<<<<", MrzError::Surname),
            ("", MrzError::Surname),
            ("<ROSSI<<ANNA<", MrzError::Surname),
            ("<<ANNA<", MrzError::Surname),
            ("R0SSI<<ANNA<", MrzError::Surname),
            ("ROSSI<<4NNA<", MrzError::GivenNames),
            ("ROSSI<<ANNa<", MrzError::GivenNames),
            ("ROSSI<<<<A", MrzError::GivenNames),
            ("ROSSI<<ANNA<<<<K<<", MrzError::GivenNames),
            ("ROSSI<<<1", MrzError::GivenNames),
        ] {
            assert_eq!(read(field.as_bytes()).err(), Some(error), "{field}");
        }
    }
}
