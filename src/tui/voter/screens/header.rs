//! What the two lines at the top say.

use super::Look;
use crate::tui::voter::booth::{Booth, Screen};
use crate::tui::widgets;
use unicode_width::UnicodeWidthStr;

/// What is voted on, and who holds the vote.
pub(super) fn title(look: &Look<'_>) -> String {
    format!(
        "{}, {}",
        look.consultation.title.get(look.language),
        look.consultation.authority
    )
}

/// What is voted on, where there is no room for more.
pub(super) fn brief<'a>(look: &Look<'a>) -> &'a str {
    look.consultation.title.get(look.language)
}

/// Which of the five steps this is; by its number alone where other text of a width stands beside it
/// and leaves no room for more.
pub(super) fn place(look: &Look<'_>, screen: &Screen, beside: usize, columns: u16) -> String {
    let (n, what) = match screen {
        Screen::Welcome => (1_u32, "voter-step-rules"),
        Screen::List { .. }
        | Screen::Details { .. }
        | Screen::Amount { .. }
        | Screen::Blank { .. } => (2, "voter-step-choice"),
        Screen::Review { .. } => (3, "voter-step-review"),
        Screen::Sealing
        | Screen::SealFailed
        | Screen::Offer { .. }
        | Screen::AskOpen { .. }
        | Screen::Opening { .. }
        | Screen::Inside { .. }
        | Screen::Opened { .. }
        | Screen::OpenFailed => (4, "voter-step-seal"),
        Screen::Casting { .. } | Screen::Slip { .. } | Screen::CastFailed => (5, "voter-step-box"),
    };
    let values = [("n", n.into()), ("what", look.say(what).into())];
    let whole = look.say_with("voter-step", &values);
    if whole.width() + 2 + beside <= usize::from(columns) {
        return whole;
    }
    look.say_with("voter-step-brief", &values[..1])
}

/// The languages to choose from.
pub(super) fn languages(booth: &Booth) -> String {
    widgets::languages(&booth.languages(), booth.language)
}
