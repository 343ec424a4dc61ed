//! What may stand in a field, and what it says: ICAO 9303 part 3, section 4.
//!
//! Each function gives `None` for what may not be there.

use super::MrzSex;
use chrono::{Datelike, NaiveDate};

/// Fills what is left of a field, and stands between names.
pub(super) const FILLER: u8 = b'<';

/// Weights of the check digits, over and over (part 3, section 4.9).
const WEIGHTS: [u32; 3] = [7, 3, 1];

/// The value of a character; `None` for what is in no zone.
pub(super) fn value(character: u8) -> Option<u32> {
    match character {
        FILLER => Some(0),
        b'0'..=b'9' => Some(u32::from(character - b'0')),
        b'A'..=b'Z' => Some(u32::from(character - b'A') + 10),
        _ => None,
    }
}

/// Whether a character is the check digit of these: a digit, with which their weighted sum ends.
pub(super) fn agrees(characters: impl IntoIterator<Item = u8>, check: u8) -> bool {
    let sum = characters
        .into_iter()
        .zip(WEIGHTS.into_iter().cycle())
        .try_fold(0, |sum, (c, weight)| Some(sum + value(c)? * weight));
    check.is_ascii_digit() && sum.is_some_and(|sum| sum % 10 == u32::from(check - b'0'))
}

/// Whether all characters are letters, digits or fillers.
pub(in crate::identity) fn in_alphabet(text: &[u8]) -> bool {
    text.iter().all(|c| value(*c).is_some())
}

/// The characters before the fillers, if there is at least one and nothing but fillers follows.
pub(super) fn filled(text: &[u8], allowed: fn(&u8) -> bool) -> Option<String> {
    let length = text.iter().position(|c| *c == FILLER).unwrap_or(text.len());
    let (characters, fillers) = text.split_at(length);
    let right = !characters.is_empty()
        && characters.iter().all(allowed)
        && fillers.iter().all(|c| *c == FILLER);
    right.then(|| latin(characters))
}

/// Text of characters that are ASCII.
pub(super) fn latin(characters: &[u8]) -> String {
    characters.iter().copied().map(char::from).collect()
}

/// Document code: a letter of these and, if the issuer likes, another. V is for visas, whose
/// zones look like those of cards and passports: parts 5 and 6 forbid it on cards.
pub(super) fn document(text: &[u8], first: &[u8]) -> Option<String> {
    let code = filled(text, u8::is_ascii_uppercase)?;
    let letter = code.bytes().next().filter(|c| first.contains(c))?;
    (letter == b'P' || !code.ends_with('V')).then_some(code)
}

/// Number of a document: letters and digits, before the fillers. A filler inside stands for a
/// hyphen or a space of the printed number (part 3, section 4.2).
pub(super) fn number(text: &[u8]) -> Option<String> {
    let length = text.iter().rposition(|c| *c != FILLER).map_or(0, |i| i + 1);
    let number = &text[..length];
    let right = number.first().is_some_and(|c| *c != FILLER)
        && !number.windows(2).any(|pair| pair == [FILLER; 2])
        && in_alphabet(number);
    right.then(|| latin(number))
}

/// State or organization: one to three letters (part 3, section 5).
pub(super) fn state(text: &[u8]) -> Option<String> {
    filled(text, u8::is_ascii_uppercase)
}

pub(super) fn sex(text: &[u8]) -> Option<MrzSex> {
    match text {
        b"M" => Some(MrzSex::Male),
        b"F" => Some(MrzSex::Female),
        b"<" => Some(MrzSex::Unspecified),
        _ => None,
    }
}

/// The last date that is not after this day. The century is not in the zone.
pub(super) fn birth_date(text: &[u8], on: NaiveDate) -> Option<NaiveDate> {
    let century = century_of(on);
    [century, century - 100]
        .into_iter()
        .filter_map(|century| date(text, century))
        .find(|date| *date <= on)
}

