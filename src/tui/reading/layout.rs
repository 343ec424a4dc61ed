//! Which parts stand on which page.

use super::lines::lines;
use super::list::{height_of, list_rows};
use super::{Paging, Part, Place, Reading, Rows};
use crate::tui::widgets::{Choice, qr_fitting};
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The least width of the text beside a QR code, and the gap between them.
const BESIDE_QR: u16 = 40;
const GAP: u16 = 3;
/// A list that has to share a page shows at least so many lines.
const LEAST: usize = 4;

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

/// Where pages of text end.
struct Cut {
    /// Pages before the last.
    pages: Vec<Vec<Row>>,
    /// What is left of the text for the last page.
    rest: Vec<Row>,
    /// The page on which each part before the rows begins.
    begins: Vec<usize>,
}

/// Words for "page 1 of 2".
pub(super) type PageWords<'a> = &'a dyn Fn(usize, usize) -> String;

impl Reading {
    /// How it is turned over at a place; it has a page at least.
    pub fn paging(&self, place: Place) -> Paging {
        if place.in_blocks() {
            return self.paging_in_blocks(place);
        }
        let last = self.cut(place).pages.len();
        Paging {
            pages: last + 1,
            rows: last,
            note: None,
            focus: self.focus(),
        }
    }

    /// How many pages it has at a place; at least one.
    pub fn pages(&self, place: Place) -> usize {
        self.paging(place).pages
    }

    /// Lines that all parts that are not rows take.
    pub fn height(&self, place: Place) -> usize {
        let heights = self
            .parts
            .iter()
            .map(|p| lines(p, place, place.width).len());
        heights.sum()
    }

    /// On which page each part before the rows begins.
    pub(super) fn begins(&self, place: Place) -> Vec<usize> {
        if place.in_blocks() {
            self.begins_in_blocks(place)
        } else {
            self.cut(place).begins
        }
    }

    fn cut(&self, place: Place) -> Cut {
        let tail = self.tail.unwrap_or(self.parts.len());
        let height = usize::from(place.height);
        let parts = &self.parts[..tail];
        let mut cuts: Vec<Vec<Row>> = Vec::new();
        let mut begins: Vec<usize> = Vec::new();
        // Lines of a part that has begun already, then parts that have not.
        let (mut begun, mut next): (Vec<Row>, usize) = (Vec::new(), 0);
        loop {
            let width = self.width(place, cuts.len());
            let of = |part: &Part| lines(part, place, width).into_iter().map(plain);
            let left = || {
                begun
                    .iter()
                    .cloned()
                    .chain(parts[next..].iter().flat_map(of))
            };
            let whole: Vec<Row> = left().collect();
            // A row for the number of the page, and one before it. Without rows to choose from, the
            // last page is only what is left.
            let room = height.saturating_sub(2).max(1);
            let fits = whole.len() + self.least(place, width) <= height;
            if whole.is_empty() || fits || (whole.len() <= room && self.tail.is_none()) {
                begins.resize(parts.len(), cuts.len());
                return Cut {
                    pages: cuts,
                    rest: whole,
                    begins,
                };
            }
            let mut page = std::mem::take(&mut begun);
            while page.len() < room && next < parts.len() {
                let more: Vec<Row> = of(&parts[next]).collect();
                // Only what is longer than a page is cut.
                if page.len() + more.len() > room && more.len() <= room && !page.is_empty() {
                    break;
                }
                page.extend(more);
                begins.push(cuts.len());
                next += 1;
            }
            if page.len() > room {
                begun = page.split_off(room);
            }
            cuts.push(page);
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
        if place.in_blocks() {
            return self.page_in_blocks(number, place, words);
        }
        let Cut {
            pages: mut cuts,
            rest: last,
            ..
        } = self.cut(place);
        let pages = cuts.len() + 1;
        let number = number.min(cuts.len());
        let width = self.width(place, number);
        let mut page = Page {
            rows: Vec::new(),
            qr: self.qr_lines(place, number),
        };
        if number < cuts.len() {
            page.rows = cuts.swap_remove(number);
            page.rows
                .resize(usize::from(place.height.saturating_sub(1)), Row::default());
            page.rows.push(foot(&words(number + 1, pages), place));
            return page;
        }
        page.rows = last;
        let tail = self.tail.unwrap_or(self.parts.len());
        self.put_lists(&mut page, tail, place, width, words);
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
