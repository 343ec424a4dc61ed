//! A field for a passphrase or a PIN: never echoed, wiped from memory.

use crate::envelope::Passphrase;
use crate::tui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

/// Room for the longest secret. It is taken at once: a text that grows leaves copies behind.
const ROOM: usize = 512;

/// What is typed and not shown.
pub struct SecretField(Zeroizing<String>);

impl Default for SecretField {
    fn default() -> Self {
        Self(Zeroizing::new(String::with_capacity(ROOM)))
    }
}

impl SecretField {
    /// An empty field.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a sign; control characters and what no longer fits are left out.
    pub fn insert(&mut self, sign: char) {
        if !sign.is_control() && self.0.len() + sign.len_utf8() <= ROOM {
            self.0.push(sign);
        }
    }

    /// Adds a pasted text.
    pub fn paste(&mut self, text: &str) {
        text.chars().for_each(|c| self.insert(c));
    }

    /// Removes the last sign.
    pub fn backspace(&mut self) {
        self.0.pop();
    }

    /// Wipes everything.
    pub fn clear(&mut self) {
        self.0.zeroize();
        // `zeroize` keeps the room it wiped; nothing to take again.
    }

    /// How many signs were typed.
    pub fn len(&self) -> usize {
        self.0.chars().count()
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Hands the secret over and leaves the field empty.
    pub fn take(&mut self) -> Passphrase {
        let secret = Passphrase::new(self.0.as_str());
        self.clear();
        secret
    }
}

impl fmt::Debug for SecretField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretField(..)")
    }
}

/// One row: the label, then one sign for each that was typed.
pub fn secret_field(
    frame: &mut Frame<'_>,
    row: Rect,
    theme: Theme,
    label: (&str, u16),
    field: &SecretField,
    focused: bool,
) {
    let inner = super::text_field::label(frame, row, theme, label, focused);
    let shown = field.len().min(usize::from(inner.width.saturating_sub(2)));
    frame.render_widget(
        Line::styled(format!(" {}", theme.secret().repeat(shown)), theme.field()),
        inner,
    );
    if focused && inner.width > 1 {
        let x = inner.x + 1 + u16::try_from(shown).unwrap_or(0);
        frame.set_cursor_position(Position::new(x, inner.y));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Glyphs;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    #[test]
    fn the_screen_shows_how_many_and_never_which() {
        let mut field = SecretField::new();
        field.paste("segreto\n1");
        field.backspace();
        let mut terminal = Terminal::new(TestBackend::new(40, 1)).unwrap();
        terminal
            .draw(|f| {
                secret_field(
                    f,
                    f.area(),
                    Theme::new(Glyphs::Console),
                    ("PIN", 8),
                    &field,
                    true,
                );
            })
            .unwrap();
        let shown = terminal.backend().to_string();
        assert!(
            shown.contains("*******") && !shown.contains("segreto"),
            "{shown}"
        );
        assert_eq!(format!("{field:?}"), "SecretField(..)");
        assert_eq!(field.take().expose(), "segreto");
        assert!(field.is_empty());
    }

    #[test]
    fn a_secret_never_outgrows_its_room() {
        let mut field = SecretField::new();
        let room = field.0.capacity();
        field.paste(&"à".repeat(2 * ROOM));
        assert_eq!(field.0.capacity(), room);
    }
}