/// The first date after the birth.
pub(super) fn expiry_date(text: &[u8], birth: NaiveDate) -> Option<NaiveDate> {
    let century = century_of(birth);
    [century, century + 100]
        .into_iter()
        .filter_map(|century| date(text, century))
        .find(|date| *date > birth)
}

fn century_of(day: NaiveDate) -> i32 {
    day.year().div_euclid(100) * 100
}

/// Two digits each of year, month and day. The format allows fillers for a day that is not known:
/// a desk must know it.
fn date(text: &[u8], century: i32) -> Option<NaiveDate> {
    let digit = |c: u8| c.is_ascii_digit().then(|| u32::from(c - b'0'));
    let &[y, ear, m, onth, d, ay] = text else {
        return None;
    };
    let two = |tens, ones| Some(digit(tens)? * 10 + digit(ones)?);
    let year = century + i32::try_from(two(y, ear)?).ok()?;
    NaiveDate::from_ymd_opt(year, two(m, onth)?, two(d, ay)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn check_digits_of_icao() {
        // Part 3, section 4.9: AB2134 as AB2134<<< has 5, 520727 has 3.
        assert!(agrees(*b"AB2134<<<", b'5'));
        assert!(agrees(*b"520727", b'3'));
        assert!(!agrees(*b"520727", b'4'));
        assert!(!agrees(*b"<<<", FILLER), "a filler checks nothing");
        assert!(!agrees(*b"ab", b'0'));
    }

    #[test]
    fn fillers_only_follow() {
        assert_eq!(
            filled(b"AB<", u8::is_ascii_uppercase).as_deref(),
            Some("AB")
        );
        for wrong in [b"<AB", b"A<B", b"<<<", b"A1<", b"ab<"] {
            assert_eq!(filled(wrong, u8::is_ascii_uppercase), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_filler_inside_a_number_stands_for_what_a_zone_cannot_hold() {
        assert_eq!(number(b"AB<12<<<<").as_deref(), Some("AB<12"));
        for wrong in [b"<AB12<<<<", b"<<<<<<<<<", b"ab12<<<<<", b"AB<<12<<<"] {
            assert_eq!(number(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn visas_are_no_documents() {
        assert_eq!(document(b"C<", b"ACI").as_deref(), Some("C"));
        assert_eq!(document(b"ID", b"ACI").as_deref(), Some("ID"));
        for wrong in [b"V<", b"P<", b"IV", b"I1", b"<I"] {
            assert_eq!(document(wrong, b"ACI"), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_birth_is_the_last_such_date_in_the_past() {
        let on = day("2022-09-18");
        for (text, birth) in [
            (b"220918", "2022-09-18"),
            (b"220919", "1922-09-19"),
            (b"800512", "1980-05-12"),
            (b"000229", "2000-02-29"),
        ] {
            assert_eq!(birth_date(text, on), Some(day(birth)));
        }
        for wrong in [b"800230", b"801301", b"800500", b"8005<<", b"8O0512"] {
            assert_eq!(birth_date(wrong, on), None, "{wrong:?}");
        }
        // No 29 February in 1900, and none yet in 2000.
        assert_eq!(birth_date(b"000229", day("2000-02-28")), None);
    }

    #[test]
    fn an_expiry_is_the_first_such_date_after_the_birth() {
        for (text, birth, expiry) in [
            (b"120415", "1974-08-12", "2012-04-15"),
            (b"800101", "1974-08-12", "1980-01-01"),
            (b"740812", "1974-08-12", "2074-08-12"),
            (b"740813", "1974-08-12", "1974-08-13"),
            (b"300505", "1927-05-05", "1930-05-05"),
        ] {
            assert_eq!(expiry_date(text, day(birth)), Some(day(expiry)));
        }
    }

    #[test]
    fn days_at_the_ends_of_the_calendar() {
        assert_eq!(birth_date(b"800512", NaiveDate::MIN), None);
        assert_eq!(expiry_date(b"800512", NaiveDate::MAX), None);
        let _ = birth_date(b"800512", NaiveDate::MAX);
    }
}
