//! How the answer to a question stands, in one line; and what its numbers are worth.
//!
//! ```text
//! Domanda 2 di 3. Ha scelto 1 di 3 (almeno 2). Restano 9.000 €.
//! ```

use super::Look;
use crate::consultation::{Method, Question};
use crate::i18n;
use crate::tui::voter::booth::Booth;

/// "Ha scelto 1 di 3 (almeno 2)", after "question 1 of 2" where there are several and before the
/// money where it is limited.
pub(super) fn count(look: &Look<'_>, booth: &Booth, question: usize) -> String {
    let questions = look.consultation.questions.len();
    let Some(asked) = look.consultation.questions.get(question) else {
        return String::new();
    };
    let mut count = if booth.selections.is_blank(question) {
        look.say(look.blank_key("voter-count-blank", "voter-count-blank-question"))
    } else {
        given(look, booth, question, asked)
    };
    let standing = booth.selections.standing(question);
    if let Some(money) = standing.and_then(|s| s.money_left) {
        let money = i18n::euro(look.language, money.0);
        let left = look.say_with("voter-count-money", &[("money", money.into())]);
        count = format!("{count}. {left}");
    }
    if questions < 2 {
        return count;
    }
    let place = [
        ("n", (question + 1).into()),
        ("questions", questions.into()),
    ];
    format!("{}. {count}", look.say_with("voter-list-question", &place))
}

/// The same in a few letters, for a line beside a box, and what remains of the money: "1 di 3".
pub(super) fn brief(look: &Look<'_>, booth: &Booth, question: usize) -> Vec<String> {
    let Some(asked) = look.consultation.questions.get(question) else {
        return Vec::new();
    };
    let standing = booth.selections.standing(question);
    let of = |most: usize| {
        let n = booth.selections.count(question);
        look.say_with("voter-brief-of", &[("n", n.into()), ("of", most.into())])
    };
    let most = |n: u32| of(usize::try_from(n).unwrap_or(usize::MAX));
    let count = match &asked.method {
        Method::Single => most(1),
        Method::Approval { max, .. } => most(*max),
        Method::Points { .. } => {
            let left = standing.as_ref().and_then(|s| s.left).unwrap_or(0);
            look.say_with("voter-brief-left", &[("n", left.into())])
        }
        Method::Score { .. } => of(asked.options.len()),
        Method::Priority { weights, .. } => of(weights.len()),
    };
    let money = standing.and_then(|s| s.money_left).map(|money| {
        let money = i18n::euro(look.language, money.0);
        look.say_with("voter-count-money", &[("money", money.into())])
    });
    std::iter::once(count).chain(money).collect()
}

fn given(look: &Look<'_>, booth: &Booth, question: usize, asked: &Question) -> String {
    let n = ("n", booth.selections.count(question).into());
    let chosen = |min: u32, max: u32| {
        let key = if min == max {
            "voter-count-exact"
        } else {
            "voter-count-range"
        };
        let values = [n.clone(), ("min", min.into()), ("max", max.into())];
        look.say_with(key, &values)
    };
    match &asked.method {
        Method::Single => chosen(1, 1),
        Method::Approval { min, max, .. } => chosen(*min, *max),
        Method::Points { total, .. } => {
            let left = booth.selections.standing(question).and_then(|s| s.left);
            let values = [
                ("left", left.unwrap_or(0).into()),
                ("total", (*total).into()),
            ];
            look.say_with("voter-count-points", &values)
        }
        Method::Score { .. } => {
            let options = ("options", asked.options.len().into());
            look.say_with("voter-count-score", &[n, options])
        }
        Method::Priority { weights, .. } => {
            let ranks = ("ranks", weights.len().into());
            look.say_with("voter-count-priority", &[n, ranks])
        }
    }
}

/// What points, scores and ranks are worth; `None` where there are none.
pub(super) fn legend(look: &Look<'_>, asked: &Question) -> Option<String> {
    match &asked.method {
        Method::Single | Method::Approval { .. } => None,
        Method::Points { max_each, all, .. } => {
            let values = [("max", (*max_each).into())];
            let most = look.say_of(asked, "voter-legend-points", &values);
            let all = look.say(if *all {
                "voter-welcome-points-all"
            } else {
                "voter-welcome-points-some"
            });
            Some(format!("{most} {all}"))
        }
        Method::Score { max } => {
            Some(look.say_with("voter-legend-score", &[("max", (*max).into())]))
        }
        Method::Priority { weights, partial } => {
            let rank = |(n, points): (usize, &u32)| {
                let values = [("rank", (n + 1).into()), ("points", (*points).into())];
                look.say_with("voter-legend-rank", &values)
            };
            let ranks: Vec<String> = weights.iter().enumerate().map(rank).collect();
            let worth = ranks.join(", ");
            if *partial {
                Some(format!(
                    "{worth}. {}",
                    look.say("voter-welcome-priority-some")
                ))
            } else {
                Some(worth)
            }
        }
    }
}
