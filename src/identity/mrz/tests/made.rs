//! Made-up zones, written from the standard and not by the reader's code.

use super::*;
use proptest::prelude::*;

/// The parts of a zone, and its lines.
#[derive(Debug, Clone)]
pub(in crate::identity) struct Made {
    pub lines: Vec<String>,
    format: MrzFormat,
    document: String,
    issuer: String,
    number: String,
    surname: String,
    given_names: String,
    nationality: String,
    birth: NaiveDate,
    sex: char,
    expiry: NaiveDate,
}

fn weighed(c: char) -> u32 {
    if c == '<' { 0 } else { c.to_digit(36).unwrap() }
}

fn check(text: &str) -> String {
    let weights = [7, 3, 1].into_iter().cycle();
    let sum: u32 = text.chars().zip(weights).map(|(c, w)| weighed(c) * w).sum();
    (sum % 10).to_string()
}

fn with_check(text: &str) -> String {
    format!("{text}{}", check(text))
}

fn filled(text: &str, width: usize) -> String {
    assert!(text.len() <= width, "{text} {width}");
    format!("{text:<<width$}")
}

impl Made {
    fn write(&mut self, personal: &str) {
        let head = format!("{:<<2}{:<<3}", self.document, self.issuer);
        let room = match self.format {
            MrzFormat::Td1 => 30,
            MrzFormat::Td2 => 31,
            MrzFormat::Td3 => 39,
        };
        let mut names = format!("{}<<{}", self.surname, self.given_names).replace(' ', "<");
        names.truncate(room);
        let given_names = names[self.surname.len() + 2..].trim_end_matches('<');
        self.given_names = given_names.replace('<', " ");
        let birth = with_check(&self.birth.format("%y%m%d").to_string());
        let expiry = with_check(&self.expiry.format("%y%m%d").to_string());
        let state = filled(&self.nationality, 3);
        let sex = if self.sex == 'X' { '<' } else { self.sex };
        let (number, more) = match self.number.split_at_checked(9) {
            Some((first, rest)) if !rest.is_empty() => {
                let more = format!("{rest}{}<{personal}", check(&self.number));
                (format!("{first}<"), more)
            }
            _ => (with_check(&filled(&self.number, 9)), personal.to_owned()),
        };
        self.lines = match self.format {
            MrzFormat::Td1 => {
                let upper = filled(&format!("{head}{number}{more}"), 30);
                let tail = "<".repeat(11);
                let composite = check(&format!("{}{birth}{expiry}{tail}", &upper[5..]));
                let middle = format!("{birth}{sex}{expiry}{state}{tail}{composite}");
                vec![upper, middle, filled(&names, 30)]
            }
            MrzFormat::Td2 => {
                let more = filled(&more, 7);
                let composite = check(&format!("{number}{birth}{expiry}{more}"));
                let lower = format!("{number}{state}{birth}{sex}{expiry}{more}{composite}");
                vec![filled(&format!("{head}{names}"), 36), lower]
            }
            MrzFormat::Td3 => {
                let more = with_check(&filled(&more, 14));
                let composite = check(&format!("{number}{birth}{expiry}{more}"));
                let lower = format!("{number}{state}{birth}{sex}{expiry}{more}{composite}");
                vec![filled(&format!("{head}{names}"), 44), lower]
            }
        };
    }
}

/// Zones of all formats that are valid on [`on`].
pub(in crate::identity) fn made() -> impl Strategy<Value = Made> {
    let format = prop_oneof![
        Just(MrzFormat::Td1),
        Just(MrzFormat::Td2),
        Just(MrzFormat::Td3)
    ];
    let documents = (format, "[ACI][A-UW-Z]?", "P[A-UW-Z]?", "[A-Z]{1,3}");
    let numbers = ("[A-Z0-9]{1,13}", "[A-Z0-9]{0,3}");
    let names = ("[A-Z]{1,9}( [A-Z]{1,4})?", "[A-Z]{1,7}( [A-Z]{1,25})?|");
    // Up to a hundred years back, and forth up to a hundred years from there.
    let person = ("[A-Z]{1,3}", 0..36_500_i64, "[MFX]", 1..36_500_i64);
    (documents, numbers, names, person).prop_map(|(d, n, names, p)| {
        let (format, card, passport, issuer) = d;
        let (mut number, personal) = n;
        if format == MrzFormat::Td3 {
            number.truncate(9);
        }
        let room = if format == MrzFormat::Td2 && number.len() > 9 {
            0
        } else {
            3
        };
        let birth = on() - chrono::Days::new(p.1.unsigned_abs());
        let mut made = Made {
            lines: Vec::new(),
            format,
            document: if format == MrzFormat::Td3 {
                passport
            } else {
                card
            },
            issuer,
            number,
            surname: names.0,
            given_names: names.1,
            nationality: p.0,
            birth,
            sex: p.2.chars().next().unwrap(),
            expiry: birth + chrono::Days::new(p.3.unsigned_abs()),
        };
        made.write(&personal[..personal.len().min(room)]);
        made
    })
}

