//! Which parts stand on which page.

use super::lines::lines;
use super::list::{height_of, list_rows};
use super::{Part, Place, Reading, Rows, Size};
use crate::tui::widgets::{Choice, qr_fitting};
use ratatui::layout::Rect;
use ratatui::text::Line;
use std::ops::Range;

/// The least width of the text beside a QR code, and the gap between them.
const BESIDE_QR: u16 = 40;
const GAP: u16 = 3;
/// A list that has to share a page shows at least so many lines.
const LEAST: usize = 4;

/// A row in block letters that has to share a page has at least so many lines: two of letters, one of
/// its price.
const BLOCKS: usize = 9;

/// A line of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) line: Line<'static>,
    /// The row to choose that this line belongs to, counted over all rows of the reading.
    pub(super) of: Option<usize>,
    /// Whether it is the first line of the row with the focus.
    pub(super) focus: bool,
    /// At the right end.
    pub(super) right: bool,
}

/// One page as it is drawn.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    pub(super) rows: Vec<Row>,
    pub(super) qr: Option<Vec<Line<'static>>>,
}

/// Words for "page 1 of 2".
pub(super) type PageWords<'a> = &'a dyn Fn(usize, usize) -> String;

impl Reading {
    /// How many pages it has at a place; at least one.
    pub fn pages(&self, place: Place) -> usize {
        self.cuts(place).len() + 1
    }

    /// Lines that all parts that are not rows take.
    pub fn height(&self, place: Place) -> usize {
        let heights = self
            .parts
            .iter()
            .map(|p| lines(p, place, place.width).len());
        heights.sum()
    }

    /// Where pages of text end, before the last page.
    pub(super) fn cuts(&self, place: Place) -> Vec<Range<usize>> {
        let tail = self.tail.unwrap_or(self.parts.len());
        let height = usize::from(place.height);
        let mut cuts: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        loop {
            let width = self.width(place, cuts.len());
            let head: Vec<usize> = self.parts[start..tail]
                .iter()
                .map(|p| lines(p, place, width).len())
                .collect();
            let last = head.iter().sum::<usize>() + self.least(place, width);
            if last <= height || head.is_empty() {
                return cuts;
            }
            // Two rows for the number of the page. Without rows to choose from, the last page is
            // only what is left.
            let room = height.saturating_sub(2);
            let mut used = 0;
            let mut end = start;
            for part in &head {
                if used + part > room && end > start {
                    break;
                }
                used += part;
                end += 1;
            }
            // The rows must not stand alone for want of anything to put before them.
            if end >= tail && self.tail.is_none() {
                return cuts;
            }
            cuts.push(start..end);
            start = end;
        }
    }

    /// Columns for text on a page: beside the QR code on the first.
    fn width(&self, place: Place, page: usize) -> u16 {
        match self.qr_lines(place, page).as_ref().and_then(|q| q.first()) {
            Some(line) => {
                place.width
                    - u16::try_from(line.width())
                        .unwrap_or(place.width)
                        .min(place.width)
                    - GAP
            }
            None => place.width,
        }
    }

