//! The frame of every screen.
//!
//! ```text
//! │ Consultation, who holds it                    clock │  banner
//! │ where we are                        F2 [Italiano] En │  second line
//! │                                                      │
//! │ body                                                 │
//! │──────────────────────────────────────────────────────│
//! │ ↑ ↓ muovi   Spazio scegli   Invio avanti             │  two rows of keys
//! ```
//!
//! The footer is always at the same place and as high, so that the next step is always found
//! where it was before.

use super::paragraph::{cut, wrap};
use crate::i18n::{Language, text, text_with};
use crate::tui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph};
use unicode_width::UnicodeWidthStr;

/// The least width of the screens.
pub const MIN_COLUMNS: u16 = 80;
/// The least height of the screens.
pub const MIN_ROWS: u16 = 24;

/// With more than these columns of languages, they stand closer.
const COMFORTABLE: usize = 50;

/// What stands at the top.
#[derive(Debug, Clone, Default)]
pub struct Header<'a> {
    /// What this is about: the consultation.
    pub title: &'a str,
    /// Stands for the title where that has no room. Empty: the title is cut.
    pub brief: &'a str,
    /// At the right end: the clock.
    pub right: &'a str,
    /// Second line: where we are.
    pub place: &'a str,
    /// Second line, right end: languages, or the state of sync.
    pub state: &'a str,
}

/// Draws header and footer over the whole screen and gives back the rectangle between them.
///
/// Keys of the footer come in order of importance: where two rows are not enough, the last are
/// left out.
pub fn page(
    frame: &mut Frame<'_>,
    theme: Theme,
    header: &Header<'_>,
    footer: &[(&str, String)],
) -> Rect {
    page_pointed(frame, theme, header, footer).body
}

/// What can be pointed at around the body.
#[derive(Debug, Clone, Default)]
pub struct Pointed {
    /// The rectangle between header and footer.
    pub body: Rect,
    /// The right end of the second line: languages.
    pub state: Rect,
    /// Keys of the footer, by their place in the list.
    pub keys: Vec<(Rect, usize)>,
}

/// Like [`page`], and where everything stands.
pub fn page_pointed(
    frame: &mut Frame<'_>,
    theme: Theme,
    header: &Header<'_>,
    footer: &[(&str, String)],
) -> Pointed {
    let area = frame.area();
    frame.render_widget(Clear, area);
    frame.render_widget(Block::new().style(theme.text()), area);
    let row = |n: u16| {
        Rect {
            y: area.y + n,
            height: 1,
            ..area
        }
        .intersection(area)
    };
    frame.render_widget(Block::new().style(theme.banner()), row(0));
    let room = usize::from(area.width.saturating_sub(2));
    let needed = header.title.width() + 2 + header.right.width();
    let title = if needed > room && !header.brief.is_empty() {
        header.brief
    } else {
        header.title
    };
    ends(frame, row(0), theme, title, header.right, theme.banner());
    ends(
        frame,
        row(1),
        theme,
        header.place,
        header.state,
        theme.dim(),
    );

    let bottom = area.height.saturating_sub(3);
    let rule = Line::styled(theme.rule().repeat(usize::from(area.width)), theme.dim());
    frame.render_widget(rule, row(bottom));
    let mut keys = Vec::new();
    for (n, key) in placed(footer, area.width.saturating_sub(2)) {
        let Some((name, what)) = footer.get(n) else {
            continue;
        };
        let place = row(bottom + 1 + key.line);
        let at = Rect {
            x: place.x + 1 + key.x,
            width: key.width,
            ..place
        }
        .intersection(place);
        let line = Line::from(vec![
            Span::styled((*name).to_owned(), theme.key()),
            Span::styled(format!(" {what}"), theme.text()),
        ]);
        frame.render_widget(line, at);
        keys.push((at, n));
    }
    let body = Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(5),
        ..area
    };
    let state = u16::try_from(header.state.width())
        .unwrap_or(0)
        .min(area.width);
    let second = row(1);
    Pointed {
        body: body.intersection(area),
        state: Rect {
            x: second.right().saturating_sub(state + 1),
            width: state,
            ..second
        },
        keys,
    }
}

