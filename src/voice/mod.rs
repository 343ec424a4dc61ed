//! Speech: a text, said aloud in its language by a program of the machine.
//!
//! Invariants:
//! - A text goes to the program on its standard input and nowhere else: not in its arguments (`ps`
//!   shows those to anyone), not in a file, not in a log. What the program prints goes nowhere: it
//!   would wreck the screen. Texts waiting here are wiped when they have been handed over.
//! - The caller never waits: [`Voice::speak`] leaves the text in a box that holds one, and a thread
//!   of its own does the rest. A program that is missing, hangs, does not read or dies is a voice
//!   that is not heard ([`Voice::has_failed`]), and nothing else.
//! - The latest text wins. It silences the one before it at once, and is said when the focus has
//!   rested for [`SETTLE`]: ten moves in a second are one program, not ten.
//! - Nothing speaks that should not: the program is killed with all it started (its process group)
//!   when another text comes, at [`Voice::stop`], when it ends, and when the voice is dropped; it
//!   is always waited for. Only a kiosk that is itself killed leaves the text of that moment to be
//!   said to its end.
//!
//! Nothing is known here of screens: the text to say, saying it again, and asking whether the
//! headphones are on are theirs.

mod engine;
mod line;
mod pronouncing;
mod speaker;
mod wish;

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::thread;
use std::time::Duration;

pub use engine::{Engine, SettingError};
use wish::Wishes;

use crate::i18n::Language;

/// How long a text must have been the latest before it is said: longer than the pause between keys
/// pressed ten times a second, short enough to seem at once.
pub const SETTLE: Duration = Duration::from_millis(120);

/// How long a voice that is dropped waits, at most, for its program to be silenced and gone; usually
/// some milliseconds.
const FAREWELL: Duration = Duration::from_secs(5);

/// How fast texts are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Rate {
    /// For who hears or understands with difficulty.
    Slow,
    /// As one talks.
    #[default]
    Normal,
    /// For who listens to machines every day.
    Fast,
}

impl Rate {
    /// Words a minute.
    pub fn words_per_minute(self) -> u16 {
        match self {
            Self::Slow => 110,
            Self::Normal => 150,
            Self::Fast => 190,
        }
    }
}

/// A voice, or the silence where there is no engine. Shared by reference; dropped, it is silent.
pub struct Voice {
    wishes: Arc<Wishes>,
    available: bool,
}

impl Voice {
    /// A voice that speaks through `engine`; silent without one. No program runs before the first
    /// text.
    pub fn new(engine: Option<Engine>) -> Self {
        Self::settling(engine, SETTLE)
    }

    fn settling(engine: Option<Engine>, settle: Duration) -> Self {
        let wishes = Arc::new(Wishes::new(settle));
        let available = engine.is_some_and(|engine| {
            let wishes = Arc::clone(&wishes);
            // Without a thread there is no voice, and everything else goes on.
            thread::Builder::new()
                .name("voice".into())
                .spawn(move || speaker::run(&engine, &wishes))
                .is_ok()
        });
        Self { wishes, available }
    }

    /// Says `text` in place of whatever is being said. Line breaks are pauses; an empty text is
    /// silence. Beyond [`line::LIMIT`] bytes (a quarter of an hour of speech) the rest is not said.
    pub fn speak(&self, language: Language, text: &str) {
        if self.available {
            self.wishes.say(language, line::of(text));
        }
    }

    /// Silence, at once; what was waiting is forgotten.
    pub fn stop(&self) {
        self.wishes.hush();
    }

    /// How fast texts are said, from the next one on.
    pub fn set_rate(&self, rate: Rate) {
        self.wishes.set_rate(rate);
    }

    /// Whether there is an engine to speak through.
    pub fn is_available(&self) -> bool {
        self.available
    }

    /// Whether the last text that was neither interrupted nor stopped could not be said: the
    /// program did not start, did not read, or ended with an error. That something was heard only a
    /// person can tell: `espeak-ng` without a sound card ends as if it had spoken.
    pub fn has_failed(&self) -> bool {
        self.wishes.has_failed()
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.wishes.close();
        if self.available {
            self.wishes.wait_for_end(FAREWELL);
        }
    }
}
