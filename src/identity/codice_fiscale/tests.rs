use super::letters::check_character;
use super::*;
use proptest::prelude::*;

const POSITIONS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];

/// The code with omocodia in the positions whose bit is set, and its check character.
fn omocode(base: &str, mask: u32) -> String {
    let mut code: [u8; 16] = base.as_bytes().try_into().unwrap();
    for (bit, position) in POSITIONS.into_iter().enumerate() {
        if mask & (1 << bit) != 0 {
            code[position] = b"LMNPQRSTUV"[usize::from(code[position] - b'0')];
        }
    }
    code[15] = check_character(&code);
    String::from_utf8(code.to_vec()).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn parse(text: &str) -> CodiceFiscale {
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
