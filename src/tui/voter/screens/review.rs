//! The whole ballot before it is sealed.
//!
//! ```text
//! Ecco la Sua scheda
//! Il voto non è ancora nell'urna: può cambiare tutto.
//!
//! the answers in words
//!
//!    Cambio le mie scelte
//! →  Va bene: sigillo la mia scheda       only if nothing is missing
//! ```
//!
//! Where all answers do not fit, the rows stay at the bottom of the screen, and above them is the
//! answer to the question whose row has the focus, or else all answers in brief. With too many
//! questions even for that, each row says whether its question is done, and above them stand the
//! answer to the question whose row has the focus and what to do next.

use super::{Look, answer, below};
use crate::tui::voter::booth::Booth;
use crate::tui::voter::selections::Progress;
use crate::tui::widgets::{Choice, lines_of, paragraph, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    booth: &Booth,
    focus: usize,
) {
    let theme = look.theme;
    let rest = paragraph(frame, area, theme.title(), &look.say("voter-review-title"));
    let rest = below(
        paragraph(frame, rest, theme.text(), &look.say("voter-review-not-yet")),
        1,
    );
    let rows = actions(look, booth);
    let needed: usize = rows
        .iter()
        .map(|r| wrap(&r.text, rest.width.saturating_sub(4)).len())
        .sum();
    let room = usize::from(rest.height).saturating_sub(needed);
    if let Some(answers) = answer::all(look, booth, rest.width, room, true) {
        let height = u16::try_from(answers.len()).unwrap_or(rest.height);
        frame.render_widget(Paragraph::new(answers), Rect { height, ..rest });
        look.choices(frame, below(rest, height), &rows, Some(focus));
        return;
    }
    let brief = answer::all(look, booth, rest.width, room.saturating_sub(1), false);
    let in_focus = if focus < look.consultation.questions.len() {
        let answer = answer::part(look, booth, focus, rest.width, 0..usize::MAX);
        Some(answer).filter(|lines| lines.len() <= room)
    } else {
        None
    };
    let hint = in_focus.is_none();
    let Some(answers) = in_focus
        .or_else(|| brief.clone())
        .filter(|_| brief.is_some())
    else {
        return draw_states(frame, rest, look, booth, rows, focus);
    };
    let lines = u16::try_from(answers.len()).unwrap_or(rest.height);
    frame.render_widget(Paragraph::new(answers), rest);
    if hint && look.consultation.questions.len() > 1 {
        let line = below(rest, lines);
        paragraph(frame, line, theme.dim(), &look.say("voter-review-look"));
    }
    let top = u16::try_from(room).unwrap_or(rest.height);
    look.choices(frame, below(rest, top), &rows, Some(focus));
}

/// Rows with the state of their questions; above them the answer in focus, as far as there is room,
/// then the next step. The rows stay where they are, whatever has the focus.
fn draw_states(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    booth: &Booth,
    rows: Vec<Choice>,
    focus: usize,
) {
    let rows = rows.into_iter().enumerate();
    let rows: Vec<Choice> = rows
        .map(|(question, row)| Choice {
            right: state(look, booth, question),
            ..row
        })
        .collect();
    let height = rows.iter().map(|row| height(row, &rows, area.width)).sum();
    let room = usize::from(area.height).saturating_sub(height);
    let mut advice = if booth.selections.first_missing().is_some() {
        let text = look.say("voter-review-complete");
        lines_of(&text, area.width, look.theme.warn())
    } else if focus >= look.consultation.questions.len() {
        lines_of(&look.say("voter-review-look"), area.width, look.theme.dim())
    } else {
        Vec::new()
    };
    advice.truncate(room);
    let mut lines = in_focus(look, booth, focus, area.width, room - advice.len());
    lines.extend(advice);
    frame.render_widget(Paragraph::new(lines), area);
    let top = u16::try_from(room).unwrap_or(area.height);
    look.choices(frame, below(area, top), &rows, Some(focus));
}

/// Lines that a row takes in the list, beside the states.
fn height(row: &Choice, all: &[Choice], width: u16) -> usize {
    let widest = all.iter().map(|r| r.right.width()).max().unwrap_or(0);
    let right = if row.right.is_empty() { 0 } else { widest + 2 };
    let right = u16::try_from(right + 4).unwrap_or(u16::MAX);
    wrap(&row.text, width.saturating_sub(right)).len()
}

/// The answer to the question in focus, in full or in brief; cut where even that has no room.
/// Nothing for the row that confirms.
fn in_focus(
    look: &Look<'_>,
    booth: &Booth,
    focus: usize,
    width: u16,
    room: usize,
) -> Vec<Line<'static>> {
    let full = answer::part(look, booth, focus, width, 0..usize::MAX);
    if full.len() <= room {
        return full;
    }
    let mut brief = answer::in_brief(look, booth, focus, width);
    brief.truncate(room);
    brief
}

/// Whether a question is done; nothing beside the row that confirms.
fn state(look: &Look<'_>, booth: &Booth, question: usize) -> String {
    if question >= look.consultation.questions.len() {
        return String::new();
    }
    look.say(match booth.selections.progress(question) {
        Progress::Missing(_) => "voter-review-todo",
        Progress::Complete => "voter-review-done",
        Progress::Blank => look.blank_key("voter-review-blank", "voter-review-blank-question"),
    })
}

fn actions(look: &Look<'_>, booth: &Booth) -> Vec<Choice> {
    let complete = booth.selections.first_missing().is_none();
    let mut rows: Vec<String> = match look.consultation.questions.as_slice() {
        [_] if complete => vec![look.say("voter-review-change")],
        [_] => vec![look.say("voter-review-choose")],
        many => many
            .iter()
            .map(|q| {
                let title = q.title.get(look.language);
                look.say_with("voter-review-change-one", &[("question", title.into())])
            })
            .collect(),
    };
    if complete {
        rows.push(look.say("voter-review-confirm"));
    }
    rows.into_iter().map(Choice::action).collect()
}
