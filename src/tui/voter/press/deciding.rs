//! Keys once the tracker was offered: cast, change, or open.
//!
//! Invariant: a sealed ballot leaves the offer once, by one of the three ways; neither casting
//! nor opening is what a key does that was pressed once too often.

use crate::tui::voter::booth::{Booth, Notice, Screen};
use crate::tui::voter::keys::Press;
use crate::tui::voter::messages::VoterEffect;
use crate::tui::voter::selections::Selections;

/// Rows of the offer: cast, change, open.
const ROWS: usize = 3;

impl Booth {
    pub(super) fn in_offer(&mut self, focus: Option<usize>, press: Press) -> Vec<VoterEffect> {
        match (press, focus) {
            (Press::Up | Press::Down, now) => {
                let first = if press == Press::Up { ROWS - 1 } else { 0 };
                let next = now.map_or(first, |f| press.moved(f, ROWS));
                if let Screen::Offer { focus, .. } = &mut self.screen {
                    *focus = Some(next);
                }
                Vec::new()
            }
            (Press::Choose | Press::Forward, Some(0)) => self.cast(),
            (Press::Choose | Press::Forward, Some(1)) | (Press::Back, _) => {
                self.open_review();
                vec![VoterEffect::WipeSeal]
            }
            (Press::Choose | Press::Forward, Some(_)) => {
                let sealed = self.take_sealed();
                self.screen = Screen::AskOpen { sealed, focus: 0 };
                Vec::new()
            }
            (Press::Choose | Press::Forward, None) => {
                self.notice = Some(Notice::MoveFirst);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// From here on there is no way back to a choice, so the choices are forgotten.
    fn cast(&mut self) -> Vec<VoterEffect> {
        let sealed = self.take_sealed();
        self.selections.forget();
        self.screen = Screen::Casting { sealed };
        vec![VoterEffect::Cast]
    }

    pub(super) fn in_ask_open(&mut self, focus: usize, press: Press) -> Vec<VoterEffect> {
        if press.acts() && focus == 1 {
            let sealed = self.take_sealed();
            self.screen = Screen::Opening { sealed };
            return vec![VoterEffect::Open];
        }
        if press.acts() || press == Press::Back {
            let sealed = self.take_sealed();
            self.screen = Screen::Offer {
                sealed,
                focus: None,
            };
        } else if let Screen::AskOpen { focus, .. } = &mut self.screen {
            *focus = press.moved(*focus, 2);
        }
        Vec::new()
    }

    /// Through what was in the opened ballot, and then to its code.
    pub(super) fn in_inside(&mut self, page: usize, press: Press) {
        let pages = self.pages_inside().len();
        let next = match press {
            Press::Back => page.saturating_sub(1),
            press if press.acts() => page + 1,
            _ => return,
        };
        let sealed = self.take_sealed();
        self.screen = if next < pages {
            Screen::Inside { sealed, page: next }
        } else {
            Screen::Opened { sealed, focus: 0 }
        };
    }

    pub(super) fn in_opened(&mut self, focus: usize, press: Press) {
        if press.acts() && focus == 1 {
            self.vote_again();
        } else if press.acts() || press == Press::Back {
            let sealed = self.take_sealed();
            self.screen = Screen::Inside { sealed, page: 0 };
        } else if let Screen::Opened { focus, .. } = &mut self.screen {
            *focus = press.moved(*focus, 2);
        }
    }

    /// The list again, with nothing chosen: who casts what they have just published has no
    /// secret vote.
    fn vote_again(&mut self) {
        self.selections = Selections::new(&self.consultation);
        self.reviewed = false;
        self.open_list(0);
    }
}
