//! Keys while a question lies on top of the screen.

use super::Ending;
use super::booth::{Booth, Overlay, Screen};
use super::keys::Press;
use super::messages::VoterEffect;

impl Booth {
    /// The overlay was taken off; it is put back unless the key answers it.
    pub(super) fn press_overlay(&mut self, overlay: Overlay, press: Press) -> Vec<VoterEffect> {
        match overlay {
            Overlay::Leave { .. } | Overlay::Finish { .. } if press == Press::Language => {
                self.ask_language();
            }
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
