//! Questions on top of a screen: leave, code noted down, anybody there. What lies below is not
//! drawn, so that a walked-away voter's choice is not on show.

use super::Look;
use crate::tui::reading::{Ink, Reading};
use crate::tui::widgets::Tone;

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

/// Can it be heard in the headphones?
pub(super) const HEADPHONES: Ask = [
    "voter-headphones-title",
    "voter-headphones-text",
    "voter-headphones-no",
    "voter-headphones-yes",
];

pub(super) fn read(look: &Look<'_>, [title, text, no, yes]: Ask, focus: usize) -> Reading {
    let mut page = Reading::default();
    page.title(look.say(title));
    if title == FINISH[0] {
        // Not everybody takes pictures.
        page.heard_as(look.say("voter-heard-finish"));
    }
    page.gap()
        .text(Ink::Text, look.say(text))
        .gap()
        .actions(vec![look.say(no), look.say(yes)], Some(focus));
    page
}

pub(super) fn read_idle(look: &Look<'_>, voted: bool) -> Reading {
    let otherwise = if voted {
        "voter-idle-else-cast"
    } else {
        "voter-idle-else"
    };
    let text = vec![
        look.say("voter-idle-text"),
        String::new(),
        look.say(otherwise),
    ];
    let mut page = Reading::default();
    page.panel(Tone::Calm, look.say("voter-idle-title"), text)
        .at_once();
    page
}
