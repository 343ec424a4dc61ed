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

use super::{Keys, Look, below, list};
use crate::i18n;
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
        &look.say_with("voter-details-place", &place),
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
            &look.say("voter-details-illustrative"),
        );
    }
    let chosen = booth.selections.is_chosen(question, option);
    let (word, style) = if chosen {
        ("voter-details-chosen", theme.good())
    } else {
        ("voter-details-not-chosen", theme.title())
    };
    let mark = format!("{}  {}", theme.check(chosen), look.say(word));
    rest = paragraph(frame, below(rest, 1), style, &mark);
    rest = paragraph(
        frame,
        rest,
        theme.text(),
        &list::count(look, booth, question),
    );
    list::notice(frame, rest, look, booth, question);
}

pub(super) fn keys(look: &Look<'_>) -> Keys {
    vec![
        look.key("common-key-space", "voter-key-choose"),
        look.key("common-key-back", "voter-key-list"),
        look.key("common-key-up-down", "voter-key-previous-next"),
    ]
}
