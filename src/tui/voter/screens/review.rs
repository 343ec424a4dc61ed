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
//! questions even for that, each row says whether its question is done.

use super::{Look, answer, below};
use crate::tui::voter::booth::Booth;
use crate::tui::voter::selections::Progress;
use crate::tui::widgets::{Choice, paragraph, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Paragraph;

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
    look.choices(frame, area, &rows, Some(focus));
}

/// Whether a question is done; nothing beside the row that confirms.
fn state(look: &Look<'_>, booth: &Booth, question: usize) -> String {
    if question >= look.consultation.questions.len() {
        return String::new();
    }
    look.say(match booth.selections.progress(question) {
        Progress::Missing(_) => "voter-review-todo",
        Progress::Complete => "voter-review-done",
        Progress::Blank => "voter-review-blank",
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
