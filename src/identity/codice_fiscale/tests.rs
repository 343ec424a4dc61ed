use super::letters::check_character;
use super::*;
use proptest::prelude::*;

const POSITIONS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];

/// The code with omocodia in the positions whose bit is set, and its check character.
pub(super) fn omocode(base: &str, mask: u32) -> String {
    let mut code: [u8; 16] = base.as_bytes().try_into().unwrap();
    for (bit, position) in POSITIONS.into_iter().enumerate() {
        if mask & (1 << bit) != 0 {
            code[position] = b"LMNPQRSTUV"[usize::from(code[position] - b'0')];
        }
    }
    code[15] = check_character(&code);
    String::from_utf8(code.to_vec()).unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn parse(text: &str) -> CodiceFiscale {
    CodiceFiscale::parse(text).unwrap()
}

#[test]
fn reads_what_the_code_says() {
    let cf = parse("MRTMTT91D08F205J");
    assert_eq!(cf.as_str(), "MRTMTT91D08F205J");
    assert_eq!(cf.sex(), Some(Sex::Male));
    assert_eq!(cf.birth_on(day("2022-10-18")), Some(day("1991-04-08")));
    assert_eq!(cf.place_code(), PlaceCode::parse("F205").ok());
    assert!(!cf.has_omocodia() && !cf.is_provisional());
}

#[test]
fn lower_case_and_spaces_are_how_people_write() {
    assert_eq!(parse(" mrt mtt 91d08\tf205j\n"), parse("MRTMTT91D08F205J"));
    assert_eq!(parse("0123 4567 897").as_str(), "01234567897");
}

#[test]
fn the_first_fault_in_the_declared_order_is_named() {
    for (text, error) in [
        ("", CfError::Length),
        ("MRTMTT91D08F205", CfError::Length),
        ("MRTMTT91D08F205JJ", CfError::Length),
        ("0123456789", CfError::Length),
        ("0123456789A", CfError::Length),
        ("012345678901", CfError::Length),
        ("MRTMTT91D08F20È", CfError::Length),
        ("MRTMTÈ91D08F205J", CfError::Alphabet),
        ("MRTMT-91D08F205J", CfError::Alphabet),
        ("MRTMTÈ914OOF2055", CfError::Alphabet),
        ("ſRTMTT91D08F205J", CfError::Alphabet),
        ("MRTMTT91D08F２05J", CfError::Alphabet),
        ("1RTMTT91D08F205J", CfError::Position),
        ("MRTMTTO1D08F205J", CfError::Position),
        ("MRTMTT91D08F2I5J", CfError::Position),
        ("MRTMTT91D081205J", CfError::Position),
        ("MRTMTT91D08F2055", CfError::Position),
        ("0123456789012345", CfError::Position),
        ("RSSMRA85F10H501N", CfError::Month),
        ("RSSMRA85F99H501A", CfError::Month),
        ("RSSMRA85D31H501I", CfError::Date),
        ("RSSMRA85D00H501G", CfError::Date),
        ("RSSMRA85D40H501K", CfError::Date),
        ("RSSMRA85D72H501R", CfError::Date),
        ("RSSMRA01B29H501Z", CfError::Date),
        ("RSSMRA01B29H501A", CfError::Date),
        ("MRTMTT91D08F205K", CfError::CheckCharacter),
        ("MRTMTT91D08F20RJ", CfError::CheckCharacter),
        ("01234567890", CfError::NumericCheckDigit),
    ] {
        assert_eq!(CodiceFiscale::parse(text).err(), Some(error), "{text}");
    }
}

#[test]
fn all_128_omocodes_are_valid_and_all_are_other_people() {
    let base = "MRTMTT91D08F205J";
    let all: Vec<_> = (0..128).map(|mask| parse(&omocode(base, mask))).collect();
    let distinct: std::collections::BTreeSet<_> = all.iter().map(CodiceFiscale::as_str).collect();
    assert_eq!(distinct.len(), 128);
    for (mask, cf) in all.iter().enumerate() {
        assert_eq!(cf.has_omocodia(), mask != 0);
        assert_eq!(cf.place_code(), PlaceCode::parse("F205").ok());
        assert_eq!(cf.birth_on(day("2022-10-18")), Some(day("1991-04-08")));
        assert_eq!(cf == &all[0], mask == 0);
    }
}

#[test]
fn the_century_follows_from_the_ages_at_a_desk() {
    let on = day("2022-10-18");
    assert_eq!(
        parse("RSSMRA06R18H501J").birth_on(on),
        Some(day("2006-10-18")),
        "16 today"
    );
    assert_eq!(
        parse("RSSMRA06T01H501V").birth_on(on),
        Some(day("1906-12-01")),
        "15, so 115"
    );
    assert_eq!(
        parse("RSSMRA00B29H501Y").birth_on(on),
        Some(day("2000-02-29"))
    );
    assert_eq!(
        parse("RSSMRA00B29H501Y").birth_on(day("2010-01-01")),
        None,
        "9; 1900 had none"
    );
}

#[test]
fn either_century_agrees_with_a_document() {
    let cf = parse("RSSMRA06T01H501V");
    assert!(cf.agrees_with_birth(day("1906-12-01")));
    assert!(cf.agrees_with_birth(day("2006-12-01")));
    assert!(!cf.agrees_with_birth(day("2006-12-02")));
}

#[test]
fn eleven_digits_say_nothing_of_the_person() {
    let cf = parse("92000123452");
    assert!(cf.is_provisional() && !cf.has_omocodia());
    assert_eq!(
        (cf.sex(), cf.place_code(), cf.birth_on(day("2022-10-18"))),
        (None, None, None)
    );
    assert!(cf.agrees_with_birth(day("1991-04-08")));
}

#[test]
fn the_code_is_not_shown() {
    assert_eq!(
        format!("{:?}", parse("MRTMTT91D08F205J")),
        "CodiceFiscale(..)"
    );
}

proptest! {
    #[test]
    fn no_text_panics_and_what_is_read_is_canonical(text in "\\PC{0,20}") {
        if let Ok(cf) = CodiceFiscale::parse(&text) {
            prop_assert_eq!(CodiceFiscale::parse(cf.as_str()), Ok(cf));
        }
    }

    /// Every existing day of 1900-2099, any place, any omocodia, either sex.
    #[test]
    fn every_possible_person_has_a_code(
        names in "[A-Z]{6}",
        (days, woman) in (0_u32..73_049, any::<bool>()),
        place in "[A-Z][0-9]{3}",
        mask in 0_u32..128,
    ) {
        use chrono::{Datelike, Days};
        let birth = day("1900-01-01") + Days::new(u64::from(days));
        let code = format!(
            "{names}{:02}{}{:02}{place}A",
            birth.year() % 100,
            char::from(b"ABCDEHLMPRST"[birth.month0() as usize]),
            birth.day() + if woman { 40 } else { 0 },
        );
        let cf = parse(&omocode(&code, mask));
        prop_assert!(cf.agrees_with_birth(birth));
        prop_assert_eq!(cf.sex(), Some(if woman { Sex::Female } else { Sex::Male }));
        prop_assert_eq!(cf.place_code().map(|p| p.to_string()), Some(place));
        prop_assert_eq!(cf.has_omocodia(), mask != 0);
    }

    /// Values of the characters in one place all differ, so one wrong character never passes.
    #[test]
    fn one_wrong_character_is_always_found(position in 0_usize..16, wrong in "[A-Z0-9]") {
        let mut code = String::from("MRTMTT91D08F205J");
        prop_assume!(code[position..=position] != wrong);
        code.replace_range(position..=position, &wrong);
        prop_assert!(CodiceFiscale::parse(&code).is_err());
    }
}

/// A code with these birth and place and its right check character.
pub(super) fn born(birth_and_place: &str) -> CodiceFiscale {
    let code = format!("RSSMRA{birth_and_place}A");
    parse(&omocode(&code, 0))
}

#[test]
fn any_day_has_its_century() {
    let code = born("06T01H501");
    for (on, birth) in [
        ("1930-01-01", "1906-12-01"),
        ("1985-06-01", "1906-12-01"),
        ("2022-10-18", "1906-12-01"),
        ("2022-12-01", "2006-12-01"),
        ("2090-01-01", "2006-12-01"),
        ("2122-12-01", "2106-12-01"),
    ] {
        assert_eq!(code.birth_on(day(on)), Some(day(birth)), "{on}");
    }
    assert!(code.agrees_with_birth(day("1806-12-01")));
    assert!(code.agrees_with_birth(day("2106-12-01")));
}

/// Spaces of any script are dropped and count for nothing; look-alikes are letters of their own.
#[test]
fn unicode_is_not_folded_into_a_code() {
    let cf = parse("MRTMTT91D08F205J");
    assert_eq!(parse("MRT\u{a0}MTT\u{3000}91D08\u{2003}F205J\u{85}"), cf);
    for (text, error) in [
        ("MRTMTT91D08F20\0J", CfError::Alphabet),
        ("MRTMTT91D08F205\u{212a}", CfError::Alphabet), // the kelvin sign
        ("MRTMTT91D08F205ſ", CfError::Alphabet),
        ("MRTMTT91D08F205J\u{200b}", CfError::Length), // not a space to Unicode
        ("MRTMTT91D08F205È", CfError::Alphabet),
        ("0123456789７", CfError::Length),
        ("0123456789\0", CfError::Length),
    ] {
        assert_eq!(CodiceFiscale::parse(text).err(), Some(error), "{text:?}");
    }
}

/// In each position the characters that may be there all have different values modulo 26, so no
/// single wrong character goes unseen: a digit and a letter of the same value (0 and A) are never
/// both at home in one position, and no digit shares its value with a letter of omocodia. Proved by
/// trying, in every position of codes with and without omocodia, every character for every other.
#[test]
fn no_single_wrong_character_goes_unseen() {
    let characters: Vec<char> = ('A'..='Z').chain('0'..='9').collect();
    for position in 0..15 {
        // Whatever stands in the other places, the check character moves by the difference of
        // two values: two characters that are at home in a position must have two check
        // characters.
        let home: Vec<u8> = if POSITIONS.contains(&position) {
            b"0123456789LMNPQRSTUV".to_vec()
        } else {
            (b'A'..=b'Z').collect()
        };
        let mut code = *b"MRTMTT91D08F205J";
        let checks = home.iter().map(|c| {
            code[position] = *c;
            check_character(&code)
        });
        let distinct: std::collections::BTreeSet<u8> = checks.collect();
        assert_eq!(distinct.len(), home.len(), "position {position}");
    }
    for code in (0..128).map(|mask| omocode("MRTMTT91D08F205J", mask)) {
        for (position, right) in code.char_indices() {
            for wrong in characters.iter().filter(|c| **c != right) {
                let mut typed = code.clone();
                typed.replace_range(position..=position, &wrong.to_string());
                assert!(CodiceFiscale::parse(&typed).is_err(), "{typed} for {code}");
            }
        }
    }
}

/// Of 11 digits every single wrong one is found, and every swap of neighbours except 0 and 9.
#[test]
fn eleven_digits_miss_only_the_swap_of_0_and_9() {
    for number in (0..1_000_000_u64).step_by(997) {
        let stem = format!("{:010}", number * 9_973);
        let right = (0..10)
            .map(|check| format!("{stem}{check}"))
            .find(|code| CodiceFiscale::parse(code).is_ok())
            .unwrap();
        for position in 0..11 {
            for wrong in ('0'..='9').filter(|c| !right[position..].starts_with(*c)) {
                let mut typed = right.clone();
                typed.replace_range(position..=position, &wrong.to_string());
                assert!(CodiceFiscale::parse(&typed).is_err(), "{typed} for {right}");
            }
        }
        for position in 0..10 {
            let mut typed = right.clone().into_bytes();
            typed.swap(position, position + 1);
            let unseen = CodiceFiscale::parse(&String::from_utf8(typed).unwrap()).is_ok();
            let pair = &right.as_bytes()[position..position + 2];
            assert_eq!(unseen, pair[0] == pair[1] || pair == b"09" || pair == b"90");
        }
    }
}

proptest! {
    /// The window of a hundred years of ages has one birth for every code, except 29 February.
    #[test]
    fn birth_on_is_the_one_birth_of_16_to_115_years(
        days in 0_u64..73_049,
        after in 0_u64..80_000,
    ) {
        use chrono::{Datelike, Days};
        let (birth, on) = (day("1850-01-01") + Days::new(days), day("1880-01-01") + Days::new(after));
        let code = born(&format!(
            "{:02}{}{:02}H501",
            birth.year() % 100,
            char::from(b"ABCDEHLMPRST"[birth.month0() as usize]),
            birth.day(),
        ));
        let thinkable: Vec<NaiveDate> = (16..=22)
            .filter_map(|century| birth.with_year(century * 100 + birth.year() % 100))
            .filter(|b| (16..=115).contains(&crate::identity::age_on(*b, on)))
            .collect();
        prop_assert!(thinkable.len() <= 1);
        prop_assert_eq!(code.birth_on(on), thinkable.first().copied());
    }
}
