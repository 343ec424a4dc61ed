//! Keys while a question lies on top of the screen. The questions about how one reads are the same on
//! the screen where a person confirms.

use super::Ending;
use super::booth::{Booth, Overlay, Screen};
use super::keys::Press;
use super::messages::VoterEffect;
use crate::i18n::Language;
use crate::tui::appearance::{Appearance, Voice};

/// Rows of the appearance: size, colours, voice, done.
const LOOKS: usize = 4;

impl Overlay {
    /// The same question, with the focus on a row.
    pub(in crate::tui) fn on(self, row: usize) -> Self {
        match self {
            Self::Language { .. } => Self::Language { focus: row },
            Self::Appearance { .. } => Self::Appearance { focus: row },
            Self::Headphones { .. } => Self::Headphones { focus: row },
            Self::Leave { .. } => Self::Leave { focus: row },
            Self::Finish { .. } => Self::Finish { focus: row },
            Self::Idle => Self::Idle,
        }
    }
}

/// What the questions about reading change.
pub(in crate::tui) struct Tastes<'a> {
    pub language: &'a mut Language,
    pub appearance: &'a mut Appearance,
    /// The language is still to be chosen, once the appearance is.
    pub language_next: &'a mut bool,
    /// Languages to choose from.
    pub languages: Vec<Language>,
    /// Whether the machine has a voice.
    pub can_speak: bool,
}

impl Tastes<'_> {
    /// The choice of the language, with the one on the screen in focus.
    pub(in crate::tui) fn ask_language(&self) -> Overlay {
        let now = self.languages.iter().position(|l| l == self.language);
        Overlay::Language {
            focus: now.unwrap_or(0),
        }
    }

    /// Takes a key while one of these questions lies on the screen; the question that lies there
    /// then.
    pub(in crate::tui) fn answer(&mut self, asked: Overlay, press: Press) -> Option<Overlay> {
        match asked {
            Overlay::Language { .. } if press == Press::Appearance => {
                *self.language_next = true;
                Some(Overlay::Appearance { focus: 0 })
            }
            Overlay::Language { focus } => self.in_language(focus, press),
            Overlay::Appearance { .. } if press == Press::Language => Some(self.ask_language()),
            Overlay::Appearance { focus } => self.in_appearance(focus, press),
            Overlay::Headphones { focus } => Some(self.in_headphones(focus, press)),
            other => Some(other),
        }
    }

    fn in_language(&mut self, focus: usize, press: Press) -> Option<Overlay> {
        let picked = match press {
            Press::Number(n) => self.languages.get(n.wrapping_sub(1)),
            _ if press.acts() => self.languages.get(focus),
            _ => None,
        };
        match picked {
            Some(language) => *self.language = *language,
            None if press.acts() || press == Press::Back => {}
            None => {
                let focus = press.moved(focus, self.languages.len());
                return Some(Overlay::Language { focus });
            }
        }
        None
    }

    fn in_appearance(&mut self, focus: usize, press: Press) -> Option<Overlay> {
        let focus = match press {
            Press::Number(n) if n <= LOOKS => n - 1,
            press => press.moved(focus, LOOKS),
        };
        let acts = press.acts() || matches!(press, Press::Number(n) if n <= LOOKS);
        if press == Press::Back || press == Press::Appearance || (acts && focus == LOOKS - 1) {
            // Whoever came from the choice of the language has still to make it.
            return std::mem::take(self.language_next).then(|| self.ask_language());
        }
        match focus {
            0 if acts => self.appearance.next_size(),
            1 if acts => self.appearance.next_contrast(),
            2 if acts && self.can_speak => {
                let was = self.appearance.voice;
                self.appearance.next_voice();
                // Others must not hear what is chosen: the first words ask for headphones.
                if was == Voice::Off {
                    return Some(Overlay::Headphones { focus: 0 });
                }
            }
            _ => {}
        }
        Some(Overlay::Appearance { focus })
    }

    /// "No" turns the voice off again.
    fn in_headphones(&mut self, focus: usize, press: Press) -> Overlay {
        if press.acts() || press == Press::Back {
            if focus == 0 || press == Press::Back {
                self.appearance.voice = Voice::Off;
            }
            return Overlay::Appearance { focus: 2 };
        }
        Overlay::Headphones {
            focus: press.moved(focus, 2),
        }
    }
}

impl Booth {
    pub(super) fn tastes(&mut self) -> Tastes<'_> {
        Tastes {
            languages: self.languages(),
            can_speak: self.can_speak(),
            language: &mut self.language,
            appearance: &mut self.appearance,
            language_next: &mut self.language_next,
        }
    }

    /// The overlay was taken off; it is put back unless the key answers it.
    pub(super) fn press_overlay(&mut self, overlay: Overlay, press: Press) -> Vec<VoterEffect> {
        // A row that is pointed at has the focus and is chosen.
        let (overlay, press) = match press {
            Press::Row(row) => (overlay.on(row), Press::Choose),
            press => (overlay, press),
        };
        match overlay {
            Overlay::Leave { .. } | Overlay::Finish { .. } if press == Press::Language => {
                self.ask_language();
            }
            Overlay::Language { .. } if press == Press::Leave && self.can_leave() => {
                self.overlay = Some(Overlay::Leave { focus: 0 });
            }
            Overlay::Appearance { .. } | Overlay::Headphones { .. } | Overlay::Language { .. } => {
                self.overlay = self.tastes().answer(overlay, press);
            }
            Overlay::Leave { focus } => {
                if press.acts() && focus == 1 && self.can_leave() {
                    return self.end(Ending::Left);
                }
                if !press.acts() && press != Press::Back {
                    self.overlay = Some(Overlay::Leave {
                        focus: press.moved(focus, 2),
                    });
                }
            }
            Overlay::Finish { focus } => {
                if press.acts() && focus == 1 && matches!(self.screen, Screen::Slip { .. }) {
                    return self.end(Ending::Voted);
                }
                if !press.acts() && press != Press::Back {
                    self.overlay = Some(Overlay::Finish {
                        focus: press.moved(focus, 2),
                    });
                }
            }
            // Somebody is there: the key says only that.
            Overlay::Idle => {}
        }
        Vec::new()
    }

    /// Whether the voter can still go without voting: not while the ballot goes into the box or
    /// is being opened, and not after it went into the box.
    pub(super) fn can_leave(&self) -> bool {
        !matches!(
            self.screen,
            Screen::Casting { .. }
                | Screen::Opening { .. }
                | Screen::Slip { .. }
                | Screen::CastFailed
        )
    }
}
