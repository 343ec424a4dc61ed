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
mod asks;
mod blank;
mod code;
mod details;
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

use super::Over;
use super::booth::{Booth, Overlay, Screen};
use crate::tui::theme::{Glyphs, Theme};
use crate::tui::widgets::{Header, below, column_of, page, too_small};
use look::Look;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Keys of the footer with what they do, the most important first.
type Keys = Vec<(String, String)>;

/// The widest column of text.
const TEXT: u16 = 84;
/// The widest column with a QR code beside it, where a module takes two columns.
const BESIDE_A_QR: u16 = 112;

/// Draws a vote in progress.
pub(super) fn draw(frame: &mut Frame<'_>, theme: Theme, now: &str, booth: &Booth) {
    if too_small(frame, theme, booth.language) {
        return;
    }
    let look = Look {
        theme,
        language: booth.language,
        consultation: &booth.consultation,
    };
    let title = header::title(&look);
    let (place, state) = (
        header::place(&look, &booth.screen),
        header::languages(booth),
    );
    let header = Header {
        title: &title,
        brief: header::brief(&look),
        right: now,
        place: &place,
        state: &state,
    };
    let mut footer = match &booth.overlay {
        Some(overlay) => overlay_keys(&look, *overlay),
        None => screen_keys(&look, &booth.screen),
    };
    if booth.overlay.is_none() {
        if booth.languages().len() > 1 {
            footer.push(("F2".to_owned(), look.say("common-do-language")));
        }
        if booth.can_leave() {
            footer.push(("F9".to_owned(), look.say("voter-key-leave")));
        }
    }
    let widest = match booth.screen {
        Screen::Offer { .. } | Screen::Opened { .. } | Screen::Slip { .. }
            if theme.glyphs == Glyphs::Console =>
        {
            BESIDE_A_QR
        }
        _ => TEXT,
    };
    let area = body(frame, &look, &header, &footer, widest);
    match booth.overlay {
        Some(Overlay::Language { focus }) => {
            language::draw(frame, area, &look, &booth.languages(), focus);
        }
        Some(Overlay::Leave { focus }) => asks::draw(frame, area, &look, asks::LEAVE, focus),
        Some(Overlay::Finish { focus }) => asks::draw(frame, area, &look, asks::FINISH, focus),
        Some(Overlay::Idle) => {
            asks::draw_idle(
                frame,
                area,
                &look,
                matches!(booth.screen, Screen::Slip { .. }),
            );
        }
        None => draw_screen(frame, area, &look, booth),
    }
}

/// Draws what is shown when the voter is done.
pub(super) fn draw_over(frame: &mut Frame<'_>, theme: Theme, now: &str, over: &Over) {
    if too_small(frame, theme, over.language) {
        return;
    }
    let look = Look {
        theme,
        language: over.language,
        consultation: &over.consultation,
    };
    let title = header::title(&look);
    let header = Header {
        title: &title,
        brief: header::brief(&look),
        right: now,
        ..Header::default()
    };
    let area = body(frame, &look, &header, &over::keys(&look), TEXT);
    over::draw(frame, area, &look, over.ending);
}

fn body(
    frame: &mut Frame<'_>,
    look: &Look<'_>,
    header: &Header<'_>,
    footer: &Keys,
    widest: u16,
) -> Rect {
    let footer: Vec<(&str, String)> = footer
        .iter()
        .map(|(k, d)| (k.as_str(), d.clone()))
        .collect();
    below(
        column_of(page(frame, look.theme, header, &footer), widest),
        1,
    )
}

fn draw_screen(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>, booth: &Booth) {
    match &booth.screen {
        Screen::Welcome => welcome::draw(frame, area, look),
        Screen::List { question, focus } => list::draw(frame, area, look, booth, *question, *focus),
        Screen::Details { question, option } => {
            details::draw(frame, area, look, booth, *question, *option);
        }
        Screen::Amount {
            question,
            option,
            focus,
            ..
        } => amount::draw(frame, area, look, booth, (*question, *option), *focus),
        Screen::Blank { question, focus } => {
            blank::draw(frame, area, look, booth, *question, *focus);
        }
        Screen::Review { focus } => review::draw(frame, area, look, booth, *focus),
        Screen::Sealing => waiting::draw(frame, area, look, waiting::SEALING),
        Screen::SealFailed => waiting::draw_seal_failed(frame, area, look),
        Screen::Offer { sealed, focus } => {
            offer::draw(frame, area, look, sealed, *focus, booth.notice);
        }
        Screen::AskOpen { focus, .. } => opening::draw_ask(frame, area, look, *focus),
        Screen::Opening { .. } => waiting::draw(frame, area, look, waiting::OPENING),
        Screen::Inside { sealed, page } => {
            opening::draw_inside(frame, area, look, booth, sealed, *page);
        }
        Screen::Opened { sealed, focus } => {
            opening::draw_opened(frame, area, look, booth, sealed, *focus);
        }
        Screen::OpenFailed => waiting::draw_open_failed(frame, area, look),
        Screen::Casting { .. } => waiting::draw(frame, area, look, waiting::CASTING),
        Screen::Slip { sealed } => slip::draw(frame, area, look, sealed, &booth.board),
        Screen::CastFailed => waiting::draw_cast_failed(frame, area, look),
    }
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

fn overlay_keys(look: &Look<'_>, overlay: Overlay) -> Keys {
    match overlay {
        Overlay::Language { .. } => vec![
            look.key("common-key-up-down", "common-do-move"),
            look.key("common-key-enter", "common-do-choose"),
        ],
        Overlay::Leave { .. } | Overlay::Finish { .. } => vec![
            look.key("common-key-up-down", "common-do-move"),
            look.key("common-key-enter", "voter-key-answer"),
            look.key("common-key-back", "voter-key-stay"),
        ],
        Overlay::Idle => vec![look.key("voter-idle-key", "voter-idle-do")],
    }
}
