//! The options of a question.
//!
//! ```text
//! Quali progetti vuole finanziare?
//! Ha scelto 1 di 3 (almeno 2)
//! what a score or a rank is worth, where there are any
//! one sentence: a notice, or what to do next
//!
//! →   1  [x]  I sentieri dell'Unione                10.000 €
//!     2  [ ]  ...                                    4.800 €
//!
//!    Scheda bianca: non scelgo nessun progetto
//!    Avanti: controllo la mia scheda
//! ```
//!
//! The two last rows stay at the bottom of every page.

use super::{Keys, Look, sentence, standing};
use crate::consultation::{Choosable, Method, Question};
use crate::i18n;
use crate::tui::reading::{Ink, Reading};
use crate::tui::voter::booth::Booth;
use crate::tui::voter::order::Order;
use crate::tui::voter::selections::{Fit, Mark};
use crate::tui::widgets::Choice;
use unicode_width::UnicodeWidthStr;

pub(super) fn read(look: &Look<'_>, booth: &Booth, question: usize, focus: usize) -> Reading {
    let mut page = Reading::default();
    let Some(asked) = look.consultation.questions.get(question) else {
        return page;
    };
    page.title(asked.title.get(look.language))
        .with_rows()
        .standing(
            standing::count(look, booth, question),
            standing::brief(look, booth, question),
        );
    if let Some(legend) = standing::legend(look, asked) {
        page.text(Ink::Dim, legend);
    }
    let options = asked.options.len();
    let place = Some(focus).filter(|f| *f < options);
    let option = place.map(|place| booth.option_at(question, place));
    sentence::write(&mut page, look, booth, question, option);
    let mut actions = Vec::new();
    if asked.blank_allowed {
        let key = look.blank_key("voter-list-blank", "voter-list-blank-question");
        actions.push(Choice {
            mark: Some(booth.selections.is_blank(question)),
            ..Choice::action(look.say_of(asked, key, &[]))
        });
    }
    let last = booth.reviewed || question + 1 == look.consultation.questions.len();
    actions.push(Choice::action(look.say(if last {
        "voter-list-review"
    } else {
        "voter-list-next"
    })));
    page.rows(rows(look, booth, question, asked), place);
    page.gap();
    page.rows(actions, focus.checked_sub(options));
    page
}

fn rows(look: &Look<'_>, booth: &Booth, question: usize, asked: &Question) -> Vec<Choice> {
    let limited = booth.selections.standing(question);
    let limited = limited.is_some_and(|s| s.money_left.is_some());
    let row = |(n, option): (usize, &Choosable)| {
        let (mark, sign) = held(look, booth, question, n);
        let fit = limited.then(|| booth.selections.fit(question, n));
        Choice {
            number: Some(n + 1),
            mark,
            sign,
            text: option.title.get(look.language).to_owned(),
            right: right(look, option, fit),
            apart: false,
        }
    };
    let order = booth.orders.get(question).into_iter();
    let options = order.flat_map(Order::options);
    let listed = options.filter_map(|n| Some((n, asked.options.get(n)?)));
    listed.map(row).collect()
}

/// The cost; after it, where money is limited, room for the word that says that it is too much.
/// The room is always kept: titles do not wrap anew with every choice.
fn right(look: &Look<'_>, option: &Choosable, fit: Option<Fit>) -> String {
    let cost = option.cost.map(|c| i18n::euro(look.language, c.0));
    let cost = cost.unwrap_or_default();
    let Some(fit) = fit else {
        return cost;
    };
    let words = ["voter-fit-too-dear", "voter-fit-dead-end"].map(|key| look.say(key));
    let width = words.iter().map(|w| w.width()).max().unwrap_or(0);
    let [too_dear, dead_end] = words;
    let word = match fit {
        Fit::Fits => String::new(),
        Fit::TooDear => too_dear,
        Fit::DeadEnd => dead_end,
    };
    format!("{cost}  {word:<width$}")
}

/// What the box of an option holds: a mark, or a sign as wide as that of every other.
pub(super) fn held(
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    option: usize,
) -> (Option<bool>, Option<String>) {
    let asked = look.consultation.questions.get(question);
    let widest = match asked.map(|q| &q.method) {
        Some(Method::Points { max_each, .. }) => max_each.to_string(),
        Some(Method::Score { max }) => max.to_string(),
        Some(Method::Priority { weights, .. }) => look.rank(weights.len().saturating_sub(1)),
        _ => String::new(),
    };
    let sign = match booth.selections.mark(question, option) {
        Mark::Chosen(chosen) => return (Some(chosen), None),
        Mark::Points(0) | Mark::Score(None) | Mark::Rank(None) => String::new(),
        Mark::Points(n) | Mark::Score(Some(n)) => n.to_string(),
        Mark::Rank(Some(rank)) => look.rank(rank),
    };
    let width = widest.width().max(1);
    (None, Some(format!("{sign:>width$}")))
}

pub(super) fn keys(look: &Look<'_>, question: usize, focus: usize) -> Keys {
    let asked = look.consultation.questions.get(question);
    let asked = asked.filter(|q| focus < q.options.len());
    let mut keys = vec![look.key("common-key-up-down", "common-do-move")];
    if let Some(asked) = asked {
        keys.push(look.key("common-key-space", does(asked)));
        keys.push(look.key("common-key-enter", "voter-key-read"));
    } else {
        keys.push(look.key("common-key-enter", "common-do-next"));
    }
    keys.push(look.key("common-key-back", "common-do-back"));
    keys
}

/// What the key that chooses does.
pub(super) fn does(question: &Question) -> &'static str {
    match question.method {
        Method::Single | Method::Approval { .. } => "voter-key-choose",
        Method::Points { .. } => "voter-key-amount",
        Method::Score { .. } => "voter-key-score",
        Method::Priority { .. } => "voter-key-order",
    }
}
