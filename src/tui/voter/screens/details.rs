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

use super::{Key, Keys, Look, list, sentence, standing};
use crate::consultation::Method;
use crate::i18n;
use crate::tui::reading::{Ink, Reading};
use crate::tui::voter::booth::Booth;
use crate::tui::voter::selections::Mark;

pub(super) fn read(look: &Look<'_>, booth: &Booth, question: usize, option: usize) -> Reading {
    let mut page = Reading::default();
    let Some(asked) = look.consultation.questions.get(question) else {
        return page;
    };
    let Some(shown) = asked.options.get(option) else {
        return page;
    };
    let place = [
        ("n", (option + 1).into()),
        ("options", asked.options.len().into()),
    ];
    page.text(Ink::Dim, look.say_of(asked, "voter-details-place", &place))
        .title(shown.title.get(look.language));
    if let Some(cost) = shown.cost {
        let cost = i18n::euro(look.language, cost.0);
        page.text(
            Ink::Text,
            look.say_with("voter-details-cost", &[("cost", cost.into())]),
        );
    }
    page.gap().text(Ink::Text, shown.summary.get(look.language));
    if shown.illustrative {
        page.gap().text(
            Ink::Dim,
            look.say_of(asked, "voter-details-illustrative", &[]),
        );
    }
    let (mark, sign) = list::held(look, booth, question, option);
    let held = match sign {
        Some(sign) => format!("[{sign}]"),
        None => look.theme().check(mark == Some(true)).to_owned(),
    };
    let (words, given) = given(look, booth, question, option);
    let ink = if given { Ink::Good } else { Ink::Title };
    page.gap()
        .with_rows()
        .item(0, (ink, &held), ink, words)
        .text(Ink::Text, standing::count(look, booth, question));
    if let Some(warning) = sentence::warning(look, booth, question, Some(option)) {
        page.text(Ink::Warn, warning);
    }
    page
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
        Key {
            name: look.say("common-key-up-down"),
            does: look.say_of(asked, "voter-key-previous-next", &[]),
            press: None,
        },
    ]
}
