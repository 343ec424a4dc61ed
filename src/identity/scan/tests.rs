//! What comes out of scanners, clipboards and hands.

use super::*;
use crate::identity::mrz::tests::made;
use proptest::prelude::*;

const CODE: &str = "RSSMRA80E52B812S";
const CARD: [&str; 3] = [
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
];
const PASSPORT: [&str; 2] = [
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
];

fn on() -> NaiveDate {
    "2022-09-18".parse().unwrap()
}

fn read(text: &str) -> Scanned {
    Scanner::default().read(text, on())
}

fn code() -> Scanned {
    Scanned::Code(CodiceFiscale::parse(CODE).unwrap())
}

fn zone(lines: &[&str]) -> Scanned {
    Scanned::Zone(Box::new(Mrz::read(lines, on()).unwrap()))
}

#[test]
fn a_code_however_it_comes() {
    for text in [
        CODE,
        "rssmra80e52b812s",
        "*RSSMRA80E52B812S*",
        "*rssmra80e52b812s*",
        " RSS MRA 80E52 B812S ",
        "RSSMRA80E52B812S\r\n",
        "\n\nRSSMRA80E52B812S\n",
        "*RSSMRA80E52B812S*\t",
        "\u{2}RSSMRA80E52B812S\u{3}",
        "RSSMRA80E52\nB812S",
        "RSSMRA80E52B812S\u{a0}",
    ] {
        assert_eq!(read(text), code(), "{text:?}");
    }
    assert!(matches!(read("01234567897"), Scanned::Code(_)));
}

#[test]
fn what_is_neither_code_nor_zone() {
    for (text, error) in [
        ("RSSMRA80E52B812T", CfError::CheckCharacter),
        ("RSSMRA80E52B81", CfError::Length),
        ("ROSSI", CfError::Length),
        ("**", CfError::Length),
        ("CA00000AA", CfError::Length),
        ("RSSMRÀ80E52B812S", CfError::Alphabet),
        // Two people at once: nobody knows which.
        ("RSSMRA80E52B812S\nRSSMRA80E52B812S", CfError::Length),
        ("01234567890", CfError::NumericCheckDigit),
    ] {
        assert_eq!(read(text), Scanned::NotACode(error), "{text:?}");
    }
    for text in ["", " ", "\r\n", "\t\u{3}"] {
        assert_eq!(read(text), Scanned::Nothing, "{text:?}");
    }
}

#[test]
fn the_number_on_the_back_of_a_health_card() {
    for text in [
        "80380001234567890123",
        "8038 0001 2345 6789 0123\r",
        "*80380001234567890123*",
        "12345678901234567890",
    ] {
        assert_eq!(read(text), Scanned::CardNumber, "{text}");
    }
    assert_eq!(
        read("8038000123456789012"),
        Scanned::NotACode(CfError::Length)
    );
}

#[test]
fn a_zone_line_by_line() {
    let mut scanner = Scanner::default();
    assert_eq!(scanner.waiting(), None);
    let line = |have| Scanned::ZoneLine { have, of: 3 };
    assert_eq!(scanner.read(CARD[0], on()), line(1));
    assert_eq!(scanner.waiting(), Some((1, 3)));
    assert_eq!(scanner.read("", on()), Scanned::Nothing);
    assert_eq!(scanner.read(&CARD[1].to_lowercase(), on()), line(2));
    assert_eq!(scanner.waiting(), Some((2, 3)));
    assert_eq!(scanner.read(&format!("{}\r", CARD[2]), on()), zone(&CARD));
    assert_eq!(scanner.waiting(), None);
}

#[test]
fn a_zone_in_one_paste() {
    for lines in [&CARD[..], &PASSPORT[..]] {
        for between in ["\n", "\r", "\r\n", "\n\n", "   \r\n\t", " ", ""] {
            let text = lines.join(between);
            assert_eq!(read(&text), zone(lines), "{between:?}");
            assert_eq!(read(&format!("\n{text} \n")), zone(lines), "{between:?}");
        }
    }
}

#[test]
fn a_passports_second_line_without_a_filler() {
    // Fourteen characters of personal number, and their check digit.
    let upper = PASSPORT[0];
    let lower = (0..100)
        .map(|n| format!("L898902C36UTO7408122F1204159ZE184226B12345{n:02}"))
        .find(|lower| Mrz::read(&[upper, lower], on()).is_ok())
        .unwrap();
    let mut scanner = Scanner::default();
    let first = scanner.read(upper, on());
    assert_eq!(first, Scanned::ZoneLine { have: 1, of: 2 });
    assert_eq!(scanner.read(&lower, on()), zone(&[upper, &lower]));
}

#[test]
fn a_card_without_a_filler_in_its_first_line_begins_a_zone() {
    let upper = "IDUTOD231458907ABCDEFGHIJKLMNO";
    assert_eq!(read(upper), Scanned::ZoneLine { have: 1, of: 3 });
    assert!(looks_like_zone(upper));
}

