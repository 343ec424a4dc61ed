//! Keys while a question lies on top of the screen.

use super::Ending;
use super::booth::{Booth, Overlay, Screen};
use super::keys::Press;
use super::messages::VoterEffect;
use crate::tui::appearance::Voice;

/// Rows of the appearance: size, colours, voice, done.
const LOOKS: usize = 4;

impl Overlay {
    /// The same question, with the focus on a row.
    fn on(self, row: usize) -> Self {
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

impl Booth {
    /// The overlay was taken off; it is put back unless the key answers it.
    pub(super) fn press_overlay(&mut self, overlay: Overlay, press: Press) -> Vec<VoterEffect> {
        // A row that is pointed at has the focus and is chosen.
        let (overlay, press) = match press {
            Press::Row(row) => (overlay.on(row), Press::Choose),
            press => (overlay, press),
        };
        match overlay {
            Overlay::Leave { .. } | Overlay::Finish { .. } | Overlay::Appearance { .. }
                if press == Press::Language =>
            {
                self.ask_language();
            }
            Overlay::Language { .. } if press == Press::Appearance => {
                self.language_next = true;
                self.overlay = Some(Overlay::Appearance { focus: 0 });
            }
            Overlay::Appearance { focus } => self.in_appearance(focus, press),
            Overlay::Headphones { focus } => self.in_headphones(focus, press),
            Overlay::Language { focus } => self.in_language(focus, press),
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

    fn in_language(&mut self, focus: usize, press: Press) {
        let languages = self.languages();
        let picked = match press {
            Press::Number(n) => languages.get(n - 1),
            _ if press.acts() => languages.get(focus),
            _ => None,
        };
        match picked {
            Some(language) => self.language = *language,
            None if matches!(press, Press::Back | Press::Choose | Press::Forward) => {}
            None => {
                let focus = press.moved(focus, languages.len());
                self.overlay = Some(Overlay::Language { focus });
            }
        }
    }

    fn in_appearance(&mut self, focus: usize, press: Press) {
        let focus = match press {
            Press::Number(n) if n <= LOOKS => n - 1,
            press => press.moved(focus, LOOKS),
        };
        let acts = press.acts() || matches!(press, Press::Number(n) if n <= LOOKS);
        if press == Press::Back || press == Press::Appearance || (acts && focus == LOOKS - 1) {
            // Whoever came from the choice of the language has still to make it.
            if std::mem::take(&mut self.language_next) {
                self.ask_language();
            }
            return;
        }
        self.overlay = Some(Overlay::Appearance { focus });
        match focus {
            0 if acts => self.appearance.next_size(),
            1 if acts => self.appearance.next_contrast(),
            2 if acts && self.can_speak() => {
                let was = self.appearance.voice;
                self.appearance.next_voice();
                // Others must not hear what is chosen: the first words ask for headphones.
                if was == Voice::Off {
                    self.overlay = Some(Overlay::Headphones { focus: 0 });
                }
            }
            _ => {}
        }
    }

    /// "No" turns the voice off again.
    fn in_headphones(&mut self, focus: usize, press: Press) {
        if press.acts() || press == Press::Back {
            if focus == 0 || press == Press::Back {
                self.appearance.voice = Voice::Off;
            }
            self.overlay = Some(Overlay::Appearance { focus: 2 });
        } else {
            self.overlay = Some(Overlay::Headphones {
                focus: press.moved(focus, 2),
            });
        }
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
