//! A paper in rows of so many columns.
//!
//! Invariant: no row is wider than the paper, whatever the text; nothing of a text is left out.

use super::paper::Item;
use super::{Columns, Paper, Style};
use zeroize::Zeroizing;

/// One row, or a QR code.
pub(super) enum Row<'a> {
    Text(Zeroizing<String>, Style),
    Qr(&'a str),
}

/// The rows of a paper; `letters` says how a text is written.
pub(super) fn rows(
    paper: &Paper,
    columns: Columns,
    letters: impl Fn(&str) -> String,
) -> Vec<Row<'_>> {
    let width = usize::from(columns.count());
    let mut all = Vec::new();
    for item in &paper.0 {
        match item {
            Item::Text(text, style) => {
                let text = Zeroizing::new(letters(text));
                let (style, room) = match style {
                    // On narrow paper what is copied stays on one row, less wide.
                    Style::Code if text.chars().count() > width / 2 => (Style::Title, width),
                    Style::Code => (Style::Code, width / 2),
                    other => (*other, width),
                };
                all.extend(wrap(&text, room).map(|row| Row::Text(row, style)));
            }
            Item::Pair(name, value) => {
                let pair = pair(&letters(name), &letters(value), width);
                all.extend(pair.into_iter().map(|row| Row::Text(row, Style::Plain)));
            }
            Item::Gap => all.push(Row::Text(Zeroizing::default(), Style::Plain)),
            Item::Rule => {
                let rule = Zeroizing::new("_".repeat(width));
                all.push(Row::Text(rule, Style::Plain));
            }
            Item::Qr(holds) => all.push(Row::Qr(holds)),
        }
    }
    all
}

/// A text in rows, broken at spaces. A row keeps the indent of its line; a word that is wider than
/// a row is broken after a `-` or a `/` if it has one.
fn wrap(text: &str, width: usize) -> impl Iterator<Item = Zeroizing<String>> {
    let mut rows = Vec::new();
    for line in text.split('\n') {
        let indent = line.chars().take_while(|c| *c == ' ').count();
        let indent = " ".repeat(indent.min(width / 2));
        let room = width - indent.len();
        let mut row = Zeroizing::new(String::with_capacity(4 * width));
        for word in line.split_whitespace().flat_map(|word| pieces(word, room)) {
            let used = row.chars().count();
            if used == 0 {
                row.push_str(&word);
            } else if used + 1 + word.chars().count() <= room {
                row.push(' ');
                row.push_str(&word);
            } else {
                rows.push(Zeroizing::new(format!("{indent}{}", *row)));
                row.clear();
                row.push_str(&word);
            }
        }
        rows.push(Zeroizing::new(format!("{indent}{}", *row)));
    }
    rows.into_iter()
}

/// A word in pieces that fit.
fn pieces(word: &str, room: usize) -> Vec<Zeroizing<String>> {
    let signs: Zeroizing<Vec<char>> = Zeroizing::new(word.chars().collect());
    let mut rest = &signs[..];
    let mut all = Vec::new();
    while rest.len() > room {
        let cut = rest[..room]
            .iter()
            .rposition(|c| matches!(c, '-' | '/'))
            .map_or(room, |at| at + 1);
        all.push(Zeroizing::new(rest[..cut].iter().collect()));
        rest = &rest[cut..];
    }
    all.push(Zeroizing::new(rest.iter().collect()));
    all
}

/// A name and, at the right end of its last row, a value; below it if there is no room.
fn pair(name: &str, value: &str, width: usize) -> Vec<Zeroizing<String>> {
    let indent = name.chars().take_while(|c| *c == ' ').count();
    let needed = value.chars().count() + 1;
    if needed > width / 2 && name.chars().count() + needed > width {
        let mut rows: Vec<_> = wrap(name, width).collect();
        rows.extend(wrap(&format!("  {value}"), width));
        return rows;
    }
    let mut rows: Vec<_> = wrap(name, width.saturating_sub(needed)).collect();
    if rows.len() > 1 && indent == 0 {
        // Rows that go on are set in, so that the value is seen to belong to the first.
        rows = wrap(name, width - needed - 2).collect();
        for row in rows.iter_mut().skip(1) {
            row.insert_str(0, "  ");
        }
    }
    if let Some(last) = rows.last_mut() {
        let used = last.chars().count();
        let gap = " ".repeat(width.saturating_sub(used + value.chars().count()));
        last.push_str(&gap);
        last.push_str(value);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        wrap(text, width).map(|row| row.to_string()).collect()
    }

    #[test]
    fn a_tracker_breaks_between_its_groups() {
        assert_eq!(
            wrapped("K7QM-2X9D-4HTW-P3VA", 16),
            ["K7QM-2X9D-4HTW-", "P3VA"]
        );
        assert_eq!(wrapped("K7QM-2X9D-4HTW-P3VA", 21), ["K7QM-2X9D-4HTW-P3VA"]);
    }

    #[test]
    fn values_end_at_the_right() {
        assert_eq!(
            *pair("Urna", "12", 32)[0],
            format!("Urna{}12", " ".repeat(26))
        );
        let long = pair("di cui con residenza dichiarata al banco", "3", 32);
        assert_eq!(long.len(), 2);
        assert!(long.iter().all(|row| row.chars().count() <= 32));
        assert!(long[1].starts_with("  ") && long[1].ends_with(" 3"));
    }

    proptest! {
        #[test]
        fn nothing_is_too_wide_and_nothing_is_lost(text in "[a-zàè/ \n-]{0,200}", width in 8usize..50) {
            let rows = wrapped(&text, width);
            prop_assert!(rows.iter().all(|row| row.chars().count() <= width), "{rows:?}");
            let signs = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(signs(&rows.concat()), signs(&text));
        }

        #[test]
        fn pairs_fit_too(name in "[a-z ]{1,80}", value in "[0-9a-z]{1,60}", width in 32usize..49) {
            let rows = pair(&name, &value, width);
            prop_assert!(rows.iter().all(|row| row.chars().count() <= width));
        }
    }
}
