//! The sealed ballot with its tracker, before the voter decides. No row has the focus at first:
//! a key pressed twice must not cast.
//!
//! ```text
//! La Sua scheda è sigillata              ████████████
//! Non è ancora nell'urna.                ██ ▄▄▄▄▄ █ ▀
//!                                        ██ █   █ █ ▄
//! Il codice della scheda:                ██ █▄▄▄█ ██▀
//!   K7QM-2X9D-4HTW-P3VA                  ████████████
//!
//! what the code is for
//!
//! Scelga con ↑ e ↓, poi prema Invio:
//!    Metto la scheda nell'urna
//!    Torno indietro e cambio
//!    Provo la macchina: apro la scheda
//! ```

use super::{Look, below, code};
use crate::tui::voter::booth::{Notice, Sealed};
use crate::tui::widgets::paragraph;
use ratatui::Frame;
use ratatui::layout::Rect;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    sealed: &Sealed,
    focus: Option<usize>,
    notice: Option<Notice>,
) {
    let theme = look.theme;
    let rest = code::qr(frame, area, look, sealed);
    let rest = paragraph(frame, rest, theme.title(), &look.say("voter-offer-title"));
    let rest = paragraph(frame, rest, theme.warn(), &look.say("voter-offer-not-yet"));
    let rest = paragraph(
        frame,
        below(rest, 1),
        theme.text(),
        &look.say("voter-offer-code"),
    );
    let rest = code::tracker(frame, rest, look, sealed);
    let rest = paragraph(
        frame,
        below(rest, 1),
        theme.text(),
        &look.say("voter-offer-what"),
    );
    let (how, style) = match notice {
        Some(Notice::MoveFirst) => ("voter-offer-move-first", theme.bad()),
        _ => ("voter-offer-how", theme.key()),
    };
    let rest = paragraph(frame, below(rest, 1), style, &look.say(how));
    let rows = [
        look.say("voter-offer-cast"),
        look.say("voter-offer-change"),
        look.say("voter-offer-open"),
    ];
    look.actions(frame, rest, &rows, focus);
}
