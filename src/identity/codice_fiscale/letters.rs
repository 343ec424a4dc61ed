//! The letters of a code: which kind of character stands where, omocodia, check characters.
//!
//! Sources: DM 23 December 1976 n. 13813, as tabulated in `codice-fiscale.md`.

/// Positions, from 0, where the base code has a digit and an omocode may have a letter.
const NUMERIC: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];

/// Positions where every code has a letter.
const ALPHABETIC: [usize; 9] = [0, 1, 2, 3, 4, 5, 8, 11, 15];

/// The letter that replaces each digit, from 0, in an omocode. O and I are not among them: they
/// look like digits.
const OMOCODIA: &[u8; 10] = b"LMNPQRSTUV";

/// Values of the characters in odd places (the first, the third, ...): of digits, then of letters.
const ODD_DIGITS: [u8; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
const ODD_LETTERS: [u8; 26] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/// Values of all characters in the first, the second, the third, ... place, alternating.
const VALUES: [[u8; 256]; 2] = values();

/// The digit that a character of a numeric position stands for, or 0 if it cannot be there.
const DIGITS: [u8; 256] = digits();

const fn values() -> [[u8; 256]; 2] {
    let mut values = [[0; 256]; 2];
    let mut i: u8 = 0;
    while i < 26 {
        if i < 10 {
            values[0][(b'0' + i) as usize] = ODD_DIGITS[i as usize];
            values[1][(b'0' + i) as usize] = i;
        }
        values[0][(b'A' + i) as usize] = ODD_LETTERS[i as usize];
        values[1][(b'A' + i) as usize] = i;
        i += 1;
    }
    values
}

const fn digits() -> [u8; 256] {
    let mut digits = [0; 256];
    let mut i: u8 = 0;
    while i < 10 {
        let digit = b'0' + i;
        digits[digit as usize] = digit;
        digits[OMOCODIA[i as usize] as usize] = digit;
        i += 1;
    }
    digits
}

/// The code with digits in every numeric position; `None` if any character is in a position
/// where it cannot be.
pub(super) fn base_form(code: [u8; 16]) -> Option<[u8; 16]> {
    let mut base = code;
    for position in NUMERIC {
        base[position] = DIGITS[usize::from(code[position])];
    }
    let placed = NUMERIC.iter().all(|p| base[*p] != 0)
        && ALPHABETIC.iter().all(|p| base[*p].is_ascii_uppercase());
    placed.then_some(base)
}

/// The check character over the first 15 characters, as they are written: omocodia is not undone.
pub(super) fn check_character(code: &[u8; 16]) -> u8 {
    // At most 8 * 25 + 7 * 25: more than a byte holds.
    let sum: u16 = code[..15]
        .iter()
        .enumerate()
        .map(|(i, c)| u16::from(VALUES[i % 2][usize::from(*c)]))
        .sum();
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[usize::from(sum % 26)]
}

/// Whether the last of 11 digits checks the others: digits in even places are doubled, less 9 if
/// that exceeds 9; with the check digit the sum is a multiple of ten.
pub(super) fn check_digit_agrees(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .map(|d| u32::from(d.wrapping_sub(b'0')))
        .enumerate()
        .map(|(i, d)| match (i % 2, d * 2) {
            (0, _) => d,
            (_, twice @ 0..=9) => twice,
            (_, twice) => twice - 9,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_characters_of_known_codes() {
        for code in [
            b"MRTMTT91D08F205J",
            b"RSSMRA85T10A562S",
            b"MRTMTT91D08F20RE",
        ] {
            assert_eq!(check_character(code), code[15], "{code:?}");
        }
    }

    #[test]
    fn the_highest_sum_is_counted_in_full() {
        // Odd places X = 25, even places Z = 25: 375, and 375 mod 26 is 11.
        assert_eq!(check_character(b"XZXZXZXZXZXZXZX?"), b'L');
    }

    #[test]
    fn base_form_restores_digits_only_where_omocodia_puts_letters() {
        assert_eq!(base_form(*b"MRTMTTVMDLUFNLRM"), Some(*b"MRTMTT91D08F205M"));
        assert_eq!(base_form(*b"MRTMTT9OD08F205J"), None, "O is never a digit");
        assert_eq!(base_form(*b"MRTMTT9ID08F205J"), None, "I is never a digit");
        assert_eq!(
            base_form(*b"MRTMTT91408F205J"),
            None,
            "a digit for the month"
        );
    }

    #[test]
    fn check_digit_of_eleven() {
        assert!(check_digit_agrees(b"01234567897"));
        assert!(check_digit_agrees(b"92000123452"));
        assert!(!check_digit_agrees(b"01234567890"));
    }
}
