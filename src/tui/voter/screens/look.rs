//! What every screen is drawn with: signs and colours, words, rows.

use super::Keys;
use crate::consultation::{Consultation, Question};
use crate::i18n::{self, Arg, Language};
use crate::tui::theme::Theme;
use crate::tui::widgets::{Choice, choice_list};
use ratatui::Frame;
use ratatui::layout::Rect;

/// How things are drawn and said.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub(super) theme: Theme,
    pub(super) language: Language,
    pub(super) consultation: &'a Consultation,
}

impl Look<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        i18n::text(self.language, key)
    }

    pub(super) fn say_with(&self, key: &str, values: &[(&str, Arg)]) -> String {
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

    /// An entry of the footer, from the keys of both texts.
    pub(super) fn key(&self, name: &str, does: &str) -> (String, String) {
        (self.say(name), self.say(does))
    }

    /// The footer of a screen whose rows are actions.
    pub(super) fn action_keys(&self) -> Keys {
        vec![
            self.key("common-key-up-down", "common-do-move"),
            self.key("common-key-enter", "common-do-confirm"),
            self.key("common-key-back", "common-do-back"),
        ]
    }

    /// Rows that are actions, and what is left below them.
    pub(super) fn actions(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        rows: &[String],
        focus: Option<usize>,
    ) -> Rect {
        let rows: Vec<Choice> = rows.iter().map(Choice::action).collect();
        self.choices(frame, area, &rows, focus)
    }

    pub(super) fn choices(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        rows: &[Choice],
        focus: Option<usize>,
    ) -> Rect {
        choice_list(frame, area, self.theme, rows, focus, |page, pages| {
            self.say_with(
                "common-page",
                &[("page", page.into()), ("pages", pages.into())],
            )
        })
    }
}
