//! The sentence above the options: about the last key, about the option with the focus, or what
//! to do next. What is in the way comes first.
//!
//! Its two rows are kept free when there is nothing to say: the list below does not jump.

use super::Look;
use crate::consultation::{Method, Question};
use crate::i18n;
use crate::tui::reading::{Ink, Reading};
use crate::tui::voter::booth::{Booth, Notice};
use crate::tui::voter::selections::{Fit, Mark, Progress};

/// The rows that are kept.
const ROWS: u16 = 2;

/// Writes it for the list, with the option that has the focus, if one has.
pub(super) fn write(
    page: &mut Reading,
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    option: Option<usize>,
) {
    let warning = warning(look, booth, question, option);
    let sentence = match (warning, option) {
        (Some(text), _) => Some((Ink::Warn, text)),
        (None, Some(option)) => Some((Ink::Dim, advice(look, booth, question, option))),
        (None, None) => None,
    };
    page.kept(ROWS, sentence);
}

/// What is in the way, or what the last key changed.
pub(super) fn warning(
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    option: Option<usize>,
) -> Option<String> {
    let asked = look.consultation.questions.get(question)?;
    match booth.notice {
        Some(Notice::Full) => return Some(full(look, asked)),
        Some(Notice::NoLongerBlank) => {
            let key = look.blank_key("voter-notice-not-blank", "voter-notice-not-blank-question");
            return Some(look.say(key));
        }
        Some(Notice::TooDear | Notice::MoveFirst) | None => {}
    }
    let standing = booth.selections.standing(question)?;
    let money = euro(look, standing.money_left.map_or(0, |m| m.0));
    let least = match asked.method {
        Method::Approval { min, .. } => min,
        _ => 1,
    };
    if standing.stuck {
        let next = booth.selections.count(question) + 1;
        let values = [
            ("money", money.into()),
            ("next", next.into()),
            ("min", least.into()),
        ];
        let none_fits = standing.room.iter().all(|room| *room == 0);
        let key = if none_fits {
            "voter-notice-stuck"
        } else {
            "voter-notice-stuck-far"
        };
        return Some(look.say_of(asked, key, &values));
    }
    let option = option?;
    match booth.selections.fit(question, option) {
        Fit::Fits => None,
        Fit::TooDear => {
            let cost = asked.options.get(option)?.cost?;
            let values = [("cost", euro(look, cost.0).into()), ("money", money.into())];
            Some(look.say_of(asked, "voter-notice-too-dear", &values))
        }
        Fit::DeadEnd => {
            let values = [("min", least.into())];
            Some(look.say_of(asked, "voter-notice-dead-end", &values))
        }
    }
}

fn euro(look: &Look<'_>, cents: u64) -> String {
    i18n::euro(look.language, cents)
}

fn full(look: &Look<'_>, asked: &Question) -> String {
    let (key, values) = match &asked.method {
        Method::Approval { max, .. } => ("voter-notice-full", vec![("max", (*max).into())]),
        Method::Priority { weights, .. } => {
            let ranks = ("ranks", weights.len().into());
            ("voter-notice-full-priority", vec![ranks])
        }
        _ => ("voter-notice-full-points", Vec::new()),
    };
    look.say_of(asked, key, &values)
}

/// How to choose, then how to go on.
fn advice(look: &Look<'_>, booth: &Booth, question: usize, option: usize) -> String {
    let Some(asked) = look.consultation.questions.get(question) else {
        return String::new();
    };
    let selections = &booth.selections;
    if let Progress::Missing(_) = selections.progress(question) {
        let key = match asked.method {
            Method::Single | Method::Approval { .. } => "voter-advice-choose",
            Method::Points { .. } => "voter-advice-points",
            Method::Score { .. } => "voter-advice-score",
            Method::Priority { .. } => match selections.mark(question, option) {
                Mark::Rank(Some(_)) => "voter-advice-priority-back",
                _ => "voter-advice-priority",
            },
        };
        let rank = ("rank", (selections.count(question) + 1).into());
        return look.say_of(asked, key, &[rank]);
    }
    let standing = selections.standing(question);
    match standing.and_then(|s| Some((s, s.money_left?))) {
        Some((standing, money))
            if standing.left != Some(0) && standing.room.iter().all(|room| *room == 0) =>
        {
            let next = selections.count(question) + 1;
            let values = [("money", euro(look, money.0).into()), ("next", next.into())];
            look.say_of(asked, "voter-advice-no-money", &values)
        }
        _ => look.say("voter-advice-done"),
    }
}
