//! A reading in block letters: all of it, on as many pages as it takes.
//!
//! Who cannot read the terminal's own letters cannot read a rule or a warning in them either: nothing
//! stays small but the frame. Pages come in this order:
//!
//! ```text
//! what is said          the question, how to choose; a QR code has a page of its own
//! rows to choose from   as many as there is room for, with how the choice stands above them;
//!                       where there is room for one only, beside its box
//! what is in the way    where it has no room above the rows: it is shown at once
//! ```
//!
//! A row longer than a page goes on on the next, with its number and box on each.

mod rows;

use super::layout::{Page, PageWords, Row, foot};
use super::strip::{self, Strip, drawn, height, paragraph, paragraphs, warns};
use super::{Part, Place, Reading};
use crate::tui::widgets::qr_fitting;
use ratatui::layout::Rect;

/// How a reading is turned over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Paging {
    /// All pages.
    pub pages: usize,
    /// The first page of the rows, or of what changes.
    pub rows: usize,
    /// The page with what is in the way, where it has one of its own.
    pub note: Option<usize>,
    /// The row with the focus.
    pub focus: Option<usize>,
}

/// Pages in block letters.
#[derive(Debug, Default)]
pub(super) struct Sheets {
    all: Vec<Sheet>,
    rows: usize,
    note: Option<usize>,
}

#[derive(Debug, Default)]
struct Sheet {
    strips: Vec<Strip>,
    qr: bool,
    /// Which page of a list this is, of how many.
    of_list: Option<(usize, usize)>,
}

impl From<Vec<Strip>> for Sheet {
    fn from(strips: Vec<Strip>) -> Self {
        Self {
            strips,
            ..Self::default()
        }
    }
}

impl Reading {
    pub(super) fn paging_in_blocks(&self, place: Place) -> Paging {
        let sheets = self.sheets(place);
        Paging {
            pages: sheets.all.len().max(1),
            rows: sheets.rows,
            note: sheets.note,
            focus: self.focus(),
        }
    }

    /// On which page each part before the rows begins.
    pub(super) fn begins_in_blocks(&self, place: Place) -> Vec<usize> {
        let tail = self.tail.unwrap_or(self.parts.len());
        if self.at_once {
            return vec![0; tail];
        }
        // Where a part begins, pages differ from those without it.
        let upto = |n: usize| self.text_sheets(self.parts[..n].iter().collect(), place);
        let mut before = upto(0);
        let begin = |n: usize| {
            let with = upto(n + 1);
            let same = with.iter().zip(&before);
            let begins = same.take_while(|(a, b)| a.strips.len() == b.strips.len() && a.qr == b.qr);
            let begins = begins.count();
            before = with;
            begins.min(before.len().saturating_sub(1))
        };
        (0..tail).map(begin).collect()
    }

    pub(super) fn page_in_blocks(&self, number: usize, place: Place, words: PageWords<'_>) -> Page {
        let mut sheets = self.sheets(place).all;
        let all = sheets.len();
        let number = number.min(all.saturating_sub(1));
        if number >= all {
            return Page::default();
        }
        let sheet = sheets.swap_remove(number);
        let mut page = Page {
            rows: drawn(&sheet.strips, place),
            qr: sheet.qr.then(|| self.qr_whole(place)).flatten(),
        };
        let of = match sheet.of_list {
            Some(of) => Some(of).filter(|(_, pages)| *pages > 1),
            None => Some((number, all)).filter(|_| number + 1 < all),
        };
        if let Some((n, pages)) = of {
            page.rows
                .resize(usize::from(place.height.saturating_sub(1)), Row::default());
            page.rows.push(foot(&words(n + 1, pages), place));
        }
        page
    }

