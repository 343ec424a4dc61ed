//! The screens aloud: a new screen is said whole, a moved focus by its row alone.
//!
//! Invariant: nothing is said unless the voter turned the voice on, and what was being said stops with
//! the next key, with the voice, and with the voter.

use super::booth::Whereabouts;
use super::messages::{VoterEffect, VoterMsg};
use super::{Press, Stage, screens};
use crate::i18n::Language;
use crate::tui::appearance::Voice;
use crate::tui::reading::Heard;

/// What was said last.
#[derive(Default)]
pub(super) struct Spoken {
    last: Option<Said>,
}

#[derive(PartialEq)]
struct Said {
    at: Option<Whereabouts>,
    language: Language,
    voice: Voice,
    heard: Heard,
}

impl VoterMsg {
    /// Whether it asks to hear the screen again.
    pub(super) fn asks_again(&self) -> bool {
        match self {
            Self::Key(key) => Press::of(*key) == Some(Press::Again),
            Self::Pointed(press) => *press == Press::Again,
            _ => false,
        }
    }
}

impl Spoken {
    /// What is to be said now, after something happened.
    pub(super) fn follow(&mut self, stage: &Stage, again: bool) -> Option<VoterEffect> {
        let Some(now) = said(stage) else {
            return self.last.take().map(|_| VoterEffect::Hush);
        };
        let text = match &self.last {
            Some(last) if *last == now && !again => return None,
            Some(last) if !again && same_screen(last, &now) => changed(&last.heard, &now.heard),
            _ => whole(&now.heard),
        };
        let effect = VoterEffect::Say {
            language: now.language,
            voice: now.voice,
            text,
        };
        self.last = Some(now);
        Some(effect)
    }
}

fn same_screen(last: &Said, now: &Said) -> bool {
    last.at == now.at && last.language == now.language && last.voice == now.voice
}

/// What there is to hear; `None` without a voice.
fn said(stage: &Stage) -> Option<Said> {
    match stage {
        Stage::Voting(booth) => booth.speaks().then(|| Said {
            at: Some(booth.whereabouts()),
            language: booth.language,
            voice: booth.appearance.voice,
            heard: screens::heard(booth),
        }),
        Stage::Over(over) => (over.speaks && over.appearance.voice != Voice::Off).then(|| Said {
            at: None,
            language: over.language,
            voice: over.appearance.voice,
            heard: screens::heard_over(over),
        }),
    }
}

fn whole(heard: &Heard) -> String {
    let mut all = heard.text.clone();
    all.extend(heard.focus.clone());
    all.join("\n")
}

/// Sentences that are new, then the row with the focus if it is another one or says something else.
fn changed(last: &Heard, now: &Heard) -> String {
    let mut new: Vec<String> = now
        .text
        .iter()
        .filter(|t| !last.text.contains(t))
        .cloned()
        .collect();
    if now.focus != last.focus || new.is_empty() {
        new.splice(0..0, now.focus.clone());
    }
    new.join("\n")
}
