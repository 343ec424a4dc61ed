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

use super::{Look, below, standing};
use crate::consultation::{Method, Question};
use crate::tui::voter::booth::{Booth, Notice};
use crate::tui::voter::selections::Mark;
use crate::tui::widgets::{Choice, paragraph};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    booth: &Booth,
    (question, option): (usize, usize),
    focus: Option<u32>,
) {
    let theme = look.theme;
    let Some(asked) = look.consultation.questions.get(question) else {
        return;
    };
    let Some(shown) = asked.options.get(option) else {
        return;
    };
    let score = matches!(asked.method, Method::Score { .. });
    let ask = if score {
        "voter-amount-score"
    } else {
        "voter-amount-points"
    };
    let rest = paragraph(frame, area, theme.text(), &look.say_of(asked, ask, &[]));
    let rest = paragraph(frame, rest, theme.title(), shown.title.get(look.language));
    let count = standing::count(look, booth, question);
    let rest = paragraph(frame, rest, theme.text(), &count);
    let most = booth.selections.most(question, option).unwrap_or(0);
    let (how, style) = match booth.notice {
        Some(Notice::MoveFirst) => ("voter-amount-move-first", theme.bad()),
        _ if most < 10 => ("voter-amount-how-key", theme.key()),
        _ => ("voter-amount-how", theme.key()),
    };
    let rest = paragraph(frame, below(rest, 1), style, &look.say(how));

    let now = match booth.selections.mark(question, option) {
        Mark::Points(points) => Some(points),
        Mark::Score(score) => score,
        _ => None,
    };
    let rows = most.saturating_add(1);
    let per_page = page(rows, rest.height);
    let first = focus.unwrap_or(0) / per_page * per_page;
    let last = first.saturating_add(per_page).min(rows);
    let choices: Vec<Choice> = (first..last)
        .map(|n| Choice {
            number: usize::try_from(n).ok(),
            mark: Some(now == Some(n)),
            ..Choice::action(words(look, asked, n))
        })
        .collect();
    let on = focus.and_then(|f| usize::try_from(f - first).ok());
    look.choices(frame, rest, &choices, on);
    if per_page < rows {
        let values = [
            ("page", (first / per_page + 1).into()),
            ("pages", rows.div_ceil(per_page).into()),
        ];
        let line = Line::styled(look.say_with("common-page", &values), theme.dim());
        let foot = Rect {
            y: rest.bottom().saturating_sub(1),
            height: rest.height.min(1),
            ..rest
        };
        frame.render_widget(line.right_aligned(), foot);
    }
}

/// How many rows a page holds: all, or else one less than there is room for, at least one.
fn page(rows: u32, height: u16) -> u32 {
    if rows <= u32::from(height) {
        return rows;
    }
    u32::from(height.saturating_sub(1)).max(1)
}

/// What stands beside a number: points, or what the ends of the scores mean.
fn words(look: &Look<'_>, asked: &Question, n: u32) -> String {
    match asked.method {
        Method::Score { .. } if n == 0 => look.say("voter-amount-least"),
        Method::Score { max } if n == max => look.say("voter-amount-greatest"),
        Method::Score { .. } => String::new(),
        _ => look.say_with("voter-amount-unit", &[("n", n.into())]),
    }
}