fn lines(zone: &[String]) -> Vec<&str> {
    zone.iter().map(String::as_str).collect()
}

/// Positions, counted through the lines, that no check digit covers: document code and states,
/// sex, names.
fn unchecked(format: MrzFormat, position: usize) -> bool {
    let names = match format {
        MrzFormat::Td1 => return matches!(position, 0..5 | 37 | 45..48 | 60..90),
        MrzFormat::Td2 => 36,
        MrzFormat::Td3 => 44,
    };
    position < names || matches!(position - names, 10..13 | 20)
}

proptest! {
    #[test]
    fn what_was_written_is_read(zone in made()) {
        let read = read(&lines(&zone.lines)).unwrap();
        prop_assert_eq!(read.format, zone.format);
        prop_assert_eq!(read.document, zone.document);
        prop_assert_eq!(read.issuer, zone.issuer);
        prop_assert_eq!(read.number, zone.number);
        prop_assert_eq!(read.surname, zone.surname);
        prop_assert_eq!(read.given_names, zone.given_names);
        prop_assert_eq!(read.nationality, zone.nationality);
        prop_assert_eq!(read.birth_date, zone.birth);
        prop_assert_eq!(read.sex.letter(), zone.sex);
        prop_assert_eq!(read.expiry_date, zone.expiry);
        let names = &zone.lines[if zone.format == MrzFormat::Td1 { 2 } else { 0 }];
        prop_assert_eq!(read.truncated, !names.ends_with('<'));
    }

    /// The weights 7, 3 and 1 have no factor in common with 10: a check digit misses a changed
    /// character exactly if its value differs by 10, 20 or 30.
    #[test]
    fn a_changed_character_is_noticed_unless_its_value_ends_in_the_same_digit(zone in made()) {
        let whole: Vec<char> = zone.lines.concat().chars().collect();
        for position in 0..whole.len() {
            if unchecked(zone.format, position) {
                continue;
            }
            for other in ('0'..='9').chain('A'..='Z').chain(['<', 'a', ' ', 'À', '*']) {
                let mut changed = whole.clone();
                changed[position] = other;
                let same = other == '<' || other.is_ascii_digit() || other.is_ascii_uppercase();
                let same = same && weighed(other) % 10 == weighed(whole[position]) % 10;
                let width = zone.lines[0].len();
                let text: Vec<String> = changed.chunks(width).map(|l| l.iter().collect()).collect();
                prop_assert!(same || read(&lines(&text)).is_err(), "{} {}", position, other);
            }
        }
    }

    #[test]
    fn a_changed_letter_where_only_letters_may_be(zone in made(), digit in "[0-9a-z *à]") {
        let whole: Vec<char> = zone.lines.concat().chars().collect();
        for position in (0..whole.len()).filter(|p| unchecked(zone.format, *p)) {
            let mut changed = whole.clone();
            changed[position] = digit.chars().next().unwrap();
            let width = zone.lines[0].len();
            let text: Vec<String> = changed.chunks(width).map(|l| l.iter().collect()).collect();
            prop_assert!(read(&lines(&text)).is_err(), "{} {}", position, digit);
        }
    }

    #[test]
    fn no_lines_panic(text in prop::collection::vec("\\PC{0,50}", 0..5), days in any::<i32>()) {
        let on = NaiveDate::default() + chrono::TimeDelta::days(i64::from(days / 100));
        let _ = Mrz::read(&lines(&text), on);
    }

    #[test]
    fn no_lines_of_the_right_length_panic(
        card in prop::collection::vec("[A-Z0-9<à]{30}", 3),
        passport in prop::collection::vec("P?[A-Z0-9<\u{ff}]{44}", 2),
    ) {
        let _ = (read(&lines(&card)), read(&lines(&passport)));
    }
}
