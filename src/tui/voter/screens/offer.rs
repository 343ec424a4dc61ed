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

use super::Look;
use crate::tui::facts::PrintState;
use crate::tui::reading::{Ink, Reading};
use crate::tui::voter::booth::{Notice, Sealed};

pub(super) fn read(
    look: &Look<'_>,
    sealed: &Sealed,
    focus: Option<usize>,
    (notice, paper): (Option<Notice>, &PrintState),
) -> Reading {
    let (how, ink) = match notice {
        Some(Notice::MoveFirst) => ("voter-offer-move-first", Ink::Bad),
        _ => ("voter-offer-how", Ink::Key),
    };
    let rows = vec![
        look.say("voter-offer-cast"),
        look.say("voter-offer-change"),
        look.say("voter-offer-open"),
    ];
    let mut page = Reading::default();
    page.qr(sealed.qr.as_ref())
        .title(look.say("voter-offer-title"))
        .text(Ink::Warn, look.say("voter-offer-not-yet"))
        .gap()
        .text(Ink::Text, look.say("voter-offer-code"))
        .code(&sealed.tracker);
    look.paper(&mut page, paper);
    page.gap()
        .text(Ink::Text, look.say("voter-offer-what"))
        .gap()
        .with_rows()
        .text(ink, look.say(how))
        .actions(rows, focus);
    page
}
