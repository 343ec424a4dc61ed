//! The whole ballot before it is sealed.
//!
//! ```text
//! Ecco la Sua scheda
//! Il voto non è ancora nell'urna: può cambiare tutto.
//!
//! the answers in words
//!
//!    Cambio le mie scelte
//! →  Va bene: sigillo la mia scheda       only if nothing is missing
//! ```
//!
//! Where all answers do not fit, the rows stay at the bottom of the screen, and above them is the
//! answer to the question whose row has the focus, or else all answers in brief. With too many
//! questions even for that, each row says whether its question is done, and above them stand the
//! answer to the question whose row has the focus and what to do next.

use super::{Look, answer};
use crate::tui::reading::{Ink, Place, Reading, Size};
use crate::tui::voter::booth::Booth;
use crate::tui::voter::selections::Progress;
use crate::tui::widgets::{Choice, wrap};
use unicode_width::UnicodeWidthStr;

pub(super) fn read(look: &Look<'_>, booth: &Booth, focus: usize) -> Reading {
    let mut page = Reading::default();
    page.title(look.say("voter-review-title"))
        .text(Ink::Text, look.say("voter-review-not-yet"))
        .gap();
    let place = look.place;
    let rows = actions(look, booth);
    let all = answer::all(look, booth, true);
    let needed: usize = rows
        .iter()
        .map(|r| wrap(&r.text, place.width.saturating_sub(4)).len())
        .sum();
    let room = usize::from(place.height).saturating_sub(page.height(place) + needed);
    // In larger letters everything is read, on as many pages as it takes.
    if place.size != Size::Normal || all.height(place) <= room {
        all.write(&mut page);
        page.rows(rows, Some(focus));
        return page;
    }
    let questions = look.consultation.questions.len();
    let brief = answer::all(look, booth, false);
    if brief.height(place) >= room {
        states(&mut page, look, booth, rows, focus);
        return page;
    }
    let in_focus = answer::part(look, booth, focus, 0..usize::MAX);
    let answers = if focus < questions && in_focus.height(place) <= room {
        in_focus
    } else {
        if questions > 1 {
            brief.write(&mut page);
            page.text(Ink::Dim, look.say("voter-review-look"));
            return fill(page, place, rows, focus);
        }
        brief
    };
    answers.write(&mut page);
    fill(page, place, rows, focus)
}

/// The rows at the foot of the page, wherever the text above them ends.
fn fill(mut page: Reading, place: Place, rows: Vec<Choice>, focus: usize) -> Reading {
    let needed: usize = rows.iter().map(|row| height(row, &rows, place.width)).sum();
    let room = usize::from(place.height).saturating_sub(needed);
    for _ in page.height(place)..room {
        page.gap();
    }
    page.rows(rows, Some(focus));
    page
}

/// Rows with the state of their questions; above them the answer in focus, as far as there is room,
/// then the next step. The rows stay where they are, whatever has the focus.
fn states(page: &mut Reading, look: &Look<'_>, booth: &Booth, rows: Vec<Choice>, focus: usize) {
    let place = look.place;
    let rows: Vec<Choice> = rows
        .into_iter()
        .enumerate()
        .map(|(question, row)| Choice {
            right: state(look, booth, question),
            ..row
        })
        .collect();
    let needed: usize = rows.iter().map(|row| height(row, &rows, place.width)).sum();
    let room = usize::from(place.height).saturating_sub(page.height(place) + needed);
    let advice = if booth.selections.first_missing().is_some() {
        Some((Ink::Warn, look.say("voter-review-complete")))
    } else if focus >= look.consultation.questions.len() {
        Some((Ink::Dim, look.say("voter-review-look")))
    } else {
        None
    };
    let advised = advice
        .as_ref()
        .map_or(0, |(_, text)| wrap(text, place.width).len());
    let full = answer::part(look, booth, focus, 0..usize::MAX);
    let brief = answer::in_brief(look, booth, focus);
    let fitting = [full, brief]
        .into_iter()
        .find(|answer| answer.height(place) + advised <= room);
    if let Some(answer) = fitting {
        answer.write(page);
    }
    if let Some((ink, text)) = advice.filter(|_| advised <= room) {
        page.text(ink, text);
    }
    *page = fill(std::mem::take(page), place, rows, focus);
}

/// Lines that a row takes in the list, beside the states.
fn height(row: &Choice, all: &[Choice], width: u16) -> usize {
    let widest = all.iter().map(|r| r.right.width()).max().unwrap_or(0);
    let right = if row.right.is_empty() { 0 } else { widest + 2 };
    let right = u16::try_from(right + 4).unwrap_or(u16::MAX);
    wrap(&row.text, width.saturating_sub(right)).len()
}

/// Whether a question is done; nothing beside the row that confirms.
fn state(look: &Look<'_>, booth: &Booth, question: usize) -> String {
    if question >= look.consultation.questions.len() {
        return String::new();
    }
    look.say(match booth.selections.progress(question) {
        Progress::Missing(_) => "voter-review-todo",
        Progress::Complete => "voter-review-done",
        Progress::Blank => look.blank_key("voter-review-blank", "voter-review-blank-question"),
    })
}

fn actions(look: &Look<'_>, booth: &Booth) -> Vec<Choice> {
    let complete = booth.selections.first_missing().is_none();
    let mut rows: Vec<String> = match look.consultation.questions.as_slice() {
        [_] if complete => vec![look.say("voter-review-change")],
        [_] => vec![look.say("voter-review-choose")],
        many => many
            .iter()
            .map(|q| {
                let title = q.title.get(look.language);
                look.say_with("voter-review-change-one", &[("question", title.into())])
            })
            .collect(),
    };
    if complete {
        rows.push(look.say("voter-review-confirm"));
    }
    rows.into_iter().map(Choice::action).collect()
}
