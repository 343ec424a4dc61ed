//! Fields that take digits and nothing else, one below the other.
//!
//! Invariant: nothing is taken for zero: every field is written before the form is done, so that a
//! key held down runs into the first empty one and stops.

use crate::tui::operator::choosing::{between_fields, field_after};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use zeroize::Zeroize;

/// No station has so many slips or points.
const MOST: u64 = 999_999;

/// Whole numbers that are typed. Wiped when dropped.
pub struct Numbers {
    fields: Vec<Option<u64>>,
    focus: usize,
}

impl Drop for Numbers {
    fn drop(&mut self) {
        self.fields.zeroize();
    }
}

/// What a key did to the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Nothing more.
    On,
    /// Enter on an empty field.
    Missing,
    /// Enter on the last field, and all are written.
    Done,
}

impl Numbers {
    /// So many empty fields.
    pub fn new(count: usize) -> Self {
        Self {
            fields: vec![None; count],
            focus: 0,
        }
    }

    /// The field with the focus.
    pub fn focus(&self) -> usize {
        self.focus
    }

    /// What is written so far, empty fields as zero.
    pub fn values(&self) -> Vec<u64> {
        self.fields.iter().map(|n| n.unwrap_or(0)).collect()
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent) -> Typed {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return Typed::Done;
        };
        let command = KeyModifiers::CONTROL | KeyModifiers::ALT;
        match key.code {
            KeyCode::Char(_) if key.modifiers.intersects(command) => {}
            KeyCode::Char(sign) => {
                if let Some(digit) = sign.to_digit(10) {
                    let longer = field.unwrap_or(0) * 10 + u64::from(digit);
                    if longer <= MOST {
                        *field = Some(longer);
                    }
                }
            }
            KeyCode::Backspace => *field = field.map(|n| n / 10).filter(|n| *n > 0),
            KeyCode::Delete => *field = None,
            KeyCode::Enter if field.is_none() => return Typed::Missing,
            KeyCode::Enter => return self.enter(),
            _ => {
                if let Some(forward) = between_fields(key) {
                    self.focus = field_after(self.focus, forward, self.fields.len());
                }
            }
        }
        Typed::On
    }

    /// To the next field; from the last one to the first that is empty.
    fn enter(&mut self) -> Typed {
        if self.focus + 1 < self.fields.len() {
            self.focus += 1;
            return Typed::On;
        }
        match self.fields.iter().position(Option::is_none) {
            Some(empty) => {
                self.focus = empty;
                Typed::Missing
            }
            None => Typed::Done,
        }
    }

    /// A field as it stands at the right end of its row; the one with the focus has a cursor.
    pub fn shown(&self, place: usize) -> String {
        let number = match self.fields.get(place) {
            Some(Some(n)) => n.to_string(),
            _ => String::new(),
        };
        let cursor = if place == self.focus { "_" } else { " " };
        format!("[{number:>6}{cursor}]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn press(numbers: &mut Numbers, code: KeyCode) -> Typed {
        numbers.key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn digits_only_and_nothing_stands_for_zero() {
        let mut numbers = Numbers::new(2);
        assert_eq!(press(&mut numbers, KeyCode::Enter), Typed::Missing);
        for sign in "1a-2 ²٣".chars() {
            press(&mut numbers, KeyCode::Char(sign));
        }
        assert_eq!(numbers.values(), [12, 0]);
        assert_eq!(press(&mut numbers, KeyCode::Enter), Typed::On);
        for _ in 0..20 {
            press(&mut numbers, KeyCode::Char('0'));
        }
        press(&mut numbers, KeyCode::Char('7'));
        assert_eq!(press(&mut numbers, KeyCode::Enter), Typed::Done);
        assert_eq!(numbers.values(), [12, 7]);
    }

    #[test]
    fn a_field_that_was_skipped_is_gone_back_to() {
        let mut numbers = Numbers::new(3);
        press(&mut numbers, KeyCode::Char('1'));
        press(&mut numbers, KeyCode::Down);
        press(&mut numbers, KeyCode::Down);
        press(&mut numbers, KeyCode::Char('2'));
        assert_eq!(press(&mut numbers, KeyCode::Enter), Typed::Missing);
        assert_eq!(numbers.focus(), 1);
    }

    proptest! {
        #[test]
        fn no_keys_write_more_than_six_digits(keys in "[0-9]{0,20}") {
            let mut numbers = Numbers::new(1);
            for sign in keys.chars() {
                press(&mut numbers, KeyCode::Char(sign));
            }
            prop_assert!(numbers.values()[0] <= MOST);
        }

        /// A key held down never finishes a form of more than one field.
        #[test]
        fn a_key_held_down_does_not_finish(digit in "[0-9]", times in 1..60usize) {
            let mut numbers = Numbers::new(2);
            press(&mut numbers, KeyCode::Char(digit.chars().next().unwrap()));
            for _ in 0..times {
                prop_assert_ne!(press(&mut numbers, KeyCode::Enter), Typed::Done);
            }
        }
    }
}
