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

use super::{Look, below, code};
use crate::tui::voter::booth::Sealed;
use crate::tui::widgets::paragraph;
use ratatui::Frame;
use ratatui::layout::Rect;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    sealed: &Sealed,
    board: &str,
) {
    let theme = look.theme;
    let rest = code::qr(frame, area, look, sealed);
    let rest = paragraph(frame, rest, theme.good(), &look.say("voter-slip-title"));
    let rest = code::tracker(frame, below(rest, 1), look, sealed);
    let rest = paragraph(frame, rest, theme.title(), &look.say("voter-slip-take"));
    let mut rest = paragraph(
        frame,
        below(rest, 1),
        theme.text(),
        &look.say("voter-slip-proves"),
    );
    if !board.is_empty() {
        rest = paragraph(frame, rest, theme.key(), board);
    }
    let rest = paragraph(
        frame,
        below(rest, 1),
        theme.text(),
        &look.say("voter-slip-not"),
    );
    look.actions(
        frame,
        below(rest, 1),
        &[look.say("voter-slip-done")],
        Some(0),
    );
}
