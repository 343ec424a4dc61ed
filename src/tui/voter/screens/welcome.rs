//! How many to choose, and what happens to the vote.
//!
//! ```text
//! Benvenuti al voto
//!
//! Scelga almeno 2 e al massimo 3 progetti su 10.
//! Se non vuole scegliere, può votare scheda bianca.
//!
//! • secret   • can be changed   • no hurry   • five keys
//!
//! Cominci premendo Invio.
//! ```

use super::{Look, below};
use crate::consultation::Question;
use crate::tui::voter::selections::bounds;
use crate::tui::widgets::paragraph;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>) {
    let theme = look.theme;
    let rest = paragraph(frame, area, theme.title(), &look.say("voter-welcome-title"));
    let mut rest = below(rest, 1);
    let questions = &look.consultation.questions;
    let how_many = match questions.as_slice() {
        [one] => how_many(look, one),
        many => look.say_with("voter-welcome-questions", &[("n", many.len().into())]),
    };
    rest = paragraph(frame, rest, theme.title(), &how_many);
    if questions.iter().any(|q| q.blank_allowed) {
        rest = paragraph(frame, rest, theme.text(), &look.say("voter-welcome-blank"));
    }
    rest = below(rest, 1);
    for key in [
        "voter-welcome-secret",
        "voter-welcome-change",
        "voter-welcome-calm",
        "voter-welcome-keys",
    ] {
        let bullet = Rect {
            width: rest.width.min(2),
            height: rest.height.min(1),
            ..rest
        };
        frame.render_widget(Line::styled(theme.bullet(), theme.key()), bullet);
        let text = Rect {
            x: rest.x + bullet.width,
            width: rest.width - bullet.width,
            ..rest
        };
        let left = paragraph(frame, text, theme.text(), &look.say(key));
        rest = Rect {
            y: left.y,
            height: left.height,
            ..rest
        };
    }
    paragraph(
        frame,
        below(rest, 1),
        theme.key(),
        &look.say("voter-welcome-start"),
    );
}

/// How many options an answer takes.
pub(super) fn how_many(look: &Look<'_>, question: &Question) -> String {
    let (min, max) = bounds(question);
    let key = if min == max {
        "voter-welcome-exact"
    } else {
        "voter-welcome-range"
    };
    look.say_with(
        key,
        &[
            ("min", min.into()),
            ("max", max.into()),
            ("options", question.options.len().into()),
        ],
    )
}
