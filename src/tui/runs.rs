//! Scanners are keyboards: their keys are told from a hand's by the time between them.
//!
//! Invariant: every key is passed on once, in order; a key of a run is marked as one, so that it
//! reaches fields only and never chooses, confirms or goes on: a card that is read at the wrong
//! moment changes nothing.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::time::{Duration, Instant};

/// A key is held back so long, to see whether others follow. No hand is as quick for five keys.
pub const HELD: Duration = Duration::from_millis(35);

/// A run that has begun goes on over pauses of this length: the machine may be busy.
const GOES_ON: Duration = Duration::from_millis(150);

/// So many keys make a run.
const KEYS: usize = 5;

/// So many times the same key is no scanner: somebody holds it down.
const HELD_DOWN: usize = 12;

/// A key, and whether it is part of a run.
pub type Passed = (KeyEvent, bool);

/// Finds runs among keys.
#[derive(Default)]
pub struct Runs {
    held: Vec<KeyEvent>,
    last: Option<Instant>,
    running: bool,
}

impl Runs {
    /// Whether keys are held back: after [`HELD`] without another, [`Runs::rest`] passes them on.
    pub fn is_holding(&self) -> bool {
        !self.held.is_empty()
    }

    /// Takes a key that came at a time; gives the keys that can be passed on.
    pub fn take(&mut self, key: KeyEvent, at: Instant) -> Vec<Passed> {
        let pause = self.last.map(|last| at.saturating_duration_since(last));
        let within = |limit| pause.is_some_and(|pause| pause <= limit);
        let writes = writes(key);
        self.running &= writes && within(GOES_ON);
        let follows = within(HELD);
        self.last = Some(at);
        if self.running {
            return vec![(key, true)];
        }
        let mut passed = if follows && writes {
            Vec::new()
        } else {
            self.rest()
        };
        if !writes {
            passed.push((key, false));
            return passed;
        }
        self.held.push(key);
        let differ = self.held.iter().any(|k| k.code != key.code);
        if self.held.len() >= KEYS && differ {
            self.running = true;
            passed.extend(
                std::mem::take(&mut self.held)
                    .into_iter()
                    .map(|k| (k, true)),
            );
        } else if self.held.len() >= HELD_DOWN {
            passed.extend(self.rest());
        }
        passed
    }

    /// Nothing followed: what was held back was pressed by hand.
    pub fn rest(&mut self) -> Vec<Passed> {
        let held = std::mem::take(&mut self.held);
        held.into_iter().map(|key| (key, false)).collect()
    }
}

/// Whether a scanner sends such a key: signs, and Enter or Tab after them.
fn writes(key: KeyEvent) -> bool {
    let plain = KeyModifiers::SHIFT.contains(key.modifiers);
    plain && matches!(key.code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(sign: char) -> KeyEvent {
        let code = if sign == '\n' {
            KeyCode::Enter
        } else {
            KeyCode::Char(sign)
        };
        KeyEvent::new(code, KeyModifiers::NONE)
    }

    /// Keys with the milliseconds before each; as the terminal's reader does, what is held back
    /// is passed on when nothing follows.
    fn run(keys: &[(char, u64)]) -> String {
        let mut runs = Runs::default();
        let mut at = Instant::now();
        let mut passed = Vec::new();
        for (sign, pause) in keys {
            let pause = Duration::from_millis(*pause);
            if pause > HELD && runs.is_holding() {
                passed.extend(runs.rest());
            }
            at += pause;
            passed.extend(runs.take(key(*sign), at));
        }
        passed.extend(runs.rest());
        // Keys of a run in upper case.
        let shown = |(key, swift): Passed| match key.code {
            KeyCode::Char(c) if swift => c.to_ascii_uppercase(),
            KeyCode::Char(c) => c,
            _ if swift => '!',
            _ => '.',
        };
        passed.into_iter().map(shown).collect()
    }

    fn at(pause: u64, text: &str) -> Vec<(char, u64)> {
        text.chars().map(|c| (c, pause)).collect()
    }

    #[test]
    fn scanners_run_and_hands_do_not() {
        for pause in [0, 1, 20, 30] {
            assert_eq!(run(&at(pause, "rssmra85\n")), "RSSMRA85!", "{pause} ms");
        }
        for pause in [40, 80, 300] {
            assert_eq!(run(&at(pause, "112233\n")), "112233.", "{pause} ms");
        }
        assert_eq!(run(&at(1, "1\n")), "1.", "a quick pair of keys");
        assert_eq!(run(&at(5, "0000000000")), "0000000000", "a key held down");
        let mut runs = Runs::default();
        let begun = Instant::now();
        let passed: usize = (0..40)
            .map(|n| {
                runs.take(key('0'), begun + n * Duration::from_millis(30))
                    .len()
            })
            .sum();
        assert!(
            passed >= 28,
            "is not held back until it is let go: {passed}"
        );
    }

    #[test]
    fn a_run_goes_on_over_a_stutter_and_ends_with_a_pause() {
        let mut keys = at(1, "rssmra");
        keys.extend([('8', 120), ('5', 140), ('\n', 1), ('1', 151), ('\n', 400)]);
        assert_eq!(run(&keys), "RSSMRA85!1.");
    }

    proptest! {
        #[test]
        fn every_key_comes_once_and_in_order(
            keys in proptest::collection::vec(("[a-z0-9\n]", 0_u64..300), 0..60),
        ) {
            let keys: Vec<(char, u64)> =
                keys.into_iter().map(|(c, pause)| (c.chars().next().unwrap(), pause)).collect();
            let typed: String = keys.iter().map(|(c, _)| if *c == '\n' { '.' } else { *c }).collect();
            let passed = run(&keys).to_ascii_lowercase().replace('!', ".");
            prop_assert_eq!(passed, typed);
        }
    }
}
