//! Keys as the voter means them. Five are enough: up, down, choose, back, forward.

use crate::tui::reading::Paging;
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What a key means on the voter's screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// Choose the row, or take it back.
    Choose,
    /// To what came before.
    Back,
    /// To what comes next.
    Forward,
    /// A shortcut: the row with this number, from 1; the key `0` is the tenth.
    Number(usize),
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// To the choice of the language.
    Language,
    /// Size, colours, voice.
    Appearance,
    /// To hear the screen again.
    Again,
    /// Away, without voting.
    Leave,
    /// A row that was pointed at, counted over all rows of the screen.
    Row(usize),
    /// A key without a meaning here: it still says that somebody is there.
    Other,
}

impl Press {
    /// `None` for what is not a press: releases, and repeats of a key that is held down, so that
    /// a heavy hand does not run through the screens.
    pub(in crate::tui) fn of(key: KeyEvent) -> Option<Self> {
        if key.kind != KeyEventKind::Press {
            return None;
        }
        let plain = KeyModifiers::SHIFT;
        if !plain.contains(key.modifiers) {
            return Some(Self::Other);
        }
        Some(match key.code {
            KeyCode::Up | KeyCode::BackTab => Self::Up,
            KeyCode::Down | KeyCode::Tab => Self::Down,
            KeyCode::Char(' ') => Self::Choose,
            KeyCode::Left | KeyCode::Backspace | KeyCode::Esc => Self::Back,
            KeyCode::Right | KeyCode::Enter => Self::Forward,
            KeyCode::Char('0') => Self::Number(10),
            KeyCode::Char(c @ '1'..='9') => c
                .to_digit(10)
                .map_or(Self::Other, |n| Self::Number(n as usize)),
            KeyCode::Home | KeyCode::PageUp => Self::First,
            KeyCode::End | KeyCode::PageDown => Self::Last,
            KeyCode::F(2) => Self::Language,
            KeyCode::F(3) => Self::Appearance,
            KeyCode::F(4) => Self::Again,
            KeyCode::F(9) => Self::Leave,
            _ => Self::Other,
        })
    }

    /// Turns the page where a screen has more of them; keys act on its last, where the rows are. `true` if
    /// the key is used up by that.
    pub(in crate::tui) fn turns(self, page: &mut usize, paging: Paging) -> bool {
        let last = paging.pages.saturating_sub(1);
        *page = last.min(*page);
        let more = *page < last;
        let on_first_row = paging.focus.is_none_or(|focus| focus == 0);
        match self {
            Self::Language | Self::Appearance | Self::Leave => return false,
            // A number is meant for a row, wherever it stands.
            Self::Number(_) => {
                *page = last;
                return false;
            }
            // A row is chosen from any of its pages.
            Self::Choose if *page >= paging.rows && paging.focus.is_some() => return false,
            press if more && (press.acts() || matches!(press, Self::Down | Self::Last)) => {
                *page += 1;
            }
            Self::Back if *page > 0 => *page -= 1,
            // From the first page of a row to the row above it, from the first row to the text.
            Self::Up if *page > paging.rows || (more && (*page < paging.rows || on_first_row)) => {
                *page = page.saturating_sub(1);
            }
            Self::Back | Self::Up => return false,
            _ => return more,
        }
        true
    }

    /// Whether it acts on the row with the focus.
    pub(in crate::tui) fn acts(self) -> bool {
        matches!(self, Self::Choose | Self::Forward)
    }

    /// Whether it moves the focus.
    pub(in crate::tui) fn moves(self) -> bool {
        matches!(self, Self::Up | Self::Down | Self::First | Self::Last)
    }

    /// The focus after this key in a list of `rows`; it goes round at both ends.
    pub(in crate::tui) fn moved(self, focus: usize, rows: usize) -> usize {
        match self {
            _ if rows == 0 => 0,
            Self::Up => (focus + rows - 1) % rows,
            Self::Down => (focus + 1) % rows,
            Self::First => 0,
            Self::Last => rows - 1,
            _ => focus,
        }
    }
}
