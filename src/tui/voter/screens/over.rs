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
use crate::tui::reading::Reading;
use crate::tui::voter::Ending;
use crate::tui::widgets::Tone;

pub(super) fn read(look: &Look<'_>, ending: Ending) -> Reading {
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
    let lines = vec![look.say(ask), String::new(), look.say(truth)];
    let mut page = Reading::default();
    page.panel(tone, look.say(title), lines).at_once();
    page
}

pub(super) fn keys(look: &Look<'_>) -> Keys {
    vec![look.key("common-key-enter", "voter-over-staff")]
}
