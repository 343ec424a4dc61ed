//! Short waits, and what is said when they end badly.

use super::Look;
use crate::tui::reading::Reading;
use crate::tui::widgets::Tone;

/// Title and text of a wait.
type Wait = (&'static str, &'static str);

/// The ballot is being sealed.
pub(super) const SEALING: Wait = ("voter-sealing-title", "voter-sealing-wait");
/// The ballot is being opened.
pub(super) const OPENING: Wait = ("voter-opening-title", "voter-opening-wait");
/// The ballot goes into the box.
pub(super) const CASTING: Wait = ("voter-casting-title", "voter-casting-wait");

/// What is said when it ends badly: title, then lines.
type Failed = &'static [&'static str];

/// Nothing was recorded.
pub(super) const SEAL_FAILED: Failed = &["voter-seal-failed-title", "voter-seal-failed-text"];
/// Neither opened nor cast.
pub(super) const OPEN_FAILED: Failed = &["voter-open-failed-title", "voter-open-failed-text"];
/// Not in the box.
pub(super) const CAST_FAILED: Failed = &[
    "voter-cast-failed-title",
    "voter-cast-failed-right",
    "voter-cast-failed-forgotten",
    "",
    "voter-cast-failed-call",
];

pub(super) fn read(look: &Look<'_>, (title, text): Wait) -> Reading {
    let mut page = Reading::default();
    page.panel(Tone::Calm, look.say(title), vec![look.say(text)])
        .at_once();
    page
}

pub(super) fn read_failed(look: &Look<'_>, failed: Failed) -> Reading {
    let mut texts = failed.iter().map(|key| match *key {
        "" => String::new(),
        key => look.say(key),
    });
    let title = texts.next().unwrap_or_default();
    let mut page = Reading::default();
    page.panel(Tone::Bad, title, texts.collect());
    page
}
