//! A list on its page: the rows around the focus, never scrolled.

use super::layout::{PageWords, Row, foot};
use super::lines::rows;
use super::{Place, Rows, Size};
use crate::tui::widgets::{Choice, pages};
use ratatui::text::Line;

/// Lines of a whole list. A list of numbers has one line for each.
pub(super) fn height_of(list: &Rows, place: Place, width: u16) -> usize {
    match list {
        Rows::Listed(all) => rows(all, None, place, width).iter().map(Vec::len).sum(),
        Rows::Counted(n, ..) => {
            let each = if place.size == Size::Normal { 1 } else { 2 };
            usize::try_from(*n)
                .unwrap_or(usize::MAX)
                .saturating_mul(each)
        }
    }
}

/// The page of a list that holds the focus. A focus beyond its last row is on a list below: the last page.
pub(super) fn list_rows(
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
            let ranges = if fixed {
                std::iter::once(0..all.len()).collect()
            } else {
                pages(&heights, room + spare)
            };
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
            let per_page = if n <= fits {
                n
            } else {
                (room.saturating_sub(1) / each).max(1)
            };
            let current = focus.unwrap_or(0) / per_page.max(1);
            let start = current * per_page;
            let end = (start + per_page).min(n);
            let window: Vec<Choice> = (start..end)
                .filter_map(|n| Some(make(u32::try_from(n).ok()?)))
                .collect();
            let on = focus.and_then(|f| f.checked_sub(start));
            let shown = rows(&window, on, place, width);
            (start, shown, n.div_ceil(per_page.max(1)), current)
        }
    }
}
