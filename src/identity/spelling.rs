//! Latin letters written with A to Z, in the three ways that documents use.
//!
//! Nothing is guessed: a letter without a Latin base has no spelling.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Whose way of writing letters that are not A to Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// The revenue agency's; where it is silent, as [`Spelling::Base`].
    Official,
    /// Of the machine-readable zone; where it is silent, as [`Spelling::Base`].
    Icao,
    /// The letter without its marks.
    Base,
}

/// Circ. Agenzia delle Entrate 34/E of 20 July 2011, and the accents of Italian.
const OFFICIAL: &[(char, &str)] = &[
    ('À', "A"),
    ('Á', "A"),
    ('È', "E"),
    ('É', "E"),
    ('Ì', "I"),
    ('Í', "I"),
    ('Ò', "O"),
    ('Ó', "O"),
    ('Ù', "U"),
    ('Ú', "U"),
    ('Â', "A"),
    ('Ä', "AE"),
    ('Æ', "AE"),
    ('Ç', "C"),
    ('Č', "C"),
    ('Ê', "E"),
    ('Ë', "E"),
    ('Î', "I"),
    ('Ï', "I"),
    ('Ô', "O"),
    ('Ö', "OE"),
    ('Œ', "OE"),
    ('Û', "U"),
    ('Ü', "UE"),
    ('Š', "S"),
    ('Ž', "Z"),
    ('ß', "SS"),
    ('ẞ', "SS"),
];

/// ICAO Doc 9303 part 3, section 6, where it is more than the letter without its marks.
const ICAO: &[(char, &str)] = &[
    ('Ä', "AE"),
    ('Å', "AA"),
    ('Ö', "OE"),
    ('Ø', "OE"),
    ('Ü', "UE"),
];

/// Letters that are more than a letter with marks.
const BASE: &[(char, &str)] = &[
    ('Æ', "AE"),
    ('Œ', "OE"),
    ('ß', "SS"),
    ('ẞ', "SS"),
    ('Ĳ', "IJ"),
    ('Ǆ', "DZ"),
    ('Ǉ', "LJ"),
    ('Ǌ', "NJ"),
    ('Þ', "TH"),
    ('Ł', "L"),
    ('Ŀ', "L"),
    ('Đ', "D"),
    ('Ð', "D"),
    ('Ɖ', "D"),
    ('Ɗ', "D"),
    ('Ø', "O"),
    ('Ɔ', "O"),
    ('Ɵ', "O"),
    ('Ħ', "H"),
    ('Ŋ', "N"),
    ('Ɲ', "N"),
    ('Ŧ', "T"),
    ('Ə', "E"),
    ('Ɛ', "E"),
    ('Ɓ', "B"),
    ('Ɣ', "G"),
    ('Ǥ', "G"),
    ('Ɨ', "I"),
    ('Ɩ', "I"),
    ('ĸ', "K"),
    ('Ƙ', "K"),
    ('Ʉ', "U"),
    ('Ʋ', "V"),
    ('Ƴ', "Y"),
    ('Ʒ', "Z"),
    ('Ƶ', "Z"),
];

/// Adds a character's spelling in A to Z; marks and signs add nothing. Says whether it is the
/// revenue agency's; `None` for a letter without a Latin base, and for digits.
pub(super) fn push(to: &mut String, c: char, spelling: Spelling) -> Option<bool> {
    if c.is_ascii_alphabetic() {
        to.push(c.to_ascii_uppercase());
        return Some(true);
    }
    // Unicode counts two of the apostrophes among the letters.
    if !c.is_alphanumeric() || matches!(c, 'ʼ' | 'ʻ') {
        return Some(!is_mark(c));
    }
    let upper = upper_case(c);
    let listed = |list: &[(char, &'static str)]| {
        let entry = list.iter().find(|(letter, _)| *letter == upper);
        entry.map(|(_, letters)| *letters)
    };
    let official = listed(OFFICIAL);
    let letters = match spelling {
        Spelling::Official => official,
        Spelling::Icao => listed(ICAO),
        Spelling::Base => None,
    };
    if let Some(letters) = letters.or_else(|| listed(BASE)) {
        to.push_str(letters);
    } else {
        let mut parts =
            DecomposingNormalizerBorrowed::new_nfd().normalize_iter(upper.to_uppercase());
        let base = parts.find(char::is_ascii_uppercase)?;
        to.push(base);
    }
    Some(official.is_some())
}

/// The letters of a text, nothing between them; what has no spelling stays as it is.
pub(super) fn folded(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        if push(&mut letters, c, Spelling::Base).is_none() {
            letters.extend(c.to_uppercase());
        }
    }
    letters
}

