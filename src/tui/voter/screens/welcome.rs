//! How many to choose, and what happens to the vote.
//!
//! ```text
//! Benvenuti al voto
//!
//! Scelga almeno 2 e al massimo 3 progetti su 10.
//! Se non vuole scegliere, può votare scheda bianca.
//!
//! • secret   • can be changed   • no hurry   • five keys
//!
//! Cominci premendo Invio.
//! ```

use super::Look;
use crate::consultation::{Method, Question};
use crate::i18n::{self, Arg};
use crate::tui::reading::{Ink, Reading};

pub(super) fn read(look: &Look<'_>) -> Reading {
    let questions = &look.consultation.questions;
    let how_many = match questions.as_slice() {
        [one] => how_many(look, one),
        many => look.say_with("voter-welcome-questions", &[("n", many.len().into())]),
    };
    let mut page = Reading::default();
    page.title(look.say("voter-welcome-title"))
        .gap()
        .title(how_many);
    if questions.iter().any(|q| q.blank_allowed) {
        page.text(Ink::Text, look.say("voter-welcome-blank"));
    }
    page.gap();
    for key in [
        "voter-welcome-secret",
        "voter-welcome-change",
        "voter-welcome-calm",
        "voter-welcome-keys",
    ] {
        let bullet = look.theme().bullet();
        page.item(0, (Ink::Key, bullet), Ink::Text, look.say(key));
    }
    page.gap().text(Ink::Key, look.say("voter-welcome-start"));
    page
}

/// What an answer takes.
fn how_many(look: &Look<'_>, question: &Question) -> String {
    let options = ("options", Arg::from(question.options.len()));
    let say = |key, values: &[(&str, Arg)]| look.say_of(question, key, values);
    let chosen = |min: u32, max: u32| {
        let key = if min == max {
            "voter-welcome-exact"
        } else {
            "voter-welcome-range"
        };
        let values = [("min", min.into()), ("max", max.into()), options.clone()];
        say(key, &values)
    };
    let (rule, more) = match &question.method {
        Method::Single => (chosen(1, 1), None),
        Method::Approval {
            min,
            max,
            spend_cap,
        } => {
            let cap = spend_cap.map(|cap| {
                let cap = i18n::euro(look.language, cap.0);
                look.say_with("voter-welcome-cap", &[("cap", cap.into())])
            });
            (chosen(*min, *max), cap)
        }
        Method::Points {
            total,
            max_each,
            all,
        } => {
            let values = [
                ("total", (*total).into()),
                ("max", (*max_each).into()),
                options,
            ];
            let more = if *all {
                "voter-welcome-points-all"
            } else {
                "voter-welcome-points-some"
            };
            (say("voter-welcome-points", &values), Some(look.say(more)))
        }
        Method::Score { max } => {
            let values = [("max", (*max).into()), options];
            (say("voter-welcome-score", &values), None)
        }
        Method::Priority { weights, partial } => {
            let values = [("ranks", weights.len().into()), options];
            let more = partial.then(|| look.say("voter-welcome-priority-some"));
            (say("voter-welcome-priority", &values), more)
        }
    };
    match more {
        Some(more) => format!("{rule} {more}"),
        None => rule,
    }
}
