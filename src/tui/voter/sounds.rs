//! Texts as a voice can say them. Voices say signs in English, or spell them, or not at all.
//!
//! Invariant: what leaves here holds no arrow, tick, bullet or frame.

use crate::i18n::{Language, text};

/// More pieces than these of an address nobody keeps in mind.
const PIECES: usize = 6;

/// A text with keys by their names, and without signs that are only drawn.
pub(in crate::tui) fn sounded(language: Language, written: &str) -> String {
    let mut said = String::new();
    let signs: Vec<char> = written.chars().collect();
    for (n, sign) in signs.iter().enumerate() {
        let key = match sign {
            '↑' => "heard-key-up",
            '↓' => "heard-key-down",
            '←' => "heard-key-left",
            '→' => "heard-key-right",
            '/' if is_digit(&signs, n.checked_sub(1)) && is_digit(&signs, Some(n + 1)) => {
                // A date.
                said.push(' ');
                continue;
            }
            sign => {
                said.push(if is_drawn(*sign) { ' ' } else { *sign });
                continue;
            }
        };
        said.push_str(&text(language, key));
    }
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_digit(signs: &[char], at: Option<usize>) -> bool {
    at.and_then(|n| signs.get(n))
        .is_some_and(char::is_ascii_digit)
}

/// Arrows, technical signs, frames, blocks, shapes, dingbats, pictures, bullets.
pub(in crate::tui) fn is_drawn(sign: char) -> bool {
    matches!(sign,
        '·' | '•' | '‣' | '⁃' | '|' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{27bf}'
        | '\u{27f0}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}'
        | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// An address in words: `bacheca punto comune punto it`. Empty where it would be letters and numbers
/// that nobody can follow: it is on the screen and on paper.
pub(in crate::tui) fn address(language: Language, written: &str) -> String {
    let lower = written.to_lowercase();
    let plain = lower
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_end_matches('/');
    let words: Vec<&str> = plain.split(['.', '/', '-']).collect();
    let is_word = |w: &&str| w.len() > 1 && w.chars().all(char::is_alphabetic);
    if words.len() > PIECES || !words.iter().all(is_word) {
        return String::new();
    }
    let mut said = String::new();
    for sign in plain.chars() {
        let key = match sign {
            '.' => "heard-dot",
            '/' => "heard-slash",
            '-' => "heard-hyphen",
            letter => {
                said.push(letter);
                continue;
            }
        };
        said.extend([" ", text(language, key).as_str(), " "]);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_names_and_drawn_signs_are_silent() {
        let it = |text| sounded(Language::It, text);
        assert_eq!(
            it("Prima prema ↓, poi Invio:"),
            "Prima prema freccia giù, poi Invio:"
        );
        assert_eq!(it("Invio (o →)"), "Invio (o freccia a destra)");
        assert_eq!(it("• uno · due ✓ │"), "uno due");
        assert_eq!(it("nata il 10/12/1985"), "nata il 10 12 1985");
        assert_eq!(
            it("Enti e/o persone: 10.000 €"),
            "Enti e/o persone: 10.000 €"
        );
        assert!(sounded(Language::Sq, "↑").contains("lart"));
    }

    #[test]
    fn an_address_is_said_in_words_or_not_at_all() {
        let it = |text| address(Language::It, text);
        assert_eq!(it("bacheca.example.it"), "bacheca punto example punto it");
        assert_eq!(
            it("https://voti.val-nure.it/bacheca/"),
            "voti punto val trattino nure punto it barra bacheca"
        );
        for odd in [
            "HTTPS://B.IT/T/K7QM-2X9D",
            "10.0.0.1:8080",
            "",
            "a.b.c",
            "uno.due.tre.quattro.cinque.sei.it",
        ] {
            assert_eq!(it(odd), "", "{odd}");
        }
    }
}
