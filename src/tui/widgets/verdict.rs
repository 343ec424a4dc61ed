//! The big box with one answer in it: admitted, refused, done.
//!
//! ```text
//! ╭──────────────────────────────╮
//! │                              │
//! │   PUÒ VOTARE                 │
//! │                              │
//! │   Consegnate lo schermo.     │
//! │                              │
//! ╰──────────────────────────────╯
//! ```

use super::paragraph::{lines_of, wrap};
use crate::tui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, Padding, Paragraph};

/// What kind of answer it is. The words say it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Done, admitted.
    Good,
    /// To be looked at.
    Warn,
    /// Refused, failed.
    Bad,
    /// Neither good nor bad.
    Calm,
}

impl Tone {
    /// Its colours.
    pub fn style(self, theme: Theme) -> Style {
        match self {
            Self::Good => theme.good(),
            Self::Warn => theme.warn(),
            Self::Bad => theme.bad(),
            Self::Calm => theme.title(),
        }
    }
}

/// Draws the box at the top of `area`, as high as its text needs, and gives back what is left
/// below it. Empty lines in `lines` separate thoughts.
pub fn verdict(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    tone: Tone,
    title: &str,
    lines: &[String],
) -> Rect {
    let inside = area.width.saturating_sub(8);
    let style = tone.style(theme);
    let mut all = lines_of(title, inside, style);
    if !lines.is_empty() {
        all.push(Line::default());
    }
    for line in lines {
        all.extend(
            wrap(line, inside)
                .into_iter()
                .map(|l| Line::styled(l, theme.text())),
        );
    }
    let height = u16::try_from(all.len() + 4)
        .unwrap_or(u16::MAX)
        .min(area.height);
    let panel = Block::bordered()
        .border_set(theme.border())
        .border_style(style)
        .padding(Padding::new(3, 3, 1, 1));
    let at = Rect { height, ..area };
    frame.render_widget(Paragraph::new(all).block(panel), at);
    Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    }
}
