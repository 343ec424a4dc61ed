//! How many points, or what score, an option is given.
//!
//! ```text
//! Quanti punti dà a questo progetto?
//! I sentieri dell'Unione
//! Le restano 7 punti su 10
//!
//! Scelga con ↑ e ↓ e prema Invio, o prema il numero:
//!    0  [ ]  nessun punto
//! →  1  [x]  punto
//!    ...
//! ```
//!
//! Only the rows of one page are made: a question may have a million points.

use super::{Look, standing};
use crate::consultation::Method;
use crate::i18n::{self, Language};
use crate::tui::reading::{Ink, Reading, Rows};
use crate::tui::voter::booth::{Booth, Notice};
use crate::tui::voter::selections::Mark;
use crate::tui::widgets::Choice;
use std::sync::Arc;

pub(super) fn read(
    look: &Look<'_>,
    booth: &Booth,
    (question, option): (usize, usize),
    focus: Option<u32>,
) -> Reading {
    let mut page = Reading::default();
    let Some(asked) = look.consultation.questions.get(question) else {
        return page;
    };
    let Some(shown) = asked.options.get(option) else {
        return page;
    };
    let ask = match asked.method {
        Method::Score { .. } => "voter-amount-score",
        _ => "voter-amount-points",
    };
    let most = booth.selections.most(question, option).unwrap_or(0);
    let (how, ink) = match booth.notice {
        Some(Notice::MoveFirst) => ("voter-amount-move-first", Ink::Bad),
        _ if most < 10 => ("voter-amount-how-key", Ink::Key),
        _ => ("voter-amount-how", Ink::Key),
    };
    page.text(Ink::Text, look.say_of(asked, ask, &[]))
        .title(shown.title.get(look.language))
        .text(Ink::Text, standing::count(look, booth, question))
        .gap()
        .with_rows()
        .text(ink, look.say(how));
    let now = match booth.selections.mark(question, option) {
        Mark::Points(points) => Some(points),
        Mark::Score(score) => score,
        _ => None,
    };
    let score = match asked.method {
        Method::Score { max } => Some(max),
        _ => None,
    };
    let language = look.language;
    let row = move |n: u32| Choice {
        number: usize::try_from(n).ok(),
        mark: Some(now == Some(n)),
        ..Choice::action(words(language, score, n))
    };
    let rows = Rows::Counted(most.saturating_add(1), Arc::new(row));
    page.any_rows(rows, focus.and_then(|f| usize::try_from(f).ok()));
    page
}

/// What stands beside a number: points, or what the ends of the scores mean.
fn words(language: Language, score: Option<u32>, n: u32) -> String {
    match score {
        Some(_) if n == 0 => i18n::text(language, "voter-amount-least"),
        Some(max) if n == max => i18n::text(language, "voter-amount-greatest"),
        Some(_) => String::new(),
        None => i18n::text_with(language, "voter-amount-unit", &[("n", n.into())]),
    }
}
