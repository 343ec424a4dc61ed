//! What the two lines at the top say.

use super::Look;
use crate::tui::voter::booth::Screen;

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

/// Which of the five steps this is; by its number alone where what stands beside it leaves no room for
/// more.
pub(super) fn place(look: &Look<'_>, screen: &Screen) -> (String, String) {
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
    (whole, look.say_with("voter-step-brief", &values[..1]))
}
