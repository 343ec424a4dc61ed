//! Very large: one row at a time, in block letters where they fit.

use super::layout::{Page, PageWords, Row, foot, plain};
use super::lines::{lines, rows};
use super::{Place, Reading, Rows, Size, big};
use crate::tui::widgets::lines_of;
use ratatui::text::Line;

impl Reading {
    /// One row at a time, in block letters where they fit; then what the row says besides.
    pub(super) fn put_one_row(
        &self,
        page: &mut Page,
        tail: usize,
        place: Place,
        width: u16,
        words: PageWords<'_>,
    ) {
        for part in &self.parts[tail..] {
            page.rows
                .extend(lines(part, place, width).into_iter().map(plain));
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
    pub(super) fn one_row(&self, place: Place, width: u16, room: usize) -> Vec<Line<'static>> {
        let Some(focus) = self.focus() else {
            let plain = Place {
                size: Size::Normal,
                ..place
            };
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
        let sign = mark.or_else(|| row.sign.as_ref().map(|sign| format!("[{sign}]")));
        let head: Vec<String> = [number, sign].into_iter().flatten().collect();
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
            lines.push(Line::styled(
                format!("  {}", row.right.trim()),
                place.theme.title(),
            ));
        }
        lines
    }
}
