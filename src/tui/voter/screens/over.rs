//! The end: nothing of the vote is on the screen any more.
//!
//! ```text
//! ╭──────────────────────────────────────────╮
//! │   Grazie                                 │
//! │                                          │
//! │   Restituisca lo schermo al personale.   │
//! │                                          │
//! │   Il voto è nell'urna.                   │
//! ╰──────────────────────────────────────────╯
//! ```

use super::{Keys, Look};
use crate::tui::voter::Ending;
use crate::tui::widgets::{Tone, verdict};
use ratatui::Frame;
use ratatui::layout::Rect;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>, ending: Ending) {
    let (tone, title, ask, truth) = match ending {
        Ending::Voted => (
            Tone::Good,
            "voter-over-thanks",
            "voter-over-give-back",
            "voter-over-voted",
        ),
        Ending::Left => (
            Tone::Calm,
            "voter-over-thanks",
            "voter-over-give-back",
            "voter-over-left",
        ),
        Ending::Deserted => (
            Tone::Warn,
            "voter-over-deserted-title",
            "voter-over-call",
            "voter-over-deserted",
        ),
        Ending::Failed => (
            Tone::Warn,
            "voter-over-thanks",
            "voter-over-give-back",
            "voter-over-failed",
        ),
    };
    let lines = [look.say(ask), String::new(), look.say(truth)];
    verdict(frame, area, look.theme, tone, &look.say(title), &lines);
}

pub(super) fn keys(look: &Look<'_>) -> Keys {
    vec![look.key("common-key-enter", "voter-over-staff")]
}
