//! Short waits, and what is said when they end badly.

use super::Look;
use crate::tui::widgets::{Tone, verdict};
use ratatui::Frame;
use ratatui::layout::Rect;

/// Title and text of a wait.
type Wait = (&'static str, &'static str);

/// The ballot is being sealed.
pub(super) const SEALING: Wait = ("voter-sealing-title", "voter-sealing-wait");
/// The ballot is being opened.
pub(super) const OPENING: Wait = ("voter-opening-title", "voter-opening-wait");
/// The ballot goes into the box.
pub(super) const CASTING: Wait = ("voter-casting-title", "voter-casting-wait");

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>, (title, text): Wait) {
    verdict(
        frame,
        area,
        look.theme,
        Tone::Calm,
        &look.say(title),
        &[look.say(text)],
    );
}

pub(super) fn draw_seal_failed(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>) {
    let text = [look.say("voter-seal-failed-text")];
    verdict(
        frame,
        area,
        look.theme,
        Tone::Bad,
        &look.say("voter-seal-failed-title"),
        &text,
    );
}

pub(super) fn draw_open_failed(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>) {
    let text = [look.say("voter-open-failed-text")];
    verdict(
        frame,
        area,
        look.theme,
        Tone::Bad,
        &look.say("voter-open-failed-title"),
        &text,
    );
}

pub(super) fn draw_cast_failed(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>) {
    let text = [
        look.say("voter-cast-failed-right"),
        look.say("voter-cast-failed-forgotten"),
        String::new(),
        look.say("voter-cast-failed-call"),
    ];
    verdict(
        frame,
        area,
        look.theme,
        Tone::Bad,
        &look.say("voter-cast-failed-title"),
        &text,
    );
}
