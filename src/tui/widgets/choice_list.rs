//! A numbered list with a focus and, where something can be chosen, boxes.
//!
//! ```text
//! →  1  [x]  I sentieri dell'Unione                       10.000 €
//!    2  [ ]  Il digitale come mezzo di integrazione
//!            sociale                                       9.500 €
//!                                                  Pagina 1 di 2
//! ```
//!
//! In place of a cross a box can hold points, a score or a rank: `[ 3]`, `[1°]`.
//!
//! Titles wrap; a list that does not fit is shown in pages, never scrolled, so that a row is
//! always found at the same place.

use super::paragraph::wrap;
use crate::tui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// One row of a list.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Its number on the screen, where it has one.
    pub number: Option<usize>,
    /// Whether it is chosen, where it can be.
    pub mark: Option<bool>,
    /// In place of a mark: what its box holds, as wide in every row.
    pub sign: Option<String>,
    /// What it is.
    pub text: String,
    /// At the right end: a cost.
    pub right: String,
    /// A gap above, to set it apart from what comes before.
    pub apart: bool,
}

impl Choice {
    /// A row that is an action: no number, no box.
    pub fn action(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// The same row with a gap above it.
    #[must_use]
    pub fn apart(mut self) -> Self {
        self.apart = true;
        self
    }
}

/// Draws the page that holds the focus at the top of `area` and gives back what is left below.
/// A focus beyond the last row is on something drawn below: the last page is shown.
/// `page_words` says "page 1 of 2" where there is more than one.
pub fn choice_list(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    choices: &[Choice],
    focus: Option<usize>,
    page_words: impl Fn(usize, usize) -> String,
) -> Rect {
    let rows = choice_rows(theme, choices, focus, area.width);
    let heights: Vec<usize> = rows.iter().map(Vec::len).collect();
    let pages = pages(&heights, usize::from(area.height));
    let current = pages.iter().position(|p| p.contains(&focus.unwrap_or(0)));
    let current = current.unwrap_or(pages.len().saturating_sub(1));
    let mut lines: Vec<Line<'_>> = Vec::new();
    for row in rows.get(pages[current].clone()).unwrap_or_default() {
        lines.extend(row.iter().cloned());
    }
    if pages.len() > 1 {
        // At the foot of the list, wherever the page ends.
        lines.resize(usize::from(area.height.saturating_sub(1)), Line::default());
        let words = page_words(current + 1, pages.len());
        lines.push(Line::styled(words, theme.dim()).right_aligned());
    }
    let height = u16::try_from(lines.len())
        .unwrap_or(u16::MAX)
        .min(area.height);
    frame.render_widget(Paragraph::new(lines), Rect { height, ..area });
    Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    }
}

/// The lines of each row, all lined up.
pub fn choice_rows(
    theme: Theme,
    choices: &[Choice],
    focus: Option<usize>,
    width: u16,
) -> Vec<Vec<Line<'static>>> {
    let columns = Columns::of(choices, width);
    choices
        .iter()
        .enumerate()
        .map(|(n, c)| columns.rows(theme, c, focus == Some(n)))
        .collect()
}

/// Which rows stand on which page. One line is kept for the page's number if one page is not
/// enough. There is always a page.
pub fn pages(heights: &[usize], room: usize) -> Vec<Range<usize>> {
    if heights.iter().sum::<usize>() <= room {
        return std::iter::once(0..heights.len()).collect();
    }
    let room = room.saturating_sub(1).max(1);
    let (mut pages, mut start, mut used) = (Vec::new(), 0, 0);
    for (n, height) in heights.iter().enumerate() {
        if used + height > room && n > start {
            pages.push(start..n);
            (start, used) = (n, 0);
        }
        used += height;
    }
    pages.push(start..heights.len());
    pages
}

/// Widths shared by all rows of a list, so that they line up.
struct Columns {
    number: usize,
    mark: bool,
    right: usize,
    width: usize,
}

impl Columns {
    fn of(choices: &[Choice], width: u16) -> Self {
        let number = choices.iter().filter_map(|c| c.number).max();
        Self {
            number: number.map_or(0, |n| n.to_string().len()),
            mark: choices.iter().any(|c| c.mark.is_some() || c.sign.is_some()),
            right: choices.iter().map(|c| c.right.width()).max().unwrap_or(0),
            width: usize::from(width),
        }
    }

    fn rows(&self, theme: Theme, choice: &Choice, focused: bool) -> Vec<Line<'static>> {
        let style = if focused { theme.focus() } else { theme.text() };
        let mut head = format!(" {} ", if focused { theme.arrow() } else { " " });
        if self.number > 0 {
            let number = choice.number.map(|n| n.to_string()).unwrap_or_default();
            head = format!("{head}{number:>w$}  ", w = self.number);
        }
        let sign = choice.sign.as_ref().map(|sign| format!("[{sign}]"));
        let mark = choice.mark.map(|mark| theme.check(mark).to_owned());
        if self.mark
            && let Some(held) = sign.or(mark)
        {
            head.push_str(&held);
            head.push_str("  ");
        }
        let right = if choice.right.is_empty() {
            0
        } else {
            self.right + 2
        };
        let room = self.width.saturating_sub(head.width() + right + 1).max(8);
        let texts = wrap(&choice.text, u16::try_from(room).unwrap_or(u16::MAX));
        let last = texts.len() - 1;
        let mut rows = if choice.apart {
            vec![Line::default()]
        } else {
            Vec::new()
        };
        for (n, text) in texts.into_iter().enumerate() {
            let lead = if n == 0 {
                head.clone()
            } else {
                " ".repeat(head.width())
            };
            let mut row = format!("{lead}{text}");
            if n == last && right > 0 {
                let gap = self
                    .width
                    .saturating_sub(row.width() + choice.right.width() + 1);
                row.push_str(&" ".repeat(gap));
                row.push_str(&choice.right);
            }
            let gap = self.width.saturating_sub(row.width());
            row.push_str(&" ".repeat(gap));
            rows.push(Line::styled(row, style));
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_every_row_once() {
        assert_eq!(pages(&[1, 1, 1], 3).len(), 1);
        let many = pages(&[1, 2, 1, 1, 3, 9], 4);
        assert_eq!(many, [0..2, 2..4, 4..5, 5..6]);
        let one: Vec<Range<usize>> = pages(&[], 0);
        assert_eq!(one.len(), 1);
    }
}
