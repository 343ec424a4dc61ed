//! One option in full.
//!
//! ```text
//! Progetto 3 di 10
//! Title
//! Costo: 4.800 €
//!
//! Summary
//!
//! [x] Scelto
//! Ha scelto 1 di 3 (almeno 2)
//! ```

use super::{Keys, Look, below, list, sentence, standing};
use crate::consultation::Method;
use crate::i18n;
use crate::tui::voter::booth::Booth;
use crate::tui::voter::selections::Mark;
use crate::tui::widgets::paragraph;
use ratatui::Frame;
use ratatui::layout::Rect;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    option: usize,
) {
    let theme = look.theme;
    let Some(asked) = look.consultation.questions.get(question) else {
        return;
    };
    let Some(shown) = asked.options.get(option) else {
        return;
    };
    let place = [
        ("n", (option + 1).into()),
        ("options", asked.options.len().into()),
    ];
    let rest = paragraph(
        frame,
        area,
        theme.dim(),
        &look.say_of(asked, "voter-details-place", &place),
    );
    let mut rest = paragraph(frame, rest, theme.title(), shown.title.get(look.language));
    if let Some(cost) = shown.cost {
        let cost = i18n::euro(look.language, cost.0);
        let cost = look.say_with("voter-details-cost", &[("cost", cost.into())]);
        rest = paragraph(frame, rest, theme.text(), &cost);
    }
    rest = paragraph(
        frame,
        below(rest, 1),
        theme.text(),
        shown.summary.get(look.language),
    );
    if shown.illustrative {
        rest = paragraph(
            frame,
            below(rest, 1),
            theme.dim(),
            &look.say_of(asked, "voter-details-illustrative", &[]),
        );
    }
    let (mark, sign) = list::held(look, booth, question, option);
    let held = match sign {
        Some(sign) => format!("[{sign}]"),
        None => theme.check(mark == Some(true)).to_owned(),
    };
    let (words, given) = given(look, booth, question, option);
    let style = if given { theme.good() } else { theme.title() };
    rest = paragraph(frame, below(rest, 1), style, &format!("{held}  {words}"));
    let count = standing::count(look, booth, question);
    rest = paragraph(frame, rest, theme.text(), &count);
    if let Some(warning) = sentence::warning(look, booth, question, Some(option)) {
        paragraph(frame, rest, theme.warn(), &warning);
    }
}

/// How the option stands in words, and whether anything is given to it.
fn given(look: &Look<'_>, booth: &Booth, question: usize, option: usize) -> (String, bool) {
    let Some(asked) = look.consultation.questions.get(question) else {
        return (String::new(), false);
    };
    let max = match asked.method {
        Method::Score { max } => max,
        _ => 0,
    };
    match booth.selections.mark(question, option) {
        Mark::Chosen(true) => (look.say_of(asked, "voter-details-chosen", &[]), true),
        Mark::Chosen(false) => (look.say_of(asked, "voter-details-not-chosen", &[]), false),
        Mark::Points(n) => {
            let points = look.say_with("voter-details-points", &[("n", n.into())]);
            (points, n > 0)
        }
        Mark::Score(Some(n)) => {
            let values = [("n", n.into()), ("max", max.into())];
            (look.say_with("voter-details-score", &values), true)
        }
        Mark::Score(None) => (look.say("voter-details-no-score"), false),
        Mark::Rank(Some(rank)) => {
            let values = [("rank", (rank + 1).into())];
            (look.say_with("voter-details-rank", &values), true)
        }
        Mark::Rank(None) => (look.say("voter-details-no-rank"), false),
    }
}

pub(super) fn keys(look: &Look<'_>, question: usize) -> Keys {
    let Some(asked) = look.consultation.questions.get(question) else {
        return Keys::new();
    };
    vec![
        look.key("common-key-space", list::does(asked)),
        look.key("common-key-back", "voter-key-list"),
        (
            look.say("common-key-up-down"),
            look.say_of(asked, "voter-key-previous-next", &[]),
        ),
    ]
}
