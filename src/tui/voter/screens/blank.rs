//! Blank, really? "No" has the focus.

use super::Look;
use crate::consultation::Method;
use crate::tui::reading::{Ink, Reading};
use crate::tui::voter::booth::Booth;

pub(super) fn read(look: &Look<'_>, booth: &Booth, question: usize, focus: usize) -> Reading {
    let mut page = Reading::default();
    let title = look.blank_key("voter-blank-title", "voter-blank-title-question");
    page.title(look.say(title));
    let Some(asked) = look.consultation.questions.get(question) else {
        return page;
    };
    let what = look.say_of(
        asked,
        look.blank_key("voter-blank-what", "voter-blank-what-question"),
        &[],
    );
    let loses = match asked.method {
        Method::Single | Method::Approval { .. } => "voter-blank-loses",
        Method::Points { .. } => "voter-blank-loses-points",
        Method::Score { .. } => "voter-blank-loses-scores",
        Method::Priority { .. } => "voter-blank-loses-order",
    };
    let count = booth.selections.count(question);
    let lost = look.say_of(asked, loses, &[("n", count.into())]);
    let yes = look.blank_key("voter-blank-yes", "voter-blank-yes-question");
    let rows = vec![look.say("voter-blank-no"), look.say(yes)];
    page.gap()
        .text(Ink::Text, what)
        .gap()
        .text(Ink::Text, lost)
        .gap()
        .actions(rows, Some(focus));
    page
}
