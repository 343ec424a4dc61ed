//! Block letters, as large as there is room for.
//!
//! The Linux console has no half blocks: there a letter takes eight columns and eight rows, and
//! only short texts find room. A letter that the font lacks is written without its mark.

use super::Place;
use crate::tui::theme::{Glyphs, plain};
use crate::tui::widgets::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

/// Sizes of a letter, the largest first: columns and rows.
fn sizes(glyphs: Glyphs) -> &'static [(PixelSize, u16, u16)] {
    match glyphs {
        Glyphs::Console => &[(PixelSize::Full, 8, 8)],
        Glyphs::Unicode => &[
            (PixelSize::Full, 8, 8),
            (PixelSize::HalfHeight, 8, 4),
            (PixelSize::Quadrant, 4, 4),
        ],
    }
}

/// `text` in block letters: in at most `most` lines of them, within width and height of the place
/// and with words kept whole; `None` if no size of letters is small enough.
pub(super) fn lines(
    text: &str,
    place: Place,
    most: usize,
    style: Style,
) -> Option<Vec<Line<'static>>> {
    let text: String = text.chars().map(in_font).collect();
    sizes(place.theme.glyphs)
        .iter()
        .find_map(|(pixel, columns, rows)| {
            let across = place.width / columns;
            let longest = text.split_whitespace().map(|w| w.chars().count()).max()?;
            if longest > usize::from(across) {
                return None;
            }
            let words = wrap(&text, across);
            let height = u16::try_from(words.len()).ok()?.checked_mul(*rows)?;
            // Not the whole body: what belongs to the text must stay beside it.
            let room = (place.height * 2 / 3).max(*rows).min(place.height);
            if words.len() > most || height > room {
                return None;
            }
            Some(drawn(&words, *pixel, place.width, height, style))
        })
}

fn drawn(
    words: &[String],
    pixel: PixelSize,
    width: u16,
    height: u16,
    style: Style,
) -> Vec<Line<'static>> {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    BigText::builder()
        .pixel_size(pixel)
        .style(style)
        .lines(
            words
                .iter()
                .map(|w| Line::raw(w.clone()))
                .collect::<Vec<_>>(),
        )
        .build()
        .render(area, &mut buffer);
    buffer
        .content
        .chunks(usize::from(width.max(1)))
        .map(|cells| {
            let row: String = cells.iter().map(ratatui::buffer::Cell::symbol).collect();
            Line::from(Span::styled(row, style))
        })
        .collect()
}

/// The letter, if the font of blocks holds it, else the nearest that it holds.
fn in_font(sign: char) -> char {
    if sign.is_ascii() || ('\u{a0}'..='\u{ff}').contains(&sign) {
        return sign;
    }
    plain(sign)
}
