//! A page on the screen.

use super::layout::PageWords;
use super::{Place, Reading, Size};
use crate::tui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Paragraph;

/// Draws one page of a reading into `area`, puts the cursor on the row with the focus (braille displays and
/// screen readers follow it), and gives back where each row stands, for who points at it.
pub fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    (theme, size): (Theme, Size),
    reading: &Reading,
    number: usize,
    words: PageWords<'_>,
) -> Vec<(Rect, usize)> {
    let place = Place {
        theme,
        size,
        width: area.width,
        height: area.height,
    };
    let page = reading.page(number, place, words);
    let mut width = area.width;
    if let Some(qr) = page.qr {
        let wide = qr
            .first()
            .map_or(0, |l| u16::try_from(l.width()).unwrap_or(0));
        // In the middle of a page of its own.
        let alone = page
            .rows
            .iter()
            .all(|row| row.line.width() == 0 || row.right);
        let right = area.width.saturating_sub(wide);
        let at = Rect {
            x: area.x + if alone { right / 2 } else { right },
            width: wide.min(area.width),
            ..area
        };
        if !alone {
            width = width.saturating_sub(wide + 3);
        }
        frame.render_widget(Paragraph::new(qr), at);
    }
    let mut targets: Vec<(Rect, usize)> = Vec::new();
    let mut cursor = None;
    for (y, row) in (area.y..area.bottom()).zip(page.rows) {
        let at = Rect {
            y,
            height: 1,
            width,
            ..area
        };
        if row.focus {
            cursor = Some(Position::new(at.x, at.y));
        }
        if let Some(n) = row.of {
            match targets.last_mut().filter(|(_, last)| *last == n) {
                Some((rect, _)) => rect.height += 1,
                None => targets.push((at, n)),
            }
        }
        let line = if row.right {
            row.line.right_aligned()
        } else {
            row.line
        };
        frame.render_widget(line, at);
    }
    frame.set_cursor_position(cursor.unwrap_or(Position::new(area.x, area.y)));
    targets
}
