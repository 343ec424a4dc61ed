//! Questions on top of a screen: leave, code noted down, anybody there. What lies below is not
//! drawn, so that a walked-away voter's choice is not on show.

use super::{Look, below};
use crate::tui::widgets::{Tone, paragraph, verdict};
use ratatui::Frame;
use ratatui::layout::Rect;

/// Title, text, and the rows "no" and "yes".
type Ask = [&'static str; 4];

/// Leave without voting?
pub(super) const LEAVE: Ask = [
    "voter-leave-title",
    "voter-leave-text",
    "voter-leave-no",
    "voter-leave-yes",
];
/// Code noted down?
pub(super) const FINISH: Ask = [
    "voter-finish-title",
    "voter-finish-text",
    "voter-finish-no",
    "voter-finish-yes",
];

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    [title, text, no, yes]: Ask,
    focus: usize,
) {
    let rest = paragraph(frame, area, look.theme.title(), &look.say(title));
    let rest = paragraph(frame, below(rest, 1), look.theme.text(), &look.say(text));
    look.actions(
        frame,
        below(rest, 1),
        &[look.say(no), look.say(yes)],
        Some(focus),
    );
}

pub(super) fn draw_idle(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>, voted: bool) {
    let otherwise = if voted {
        "voter-idle-else-cast"
    } else {
        "voter-idle-else"
    };
    let text = [
        look.say("voter-idle-text"),
        String::new(),
        look.say(otherwise),
    ];
    verdict(
        frame,
        area,
        look.theme,
        Tone::Calm,
        &look.say("voter-idle-title"),
        &text,
    );
}
