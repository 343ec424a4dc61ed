//! A field for one line of plain text.

use super::paragraph::cut;
use crate::tui::theme::Theme;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Block;
use unicode_width::UnicodeWidthStr;

/// What is typed, and where the cursor is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextField {
    signs: Vec<char>,
    cursor: usize,
    longest: usize,
}

impl Default for TextField {
    fn default() -> Self {
        Self::new(200)
    }
}

impl TextField {
    /// An empty field for at most `longest` characters.
    pub fn new(longest: usize) -> Self {
        Self {
            signs: Vec::new(),
            cursor: 0,
            longest,
        }
    }

    /// What was typed.
    pub fn value(&self) -> String {
        self.signs.iter().collect()
    }

    /// Puts a text in, the cursor after it.
    pub fn set(&mut self, text: &str) {
        self.clear();
        self.paste(text);
    }

    /// Empties the field.
    pub fn clear(&mut self) {
        self.signs.clear();
        self.cursor = 0;
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.signs.is_empty()
    }

    /// Puts a character at the cursor; control characters and what no longer fits are left out.
    pub fn insert(&mut self, sign: char) {
        if !sign.is_control() && self.signs.len() < self.longest {
            self.signs.insert(self.cursor, sign);
            self.cursor += 1;
        }
    }

    /// Puts a pasted text at the cursor.
    pub fn paste(&mut self, text: &str) {
        text.chars().for_each(|c| self.insert(c));
    }

    /// Does what an editing key asks for; false if the key is none.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let command = KeyModifiers::CONTROL | KeyModifiers::ALT;
        match key.code {
            KeyCode::Char(_) if key.modifiers.intersects(command) => return false,
            KeyCode::Char(sign) => self.insert(sign),
            KeyCode::Backspace if self.cursor > 0 => {
                self.cursor -= 1;
                self.signs.remove(self.cursor);
            }
            KeyCode::Delete if self.cursor < self.signs.len() => {
                self.signs.remove(self.cursor);
            }
            KeyCode::Left => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Right => self.cursor = (self.cursor + 1).min(self.signs.len()),
            KeyCode::Home => self.cursor = 0,
            KeyCode::End => self.cursor = self.signs.len(),
            KeyCode::Backspace | KeyCode::Delete => {}
            _ => return false,
        }
        true
    }
}

/// One row: the label (text and width of its column), then the field.
pub fn text_field(
    frame: &mut Frame<'_>,
    row: Rect,
    theme: Theme,
    label_and_width: (&str, u16),
    field: &TextField,
    focused: bool,
) {
    let inner = label(frame, row, theme, label_and_width, focused);
    let width = usize::from(inner.width.saturating_sub(2));
    // The part around the cursor, when the text is longer than the field.
    let mut start = 0;
    let before = |start: usize| {
        field.signs[start..field.cursor]
            .iter()
            .collect::<String>()
            .width()
    };
    while start < field.cursor && before(start) > width {
        start += 1;
    }
    let shown: String = field.signs[start..].iter().collect();
    let shown = cut(&shown, inner.width.saturating_sub(2), "");
    frame.render_widget(Line::styled(format!(" {shown}"), theme.field()), inner);
    if focused && inner.width > 1 {
        let x = inner.x + 1 + u16::try_from(before(start)).unwrap_or(0);
        frame.set_cursor_position(Position::new(x.min(inner.right() - 1), inner.y));
    }
}

/// Draws the label, with the arrow if it has the focus, and the empty field; gives back the
/// field's rectangle.
pub(super) fn label(
    frame: &mut Frame<'_>,
    row: Rect,
    theme: Theme,
    (label, width): (&str, u16),
    focused: bool,
) -> Rect {
    let row = Rect {
        height: row.height.min(1),
        ..row
    };
    let (mark, style) = if focused {
        (theme.arrow(), theme.title())
    } else {
        (" ", theme.text())
    };
    let width = (width + 3).min(row.width);
    let name = cut(&format!("{mark} {label}"), width, theme.ellipsis());
    frame.render_widget(Line::styled(name, style), Rect { width, ..row });
    let field = Rect {
        x: row.x + width,
        width: row.width - width,
        ..row
    };
    frame.render_widget(Block::new().style(theme.field()), field);
    field
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Glyphs;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    fn press(field: &mut TextField, codes: &[KeyCode]) {
        for code in codes {
            assert!(
                field.key(KeyEvent::new(*code, KeyModifiers::NONE)),
                "{code:?}"
            );
        }
    }

    #[test]
    fn editing_at_both_ends_and_between() {
        use KeyCode::{Backspace, Char, Delete, End, Home, Left, Right};
        let mut field = TextField::new(5);
        field.paste("rò\tta");
        press(
            &mut field,
            &[Left, Left, Char('s'), Home, Char('X'), Delete],
        );
        assert_eq!(
            field.value(),
            "òsta",
            "the sixth did not fit, the tab is no text"
        );
        press(&mut field, &[Backspace, End, Right, Backspace, Delete]);
        assert_eq!(field.value(), "òst");
        press(
            &mut field,
            &[Home, Left, Delete, Delete, Delete, Delete, Backspace],
        );
        assert!(field.is_empty());
    }

    #[test]
    fn commands_are_not_typed() {
        let mut field = TextField::default();
        assert!(!field.key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)));
        assert!(!field.key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)));
        assert!(field.is_empty());
    }

    #[test]
    fn a_long_text_shows_the_part_at_the_cursor() {
        let mut field = TextField::default();
        field.set("RSSMRA85T10A562S e molto di più");
        for width in [1, 4, 9, 12, 30] {
            let mut terminal = Terminal::new(TestBackend::new(width, 1)).unwrap();
            let theme = Theme::new(Glyphs::Console);
            terminal
                .draw(|f| text_field(f, f.area(), theme, ("Nome", 4), &field, true))
                .unwrap();
            let shown = terminal.backend().to_string();
            assert!(width < 30 || shown.contains("di più"), "{shown}");
        }
    }
}
