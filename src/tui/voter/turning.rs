//! Which page of a screen is shown, and what a key does to it.

use super::booth::{Booth, Overlay, Screen};
use super::keys::Press;
use super::messages::VoterEffect;
use super::screens;
use crate::tui::reading::Paging;
use std::mem::{Discriminant, discriminant};

/// Which screen is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Whereabouts {
    screen: Discriminant<Screen>,
    of: (usize, usize),
    overlay: Option<Discriminant<Overlay>>,
    about_an_option: bool,
    about_reading: bool,
}

impl Whereabouts {
    /// Whether it asks how the voter wants to read.
    fn is_about_reading(self) -> bool {
        self.about_reading
    }

    /// Whether a list lies behind it, to which the voter comes back.
    fn is_about_an_option(self) -> bool {
        self.about_an_option
    }
}

impl Booth {
    /// Turns the page where a screen has more of them; keys act on its last, where the rows are.
    pub(super) fn turn_or_press(&mut self, press: Press) -> Vec<VoterEffect> {
        if self.overlay == Some(Overlay::Idle) {
            // Any key answers, and everything is as it was left, the page too.
            return self.press(press);
        }
        let before = self.whereabouts();
        let was = screens::framed_here(self).paging();
        // Out of the questions of how to read one key leads, from any page.
        let out = press == Press::Back && before.is_about_reading();
        if !out && press.turns(&mut self.page, was) {
            return Vec::new();
        }
        let effects = self.press(press);
        // Who hears the screen again stays where they are.
        if press != Press::Again {
            self.follow(before, was, press);
        }
        effects
    }

    /// The page after a key: at the row with the focus, or where it says what the key did.
    fn follow(&mut self, before: Whereabouts, was: Paging, press: Press) {
        let whereabouts = self.whereabouts();
        let now = screens::framed_here(self).paging();
        let last = now.pages - 1;
        if whereabouts != before {
            // Back at a list that was read already, or at how to read: at the rows.
            let in_list = matches!(self.screen, Screen::List { .. }) && self.overlay.is_none();
            let back = in_list && before.is_about_an_option();
            self.page = if back || whereabouts.is_about_reading() {
                now.rows
            } else {
                0
            };
        } else if press.moves() && now.focus != was.focus {
            self.page = now.rows;
        } else if let Some(note) = now.note {
            self.page = note;
        } else if now.focus != was.focus || now.focus.is_none() {
            self.page = now.rows;
        } else {
            // The row may begin on another page than before.
            self.page = (now.rows + self.page.saturating_sub(was.rows)).min(last);
        }
    }

    /// Which screen this is, whatever has the focus on it.
    pub(super) fn whereabouts(&self) -> Whereabouts {
        let of = match &self.screen {
            Screen::List { question, .. } | Screen::Blank { question, .. } => (*question, 0),
            Screen::Details { question, option }
            | Screen::Amount {
                question, option, ..
            } => (*question, *option),
            Screen::Inside { page, .. } => (*page, 0),
            _ => (0, 0),
        };
        Whereabouts {
            screen: discriminant(&self.screen),
            of,
            overlay: self.overlay.as_ref().map(discriminant),
            about_an_option: matches!(
                self.screen,
                Screen::Details { .. } | Screen::Amount { .. } | Screen::Blank { .. }
            ) || self.overlay.is_some(),
            about_reading: matches!(
                self.overlay,
                Some(Overlay::Language { .. } | Overlay::Appearance { .. })
            ),
        }
    }
}
