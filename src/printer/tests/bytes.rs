//! The bytes, against Epson's command reference and the Windows code page 1252.

use super::paper;
use crate::printer::{Columns, NotPrinted, Paper, Style, bytes};

/// Every command taken apart, as a printer would: one line for each.
fn read(bytes: &[u8]) -> Vec<String> {
    let mut all = Vec::new();
    let mut text = String::new();
    let mut rest = bytes;
    loop {
        let (said, length) = match rest {
            [] => break,
            [0x1b, b'@', ..] => ("init".to_owned(), 2),
            [0x1b, b't', page, ..] => (format!("page {page}"), 3),
            [0x1c, b'.', ..] => ("no kanji".to_owned(), 2),
            [0x1b, b'a', n, ..] => (format!("justify {n}"), 3),
            [0x1b, b'E', n, ..] => (format!("bold {n}"), 3),
            [0x1b, b'd', n, ..] => (format!("feed {n}"), 3),
            [0x1d, b'!', n, ..] => (format!("size {n:02x}"), 3),
            [0x1d, b'V', m, n, ..] => (format!("cut {m} {n}"), 4),
            [0x1d, b'(', b'k', low, high, data @ ..] => {
                let length = usize::from(*low) + 256 * usize::from(*high);
                let shown = match &data[..length] {
                    [49, 80, 48, holds @ ..] => {
                        format!("code holds {}", String::from_utf8_lossy(holds))
                    }
                    other => format!("code {other:?}"),
                };
                (shown, 5 + length)
            }
            [0x1b..=0x1d, ..] => panic!("unknown command {:02x?}", &rest[..3]),
            [letter, ..] => {
                // The page's letters stand where Unicode has them, but for the euro.
                let letter = if *letter == 0x80 {
                    '€'
                } else {
                    char::from(*letter)
                };
                assert!(!letter.is_control(), "{:02x}", letter as u32);
                text.push(letter);
                rest = &rest[1..];
                continue;
            }
        };
        if !text.is_empty() {
            all.push(format!("{:?}", std::mem::take(&mut text)));
        }
        all.push(said);
        rest = &rest[length..];
    }
    assert!(text.is_empty(), "printed without a line feed");
    all
}

#[test]
fn every_command_in_its_place() {
    let bytes = bytes(&paper(), Columns::Narrow).unwrap();
    insta::assert_snapshot!("commands", read(&bytes).join("\n"));
}

#[test]
fn each_letter_is_one_byte_at_its_place_in_the_code_page() {
    let letters: String = ('\u{a1}'..='\u{ff}').filter(|c| *c != '\u{ad}').collect();
    for letter in (' '..='~').chain(letters.chars()) {
        let paper = Paper::new().text(format!(".{letter}."));
        let bytes = bytes(&paper, Columns::Wide).unwrap();
        let expected = [b'.', u8::try_from(u32::from(letter)).unwrap(), b'.'];
        assert!(
            bytes.windows(3).any(|w| w == expected),
            "{letter}: {bytes:02x?}"
        );
    }
    let bytes = bytes(&Paper::new().text("5€"), Columns::Wide).unwrap();
    assert!(bytes.windows(2).any(|w| w == [b'5', 0x80]));
}

#[test]
fn a_code_is_never_wider_than_its_paper() {
    let link = "HTTPS://BACHECA.EXAMPLE.IT/T/K7QM-2X9D-4HTW-P3VA";
    let offer = format!("{link}#{}", "x".repeat(300));
    for columns in Columns::ALL {
        for holds in [link, &offer] {
            let bytes = bytes(&Paper::new().qr(holds), columns).unwrap();
            let said = read(&bytes);
            let size = said.iter().find_map(|c| c.strip_prefix("code [49, 67, "));
            let size: usize = size.unwrap().trim_end_matches(']').parse().unwrap();
            let modules =
                qrcode::QrCode::with_error_correction_level(holds.as_bytes(), qrcode::EcLevel::M);
            let dots = (modules.unwrap().width() + 8) * size;
            assert!(dots <= usize::from(columns.count()) * 12, "{dots} dots");
            assert!(size >= 4, "a phone reads modules of half a millimetre");
            assert!(said.contains(&format!("code holds {holds}")));
        }
    }
}

#[test]
fn what_no_code_can_hold_is_an_error() {
    let paper = Paper::new()
        .write("prova", Style::Title)
        .qr("x".repeat(5000));
    assert_eq!(
        bytes(&paper, Columns::Wide).unwrap_err(),
        NotPrinted::TooLong
    );
}
