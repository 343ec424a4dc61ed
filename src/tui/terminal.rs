//! The terminal, taken and given back.
//!
//! Invariant: what is sent to take it is what the terminal itself is known for (`TERM`), not the
//! signs that were asked for, and giving back undoes the same; it may be given back twice.

use super::theme::{Glyphs, Theme};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
    KeyboardEnhancementFlags, PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::execute;
use crossterm::style::Print;
use std::io::{self, stdout};

/// A key that is held down acts once (DECARM off; where the terminal can, repeats are told from
/// presses), a pointer is heard, and white behind letters is white on the Linux console.
pub(super) fn take() -> io::Result<()> {
    execute!(
        stdout(),
        EnableBracketedPaste,
        EnableMouseCapture,
        Print("\x1b[?8l")
    )?;
    if is_console() {
        // `ESC ] P` has no end of its own: an emulator would wait for one.
        return execute!(stdout(), Print("\x1b]P7ffffff"));
    }
    let flags = KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES
        | KeyboardEnhancementFlags::REPORT_EVENT_TYPES;
    execute!(stdout(), PushKeyboardEnhancementFlags(flags))
}

/// Undoes all of it; what a terminal does not know it ignores.
pub(super) fn give_back() {
    let _ = execute!(
        stdout(),
        DisableBracketedPaste,
        DisableMouseCapture,
        Print("\x1b[?8h")
    );
    if is_console() {
        let _ = execute!(stdout(), Print("\x1b]R"));
    } else {
        let _ = execute!(stdout(), PopKeyboardEnhancementFlags);
    }
    ratatui::restore();
}

fn is_console() -> bool {
    Theme::detect().glyphs == Glyphs::Console
}
