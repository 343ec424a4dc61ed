//! A key that is held down is one press.
//!
//! Terminals that do not tell repeats from presses send a press, nothing for a quarter of a second
//! or more, and then the same key again and again at a pace that no hand has. The first of these
//! cannot be told from a second press; all that follow can. Keys that a program sends at once, or as
//! answers to what it reads, have no such pause before them and stay presses.

use crossterm::event::{KeyEvent, KeyEventKind};
use std::time::{Duration, Instant};

/// Time between repeats: 92 a second and more are a program's, 16 and less a hand's.
const PACE: std::ops::Range<Duration> = Duration::from_millis(11)..Duration::from_millis(60);

/// Time before the first repeat.
const DELAY: std::ops::Range<Duration> = Duration::from_millis(180)..Duration::from_millis(1200);

/// Finds repeats among presses.
#[derive(Default)]
pub struct Held {
    last: Option<(KeyEvent, Instant)>,
    /// Whether the next of the same key, at that pace, is a repeat.
    expects: bool,
}

impl Held {
    /// The key, marked as a repeat if it is one. Voters' screens take no notice of repeats.
    pub fn told(&mut self, key: KeyEvent, at: Instant) -> KeyEvent {
        let before = self.last.replace((key, at));
        let same = before.filter(|(k, _)| k.code == key.code && k.modifiers == key.modifiers);
        let gap = same.map(|(_, then)| at.saturating_duration_since(then));
        let repeats = self.expects && gap.is_some_and(|gap| PACE.contains(&gap));
        self.expects = repeats || gap.is_some_and(|gap| DELAY.contains(&gap));
        let kind = if repeats {
            KeyEventKind::Repeat
        } else {
            key.kind
        };
        KeyEvent { kind, ..key }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyModifiers};

    /// How many presses there are in keys with the milliseconds before each.
    fn presses(keys: &[(KeyCode, u64)]) -> usize {
        let mut held = Held::default();
        let mut at = Instant::now();
        let told = keys.iter().map(|(code, pause)| {
            at += Duration::from_millis(*pause);
            held.told(KeyEvent::new(*code, KeyModifiers::NONE), at).kind
        });
        told.filter(|kind| *kind == KeyEventKind::Press).count()
    }

    #[test]
    fn a_train_of_repeats_is_no_train_of_presses() {
        for (delay, pace) in [(250, 33), (500, 30), (660, 40), (200, 20), (1000, 50)] {
            let mut keys = vec![(KeyCode::Down, 900), (KeyCode::Down, delay)];
            keys.extend([(KeyCode::Down, pace); 60]);
            assert_eq!(presses(&keys), 2, "{delay} ms, then every {pace} ms");
            keys.push((KeyCode::Enter, pace));
            assert_eq!(presses(&keys), 3, "another key");
        }
    }

    #[test]
    fn hands_and_programs_press_as_often_as_they_do() {
        for pause in [0, 1, 5, 45, 70, 100, 170, 1500] {
            assert_eq!(
                presses(&[(KeyCode::Down, pause); 20]),
                20,
                "every {pause} ms"
            );
        }
        // Slowly, then quickly: a hand's quickest is slower than any repeat.
        let mut keys = vec![(KeyCode::Down, 400); 3];
        keys.extend([(KeyCode::Down, 75); 5]);
        assert_eq!(presses(&keys), 8);
        let both = [(KeyCode::Down, 300), (KeyCode::Enter, 40)].repeat(10);
        assert_eq!(presses(&both), 20);
    }
}
