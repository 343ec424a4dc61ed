//! The whole ballot before it is sealed.
//!
//! ```text
//! Ecco la Sua scheda
//! Il voto non è ancora nell'urna: può cambiare tutto.
//!
//! Quali progetti vuole finanziare?
//!   [x] I sentieri dell'Unione (10.000 €)
//!   [x] ...
//!
//!    Cambio le mie scelte
//! →  Va bene: sigillo la mia scheda       only if nothing is missing
//! ```
//!
//! Where many questions do not fit, each shows only how many were chosen.

use super::{Look, below};
use crate::i18n;
use crate::tui::voter::booth::Booth;
use crate::tui::voter::selections::Progress;
use crate::tui::widgets::{lines_of, paragraph, wrap};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
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
        .map(|r| wrap(r, rest.width.saturating_sub(4)).len())
        .sum();
    let room = rest
        .height
        .saturating_sub(u16::try_from(needed).unwrap_or(u16::MAX).saturating_add(1));
    let questions = 0..look.consultation.questions.len();
    let lines = |whole| -> Vec<Line<'static>> {
        questions
            .clone()
            .flat_map(|q| answer(look, booth, q, rest.width, whole))
            .collect()
    };
    let mut answers = lines(true);
    if answers.len() > usize::from(room) {
        answers = lines(false);
    }
    let height = u16::try_from(answers.len()).unwrap_or(u16::MAX).min(room);
    frame.render_widget(Paragraph::new(answers), Rect { height, ..rest });
    look.actions(frame, below(rest, height), &rows, Some(focus));
}

/// One question with its answer; an empty line after it.
fn answer(
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    width: u16,
    whole: bool,
) -> Vec<Line<'static>> {
    let theme = look.theme;
    let Some(asked) = look.consultation.questions.get(question) else {
        return Vec::new();
    };
    let mut lines = lines_of(asked.title.get(look.language), width, theme.title());
    let indented = |text: &str, first: &str| -> Vec<String> {
        wrap(text, width.saturating_sub(6))
            .into_iter()
            .enumerate()
            .map(|(n, l)| format!("  {} {l}", if n == 0 { first } else { "   " }))
            .collect()
    };
    let progress = booth.selections.progress(question);
    let chosen: Vec<usize> = booth.selections.chosen(question).collect();
    let texts = match progress {
        Progress::Blank => indented(&look.say("voter-review-blank"), theme.check(true)),
        _ if chosen.is_empty() => vec![format!("  {}", look.say("voter-review-nothing"))],
        _ if whole => chosen
            .iter()
            .filter_map(|n| asked.options.get(*n))
            .flat_map(|option| {
                let title = option.title.get(look.language);
                let cost = option.cost.map(|c| i18n::euro(look.language, c.0));
                let text = cost.map_or(title.to_owned(), |c| format!("{title} ({c})"));
                indented(&text, theme.check(true))
            })
            .collect(),
        _ => vec![format!(
            "  {}",
            look.say_with("voter-review-count", &[("n", chosen.len().into())])
        )],
    };
    lines.extend(texts.into_iter().map(|t| Line::styled(t, theme.text())));
    if let Progress::Missing(n) = progress {
        let mut text = look.say_with("voter-review-missing", &[("n", n.into())]);
        if asked.blank_allowed && chosen.is_empty() {
            text = format!("{text} {}", look.say("voter-review-or-blank"));
        }
        lines.extend(lines_of(&text, width, theme.warn()));
    }
    lines.push(Line::default());
    lines
}

fn actions(look: &Look<'_>, booth: &Booth) -> Vec<String> {
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
    rows
}
