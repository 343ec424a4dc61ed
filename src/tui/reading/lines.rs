//! Parts as lines of a width, in the terminal's own letters.

use super::{Ink, Part, Place, Size};
use crate::tui::theme::Theme;
use crate::tui::widgets::{Choice, Tone, choice_rows, lines_of, wrap};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// A part that is not rows, as lines of at most `width` columns.
pub(super) fn lines(part: &Part, place: Place, width: u16) -> Vec<Line<'static>> {
    let theme = place.theme;
    let mut lines = match part {
        Part::Text(ink, text) => lines_of(text, width, ink.style(theme)),
        Part::Item {
            indent,
            sign,
            sign_ink,
            ink,
            text,
        } => item(*indent, (*sign_ink, sign), (*ink, text), theme, width),
        Part::Code(code) => vec![Line::styled(format!("  {code}"), theme.code())],
        Part::Gap => vec![Line::default()],
        Part::Kept(rows, sentence) => {
            let rows = usize::from(*rows);
            let mut lines = sentence.as_ref().map_or_else(Vec::new, |(ink, text)| {
                lines_of(text, width, ink.style(theme))
            });
            if lines.len() < rows {
                lines.resize(rows, Line::default());
            }
            lines
        }
        Part::Panel { tone, title, lines } => panel(*tone, title, lines, theme, width),
        Part::Rows { .. } => Vec::new(),
    };
    if place.size != Size::Normal {
        lines = lines.into_iter().map(bold).collect();
    }
    lines
}

fn item(
    indent: u16,
    (sign_ink, sign): (Ink, &str),
    (ink, text): (Ink, &str),
    theme: Theme,
    width: u16,
) -> Vec<Line<'static>> {
    let indent = usize::from(indent);
    let lead = indent + sign.width() + 1;
    let taken = u16::try_from(lead).unwrap_or(u16::MAX);
    wrap(text, width.saturating_sub(taken))
        .into_iter()
        .enumerate()
        .map(|(n, line)| {
            if n > 0 {
                return Line::styled(format!("{:lead$}{line}", ""), ink.style(theme));
            }
            Line::from(vec![
                Span::styled(format!("{:indent$}{sign} ", ""), sign_ink.style(theme)),
                Span::styled(line, ink.style(theme)),
            ])
        })
        .collect()
}

/// ```text
/// ╭───────────────────╮
/// │                   │
/// │   Title           │
/// ```
fn panel(
    tone: Tone,
    title: &str,
    texts: &[String],
    theme: Theme,
    width: u16,
) -> Vec<Line<'static>> {
    let inside = width.saturating_sub(8);
    let style = tone.style(theme);
    let mut all = lines_of(title, inside, style);
    if !texts.is_empty() {
        all.push(Line::default());
    }
    for text in texts {
        all.extend(lines_of(text, inside, theme.text()));
    }
    let border = theme.border();
    let across = usize::from(width.saturating_sub(2));
    let edge = |left: &str, line: &str, right: &str| {
        Line::styled(format!("{left}{}{right}", line.repeat(across)), style)
    };
    let side = |line: Line<'static>| {
        let gap = usize::from(inside).saturating_sub(line.width());
        let mut spans = vec![
            Span::styled(border.vertical_left, style),
            Span::styled("   ", theme.text()),
        ];
        let own = line.style;
        spans.extend(
            line.spans
                .into_iter()
                .map(|s| Span::styled(s.content, own.patch(s.style))),
        );
        spans.push(Span::styled(" ".repeat(gap + 3), theme.text()));
        spans.push(Span::styled(border.vertical_right, style));
        Line::from(spans)
    };
    let mut lines = vec![edge(
        border.top_left,
        border.horizontal_top,
        border.top_right,
    )];
    lines.push(side(Line::default()));
    lines.extend(all.into_iter().map(side));
    lines.push(side(Line::default()));
    lines.push(edge(
        border.bottom_left,
        border.horizontal_bottom,
        border.bottom_right,
    ));
    lines
}

/// Rows to choose from, each as its lines.
pub(super) fn rows(
    choices: &[Choice],
    focus: Option<usize>,
    place: Place,
    width: u16,
) -> Vec<Vec<Line<'static>>> {
    let mut rows = choice_rows(place.theme, choices, focus, width);
    if place.size == Size::Normal {
        return rows;
    }
    for row in &mut rows {
        let lines = std::mem::take(row);
        row.extend(lines.into_iter().map(bold));
        row.push(Line::default());
    }
    rows
}

fn bold(line: Line<'static>) -> Line<'static> {
    Line {
        spans: line
            .spans
            .into_iter()
            .map(|s| s.patch_style(Modifier::BOLD))
            .collect(),
        ..line
    }
}