#[test]
fn a_wrong_zone_is_forgotten() {
    let format = Scanned::NotAZone(MrzError::Format);
    for text in [
        "I<UTOD231458907",
        "I<UTOD231458907<<<<<<<<<<<<<<<<",
        "I<UTOD231458907<<<<<<< <<<<<<<<",
        "I<UTÒD231458907<<<<<<<<<<<<<<<",
        "<",
        &[CARD[0], CARD[1], CARD[2], CARD[2]].join("\n"),
        &[CARD[0], CARD[1], CARD[2], "ROSSI"].join("\n"),
        &[CARD[0], "hello"].join("\n"),
        &[CODE, CARD[0], CARD[1], CARD[2]].join("\n"),
    ] {
        let mut scanner = Scanner::default();
        assert_eq!(scanner.read(text, on()), format, "{text:?}");
        assert_eq!(scanner.waiting(), None, "{text:?}");
    }
    let mut scanner = Scanner::default();
    scanner.read(CARD[0], on());
    assert_eq!(scanner.read("hello", on()), format);
    assert_eq!(scanner.waiting(), None);

    let mut wrong = CARD;
    wrong[1] = "7408122F1204159UTO<<<<<<<<<<<5";
    assert_eq!(
        read(&wrong.join("\n")),
        Scanned::NotAZone(MrzError::Composite)
    );
    // A character that is in no zone names its field, once the zone has begun.
    wrong[1] = "7408122*1204159UTO<<<<<<<<<<<6";
    assert_eq!(read(&wrong.join("\n")), Scanned::NotAZone(MrzError::Sex));
    let visa = PASSPORT.join("").replacen('P', "V", 1);
    assert_eq!(read(&visa), Scanned::NotAZone(MrzError::Document));
}

#[test]
fn a_code_or_another_document_while_lines_are_waiting() {
    let mut scanner = Scanner::default();
    scanner.read(CARD[0], on());
    assert_eq!(scanner.read("*RSSMRA80E52B812S*", on()), code());
    assert_eq!(scanner.waiting(), None);

    scanner.read(CARD[0], on());
    assert_eq!(
        scanner.read("80380001234567890123", on()),
        Scanned::CardNumber
    );
    assert_eq!(scanner.waiting(), None);

    scanner.read(CARD[0], on());
    assert_eq!(scanner.read(&PASSPORT.join("\n"), on()), zone(&PASSPORT));

    scanner.read(PASSPORT[0], on());
    let first = Scanned::ZoneLine { have: 1, of: 3 };
    assert_eq!(scanner.read(CARD[0], on()), first);
    assert_eq!(scanner.read(CARD[0], on()), first, "scanned twice");
    assert_eq!(scanner.read(&CARD[1..].join("\n"), on()), zone(&CARD));

    scanner.read(CARD[0], on());
    scanner.clear();
    assert_eq!(scanner.waiting(), None);
}

#[test]
fn other_fields_recognise_a_zone() {
    for text in [
        CARD[0],
        CARD[2],
        &PASSPORT.join("\n"),
        "i<uto",
        "P<UTOROSSI<<",
    ] {
        assert!(looks_like_zone(text), "{text}");
    }
    for text in [
        "",
        "Rossi",
        "De Luca",
        CODE,
        "80380001234567890123",
        "a < b, è",
        "1 < é",
    ] {
        assert!(!looks_like_zone(text), "{text}");
    }
}

#[test]
fn nobody_is_shown() {
    let mut scanner = Scanner::default();
    scanner.read(CARD[0], on());
    assert_eq!(format!("{scanner:?}"), "Scanner(1 lines)");
    assert_eq!(format!("{:?}", read(CODE)), "Code(CodiceFiscale(..))");
    let all = read(&CARD.join("\n"));
    assert_eq!(format!("{all:?}"), "Zone(Mrz(TD1, ..))");
}

proptest! {
    /// However a zone is cut into lines, pastes and lines within pastes, it arrives.
    #[test]
    fn any_split_of_a_zone_arrives(
        made in made(),
        enters in prop::collection::vec(any::<bool>(), 3),
        between in prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just(" \n\n"), Just("")],
        lower in any::<bool>(),
    ) {
        let lines: Vec<&str> = made.lines.iter().map(String::as_str).collect();
        let mut scanner = Scanner::default();
        let mut typed = String::new();
        let mut last = Scanned::Nothing;
        for (i, line) in lines.iter().enumerate() {
            typed += line;
            if enters[i] || i + 1 == lines.len() {
                let text = if lower { typed.to_lowercase() } else { typed.clone() };
                last = scanner.read(&text, on());
                typed.clear();
            } else {
                typed += between;
            }
        }
        prop_assert_eq!(last, zone(&lines));
        prop_assert_eq!(scanner.waiting(), None);
    }

    #[test]
    fn no_text_panics(
        texts in prop::collection::vec(prop_oneof![
            "\\PC{0,40}",
            "[A-Z0-9<]{30}",
            "[ACIP][A-Z0-9<]{43}",
            "[ACIP][A-Z0-9<]{35}\n[A-Z0-9<\u{ff}]{36}",
            "(?s).{0,100}",
        ], 0..6),
    ) {
        let mut scanner = Scanner::default();
        for text in &texts {
            let scanned = scanner.read(text, on());
            let _ = looks_like_zone(text);
            if let Some((have, of)) = scanner.waiting() {
                prop_assert!(have < of);
            }
            if let Scanned::ZoneLine { have, of } = scanned {
                prop_assert_eq!(scanner.waiting(), Some((have, of)));
            }
        }
    }
}
