//! Loading, against a small file that is right, and against what can be wrong with it.

mod digitale_bene_comune;
mod wrong;

use super::{ConfigErrors, parse};
use crate::consultation::{Cents, Consultation, Order};
use proptest::prelude::*;

/// A whole consultation: two questions, one of them with money.
const RIGHT: &str = include_str!("right.toml");

fn read(text: &str) -> Result<Consultation, ConfigErrors> {
    parse(text, "c.toml")
}

/// `RIGHT` with one piece of text, which must be there once, replaced by another.
fn with(from: &str, to: &str) -> String {
    assert_eq!(RIGHT.matches(from).count(), 1, "once in right.toml: {from}");
    RIGHT.replace(from, to)
}

/// Line, from 1, on which a piece of text starts.
fn line_of(text: &str, piece: &str) -> usize {
    let at = text
        .find(piece)
        .unwrap_or_else(|| panic!("not there: {piece}"));
    text[..at].matches('\n').count() + 1
}

#[test]
fn what_is_right_is_read() {
    let c = read(RIGHT).unwrap();
    assert_eq!(c.questions.len(), 2);
    assert_eq!(
        c.questions[0].options[1]
            .cost
            .map(Cents::decimal)
            .as_deref(),
        Some("5000.50")
    );
    assert_eq!(c.questions[1].options[0].cost, None);
}

#[test]
fn line_ends_of_windows_do_not_move_lines() {
    assert!(read(&RIGHT.replace('\n', "\r\n")).is_ok());
    assert!(
        read(&format!("\u{feff}{RIGHT}")).is_ok(),
        "the mark that editors put first"
    );
    let text = with("min_age = 16", "min_age = 160");
    let line = line_of(&text, "min_age");
    let error = read(&text.replace('\n', "\r\n")).unwrap_err();
    assert_eq!(error.0[0].line, line);
}

#[test]
fn errors_are_shown_with_file_and_line() {
    let text =
        with("batch_min = 10", "batch_min = 0").replace("pin_tries = 5", "pin_tries = \"5\"");
    let line = line_of(&text, "batch_min");
    assert_eq!(
        read(&text).unwrap_err().to_string(),
        format!(
            "c.toml:{line}: `batch_min`: expected a whole number, at least 1, found 0\n\
             c.toml:{}: `pin_tries`: expected a whole number, at least 1, found \"5\"",
            line + 2
        )
    );
}

/// Without any line that says something, the file is refused.
#[test]
fn nothing_has_a_default() {
    for (gone, said) in RIGHT.lines().enumerate() {
        // A translation may be left out.
        if said.is_empty() || said.starts_with('#') || said.starts_with("en = ") {
            continue;
        }
        let rest = RIGHT.lines().enumerate().filter(|(i, _)| *i != gone);
        let text: Vec<&str> = rest.map(|(_, line)| line).collect();
        assert!(read(&text.join("\n")).is_err(), "without {said}");
    }
}

#[test]
fn options_stand_in_their_order_or_are_shuffled() {
    let order = |line: &str| {
        let blank = "blank_allowed = true";
        read(&with(blank, &format!("{blank}\n{line}"))).map(|c| c.questions[0].order)
    };
    assert_eq!(order("").unwrap(), None);
    assert_eq!(order("order = \"listed\"").unwrap(), None);
    assert_eq!(
        order("order = \"shuffled\"").unwrap(),
        Some(Order::Shuffled)
    );
    let wrong = order("order = \"random\"").unwrap_err().to_string();
    assert!(
        wrong.contains("expected \"listed\" or \"shuffled\""),
        "{wrong}"
    );
}

#[test]
fn a_folder_without_the_file_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    let errors = super::load(dir.path()).unwrap_err();
    assert_eq!(errors.0.len(), 1);
    assert!(errors.0[0].file.ends_with("consultation.toml"));
}

proptest! {
    /// Any text, which is hardly ever TOML.
    #[test]
    fn no_text_panics(text in "\\PC{0,200}") {
        prop_assert!(!read(&text).unwrap_err().0.is_empty());
    }

    /// Texts made of the pieces of TOML, which often are.
    #[test]
    fn no_toml_panics(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "[", "]", "[[", "]]", "{", "}", ".", ",", "=", "\n", " ", "\"", "'", "\"\"\"", "\\u",
                "a", "id", "title", "it", "areas", "questions", "options", "budget", "1", "-", "1.5",
                "true", "2022-09-01", "\u{feff}", "#", "\r\n", "è", "\"x\"", "0x", "inf", "+",
            ]),
            0..40,
        )
    ) {
        prop_assert!(!read(&pieces.concat()).unwrap_err().0.is_empty());
    }

    /// A right file with a piece of it overwritten: read, or refused with lines that exist.
    #[test]
    fn no_damage_panics(at in 0_usize..RIGHT.len(), length in 0_usize..20, put in "\\PC{0,6}") {
        let end = (at + length).min(RIGHT.len());
        prop_assume!(RIGHT.is_char_boundary(at) && RIGHT.is_char_boundary(end));
        let text = format!("{}{put}{}", &RIGHT[..at], &RIGHT[end..]);
        if let Err(errors) = read(&text) {
            prop_assert!(!errors.0.is_empty());
            let lines = text.matches('\n').count() + 1;
            prop_assert!(errors.0.iter().all(|e| (1..=lines).contains(&e.line)));
        }
    }
}
