//! What the voter takes away, shown only once the ballot is in the box.
//!
//! ```text
//! Il voto è nell'urna                    ████████████
//!                                        ██ ▄▄▄▄▄ █ ▀
//!   K7QM-2X9D-4HTW-P3VA                  ██ █   █ █ ▄
//! Fotografi il codice o lo copi.         ██ █▄▄▄█ ██▀
//!                                        ████████████
//! what it proves, and what not
//!
//! →  Ho finito
//! ```

use super::Look;
use crate::tui::facts::PrintState;
use crate::tui::reading::{Ink, Reading};
use crate::tui::voter::booth::Sealed;

pub(super) fn read(look: &Look<'_>, sealed: &Sealed, board: &str, paper: &PrintState) -> Reading {
    let mut page = Reading::default();
    page.qr(sealed.qr.as_ref())
        .text(Ink::Good, look.say("voter-slip-title"))
        .gap()
        .code(&sealed.tracker)
        .title(look.say("voter-slip-take"))
        .heard_as(look.say("voter-heard-code"));
    look.paper(&mut page, paper);
    page.gap().text(Ink::Text, look.say("voter-slip-proves"));
    look.board(&mut page, board);
    page.gap()
        .text(Ink::Text, look.say("voter-slip-not"))
        .gap()
        .actions(vec![look.say("voter-slip-done")], Some(0));
    page
}
