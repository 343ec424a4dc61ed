//! The options of a question.
//!
//! ```text
//! Quali progetti vuole finanziare?
//! Ha scelto 1 di 3 (almeno 2)
//! a notice, if the last key asks for one; else what to do next
//!
//! →   1  [x]  I sentieri dell'Unione                10.000 €
//!     2  [ ]  ...                                    4.800 €
//!
//!    Scheda bianca: non scelgo nessun progetto
//!    Avanti: controllo la mia scheda
//! ```
//!
//! The two last rows stay at the bottom of every page.

use super::{Keys, Look, below};
use crate::i18n;
use crate::tui::voter::booth::{Booth, Notice};
use crate::tui::voter::selections::{Progress, bounds};
use crate::tui::widgets::{Choice, paragraph};
use ratatui::Frame;
use ratatui::layout::Rect;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    focus: usize,
) {
    let Some(asked) = look.consultation.questions.get(question) else {
        return;
    };
    let rest = paragraph(
        frame,
        area,
        look.theme.title(),
        asked.title.get(look.language),
    );
    let rest = paragraph(
        frame,
        rest,
        look.theme.text(),
        &count(look, booth, question),
    );
    let rest = if booth.notice.is_some() || focus >= asked.options.len() {
        notice(frame, rest, look, booth, question)
    } else {
        advice(frame, rest, look, booth, question)
    };

    let rows: Vec<Choice> = asked
        .options
        .iter()
        .enumerate()
        .map(|(n, option)| Choice {
            number: Some(n + 1),
            mark: Some(booth.selections.is_chosen(question, n)),
            text: option.title.get(look.language).to_owned(),
            right: option
                .cost
                .map(|c| i18n::euro(look.language, c.0))
                .unwrap_or_default(),
            apart: false,
        })
        .collect();
    let mut actions = Vec::new();
    if asked.blank_allowed {
        let mark = Some(booth.selections.is_blank(question));
        actions.push(Choice {
            mark,
            ..Choice::action(look.say("voter-list-blank"))
        });
    }
    let last = booth.reviewed || question + 1 == look.consultation.questions.len();
    actions.push(Choice::action(look.say(if last {
        "voter-list-review"
    } else {
        "voter-list-next"
    })));
    let kept = u16::try_from(actions.len()).unwrap_or(0) + 1;

    let options = asked.options.len();
    let top = Rect {
        height: rest.height.saturating_sub(kept),
        ..rest
    };
    let left = look.choices(frame, top, &rows, Some(focus));
    let bottom = Rect {
        y: left.y + 1,
        height: kept - 1,
        ..rest
    }
    .intersection(rest);
    look.choices(frame, bottom, &actions, focus.checked_sub(options));
}

/// "Ha scelto 1 di 3 (almeno 2)", after "question 1 of 2" where there are several.
pub(super) fn count(look: &Look<'_>, booth: &Booth, question: usize) -> String {
    let questions = look.consultation.questions.len();
    let Some(asked) = look.consultation.questions.get(question) else {
        return String::new();
    };
    let (min, max) = bounds(asked);
    let n = booth.selections.count(question);
    let count = if booth.selections.is_blank(question) {
        look.say("voter-count-blank")
    } else if min == max {
        look.say_with("voter-count-exact", &[("n", n.into()), ("max", max.into())])
    } else {
        look.say_with(
            "voter-count-range",
            &[("n", n.into()), ("max", max.into()), ("min", min.into())],
        )
    };
    if questions < 2 {
        return count;
    }
    let place = [
        ("n", (question + 1).into()),
        ("questions", questions.into()),
    ];
    format!("{}. {count}", look.say_with("voter-list-question", &place))
}

/// What to do next, where no notice has anything to say: how to choose, then how to go on.
fn advice(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
) -> Rect {
    let key = match booth.selections.progress(question) {
        Progress::Missing(_) => "voter-advice-choose",
        _ => "voter-advice-done",
    };
    let two = Rect {
        height: area.height.min(2),
        ..area
    };
    paragraph(frame, two, look.theme.dim(), &look.say(key));
    below(area, 2)
}

/// The sentence about the last key. Its rows are kept free when there is none: the list below
/// does not jump.
pub(super) fn notice(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
) -> Rect {
    let max = look
        .consultation
        .questions
        .get(question)
        .map_or(0, |q| bounds(q).1);
    let text = match booth.notice {
        Some(Notice::Full) => look.say_with("voter-notice-full", &[("max", max.into())]),
        Some(Notice::NoLongerBlank) => look.say("voter-notice-not-blank"),
        Some(Notice::MoveFirst) | None => String::new(),
    };
    let two = Rect {
        height: area.height.min(2),
        ..area
    };
    paragraph(frame, two, look.theme.warn(), &text);
    below(area, 2)
}

pub(super) fn keys(look: &Look<'_>, question: usize, focus: usize) -> Keys {
    let options = look
        .consultation
        .questions
        .get(question)
        .map_or(0, |q| q.options.len());
    let mut keys = vec![look.key("common-key-up-down", "common-do-move")];
    if focus < options {
        keys.push(look.key("common-key-space", "voter-key-choose"));
        keys.push(look.key("common-key-enter", "voter-key-read"));
    } else {
        keys.push(look.key("common-key-enter", "common-do-next"));
    }
    keys.push(look.key("common-key-back", "common-do-back"));
    keys
}
