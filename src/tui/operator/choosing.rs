//! Moving in lists and between the fields of a form.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Where a key moves the choice in a list of `count` rows: arrows, Home, End, or the row's
/// number. `None` if the key does not move.
pub fn chosen(key: KeyEvent, now: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match key.code {
        KeyCode::Up => now.saturating_sub(1),
        KeyCode::Down => (now + 1).min(last),
        KeyCode::Home => 0,
        KeyCode::End => last,
        KeyCode::Char(digit) if key.modifiers.is_empty() => {
            let n = usize::try_from(digit.to_digit(10)?).ok()?.checked_sub(1)?;
            (n <= last).then_some(n)?
        }
        _ => return None,
    })
}

/// Whether a key goes to the next (`true`) or the previous (`false`) field of a form.
pub fn between_fields(key: KeyEvent) -> Option<bool> {
    match key.code {
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => Some(false),
        KeyCode::BackTab | KeyCode::Up => Some(false),
        KeyCode::Tab | KeyCode::Down => Some(true),
        _ => None,
    }
}

/// The field after or before `now` of `count`; the ends stay.
pub fn field_after(now: usize, forward: bool, count: usize) -> usize {
    if forward {
        (now + 1).min(count.saturating_sub(1))
    } else {
        now.saturating_sub(1)
    }
}
