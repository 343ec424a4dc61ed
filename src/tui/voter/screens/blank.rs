//! Blank, really? "No" has the focus.

use super::{Look, below};
use crate::tui::voter::booth::Booth;
use crate::tui::widgets::paragraph;
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
    let theme = look.theme;
    let rest = paragraph(frame, area, theme.title(), &look.say("voter-blank-title"));
    let rest = paragraph(
        frame,
        below(rest, 1),
        theme.text(),
        &look.say("voter-blank-what"),
    );
    let lost = look.say_with(
        "voter-blank-loses",
        &[("n", booth.selections.count(question).into())],
    );
    let rest = paragraph(frame, below(rest, 1), theme.text(), &lost);
    let rows = [look.say("voter-blank-no"), look.say("voter-blank-yes")];
    look.actions(frame, below(rest, 1), &rows, Some(focus));
}
