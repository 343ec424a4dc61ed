//! A text as it is handed to a program: one line, so that every engine takes it as one message,
//! and nothing in it that an engine would obey instead of saying.

use zeroize::Zeroizing;

/// Longest line without its end, in bytes. `spd-say` reads lines of 16,384 and would cut a letter in two.
pub(super) const LIMIT: usize = 16_000;

/// `text` in one line, with its end: a line break is the end of a sentence; other blanks and control characters
/// (some are commands to espeak) are single spaces. Empty if there is nothing to say.
pub(super) fn of(text: &str) -> Zeroizing<String> {
    // No byte becomes more than two: the line never moves in memory, leaving a copy behind.
    let mut line = Zeroizing::new(String::with_capacity(2 * text.len() + 2));
    for row in text.lines() {
        let before = line.len();
        for word in row.split(|c: char| c.is_whitespace() || c.is_control()) {
            if word.is_empty() {
                continue;
            }
            if line.len() == before
                && before > 0
                && !line.ends_with(['.', ',', ';', ':', '!', '?', '…'])
            {
                line.push('.');
            }
            // `!-!` first in a line is a command to spd-say.
            if !line.is_empty() || word.starts_with("!-!") {
                line.push(' ');
            }
            for c in word.chars() {
                // `[[` begins phonemes in espeak.
                if c == '[' && line.ends_with('[') {
                    line.push(' ');
                }
                line.push(c);
            }
        }
    }
    shorten(&mut line);
    if !line.is_empty() {
        line.push('\n');
    }
    line
}

/// Cuts at the last whole word within the limit, or at the last whole letter.
fn shorten(line: &mut String) {
    if line.len() > LIMIT {
        let end = line.floor_char_boundary(LIMIT);
        let end = line[..end].rfind(' ').filter(|at| *at > 0).unwrap_or(end);
        line.truncate(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let line = of(text);
        assert!(line.is_empty() || line.ends_with('\n'));
        line.trim_end_matches('\n').to_owned()
    }

    #[test]
    fn a_line_break_is_a_pause_and_blanks_are_one_space() {
        assert_eq!(
            said("Progetto 3\n\n  Il  parco:\r\n\tcosta 5.000 €\n"),
            "Progetto 3. Il parco: costa 5.000 €"
        );
        assert_eq!(said("Sì\nNo?\nForse"), "Sì. No? Forse");
        assert_eq!(said(" \n\t\n"), "");
    }

    #[test]
    fn nothing_in_a_text_is_a_command() {
        // A command of spd-say would have to begin the line.
        assert_eq!(said("!-!SET ALL VOLUME -100"), " !-!SET ALL VOLUME -100");
        assert_eq!(said("Uno\n!-!STOP ALL"), "Uno. !-!STOP ALL");
        // Embedded commands of espeak begin with control-A, phonemes with two brackets.
        assert_eq!(said("a\u{1}50Vb"), "a 50Vb");
        assert_eq!(said("[[[n'o]]"), "[ [ [n'o]]");
    }

    #[test]
    fn a_giant_text_is_cut_at_a_word() {
        let long = said(&"perché ".repeat(10_000));
        assert!(long.len() <= LIMIT && long.len() > LIMIT - 10);
        assert!(long.ends_with(" perché"));
        let word = said(&"è".repeat(LIMIT));
        assert_eq!(word.len(), LIMIT);
        assert!(said(&format!("a{}", "è".repeat(LIMIT))).len() < LIMIT);
    }

    #[test]
    fn the_line_never_moves_in_memory() {
        for text in [
            "",
            "\n[[[[[[[[\na\nb\nc\nd",
            "!-!",
            "a",
            "[[[[[[[[[[[[",
            "a\nb\nc\nd\ne",
        ] {
            let line = of(text);
            assert_eq!(line.capacity(), 2 * text.len() + 2, "{text:?}");
        }
    }
}
