//! Rows to choose from, in block letters: those around the focus, as many as there is room for.

use super::Sheet;
use crate::tui::reading::strip::{self, LEAD, Strip, height, paragraph};
use crate::tui::reading::{Place, Reading, Rows, big};
use crate::tui::widgets::{Choice, pages};
use std::ops::Range;

/// Rows around the focus, and which page of the list they are.
struct Window {
    rows: Vec<Vec<Strip>>,
    page: usize,
    pages: usize,
}

impl Reading {
    /// The pages on which the row with the focus is read.
    pub(super) fn row_sheets(&self, top: &[Strip], brief: &[String], place: Place) -> Vec<Sheet> {
        let room = usize::from(place.height.saturating_sub(1));
        let above = height(top) + usize::from(!top.is_empty());
        let window = self.window(room.saturating_sub(above), brief, place);
        let strips = [top.to_vec(), window.rows.concat()].concat();
        let of_list = Some((window.page, window.pages));
        let fits = height(&strips) <= room;
        if self.focus().is_none() {
            // Nothing to act on yet: rows are shown where all of them have room.
            let all = fits && window.pages == 1;
            let shown = if all { strips } else { top.to_vec() };
            return Some(shown)
                .filter(|shown| !shown.is_empty())
                .map(Sheet::from)
                .into_iter()
                .collect();
        }
        if fits {
            return vec![Sheet {
                strips,
                of_list,
                ..Sheet::default()
            }];
        }
        // Its number, its box and how the choice stands are on each of its pages.
        let head = usize::from(!brief.is_empty());
        let (head, rest) = strips.split_at(head.min(strips.len()));
        strip::pages(rest.to_vec(), room.saturating_sub(height(head)).max(1))
            .into_iter()
            .map(|part| Sheet {
                strips: [head.to_vec(), part].concat(),
                of_list,
                ..Sheet::default()
            })
            .collect()
    }

    /// Height of the tallest row; of numbers, of one as long as any.
    pub(super) fn tallest(&self, brief: &[String], place: Place) -> usize {
        self.lists()
            .flat_map(|(list, _)| samples(list))
            .map(|row| height(&row_strips(0, &row, false, brief, place)))
            .max()
            .unwrap_or(0)
    }

    /// The rows that stand on a page with the row that has the focus.
    fn window(&self, room: usize, brief: &[String], place: Place) -> Window {
        let (focus, all) = (self.focus(), self.all_rows());
        let counted = self.lists().any(|(l, _)| matches!(l, Rows::Counted(..)));
        let made = |range: Range<usize>| -> Vec<Vec<Strip>> {
            let row = |n| {
                let row = self.row(n)?;
                Some(row_strips(n, &row, focus == Some(n), brief, place))
            };
            range.filter_map(row).collect()
        };
        if counted {
            let each = self.tallest(brief, place) + 1;
            let per_page = ((room + 1) / each).max(1);
            let page = focus.unwrap_or(0) / per_page;
            let start = page * per_page;
            return Window {
                rows: made(start..(start + per_page).min(all)),
                page,
                pages: all.div_ceil(per_page),
            };
        }
        let rows = made(0..all);
        let heights: Vec<usize> = rows.iter().map(|r| height(r) + 1).collect();
        // A row for the page's number is kept already, and the last row has no gap after it.
        let ranges = if heights.iter().sum::<usize>() <= room + 1 {
            std::iter::once(0..all).collect()
        } else {
            pages(&heights, room + 2)
        };
        let page = ranges.iter().position(|r| r.contains(&focus.unwrap_or(0)));
        let page = page.unwrap_or(0);
        let shown = ranges.get(page).cloned().unwrap_or(0..0);
        Window {
            rows: rows.get(shown).unwrap_or_default().to_vec(),
            page,
            pages: ranges.len(),
        }
    }
}

/// Rows of which one is as high as any of a list.
fn samples(list: &Rows) -> Vec<Choice> {
    match list {
        Rows::Listed(all) => all.clone(),
        Rows::Counted(n, make) => {
            let all = [0, 1, 2, n.saturating_sub(2), n.saturating_sub(1)];
            all.into_iter().filter(|i| i < n).map(|i| make(i)).collect()
        }
    }
}

/// A row to choose from. With how the choice stands: in a line of its own with number and box.
fn row_strips(n: usize, row: &Choice, focused: bool, brief: &[String], place: Place) -> Vec<Strip> {
    let theme = place.theme;
    let style = if focused { theme.focus() } else { theme.text() };
    let width = place.width.saturating_sub(LEAD);
    let number = row.number.map(|n| n.to_string());
    let mark = row.mark.map(|mark| theme.check(mark).to_owned());
    let sign = mark.or_else(|| row.sign.as_ref().map(|sign| format!("[{sign}]")));
    let head: Vec<String> = [number, sign].into_iter().flatten().collect();
    let head = head.join(" ");
    let right = row.right.split("  ").map(str::trim);
    let right: Vec<&str> = right.filter(|r| !r.is_empty()).collect();
    let mut lines: Vec<String> = Vec::new();
    if let [first, ..] = brief {
        lines.push(apart(&head, first, place, width));
        lines.push(row.text.clone());
    } else {
        lines.push(format!("{head} {}", row.text).trim().to_owned());
    }
    lines.extend(right.into_iter().map(str::to_owned));
    lines.extend(brief.iter().skip(1).cloned());
    let strips = lines
        .iter()
        .flat_map(|line| paragraph(line, style, place, width));
    strips
        .enumerate()
        .map(|(at, strip)| strip.of_row(n, focused, at == 0))
        .collect()
}

/// Two texts at the ends of a line of letters, if it has room for both.
fn apart(left: &str, right: &str, place: Place, width: u16) -> String {
    let across = place.letters().map_or(1, big::Letters::columns);
    let taken = left.chars().count() + right.chars().count();
    let gap = usize::from(width / across).saturating_sub(taken);
    // No-break spaces: the line stays one.
    let gap = "\u{a0}".repeat(gap.max(1));
    if left.is_empty() {
        return right.to_owned();
    }
    format!("{left}{gap}{right}").replace(' ', "\u{a0}")
}
