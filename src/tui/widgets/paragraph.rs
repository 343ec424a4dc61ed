//! Running text: wrapped at words, in a column that stays readable on a wide screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

/// Longer lines lose the eye on the way back.
const WIDEST: u16 = 84;
/// More rows than this and the column moves down from the top edge.
const TALLEST: u16 = 32;

/// The part of `area` to write in: centred, at most 84 columns wide, two columns from the
/// edges, and a little below the top of a tall screen.
pub fn column(area: Rect) -> Rect {
    column_of(area, WIDEST)
}

/// Like [`column()`], with a greatest width of its own, for what is not running text.
pub fn column_of(area: Rect, widest: u16) -> Rect {
    let width = area.width.saturating_sub(4).min(widest);
    let down = area.height.saturating_sub(TALLEST) / 3;
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + down,
        width,
        height: area.height - down,
    }
}

/// `text` as lines of at most `width` columns, broken between words. Line breaks in the text
/// stay; a word longer than a line is cut.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let width = usize::from(width.max(1));
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut line = String::new();
        // Columns of the line so far: to measure all of it for each word takes its length squared.
        let mut used = 0;
        // Not at every white space: a no-break space keeps what is beside it.
        for word in part.split([' ', '\t', '\r']).filter(|w| !w.is_empty()) {
            let more = word.width();
            if !line.is_empty() && used + 1 + more > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            if !line.is_empty() {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += more;
            while used > width {
                let head = head_of(&line, width).max(1);
                let rest =
                    line.split_off(line.char_indices().nth(head).map_or(line.len(), |c| c.0));
                lines.push(std::mem::replace(&mut line, rest));
                used = line.width();
            }
        }
        lines.push(line);
    }
    lines
}

/// How many characters of `text` fit into `width` columns.
fn head_of(text: &str, width: usize) -> usize {
    let mut used = 0;
    text.chars()
        .take_while(|c| {
            used += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
            used <= width
        })
        .count()
}

/// `text` in at most `width` columns; `ellipsis` shows that something is missing.
pub fn cut(text: &str, width: u16, ellipsis: &str) -> String {
    let width = usize::from(width);
    if text.width() <= width {
        return text.to_owned();
    }
    let keep = head_of(text, width.saturating_sub(ellipsis.width()));
    let mut short: String = text.chars().take(keep).collect();
    if short.width() + ellipsis.width() <= width {
        short.push_str(ellipsis);
    }
    short
}

/// `text` wrapped, as styled lines.
pub fn lines_of(text: &str, width: u16, style: Style) -> Vec<Line<'static>> {
    wrap(text, width)
        .into_iter()
        .map(|l| Line::styled(l, style))
        .collect()
}

/// Writes `text` at the top of `area` and gives back what is left below it.
pub fn paragraph(frame: &mut Frame<'_>, area: Rect, style: Style, text: &str) -> Rect {
    let lines = lines_of(text, area.width, style);
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

/// `area` without its first `rows`.
pub fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_breaks_stay() {
        assert_eq!(
            wrap("uno due tre\n\nquattro", 8),
            ["uno due", "tre", "", "quattro"]
        );
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("più è", 0), ["p", "i", "ù", "è"]);
    }

    #[test]
    fn a_cut_text_says_so() {
        assert_eq!(cut("abcdef", 6, "…"), "abcdef");
        assert_eq!(cut("abcdef", 4, "…"), "abc…");
        assert_eq!(cut("abcdef", 4, "..."), "a...");
        assert_eq!(cut("abcdef", 0, "…"), "");
    }

    #[test]
    fn the_column_is_inside_any_area() {
        for (w, h) in [(0, 0), (1, 1), (3, 3), (80, 20), (200, 60)] {
            let area = Rect::new(0, 0, w, h);
            assert_eq!(area.intersection(column(area)), column(area), "{w}x{h}");
        }
    }
}
