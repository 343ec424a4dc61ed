//! How a voter wants to read: kept from the first screen to the last, and forgotten with them.

use super::reading::Size;
use super::theme::Contrast;
use crate::i18n::Language;

/// Whether the screens are heard, and how quickly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Voice {
    /// Not at all.
    #[default]
    Off,
    /// Slowly.
    Slow,
    /// As people talk.
    Normal,
    /// For who is used to it.
    Fast,
}

/// How a voter wants to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Appearance {
    /// How large letters are.
    pub size: Size,
    /// Which colours.
    pub contrast: Contrast,
    /// Whether aloud.
    pub voice: Voice,
}

/// How the person at the screen reads: what they chose before the vote goes on into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reads {
    /// In which language.
    pub language: Language,
    /// How it looks and sounds.
    pub appearance: Appearance,
}

impl Appearance {
    /// The next size.
    pub fn next_size(&mut self) {
        self.size = match self.size {
            Size::Normal => Size::Large,
            Size::Large => Size::VeryLarge,
            Size::VeryLarge => Size::Normal,
        };
    }

    /// The next colours.
    pub fn next_contrast(&mut self) {
        let all = Contrast::ALL;
        let at = all.iter().position(|c| *c == self.contrast).unwrap_or(0);
        self.contrast = all[(at + 1) % all.len()];
    }

    /// The next voice: off, normal, slow, fast.
    pub fn next_voice(&mut self) {
        self.voice = match self.voice {
            Voice::Off => Voice::Normal,
            Voice::Normal => Voice::Slow,
            Voice::Slow => Voice::Fast,
            Voice::Fast => Voice::Off,
        };
    }
}
