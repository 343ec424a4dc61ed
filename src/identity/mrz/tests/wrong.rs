//! What is refused, and which field is named.

use super::*;

/// The card with one of its lines replaced.
fn card(line: usize, text: &str) -> Result<Mrz, MrzError> {
    let mut lines = CARD;
    lines[line] = text;
    read(&lines)
}

/// The passport with one of its lines replaced.
fn passport(line: usize, text: &str) -> Result<Mrz, MrzError> {
    let mut lines = PASSPORT;
    lines[line] = text;
    read(&lines)
}

#[test]
fn lines_of_no_known_shape() {
    let long = format!("{}<", CARD[0]);
    for lines in [
        &[][..],
        &[""],
        &CARD[..1],
        &CARD[..2],
        &[CARD[0], CARD[1], CARD[2], CARD[2]],
        &[PASSPORT[0], PASSPORT[1], ""],
        &[PASSPORT[0], LARGER_CARD[1]],
        &[&long, CARD[1], CARD[2]],
        &[&CARD[0][..29], CARD[1], CARD[2]],
    ] {
        assert_eq!(read(lines), Err(MrzError::Format), "{lines:?}");
    }
}

#[test]
fn the_first_field_that_fails_is_named() {
    use MrzError as E;
    for (line, text, error) in [
        (0, "V<UTOD231458907<<<<<<<<<<<<<<<", E::Document),
        (0, "P<UTOD231458907<<<<<<<<<<<<<<<", E::Document),
        (0, "I1UTOD231458907<<<<<<<<<<<<<<<", E::Document),
        (0, "I<U0OD231458907<<<<<<<<<<<<<<<", E::Issuer),
        (0, "I<<<<D231458907<<<<<<<<<<<<<<<", E::Issuer),
        (0, "I<U<OD231458907<<<<<<<<<<<<<<<", E::Issuer),
        (0, "I<UTOD231458906<<<<<<<<<<<<<<<", E::Number),
        (0, "I<UTOD231458907<<<<<<<à<<<<<<<", E::Optional),
        (0, "I<UTOD231458907<<<<<<<*<<<<<<<", E::Optional),
        (1, "7413122F1204159UTO<<<<<<<<<<<6", E::BirthDate),
        (1, "7408121F1204159UTO<<<<<<<<<<<6", E::BirthDate),
        (1, "7408122X1204159UTO<<<<<<<<<<<6", E::Sex),
        (1, "740812201204159UTO<<<<<<<<<<<6", E::Sex),
        (1, "7408122F1204158UTO<<<<<<<<<<<6", E::ExpiryDate),
        (1, "7408122F1204159<UT<<<<<<<<<<<6", E::Nationality),
        (1, "7408122F1204159UTO<<<<-<<<<<<6", E::Optional),
        (1, "7408122F1204159UTO<<<<<<<<<<<5", E::Composite),
        (1, "7408122F1204159UTO<<<<<<<<<<<<", E::Composite),
        // Two at once: the names stand before the composite check digit is counted.
        (1, "7408120X1204159UTO<<<<<<<<<<<6", E::BirthDate),
        (2, "ER1KSSON<<ANNA<MARIA<<<<<<<<<<", E::Surname),
        (2, "ERIKSSON<<4NNA<MARIA<<<<<<<<<<", E::GivenNames),
    ] {
        assert_eq!(card(line, text), Err(error), "{text}");
    }
    for (line, text, error) in [
        (
            0,
            "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
            E::Document,
        ),
        (
            0,
            "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
            E::Document,
        ),
        (
            0,
            "P<UTO<ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<",
            E::Surname,
        ),
        (1, "L898902C3<UTO7408122F1204159ZE184226B<<<<<10", E::Number),
        (1, "<898902C36UTO7408122F1204159ZE184226B<<<<<10", E::Number),
        (
            1,
            "L898902C36U1O7408122F1204159ZE184226B<<<<<10",
            E::Nationality,
        ),
        (
            1,
            "L898902C36UTO7408122F1204159ZE184226B<<<<<20",
            E::Optional,
        ),
        (
            1,
            "L898902C36UTO7408122F1204159ZE184226B<<<<<<0",
            E::Optional,
        ),
        (
            1,
            "L898902C36UTO7408122F1204159ZE184226B<<<<<11",
            E::Composite,
        ),
    ] {
        assert_eq!(passport(line, text), Err(error), "{text}");
    }
}

#[test]
fn an_empty_personal_number_needs_no_check_digit() {
    // The composite covers it, and a filler counts as 0.
    for check in ['<', '0'] {
        let lower = format!("L898902C36UTO7408122F1204159<<<<<<<<<<<<<<{check}6");
        let digits = 0..10;
        let read = |digit| passport(1, &format!("{}{digit}", &lower[..43]));
        let valid = digits.filter(|digit| read(*digit).is_ok()).count();
        assert_eq!(valid, 1, "{check}");
    }
    let lower = "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<10";
    assert_eq!(passport(1, lower), Err(MrzError::Optional));
}
