//! What the two lines at the top say.

use super::Look;
use crate::tui::voter::booth::{Booth, Screen};

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

/// Which of the five steps this is.
pub(super) fn place(look: &Look<'_>, screen: &Screen) -> String {
    let (n, what) = match screen {
        Screen::Welcome => (1_u32, "voter-step-rules"),
        Screen::List { .. } | Screen::Details { .. } | Screen::Blank { .. } => {
            (2, "voter-step-choice")
        }
        Screen::Review { .. } => (3, "voter-step-review"),
        Screen::Sealing | Screen::SealFailed | Screen::Offer { .. } => (4, "voter-step-seal"),
        Screen::Casting { .. } | Screen::Slip { .. } | Screen::CastFailed => (5, "voter-step-box"),
    };
    look.say_with(
        "voter-step",
        &[("n", n.into()), ("what", look.say(what).into())],
    )
}

/// All languages in their own names, the one in use in brackets.
pub(super) fn languages(booth: &Booth) -> String {
    let all = booth.languages();
    if all.len() < 2 {
        return String::new();
    }
    let names: Vec<String> = all
        .into_iter()
        .map(|l| {
            if l == booth.language {
                format!("[{}]", l.own_name())
            } else {
                l.own_name().to_owned()
            }
        })
        .collect();
    format!("F2  {}", names.join("  "))
}
