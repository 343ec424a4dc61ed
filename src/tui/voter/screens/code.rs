//! A tracker beside its QR code.
//!
//! ```text
//! what is said                      █▀▀▀█ ▄ █▀▀▀█
//! K7QM-2X9D-4HTW-P3VA               █   █▄▀ █   █
//! ...                               ▀▀▀▀▀ ▀ ▀▀▀▀▀
//! ```
//!
//! Where the QR code does not fit (a console with few rows) the text has the whole width, and
//! the code is copied by hand.

use super::{Look, below};
use crate::tui::voter::booth::Sealed;
use crate::tui::widgets::qr_fitting;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

/// The least width of the text beside the code.
const TEXT: u16 = 40;
const GAP: u16 = 3;

/// Draws the QR code at the right end of `area`, if there is one and it fits; gives back what is
/// left for the text.
pub(super) fn qr(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>, sealed: &Sealed) -> Rect {
    let room = Rect {
        width: area.width.saturating_sub(TEXT + GAP),
        ..area
    };
    let Some(lines) = qr_fitting(&sealed.qr, look.theme, room).filter(|_| !sealed.qr.is_empty())
    else {
        return area;
    };
    let width = lines
        .first()
        .map_or(0, |l| u16::try_from(l.width()).unwrap_or(0));
    let at = Rect {
        x: area.right() - width,
        width,
        ..area
    };
    frame.render_widget(Paragraph::new(lines), at);
    Rect {
        width: area.width - width - GAP,
        ..area
    }
}

/// The tracker, alone on its line and set apart.
pub(super) fn tracker(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>, sealed: &Sealed) -> Rect {
    let line = Line::styled(format!("  {}", sealed.tracker), look.theme.code());
    frame.render_widget(
        line,
        Rect {
            height: area.height.min(1),
            ..area
        },
    );
    below(area, 1)
}