    /// The QR code on a page of its own, with a row for the page's number.
    fn qr_whole(&self, place: Place) -> Option<Vec<ratatui::text::Line<'static>>> {
        let room = Rect::new(0, 0, place.width, place.height.saturating_sub(1));
        qr_fitting(self.qr.as_ref()?, place.theme, room)
    }

    fn sheets(&self, place: Place) -> Sheets {
        let room = usize::from(place.height.saturating_sub(1));
        if self.at_once {
            return Sheets {
                all: vec![self.on_one_sheet(place).into()],
                ..Sheets::default()
            };
        }
        let tail = self.tail.unwrap_or(self.parts.len());
        let (before, after) = self.parts.split_at(tail);
        let strips = |part: &Part| strips_of(part, place);
        let standing = self.standing.as_ref();
        let stands = |n: usize| standing.is_some_and(|(at, _)| *at == tail + n);
        if self.all_rows() == 0 {
            let mut sheets = self.text_sheets(before.iter().collect(), place);
            let changes: Vec<Strip> = after.iter().flat_map(strips).collect();
            let rows = sheets.len();
            sheets.extend(strip::pages(changes, room).into_iter().map(Sheet::from));
            return Sheets {
                rows: rows.min(sheets.len().saturating_sub(1)),
                all: sheets,
                note: None,
            };
        }
        let full: Vec<Strip> = after
            .iter()
            .enumerate()
            .filter(|(n, _)| stands(*n))
            .flat_map(|(_, part)| strips(part))
            .collect();
        let note: Vec<Strip> = after.iter().filter(|p| warns(p)).flat_map(strips).collect();
        let brief: &[String] = standing.map_or(&[], |(_, brief)| brief);
        let tallest = self.tallest(&[], place);
        let with = |top: &[&[Strip]]| {
            let strips: usize = top
                .iter()
                .map(|t| height(t) + usize::from(!t.is_empty()))
                .sum();
            strips + tallest <= room
        };
        // Above the rows: as much as leaves room for each of them.
        let (top, brief, note) = if with(&[&full, &note]) {
            ([full, note].concat(), &[][..], Vec::new())
        } else if with(&[&full]) {
            (full, &[][..], note)
        } else {
            (Vec::new(), brief, note)
        };
        let said_above = |n: usize| stands(n) && brief.is_empty();
        let text = before.iter().chain(
            after
                .iter()
                .enumerate()
                .filter(|(n, part)| !said_above(*n) && !warns(part))
                .map(|(_, part)| part),
        );
        let mut sheets = self.text_sheets(text.collect(), place);
        let mut rows = self.row_sheets(&top, brief, place);
        // On one page with the last that is said, where everything has room there.
        if let ([only], Some(last)) = (rows.as_mut_slice(), sheets.last())
            && only.of_list.is_none_or(|(_, pages)| pages == 1)
            && !last.qr
            && height(&last.strips) + 1 + height(&only.strips) <= room
        {
            only.strips = [last.strips.clone(), std::mem::take(&mut only.strips)].concat();
            sheets.pop();
        }
        let first = sheets.len();
        sheets.extend(rows);
        let noted = sheets.len();
        sheets.extend(strip::pages(note, room).into_iter().map(Sheet::from));
        Sheets {
            rows: first.min(sheets.len().saturating_sub(1)),
            note: (sheets.len() > noted).then_some(noted),
            all: sheets,
        }
    }

    /// What is said; the QR code on a page of its own after the code that it holds.
    fn text_sheets(&self, parts: Vec<&Part>, place: Place) -> Vec<Sheet> {
        let room = usize::from(place.height.saturating_sub(1));
        let mut sheets: Vec<Sheet> = Vec::new();
        let mut strips: Vec<Strip> = Vec::new();
        for part in parts {
            strips.extend(strips_of(part, place));
            if matches!(part, Part::Code(_)) && self.qr_whole(place).is_some() {
                let so_far = std::mem::take(&mut strips);
                sheets.extend(strip::pages(so_far, room).into_iter().map(Sheet::from));
                sheets.push(Sheet {
                    qr: true,
                    ..Sheet::default()
                });
            }
        }
        sheets.extend(strip::pages(strips, room).into_iter().map(Sheet::from));
        sheets
    }

    /// Everything on one page, where no key turns it: in block letters as far as there is room,
    /// the first words before the last.
    fn on_one_sheet(&self, place: Place) -> Vec<Strip> {
        let all: Vec<_> = self
            .parts
            .iter()
            .flat_map(|p| paragraphs(p, place.theme))
            .collect();
        let with = |large: usize| -> Vec<Strip> {
            let strips = all.iter().enumerate().map(|(n, (text, style))| {
                if n < large {
                    paragraph(text, *style, place, place.width)
                } else {
                    strip::small(text, *style, place.width)
                }
            });
            strips.flatten().collect()
        };
        (0..=all.len())
            .rev()
            .map(with)
            // Rather close together than small.
            .flat_map(|strips| {
                let close = strips.iter().cloned().map(Strip::close).collect();
                [strips, close]
            })
            .find(|strips| height(strips) <= usize::from(place.height))
            .unwrap_or_else(|| with(0))
    }
}

/// A part that is not rows.
fn strips_of(part: &Part, place: Place) -> Vec<Strip> {
    paragraphs(part, place.theme)
        .iter()
        .flat_map(|(text, style)| paragraph(text, *style, place, place.width))
        .collect()
}
