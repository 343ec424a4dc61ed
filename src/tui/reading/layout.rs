//! Which parts stand on which page.

use super::lines::{lines, rows};
use super::{Part, Place, Reading, Rows, Size, big};
use crate::tui::widgets::{Choice, lines_of, pages, qr_fitting};
use ratatui::layout::Rect;
use ratatui::text::Line;
use std::ops::Range;

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

/// Words for "page 1 of 2".
pub(super) type PageWords<'a> = &'a dyn Fn(usize, usize) -> String;

impl Reading {
    /// How many pages it has at a place; at least one.
    pub fn pages(&self, place: Place) -> usize {
        self.cuts(place).len() + 1
    }

    /// Lines that all parts that are not rows take.
    pub fn height(&self, place: Place) -> usize {
        let heights = self.parts.iter().map(|p| lines(p, place, place.width).len());
        heights.sum()
    }

    /// Where pages of text end, before the last page.
    fn cuts(&self, place: Place) -> Vec<Range<usize>> {
        let tail = self.tail.unwrap_or(self.parts.len());
        let height = usize::from(place.height);
        let mut cuts: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        loop {
            let width = self.width(place, cuts.len());
            let head: Vec<usize> = self.parts[start..tail]
                .iter()
                .map(|p| self.tight(p, place, width))
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
                place.width - u16::try_from(line.width()).unwrap_or(place.width).min(place.width) - GAP
            }
            None => place.width,
        }
    }

    fn qr_lines(&self, place: Place, page: usize) -> Option<Vec<Line<'static>>> {
        if self.qr.is_empty() || page > 0 {
            return None;
        }
        let width = place.width.saturating_sub(BESIDE_QR + GAP);
        qr_fitting(&self.qr, place.theme, Rect::new(0, 0, width, place.height))
    }

    fn tight(&self, part: &Part, place: Place, width: u16) -> usize {
        lines(part, place, width).len()
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
            return text + self.one_row(place, width, room).len();
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
                page.rows.extend(lines(part, place, width).into_iter().map(plain));
            }
        };
        if let Some(cut) = cuts.get(number) {
            text(&mut page, &self.parts[cut.clone()]);
            page.rows.resize(usize::from(place.height.saturating_sub(1)), Row::default());
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

    fn put_lists(&self, page: &mut Page, tail: usize, place: Place, width: u16, words: PageWords<'_>) {
        let mut before = 0;
        let (focused, first) = (self.focus(), self.first_list());
        for (n, part) in self.parts.iter().enumerate().skip(tail) {
            let Part::Rows { rows: list, .. } = part else {
                page.rows.extend(lines(part, place, width).into_iter().map(plain));
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
            let last = first != Some(n);
            page.rows.extend(list_rows(list, (focus, before), room, last, place, width, words));
            before += list.len();
        }
    }

    /// One row at a time, in block letters where they fit; then what the row says besides.
    fn put_one_row(&self, page: &mut Page, tail: usize, place: Place, width: u16, words: PageWords<'_>) {
        for part in &self.parts[tail..] {
            page.rows.extend(lines(part, place, width).into_iter().map(plain));
        }
        let room = usize::from(place.height).saturating_sub(page.rows.len());
        let all = self.all_rows();
        if all == 0 {
            return;
        }
        let one = self.one_row(place, width, room.saturating_sub(1));
        let focus = self.focus();
        let rows = one.into_iter().enumerate().map(|(n, line)| Row {
            line,
            of: focus,
            focus: n == 0,
            right: false,
        });
        page.rows.extend(rows);
        let height = usize::from(place.height);
        if page.rows.len() < height && all > 1 {
            let at = focus.map_or(1, |f| f + 1);
            page.rows.resize(height - 1, Row::default());
            page.rows.push(foot(&words(at, all), place));
        }
        page.rows.truncate(height);
    }

    /// The row with the focus, or all of them in plain letters while none has it.
    fn one_row(&self, place: Place, width: u16, room: usize) -> Vec<Line<'static>> {
        let Some(focus) = self.focus() else {
            let plain = Place { size: Size::Normal, ..place };
            let listed = self.lists().flat_map(|(list, _)| match list {
                Rows::Listed(all) => rows(all, None, plain, width).concat(),
                Rows::Counted(..) => Vec::new(),
            });
            return listed.collect();
        };
        let Some(row) = self.row(focus) else {
            return Vec::new();
        };
        let style = place.theme.focus();
        let number = row.number.map(|n| n.to_string());
        let mark = row.mark.map(|mark| place.theme.check(mark).to_owned());
        let held = mark.or_else(|| row.sign.as_ref().map(|sign| format!("[{sign}]")));
        let head: Vec<String> = [number, held].into_iter().flatten().collect();
        let head = head.join(" ");
        let below = usize::from(!row.right.trim().is_empty());
        let whole = |room: usize| Place {
            width,
            // Two thirds of it are what block letters may take.
            height: u16::try_from(room * 3 / 2).unwrap_or(u16::MAX),
            ..place
        };
        let room = room.saturating_sub(below);
        let all = format!("{head} {}", row.text).trim().to_owned();
        let plain = |text: &str| lines_of(text, width, style);
        let together = big::lines(&all, whole(room), usize::MAX, style);
        // Where not everything has room in block letters: what it is, or else its number.
        let mut lines = together
            .or_else(|| {
                let text = big::lines(&row.text, whole(room.saturating_sub(1)), usize::MAX, style)?;
                Some([plain(&head), text].concat())
            })
            .or_else(|| {
                let text = plain(&row.text);
                let head = big::lines(&head, whole(room.checked_sub(text.len())?), 1, style)?;
                Some([head, text].concat())
            })
            .unwrap_or_else(|| plain(&all));
        if !row.right.trim().is_empty() {
            lines.push(Line::styled(format!("  {}", row.right.trim()), place.theme.title()));
        }
        lines
    }

    /// Lists with what has the focus in them.
    fn lists(&self) -> impl Iterator<Item = (&Rows, Option<usize>)> {
        self.parts.iter().filter_map(|part| match part {
            Part::Rows { rows, focus } => Some((rows, *focus)),
            _ => None,
        })
    }

    fn first_list(&self) -> Option<usize> {
        self.parts.iter().position(|p| matches!(p, Part::Rows { .. }))
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

fn plain(line: Line<'static>) -> Row {
    Row { line, ..Row::default() }
}

fn foot(words: &str, place: Place) -> Row {
    Row {
        line: Line::styled(words.to_owned(), place.theme.dim()),
        right: true,
        ..Row::default()
    }
}

/// Lines of a whole list. A list of numbers has one line for each.
fn height_of(list: &Rows, place: Place, width: u16) -> usize {
    match list {
        Rows::Listed(all) => rows(all, None, place, width).iter().map(Vec::len).sum(),
        Rows::Counted(n, ..) => {
            let each = if place.size == Size::Normal { 1 } else { 2 };
            usize::try_from(*n).unwrap_or(usize::MAX).saturating_mul(each)
        }
    }
}

/// The page of a list that holds the focus. A focus beyond its last row is on a list below: the last page.
fn list_rows(
    list: &Rows,
    (focus, before): (Option<usize>, usize),
    room: usize,
    fixed: bool,
    place: Place,
    width: u16,
    words: PageWords<'_>,
) -> Vec<Row> {
    let (start, made, pages, current) = window(list, focus, room, fixed, place, width);
    let mut shown: Vec<Row> = Vec::new();
    for (n, lines) in (start..).zip(made) {
        for (line_no, line) in lines.into_iter().enumerate() {
            let gap = place.size != Size::Normal && line.width() == 0;
            shown.push(Row {
                line,
                of: (!gap).then_some(before + n),
                focus: line_no == 0 && focus == Some(n),
                right: false,
            });
        }
    }
    if place.size != Size::Normal && shown.len() > room {
        shown.pop();
    }
    if pages > 1 {
        shown.resize(room.saturating_sub(1), Row::default());
        shown.push(foot(&words(current + 1, pages), place));
    }
    shown
}

/// The first row on the page with the focus, the lines of its rows, how many pages there are and
/// which this is.
fn window(
    list: &Rows,
    focus: Option<usize>,
    room: usize,
    fixed: bool,
    place: Place,
    width: u16,
) -> (usize, Vec<Vec<Line<'static>>>, usize, usize) {
    match list {
        Rows::Listed(all) => {
            // All of them, so that they line up on every page.
            let lines = rows(all, focus, place, width);
            let heights: Vec<usize> = lines.iter().map(Vec::len).collect();
            let spare = usize::from(place.size != Size::Normal);
            let ranges = if fixed { vec![0..all.len()] } else { pages(&heights, room + spare) };
            let current = ranges.iter().position(|p| p.contains(&focus.unwrap_or(0)));
            let current = current.unwrap_or(ranges.len().saturating_sub(1));
            let range = ranges.get(current).cloned().unwrap_or(0..0);
            let made = lines.get(range.clone()).unwrap_or_default().to_vec();
            (range.start, made, ranges.len(), current)
        }
        Rows::Counted(n, make) => {
            let each = if place.size == Size::Normal { 1 } else { 2 };
            let n = usize::try_from(*n).unwrap_or(usize::MAX);
            let fits = (room / each).max(1);
            let per_page = if n <= fits { n } else { (room.saturating_sub(1) / each).max(1) };
            let current = focus.unwrap_or(0) / per_page.max(1);
            let start = current * per_page;
            let end = (start + per_page).min(n);
            let made: Vec<Choice> = (start..end)
                .filter_map(|n| Some(make(u32::try_from(n).ok()?)))
                .collect();
            let on = focus.and_then(|f| f.checked_sub(start));
            let made = rows(&made, on, place, width);
            (start, made, n.div_ceil(per_page.max(1)), current)
        }
    }
}
