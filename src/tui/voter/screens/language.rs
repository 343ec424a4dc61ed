//! The choice of the language: first of all, and on F2 from everywhere.
//!
//! ```text
//! Scelga la lingua
//! Choose your language
//!
//! →  1  Italiano
//!    2  English
//! ```

use super::{Look, below};
use crate::i18n::{self, Language};
use crate::tui::widgets::{Choice, paragraph};
use ratatui::Frame;
use ratatui::layout::Rect;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    languages: &[Language],
    focus: usize,
) {
    let mut rest = area;
    // Each in its own language: nobody has to read another one to find theirs.
    for language in languages {
        rest = paragraph(
            frame,
            rest,
            look.theme.title(),
            &i18n::text(*language, "voter-language-ask"),
        );
    }
    let rows: Vec<Choice> = (1..)
        .zip(languages)
        .map(|(n, l)| Choice {
            number: Some(n),
            ..Choice::action(l.own_name())
        })
        .collect();
    look.choices(frame, below(rest, 1), &rows, Some(focus));
}
