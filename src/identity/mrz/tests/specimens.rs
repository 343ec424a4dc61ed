//! What ICAO's and Italy's specimens say.

use super::*;

#[test]
fn anna_maria_eriksson_of_utopia() {
    for (lines, format, document, number) in [
        (&CARD[..], MrzFormat::Td1, "I", "D23145890"),
        (&LARGER_CARD[..], MrzFormat::Td2, "I", "D23145890"),
        (&PASSPORT[..], MrzFormat::Td3, "P", "L898902C3"),
    ] {
        let expected = Mrz {
            format,
            document: document.to_owned(),
            issuer: "UTO".to_owned(),
            number: number.to_owned(),
            surname: "ERIKSSON".to_owned(),
            given_names: "ANNA MARIA".to_owned(),
            truncated: false,
            nationality: "UTO".to_owned(),
            birth_date: day("1974-08-12"),
            sex: MrzSex::Female,
            expiry_date: day("2012-04-15"),
        };
        assert!(read(lines) == Ok(expected), "{format:?}");
    }
}

#[test]
fn a_long_number_goes_on_in_the_optional_data() {
    let card = read(&LONG_NUMBER).unwrap();
    assert_eq!(card.number, "D23145890734");
    assert_eq!(card.birth_date, day("1934-07-12"));
    assert_eq!(card.expiry_date, day("1995-07-12"));
    assert_eq!(card.sex, MrzSex::Male);

    // A wrong digit of the rest, its check digit, no rest, no more than the check digit.
    for rest in ["7359", "7348", "<<<<", "9<<<", "<349"] {
        let upper = format!("I<UTOD23145890<{rest}<<<<<<<<<<<");
        let result = read(&[&upper, LONG_NUMBER[1], LONG_NUMBER[2]]);
        assert_eq!(result, Err(MrzError::Number), "{rest}");
    }
    // What is not full cannot go on.
    let upper = "I<UTOD2314589<<7349<<<<<<<<<<<";
    let result = read(&[upper, LONG_NUMBER[1], LONG_NUMBER[2]]);
    assert_eq!(result, Err(MrzError::Number));
}

#[test]
fn the_italian_card() {
    let card = read(&ITALIAN_CARD).unwrap();
    assert_eq!((card.document.as_str(), card.issuer.as_str()), ("C", "ITA"));
    assert_eq!(card.number, "CA00000AA");
    assert_eq!(
        (card.surname.as_str(), card.given_names.as_str()),
        ("ROSSI", "BIANCA")
    );
    assert_eq!(card.birth_date, day("1964-12-30"));
    assert_eq!(card.expiry_date, day("2022-12-30"));
    assert_eq!(card.kind(), Some(DocumentKind::ElectronicIdCard));
}

#[test]
fn only_white_space_around_a_line_does_not_count() {
    let with_ends = CARD.map(|line| format!("\t {line}\r\n"));
    assert_eq!(read(&with_ends.each_ref().map(String::as_str)), read(&CARD));

    let inside = ["I<UTOD231458907<<<<<<< <<<<<<<", CARD[1], CARD[2]];
    assert_eq!(read(&inside), Err(MrzError::Optional));
    let lower = CARD.map(str::to_lowercase);
    let lower = lower.each_ref().map(String::as_str);
    assert_eq!(read(&lower), Err(MrzError::Document));
}

#[test]
fn the_kind_of_document_at_a_desk() {
    use DocumentKind as K;
    for (format, document, issuer, nationality, kind) in [
        (MrzFormat::Td3, "P", "ITA", "ITA", Some(K::Passport)),
        (MrzFormat::Td3, "PO", "D", "D", Some(K::ForeignPassport)),
        (MrzFormat::Td1, "C", "ITA", "ITA", Some(K::ElectronicIdCard)),
        (MrzFormat::Td1, "C", "ITA", "ROU", Some(K::ElectronicIdCard)),
        (MrzFormat::Td1, "I", "ITA", "MAR", Some(K::ResidencePermit)),
        (MrzFormat::Td2, "AR", "ITA", "MAR", Some(K::ResidencePermit)),
        (MrzFormat::Td1, "I", "ITA", "ITA", Some(K::ElectronicIdCard)),
        (MrzFormat::Td1, "ID", "ROU", "ROU", Some(K::ForeignIdCard)),
        (MrzFormat::Td2, "I", "FRA", "FRA", Some(K::ForeignIdCard)),
        (MrzFormat::Td1, "AC", "ITA", "ITA", None),
    ] {
        let zone = Mrz {
            format,
            document: document.to_owned(),
            issuer: issuer.to_owned(),
            nationality: nationality.to_owned(),
            ..read(&CARD).unwrap()
        };
        assert_eq!(zone.kind(), kind, "{format:?} {document} {issuer}");
    }
}

#[test]
fn a_card_beyond_the_hundredth_birthday() {
    let expiring = |expiry: &str| Mrz {
        birth_date: day("1927-05-05"),
        expiry_date: day(expiry),
        ..read(&CARD).unwrap()
    };
    for (literal, at_desk) in [
        ("1930-05-05", "2030-05-05"),
        ("1979-12-31", "2079-12-31"),
        ("1980-01-01", "1980-01-01"),
        ("2026-05-05", "2026-05-05"),
    ] {
        assert_eq!(expiring(literal).expiry_at_desk(), day(at_desk));
    }
}

#[test]
fn nobody_is_shown() {
    assert_eq!(format!("{:?}", read(&CARD).unwrap()), "Mrz(TD1, ..)");
}
