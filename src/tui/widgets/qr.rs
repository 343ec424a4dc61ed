//! A QR code on a terminal: dark on light, with the quiet zone that scanners need.
//!
//! A terminal emulator shows two rows of modules in one row of half blocks. The console's fonts
//! have no half blocks: there a module is two spaces in the colour of the background, which
//! needs twice the rows and twice the columns.

use crate::tui::theme::{Glyphs, Theme};
use qrcode::{Color, EcLevel, QrCode};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::sync::Arc;

/// Modules of light around the code. The standard asks for four; phones read two, and two more
/// rows are what a screen of 24 does not have.
const QUIET: usize = 2;

/// `text` as a QR code; `None` if there is none, or too much of it. Making one takes much longer
/// than drawing it: whoever draws often keeps it.
pub fn qr_code(text: &str) -> Option<Arc<QrCode>> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::L);
    code.ok().filter(|_| !text.is_empty()).map(Arc::new)
}

/// The lines of a QR code.
pub fn qr(code: &QrCode, theme: Theme) -> Vec<Line<'static>> {
    let side = code.width() + 2 * QUIET;
    let dark = |x: usize, y: usize| {
        let inside = |n: usize| (QUIET..QUIET + code.width()).contains(&n);
        inside(x) && inside(y) && code[(x - QUIET, y - QUIET)] == Color::Dark
    };
    match theme.glyphs {
        Glyphs::Unicode => (0..side)
            .step_by(2)
            .map(|y| {
                let row: String = (0..side)
                    .map(|x| half_block(dark(x, y), y + 1 < side && dark(x, y + 1)))
                    .collect();
                Line::styled(row, theme.qr())
            })
            .collect(),
        Glyphs::Console => (0..side)
            .map(|y| spaces(&(0..side).map(|x| dark(x, y)).collect::<Vec<_>>(), theme))
            .collect(),
    }
}

/// Like [`qr`], only if it fits into `area`.
pub fn qr_fitting(code: &QrCode, theme: Theme, area: Rect) -> Option<Vec<Line<'static>>> {
    let side = code.width() + 2 * QUIET;
    let (width, height) = match theme.glyphs {
        Glyphs::Unicode => (side, side.div_ceil(2)),
        Glyphs::Console => (2 * side, side),
    };
    let fits = width <= usize::from(area.width) && height <= usize::from(area.height);
    fits.then(|| qr(code, theme))
}

fn half_block(top: bool, bottom: bool) -> char {
    match (top, bottom) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    }
}

fn spaces(row: &[bool], theme: Theme) -> Line<'static> {
    let light = theme.qr();
    let dark = Style::new()
        .fg(light.bg.unwrap_or_default())
        .bg(light.fg.unwrap_or_default());
    row.iter()
        .map(|d| Span::styled("  ", if *d { dark } else { light }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "HTTPS://BACHECA.EXAMPLE.IT/T/K7QM-2X9D-4HTW-P3VA";

    #[test]
    fn a_link_fits_beside_a_text_on_the_smallest_screen() {
        let lines = qr(&qr_code(LINK).unwrap(), Theme::new(Glyphs::Unicode));
        assert!(
            lines.len() <= 17 && lines[0].width() <= 33,
            "{}x{}",
            lines[0].width(),
            lines.len()
        );
    }

    #[test]
    fn both_themes_show_the_same_modules() {
        let half = qr(&qr_code(LINK).unwrap(), Theme::new(Glyphs::Unicode));
        let full = qr(&qr_code(LINK).unwrap(), Theme::new(Glyphs::Console));
        assert_eq!(half.len(), full.len().div_ceil(2));
        let qr_style = Theme::new(Glyphs::Console).qr();
        for (y, line) in full.iter().enumerate() {
            let chars: Vec<char> = half[y / 2].spans[0].content.chars().collect();
            for (x, module) in line.spans.iter().enumerate() {
                let drawn = if y % 2 == 0 { "█▀" } else { "█▄" };
                assert_eq!(
                    drawn.contains(chars[x]),
                    module.style.bg == qr_style.fg,
                    "{x},{y}"
                );
            }
        }
    }

    #[test]
    fn too_long_is_empty_and_does_not_fit() {
        let theme = Theme::new(Glyphs::Unicode);
        assert!(qr_code(&"x".repeat(4000)).is_none() && qr_code("").is_none());
        let link = qr_code(LINK).unwrap();
        assert!(qr_fitting(&link, theme, Rect::new(0, 0, 20, 20)).is_none());
    }
}
