//! Blank, really? "No" has the focus.

use super::{Look, below};
use crate::consultation::Method;
use crate::tui::voter::booth::Booth;
use crate::tui::widgets::paragraph;
use ratatui::Frame;
use ratatui::layout::Rect;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    focus: usize,
) {
    let theme = look.theme;
    let title = look.blank_key("voter-blank-title", "voter-blank-title-question");
    let rest = paragraph(frame, area, theme.title(), &look.say(title));
    let Some(asked) = look.consultation.questions.get(question) else {
        return;
    };
    let what = look.say_of(
        asked,
        look.blank_key("voter-blank-what", "voter-blank-what-question"),
        &[],
    );
    let rest = paragraph(frame, below(rest, 1), theme.text(), &what);
    let loses = match asked.method {
        Method::Single | Method::Approval { .. } => "voter-blank-loses",
        Method::Points { .. } => "voter-blank-loses-points",
        Method::Score { .. } => "voter-blank-loses-scores",
        Method::Priority { .. } => "voter-blank-loses-order",
    };
    let count = booth.selections.count(question);
    let lost = look.say_of(asked, loses, &[("n", count.into())]);
    let rest = paragraph(frame, below(rest, 1), theme.text(), &lost);
    let yes = look.blank_key("voter-blank-yes", "voter-blank-yes-question");
    let rows = [look.say("voter-blank-no"), look.say(yes)];
    look.actions(frame, below(rest, 1), &rows, Some(focus));
}