/// All languages in their own names, the one in use in brackets; nothing if there is one only.
pub fn languages(all: &[Language], now: Language) -> String {
    if all.len() < 2 {
        return String::new();
    }
    let name = |l: &Language| {
        if *l == now {
            format!("[{}]", l.own_name())
        } else {
            l.own_name().to_owned()
        }
    };
    let names: Vec<String> = all.iter().map(name).collect();
    let wide = format!("F2  {}", names.join("  "));
    if wide.width() <= COMFORTABLE {
        return wide;
    }
    format!("F2 {}", names.join(" "))
}

/// One text at each end of a row; the right one is kept, the left one cut.
fn ends(
    frame: &mut Frame<'_>,
    row: Rect,
    theme: Theme,
    left: &str,
    right: &str,
    style: ratatui::style::Style,
) {
    let inner = Rect {
        x: row.x + 1,
        width: row.width.saturating_sub(2),
        ..row
    }
    .intersection(row);
    let right = cut(right, inner.width, theme.ellipsis());
    let taken = u16::try_from(right.width()).unwrap_or(inner.width);
    let left = cut(
        left,
        inner.width.saturating_sub(taken + 2),
        theme.ellipsis(),
    );
    frame.render_widget(Line::styled(left, style), inner);
    let at = Rect {
        x: inner.right() - taken,
        width: taken,
        ..inner
    };
    frame.render_widget(Line::styled(right, style), at);
}

/// Where a key of the footer stands.
struct Key {
    line: u16,
    x: u16,
    width: u16,
}

/// The keys in at most two lines of `width` columns, the first ones first.
fn placed(footer: &[(&str, String)], width: u16) -> Vec<(usize, Key)> {
    let mut keys = Vec::new();
    let (mut line, mut x) = (0, 0_u16);
    for (n, (key, what)) in footer.iter().enumerate() {
        let needed = u16::try_from(key.width() + 1 + what.width()).unwrap_or(u16::MAX);
        let gap = if x == 0 { 0 } else { 3 };
        if x > 0 && x.saturating_add(gap).saturating_add(needed) > width {
            if line == 1 {
                break;
            }
            (line, x) = (1, 0);
        } else {
            x += gap;
        }
        keys.push((
            n,
            Key {
                line,
                x,
                width: needed.min(width.saturating_sub(x)),
            },
        ));
        x = x.saturating_add(needed);
    }
    keys
}

/// On a terminal under 80x24 draws only a message that says so and what is needed; true if it
/// did. Nothing else may be drawn then.
pub fn too_small(frame: &mut Frame<'_>, theme: Theme, language: Language) -> bool {
    let area = frame.area();
    if area.width >= MIN_COLUMNS && area.height >= MIN_ROWS {
        return false;
    }
    frame.render_widget(Clear, area);
    frame.render_widget(Block::new().style(theme.text()), area);
    let need = text_with(
        language,
        "common-too-small-need",
        &[
            ("columns", u32::from(MIN_COLUMNS).into()),
            ("rows", u32::from(MIN_ROWS).into()),
            ("now_columns", u32::from(area.width).into()),
            ("now_rows", u32::from(area.height).into()),
        ],
    );
    let size = format!("{MIN_COLUMNS}x{MIN_ROWS}");
    let how = text(language, "common-too-small-how");
    let title = text(language, "common-too-small");
    // From everything down to the bare size: the first that fits.
    let versions = [
        vec![(&title, true), (&need, false), (&how, false)],
        vec![(&title, true), (&need, false)],
        vec![(&title, true), (&size, false)],
        vec![(&size, true)],
    ];
    let lines = versions.into_iter().find_map(|version| {
        let lines: Vec<Line<'_>> = version
            .iter()
            .flat_map(|(t, first)| {
                let style = if *first { theme.title() } else { theme.text() };
                wrap(t, area.width)
                    .into_iter()
                    .map(move |l| Line::styled(l, style))
            })
            .collect();
        (lines.len() <= usize::from(area.height)).then_some(lines)
    });
    let lines = lines.unwrap_or_default();
    let height = u16::try_from(lines.len()).unwrap_or(area.height);
    let at = Rect {
        y: area.y + (area.height - height) / 2,
        height,
        ..area
    };
    frame.render_widget(Paragraph::new(lines).alignment(Alignment::Center), at);
    true
}