/// Letters and their marks in one character where there is one.
pub(super) fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc()
        .normalize_iter(text.chars())
        .collect()
}

/// A combining mark of the Latin alphabets.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A letter of the Latin script.
pub(super) fn is_latin(c: char) -> bool {
    let in_latin_blocks = matches!(c,
        'A'..='Z' | 'a'..='z' | 'À'..='\u{2af}' | '\u{1e00}'..='\u{1eff}'
        | '\u{2c60}'..='\u{2c7f}' | '\u{a722}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab69}');
    in_latin_blocks && c.is_alphabetic()
}

/// The capital, where it is one character; ß stays ß.
fn upper_case(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str, spelling: Spelling) -> Option<(String, bool)> {
        let mut letters = String::new();
        let mut official = true;
        for c in text.chars() {
            official &= push(&mut letters, c, spelling)?;
        }
        Some((letters, official))
    }

    #[test]
    fn the_circular_is_followed_to_the_letter() {
        for (letters, official) in [
            ("àáèéìíòóùú", "AAEEIIOOUU"),
            ("âäæçčêëîïôöœûüšžß", "AAEAECCEEIIOOEOEUUESZSS"),
            ("ÂÄÆÇČÊËÎÏÔÖŒÛÜŠŽẞ", "AAEAECCEEIIOOEOEUUESZSS"),
        ] {
            let expected = Some((official.to_owned(), true));
            assert_eq!(spelled(letters, Spelling::Official), expected, "{letters}");
        }
    }

    #[test]
    fn other_letters_give_their_base_and_say_so() {
        for (letter, base) in [
            ("ł", "L"),
            ("Đ", "D"),
            ("ø", "O"),
            ("ı", "I"),
            ("İ", "I"),
            ("ñ", "N"),
            ("å", "A"),
            ("ý", "Y"),
            ("ħ", "H"),
            ("þ", "TH"),
            ("ð", "D"),
            ("ſ", "S"),
            ("ŉ", "N"),
            ("ế", "E"),
            ("Ǘ", "U"),
            ("ǰ", "J"),
            ("ǆ", "DZ"),
            ("ə", "E"),
        ] {
            let expected = Some((base.to_owned(), false));
            assert_eq!(spelled(letter, Spelling::Official), expected, "{letter}");
        }
    }

    #[test]
    fn a_letter_without_a_latin_base_has_no_spelling() {
        for letter in ["Д", "王", "Ω", "ب", "ǃ", "5"] {
            for spelling in [Spelling::Official, Spelling::Icao, Spelling::Base] {
                assert_eq!(spelled(letter, spelling), None, "{letter}");
            }
        }
        assert_eq!(folded("Д王"), "Д王");
    }

    #[test]
    fn machine_readable_zones_and_base_letters() {
        let icao = spelled("ÄÅÖØÜÑßÞ", Spelling::Icao).map(|(letters, _)| letters);
        assert_eq!(icao.as_deref(), Some("AEAAOEOEUENSSTH"));
        assert_eq!(folded("Sant'Àgata-Ü. ß"), "SANTAGATAUSS");
    }
}
