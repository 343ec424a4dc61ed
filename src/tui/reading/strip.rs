//! Text as strips, the least that a page can be cut into: a line of block letters, or a line of
//! the terminal's own.

use super::big::Letters;
use super::layout::Row;
use super::{Ink, Part, Place};
use crate::tui::theme::Theme;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// Columns before a row to choose from: a bar for the focus, and a gap.
pub(super) const LEAD: u16 = 3;

/// One line.
#[derive(Debug, Clone)]
pub(super) struct Strip {
    text: String,
    letters: Option<Letters>,
    style: Style,
    /// The first of a paragraph: a gap before it, unless it begins a page.
    starts: bool,
    /// The row to choose that it belongs to, and whether that has the focus.
    of: Option<(usize, bool)>,
}

impl Strip {
    /// Rows of the terminal.
    pub(super) fn height(&self) -> usize {
        self.letters.map_or(1, |l| usize::from(l.rows()))
    }

    /// The same, as part of a row to choose from.
    pub(super) fn of_row(self, row: usize, focused: bool, starts: bool) -> Self {
        Self {
            starts,
            of: Some((row, focused)),
            ..self
        }
    }

    /// The same, without a gap before it.
    pub(super) fn close(self) -> Self {
        Self {
            starts: false,
            ..self
        }
    }

    /// As rows of the terminal.
    fn drawn(&self, theme: Theme, width: u16) -> Vec<Row> {
        let lines = match self.letters {
            Some(letters) => letters.drawn(&self.text),
            None => vec![self.text.clone()],
        };
        let style = self.style.add_modifier(Modifier::BOLD);
        let row = |text: String| match self.of {
            None => Line::styled(text, style),
            Some((_, focused)) => {
                let room = usize::from(width.saturating_sub(LEAD));
                let gap = room.saturating_sub(text.width());
                let bar = if focused { "██ " } else { "   " };
                Line::from(vec![
                    Span::styled(bar, theme.text()),
                    Span::styled(format!("{text}{}", " ".repeat(gap)), style),
                ])
            }
        };
        lines
            .into_iter()
            .map(|text| Row {
                line: row(text),
                of: self.of.map(|(n, _)| n),
                ..Row::default()
            })
            .collect()
    }
}

/// A paragraph.
pub(super) fn paragraph(text: &str, style: Style, place: Place, width: u16) -> Vec<Strip> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let (letters, lines) = place.written(text, width);
    let strip = |(n, text)| Strip {
        text,
        letters,
        style,
        starts: n == 0,
        of: None,
    };
    lines.into_iter().enumerate().map(strip).collect()
}

/// A paragraph in the terminal's own letters.
pub(super) fn small(text: &str, style: Style, width: u16) -> Vec<Strip> {
    let lines = crate::tui::widgets::wrap(text, width).into_iter();
    let strip = |(n, text)| Strip {
        text,
        letters: None,
        style,
        starts: n == 0,
        of: None,
    };
    lines.enumerate().map(strip).collect()
}

/// A part that is not rows, as its paragraphs: what they say and how they look.
pub(super) fn paragraphs(part: &Part, theme: Theme) -> Vec<(String, Style)> {
    match part {
        Part::Text(ink, text) | Part::Kept(_, Some((ink, text))) => {
            vec![(text.clone(), ink.style(theme))]
        }
        Part::Item {
            sign, ink, text, ..
        } => vec![(format!("{sign} {text}").trim().to_owned(), ink.style(theme))],
        Part::Code(code) => vec![(code.replace('-', " "), theme.code())],
        Part::Panel { tone, title, lines } => {
            let lines = lines.iter().filter(|l| !l.is_empty());
            let lines = lines.map(|l| (l.clone(), theme.text()));
            std::iter::once((title.clone(), tone.style(theme)))
                .chain(lines)
                .collect()
        }
        Part::Gap | Part::Kept(_, None) | Part::Rows { .. } => Vec::new(),
    }
}

/// Whether a part says what is in the way of the last key, or of the next.
pub(super) fn warns(part: &Part) -> bool {
    matches!(
        part,
        Part::Text(Ink::Warn | Ink::Bad, _) | Part::Kept(_, Some((Ink::Warn | Ink::Bad, _)))
    )
}

/// Height of strips one after the other on a page.
pub(super) fn height(strips: &[Strip]) -> usize {
    let gaps = strips.iter().skip(1).filter(|s| s.starts).count();
    strips.iter().map(Strip::height).sum::<usize>() + gaps
}

/// Strips on pages of so many rows. A paragraph that begins in the lower half of a page and would not
/// end on it has the next page for itself, if it has room there.
pub(super) fn pages(strips: Vec<Strip>, room: usize) -> Vec<Vec<Strip>> {
    let mut paragraphs: Vec<Vec<Strip>> = Vec::new();
    for strip in strips {
        match paragraphs.last_mut().filter(|_| !strip.starts) {
            Some(last) => last.push(strip),
            None => paragraphs.push(vec![strip]),
        }
    }
    let mut pages: Vec<Vec<Strip>> = vec![Vec::new()];
    for paragraph in paragraphs {
        let used = pages.last().map_or(0, |page| height(page));
        let needed = height(&paragraph);
        let whole = used > 0 && used + 1 + needed > room && needed <= room && used * 2 > room;
        if whole {
            pages.push(Vec::new());
        }
        for strip in paragraph {
            let full = pages.last().is_some_and(|page| {
                let gap = usize::from(strip.starts && !page.is_empty());
                !page.is_empty() && height(page) + gap + strip.height() > room
            });
            if full {
                pages.push(Vec::new());
            }
            if let Some(page) = pages.last_mut() {
                page.push(strip);
            }
        }
    }
    pages.retain(|page| !page.is_empty());
    pages
}

/// Strips as rows of the terminal, with the gaps between them.
pub(super) fn drawn(strips: &[Strip], place: Place) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut focus = true;
    for strip in strips {
        if strip.starts && !rows.is_empty() {
            rows.push(Row::default());
        }
        let first = rows.len();
        rows.extend(strip.drawn(place.theme, place.width));
        if strip.of.is_some_and(|(_, focused)| focused) && std::mem::take(&mut focus) {
            rows[first].focus = true;
        }
    }
    rows
}
