//! The voter's screens: one pure drawing function and one list of keys in each file.
//!
//! ```text
//! │ Digitale Bene Comune 2022, Unione ...         10:12 │
//! │ Passo 2 di 5: la scelta     F2 [Italiano]  English  │
//! │                                                     │
//! │   one screen, or the question on top of it          │
//! │─────────────────────────────────────────────────────│
//! │ ↑ ↓ muovi   Spazio scegli ...  F9 esci senza votare │
//! ```

mod amount;
mod answer;
mod appearance;
mod asks;
mod blank;
mod details;
mod frame;
mod header;
mod language;
mod list;
mod look;
mod offer;
mod opening;
mod over;
mod review;
mod sentence;
mod slip;
mod standing;
mod waiting;
mod welcome;

pub(in crate::tui) use frame::{Framed, column};
pub(super) use frame::{framed, framed_here, framed_over};
pub(in crate::tui) use look::Look;

use super::booth::{Booth, Overlay, Screen};
use super::keys::Press;
use crate::tui::appearance::Appearance;
use crate::tui::reading::Reading;
use crate::tui::words::languages;

/// A key of the footer, and what it does.
#[derive(Clone)]
pub(in crate::tui) struct Key {
    name: String,
    does: String,
    /// What pointing at it does.
    press: Option<Press>,
}

/// Keys of the footer, the most important first.
pub(in crate::tui) type Keys = Vec<Key>;

/// What is on the screen, in words.
fn read(look: &Look<'_>, booth: &Booth) -> Reading {
    match booth.overlay {
        Some(Overlay::Idle) => asks::read_idle(look, matches!(booth.screen, Screen::Slip { .. })),
        Some(overlay) => read_overlay(look, overlay, booth.appearance, booth.can_speak()),
        None => read_screen(look, booth),
    }
}

/// A question on top of a screen, whatever lies below it.
pub(in crate::tui) fn read_overlay(
    look: &Look<'_>,
    overlay: Overlay,
    appearance: Appearance,
    can_speak: bool,
) -> Reading {
    match overlay {
        Overlay::Language { focus } => language::read(look, &languages(look.consultation), focus),
        Overlay::Appearance { focus } => appearance::read(look, appearance, can_speak, focus),
        Overlay::Headphones { focus } => asks::read(look, asks::HEADPHONES, focus),
        Overlay::Leave { focus } => asks::read(look, asks::LEAVE, focus),
        Overlay::Finish { focus } => asks::read(look, asks::FINISH, focus),
        Overlay::Idle => asks::read_idle(look, false),
    }
}

fn read_screen(look: &Look<'_>, booth: &Booth) -> Reading {
    match &booth.screen {
        Screen::Welcome => welcome::read(look),
        Screen::List { question, focus } => list::read(look, booth, *question, *focus),
        Screen::Details { question, option } => details::read(look, booth, *question, *option),
        Screen::Amount {
            question,
            option,
            focus,
            ..
        } => amount::read(look, booth, (*question, *option), *focus),
        Screen::Blank { question, focus } => blank::read(look, booth, *question, *focus),
        Screen::Review { focus } => review::read(look, booth, *focus),
        Screen::Sealing => waiting::read(look, waiting::SEALING),
        Screen::SealFailed => waiting::read_failed(look, waiting::SEAL_FAILED),
        Screen::Offer { sealed, focus } => {
            offer::read(look, sealed, *focus, (booth.notice, &booth.paper))
        }
        Screen::AskOpen { focus, .. } => opening::read_ask(look, *focus),
        Screen::Opening { .. } => waiting::read(look, waiting::OPENING),
        Screen::Inside { sealed, page } => opening::read_inside(look, booth, sealed, *page),
        Screen::Opened { sealed, focus } => opening::read_opened(look, booth, sealed, *focus),
        Screen::OpenFailed => waiting::read_failed(look, waiting::OPEN_FAILED),
        Screen::Casting { .. } => waiting::read(look, waiting::CASTING),
        Screen::Slip { sealed } => slip::read(look, sealed, &booth.board, &booth.paper),
        Screen::CastFailed => waiting::read_failed(look, waiting::CAST_FAILED),
    }
}

fn keys(look: &Look<'_>, booth: &Booth) -> Keys {
    let mut keys = match &booth.overlay {
        Some(overlay) => return overlay_keys(look, *overlay),
        None => screen_keys(look, &booth.screen),
    };
    if booth.languages().len() > 1 {
        keys.push(look.function_key("F2", "common-do-language", Press::Language));
    }
    keys.push(look.function_key("F3", "common-do-appearance", Press::Appearance));
    if booth.can_leave() {
        keys.push(look.function_key("F9", "voter-key-leave", Press::Leave));
    }
    keys
}

fn screen_keys(look: &Look<'_>, screen: &Screen) -> Keys {
    match screen {
        Screen::Welcome | Screen::Slip { .. } | Screen::CastFailed => {
            vec![look.key("common-key-enter", "common-do-next")]
        }
        Screen::Inside { page, .. } => {
            let mut keys = vec![look.key("common-key-enter", "common-do-next")];
            if *page > 0 {
                keys.push(look.key("common-key-back", "common-do-back"));
            }
            keys
        }
        Screen::List { question, focus } => list::keys(look, *question, *focus),
        Screen::Details { question, .. } => details::keys(look, *question),
        Screen::Amount { .. }
        | Screen::Blank { .. }
        | Screen::Review { .. }
        | Screen::Offer { .. }
        | Screen::AskOpen { .. }
        | Screen::Opened { .. } => look.action_keys(),
        Screen::Sealing | Screen::Casting { .. } | Screen::Opening { .. } => Vec::new(),
        Screen::SealFailed | Screen::OpenFailed => {
            vec![look.key("common-key-enter", "common-do-back")]
        }
    }
}

/// The keys of a question on top of a screen.
pub(in crate::tui) fn overlay_keys(look: &Look<'_>, overlay: Overlay) -> Keys {
    let moves = look.key("common-key-up-down", "common-do-move");
    match overlay {
        Overlay::Language { .. } => vec![
            moves,
            look.key("common-key-enter", "common-do-choose"),
            look.function_key("F3", "common-do-appearance", Press::Appearance),
        ],
        Overlay::Appearance { .. } => vec![
            moves,
            look.key("common-key-space", "common-do-change"),
            look.key("common-key-back", "common-do-back"),
        ],
        Overlay::Leave { .. } | Overlay::Finish { .. } | Overlay::Headphones { .. } => vec![
            moves,
            look.key("common-key-enter", "voter-key-answer"),
            look.key("common-key-back", "voter-key-stay"),
        ],
        Overlay::Idle => vec![Key {
            press: Some(Press::Other),
            ..look.key("voter-idle-key", "voter-idle-do")
        }],
    }
}