    fn qr_lines(&self, place: Place, page: usize) -> Option<Vec<Line<'static>>> {
        let code = self.qr.as_ref().filter(|_| page == 0)?;
        let width = place.width.saturating_sub(BESIDE_QR + GAP);
        qr_fitting(code, place.theme, Rect::new(0, 0, width, place.height))
    }

    /// The least height of what stands beside the rows.
    fn least(&self, place: Place, width: u16) -> usize {
        let Some(tail) = self.tail else {
            return 0;
        };
        if place.size == Size::VeryLarge {
            let text: usize = self.parts[tail..]
                .iter()
                .map(|p| lines(p, place, width).len())
                .sum();
            let room = usize::from(place.height).saturating_sub(text + 1);
            return text + self.one_row(place, width, room).len().min(BLOCKS);
        }
        let mut lists = 0;
        self.parts[tail..]
            .iter()
            .map(|part| match part {
                Part::Rows { rows: list, .. } => {
                    lists += 1;
                    let whole = height_of(list, place, width);
                    // The first list goes over pages of its own if it must.
                    if lists == 1 { whole.min(LEAST) } else { whole }
                }
                part => lines(part, place, width).len(),
            })
            .sum()
    }

    /// A page, with its lines at most as many as the place has rows.
    pub(super) fn page(&self, number: usize, place: Place, words: PageWords<'_>) -> Page {
        let cuts = self.cuts(place);
        let pages = cuts.len() + 1;
        let number = number.min(cuts.len());
        let width = self.width(place, number);
        let tail = self.tail.unwrap_or(self.parts.len());
        let mut page = Page {
            rows: Vec::new(),
            qr: self.qr_lines(place, number),
        };
        let text = |page: &mut Page, parts: &[Part]| {
            for part in parts {
                page.rows
                    .extend(lines(part, place, width).into_iter().map(plain));
            }
        };
        if let Some(cut) = cuts.get(number) {
            text(&mut page, &self.parts[cut.clone()]);
            page.rows
                .resize(usize::from(place.height.saturating_sub(1)), Row::default());
            page.rows.push(foot(&words(number + 1, pages), place));
            return page;
        }
        let start = cuts.last().map_or(0, |cut| cut.end);
        text(&mut page, &self.parts[start..tail]);
        if place.size == Size::VeryLarge {
            self.put_one_row(&mut page, tail, place, width, words);
        } else {
            self.put_lists(&mut page, tail, place, width, words);
        }
        page
    }

    fn put_lists(
        &self,
        page: &mut Page,
        tail: usize,
        place: Place,
        width: u16,
        words: PageWords<'_>,
    ) {
        let mut before = 0;
        let (focused, first) = (self.focus(), self.first_list());
        for (n, part) in self.parts.iter().enumerate().skip(tail) {
            let Part::Rows { rows: list, .. } = part else {
                page.rows
                    .extend(lines(part, place, width).into_iter().map(plain));
                continue;
            };
            let after: usize = self.parts[n + 1..]
                .iter()
                .map(|p| match p {
                    Part::Rows { rows, .. } => height_of(rows, place, width),
                    p => lines(p, place, width).len(),
                })
                .sum();
            let room = usize::from(place.height).saturating_sub(page.rows.len() + after);
            let focus = focused.and_then(|f| f.checked_sub(before));
            let whole = first != Some(n);
            page.rows.extend(list_rows(
                list,
                (focus, before),
                room,
                whole,
                place,
                width,
                words,
            ));
            before += list.len();
        }
    }

    /// Lists with what has the focus in them.
    pub(super) fn lists(&self) -> impl Iterator<Item = (&Rows, Option<usize>)> {
        self.parts.iter().filter_map(|part| match part {
            Part::Rows { rows, focus } => Some((rows, *focus)),
            _ => None,
        })
    }

    fn first_list(&self) -> Option<usize> {
        self.parts
            .iter()
            .position(|p| matches!(p, Part::Rows { .. }))
    }

    /// All rows to choose from.
    pub(super) fn all_rows(&self) -> usize {
        self.lists().map(|(list, _)| list.len()).sum()
    }

    /// The row with the focus, counted over all lists.
    pub(super) fn focus(&self) -> Option<usize> {
        let mut before = 0;
        for (list, focus) in self.lists() {
            if let Some(focus) = focus.filter(|f| *f < list.len()) {
                return Some(before + focus);
            }
            before += list.len();
        }
        None
    }

    /// A row, counted over all lists.
    pub(super) fn row(&self, mut n: usize) -> Option<Choice> {
        for (list, _) in self.lists() {
            if n < list.len() {
                return list.row(n);
            }
            n -= list.len();
        }
        None
    }
}

pub(super) fn plain(line: Line<'static>) -> Row {
    Row {
        line,
        ..Row::default()
    }
}

pub(super) fn foot(words: &str, place: Place) -> Row {
    Row {
        line: Line::styled(words.to_owned(), place.theme.dim()),
        right: true,
        ..Row::default()
    }
}
