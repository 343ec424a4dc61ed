//! The letters that a printer has: those of the Windows code page 1252 (ESC/POS page 16), which
//! holds all of Italian, English, French, Spanish, German and Albanian, and the euro sign.
//!
//! A letter that is missing is written without its mark (Romanian `ț` as `t`): a shorter alphabet is
//! better than a wrong letter. A control sign never reaches the printer, where it would be a command.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Whether the page has the sign, at the place that the Unicode standard gives it (the euro apart).
fn has(sign: char) -> bool {
    matches!(sign, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{ff}' | '€')
}

/// The text in letters that the printer has. Line breaks stay.
pub(super) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in ComposingNormalizerBorrowed::new_nfc().normalize_iter(text.chars()) {
        match sign {
            sign if has(sign) || sign == '\n' => out.push(sign),
            '’' | '‘' | 'ʼ' => out.push('\''),
            '“' | '”' | '„' => out.push('"'),
            '–' | '—' | '‑' | '−' => out.push('-'),
            '…' => out.push_str("..."),
            '•' => out.push('·'),
            'œ' => out.push_str("oe"),
            'Œ' => out.push_str("OE"),
            // A mark that has no letter of its own with the one before it, or none to see.
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
            sign if sign.is_whitespace() || sign.is_control() => out.push(' '),
            sign => {
                let mut parts =
                    DecomposingNormalizerBorrowed::new_nfd().normalize_iter(std::iter::once(sign));
                out.push(parts.next().filter(|base| has(*base)).unwrap_or('?'));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_of_the_screens_are_written_as_they_are() {
        for text in [
            "àèéìòù ÀÈÉÌÒÙ « » € °",
            "âçêëîïôûùüÿ ÇÊÔ",
            "áíñóúü¿¡",
            "äöüß ÄÖÜ",
            "ëç ËÇ",
        ] {
            assert_eq!(printable(text), text);
        }
    }

    #[test]
    fn other_letters_lose_their_mark_or_become_a_question() {
        assert_eq!(
            printable("urnă, alegeți, până, își"),
            "urna, alegeti, pâna, îsi"
        );
        assert_eq!(printable("l’urna “vuota” – …"), "l'urna \"vuota\" - ...");
        assert_eq!(printable("e\u{300}"), "è", "composed first");
        assert_eq!(printable("x\u{301}"), "x");
        assert_eq!(printable("漢 😀"), "? ?");
    }

    #[test]
    fn no_command_hides_in_a_text() {
        assert_eq!(printable("a\u{1b}@b\u{1d}V\u{0}c\u{9b}"), "a @b V c ");
        assert_eq!(printable("a\r\nb\tc\u{a0}d"), "a \nb c d");
    }
}
