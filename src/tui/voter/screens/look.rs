//! What every screen is written with: words, signs, and where it will stand.

use super::{Key, Keys};
use crate::consultation::{Consultation, Question};
use crate::i18n::{self, Arg, Language};
use crate::tui::facts::PrintState;
use crate::tui::reading::{Ink, Place, Reading};
use crate::tui::theme::Theme;
use crate::tui::voter::keys::Press;
use crate::tui::voter::sounds::address;

/// How things are said, and where they will be shown.
#[derive(Clone, Copy)]
pub(in crate::tui) struct Look<'a> {
    pub place: Place,
    pub language: Language,
    pub consultation: &'a Consultation,
}

impl Look<'_> {
    pub(in crate::tui) fn say(&self, key: &str) -> String {
        i18n::text(self.language, key)
    }

    pub(in crate::tui) fn say_with(&self, key: &str, values: &[(&str, Arg)]) -> String {
        i18n::text_with(self.language, key, values)
    }

    /// The text about a question, whose options are projects where they cost something.
    pub(super) fn say_of(&self, question: &Question, key: &str, values: &[(&str, Arg)]) -> String {
        let costs = question.options.iter().any(|o| o.cost.is_some());
        let what = if costs { "project" } else { "option" };
        let mut values = values.to_vec();
        values.push(("what", what.into()));
        i18n::text_with(self.language, key, &values)
    }

    /// One of two texts on blank answers: with one question the whole ballot is blank, with more
    /// of them the other answers stay.
    pub(super) fn blank_key(&self, ballot: &'static str, question: &'static str) -> &'static str {
        match self.consultation.questions.as_slice() {
            [_] => ballot,
            _ => question,
        }
    }

    /// A rank, from 0, as its box shows it: `1°`.
    pub(super) fn rank(&self, rank: usize) -> String {
        self.say_with("voter-rank", &[("rank", (rank + 1).into())])
    }

    /// Signs and colours.
    pub(in crate::tui) fn theme(&self) -> Theme {
        self.place.theme
    }

    /// "Page 1 of 2".
    pub(super) fn page_words(&self, page: usize, pages: usize) -> String {
        let values = [("page", page.into()), ("pages", pages.into())];
        self.say_with("common-page", &values)
    }

    /// How the slip on paper stands, in one line; nothing where there is no printer.
    pub(super) fn paper(&self, page: &mut Reading, state: &PrintState) {
        let (ink, key) = match state {
            PrintState::NoPrinter => return,
            PrintState::Going => (Ink::Text, "voter-paper-going"),
            PrintState::Printed => (Ink::Good, "voter-paper-printed"),
            // Why is the staff's concern: the voter hears what to do.
            PrintState::NotPrinted(_) => (Ink::Warn, "voter-paper-failed"),
        };
        page.text(ink, self.say(key));
        if *state == PrintState::Printed {
            page.heard_as(self.say("voter-heard-paper"));
        }
    }

    /// Where trackers can be looked up: nobody hears it letter by letter.
    pub(super) fn board(&self, page: &mut Reading, board: &str) {
        if !board.is_empty() {
            page.text(Ink::Key, board)
                .heard_as(address(self.language, board));
        }
    }

    /// An entry of the footer, from the keys of both texts; pointing at it is pressing it.
    pub(in crate::tui) fn key(&self, name: &str, does: &str) -> Key {
        Key {
            name: self.say(name),
            does: self.say(does),
            press: match name {
                "common-key-enter" => Some(Press::Forward),
                "common-key-back" => Some(Press::Back),
                "common-key-space" => Some(Press::Choose),
                _ => None,
            },
        }
    }

    /// A function key of the footer.
    pub(in crate::tui) fn function_key(&self, name: &str, does: &str, press: Press) -> Key {
        Key {
            name: name.to_owned(),
            does: self.say(does),
            press: Some(press),
        }
    }

    /// The footer of a screen whose rows are actions.
    pub(in crate::tui) fn action_keys(&self) -> Keys {
        vec![
            self.key("common-key-up-down", "common-do-move"),
            self.key("common-key-enter", "common-do-confirm"),
            self.key("common-key-back", "common-do-back"),
        ]
    }
}
