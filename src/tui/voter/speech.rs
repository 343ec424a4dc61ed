//! The screens aloud: a new screen is said whole, a moved focus by its row alone, and keys once, when
//! they first do something.
//!
//! Invariants:
//! - nothing is said unless the person at the screen turned the voice on, and what was being said stops
//!   with the next key, with the voice, and with the person;
//! - while there is a voice no key is answered by silence, and a new screen ends with what to press.

use super::messages::VoterEffect;
use crate::i18n::{Language, text};
use crate::tui::appearance::{Reads, Voice};
use crate::tui::reading::{Heard, sentence};
use std::collections::BTreeSet;

/// The keys of a screen, as sentences.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::tui) struct HeardKeys {
    /// All of them, the most important first.
    pub all: Vec<String>,
    /// The one that leads on.
    pub main: Option<String>,
}

/// What can be heard now. `at`: two of the same are the same screen.
#[derive(PartialEq)]
pub(in crate::tui) struct Said<At> {
    pub at: At,
    pub reads: Reads,
    pub heard: Heard,
    pub keys: HeardKeys,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Why {
    /// The key that repeats the screen.
    Again,
    /// Another key. `answered`: it did something, even if it was what the key before did.
    Key {
        /// Whether there is an answer on the screen.
        answered: bool,
    },
    /// Something else.
    Event,
}

/// What was said last.
pub(in crate::tui) struct Spoken<At> {
    last: Option<(Said<At>, String)>,
    /// Keys that were told.
    told: BTreeSet<String>,
}

impl<At> Default for Spoken<At> {
    fn default() -> Self {
        Self {
            last: None,
            told: BTreeSet::new(),
        }
    }
}

impl<At: PartialEq> Spoken<At> {
    /// What is to be said now that something happened; `now` is `None` without a voice.
    pub(in crate::tui) fn follow(
        &mut self,
        now: Option<Said<At>>,
        why: Why,
    ) -> Option<VoterEffect> {
        let Some(now) = now else {
            return self.last.take().map(|_| VoterEffect::Hush);
        };
        let (language, voice) = (now.reads.language, now.reads.appearance.voice);
        let say = |text| {
            Some(VoterEffect::Say {
                language,
                voice,
                text,
            })
        };
        let text = match &self.last {
            Some((last, words)) if *last == now => match why {
                Why::Event => return None,
                Why::Key { answered: true } => return say(words.clone()),
                Why::Key { answered: false } => return say(dead(language, &now)),
                Why::Again => self.whole(&now, true),
            },
            Some((last, _)) if why != Why::Again && same_screen(last, &now) => {
                let new = changed(last, &now);
                self.with_new_keys(new, &now)
            }
            _ => self.whole(&now, why == Why::Again),
        };
        let text = match why {
            Why::Key { .. } if text.is_empty() => dead(language, &now),
            _ => text,
        };
        self.last = Some((now, text.clone()));
        say(text)
    }

    /// The screen, then its keys: all of them, or what was not told before and the one that leads on.
    fn whole(&mut self, now: &Said<At>, all: bool) -> String {
        let mut said = now.heard.text.clone();
        said.extend(now.heard.focus.clone());
        if all {
            self.told.extend(now.keys.all.iter().cloned());
            said.extend(now.keys.all.iter().cloned());
        } else {
            let main = now.keys.main.as_ref();
            let keys = now.keys.all.iter();
            said.extend(
                keys.filter(|k| self.told.insert((*k).clone()) || main == Some(*k))
                    .cloned(),
            );
        }
        said.join("\n")
    }

    /// With another row keys may do something else.
    fn with_new_keys(&mut self, mut said: Vec<String>, now: &Said<At>) -> String {
        let keys = now.keys.all.iter();
        said.extend(keys.filter(|k| self.told.insert((*k).clone())).cloned());
        said.join("\n")
    }
}

fn same_screen<At: PartialEq>(last: &Said<At>, now: &Said<At>) -> bool {
    last.at == now.at && last.reads.language == now.reads.language
}

/// Sentences that are new, then the row with the focus if it is another one or says something else.
fn changed<At>(last: &Said<At>, now: &Said<At>) -> Vec<String> {
    let (last, now) = (&last.heard, &now.heard);
    let mut new: Vec<String> = now
        .text
        .iter()
        .filter(|t| !last.text.contains(t))
        .cloned()
        .collect();
    if now.focus != last.focus || new.is_empty() {
        new.splice(0..0, now.focus.clone());
    }
    new
}

/// The answer to a key that does nothing here: so, and which does. Where none does, because something
/// is being done, the screen says that.
fn dead<At>(language: Language, now: &Said<At>) -> String {
    let Some(main) = &now.keys.main else {
        return now.heard.text.join("\n");
    };
    format!("{}\n{main}", sentence(&text(language, "heard-key-dead")))
}

/// Whether `reads` wants to hear, where there is a voice.
pub(in crate::tui) fn is_on(reads: Reads, voice: bool) -> bool {
    voice && reads.appearance.voice != Voice::Off
}
