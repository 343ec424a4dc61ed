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
//! Where there is no room for the answers, not even in brief, each row says whether its question
//! is done.

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
    let room = usize::from(rest.height).saturating_sub(needed + 1);
    if let Some(answers) = answer::all(look, booth, rest.width, room) {
        let height = u16::try_from(answers.len()).unwrap_or(rest.height);
        frame.render_widget(Paragraph::new(answers), Rect { height, ..rest });
        look.choices(frame, below(rest, height), &rows, Some(focus));
    } else {
        let rows = rows.into_iter().enumerate();
        let rows: Vec<Choice> = rows
            .map(|(question, row)| Choice {
                right: state(look, booth, question),
                ..row
            })
            .collect();
        look.choices(frame, rest, &rows, Some(focus));
    }
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
