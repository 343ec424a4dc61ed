//! The rules of the consultation in words.

use super::say::Say;
use crate::consultation::{
    Channel, Consultation, Method, NextDoesNotFit, Partition, Ties, Within, ZeroVotes,
};
use crate::i18n::Arg;
use maud::{Markup, html};

/// How a question is answered.
pub fn method(say: Say, method: &Method) -> String {
    match method {
        Method::Approval {
            min,
            max,
            spend_cap,
        } => {
            let values: [(&str, Arg); 2] = [("min", (*min).into()), ("max", (*max).into())];
            let key = if min == max {
                "method-exactly"
            } else {
                "method-approval"
            };
            let mut text = say.with(key, &values);
            if let Some(cap) = spend_cap {
                text.push(' ');
                text.push_str(&say.with("method-cap", &[("cap", say.euro(*cap).into())]));
            }
            text
        }
        Method::Single => say.text("method-single"),
        Method::Points {
            total,
            max_each,
            all,
        } => {
            let key = if *all {
                "method-points-all"
            } else {
                "method-points"
            };
            say.with(
                key,
                &[("total", (*total).into()), ("each", (*max_each).into())],
            )
        }
        Method::Score { max } => say.with("method-score", &[("max", (*max).into())]),
        Method::Priority { weights, partial } => {
            let points: Vec<String> = weights.iter().map(u32::to_string).collect();
            let key = if *partial {
                "method-priority-partial"
            } else {
                "method-priority"
            };
            let values: [(&str, Arg); 2] = [
                ("n", weights.len().into()),
                ("points", points.join(", ").into()),
            ];
            say.with(key, &values)
        }
    }
}

/// What happens with the votes.
pub fn section(say: Say, consultation: &Consultation) -> Markup {
    html! {
        section aria-labelledby="rules" {
            h2 id="rules" { (say.text("rules-title")) }
            p { (say.text("rules-when")) }
            ul { @for rule in all(say, consultation) { li { (rule) } } }
        }
    }
}

fn all(say: Say, consultation: &Consultation) -> Vec<Markup> {
    let text = |key: &str| html! { (say.text(key)) };
    let with = |key: &str, values: &[(&str, Arg)]| html! { (say.with(key, values)) };
    let count = |key: &str, n: u64| html! { (say.count(key, n)) };
    let mut rules = vec![text("rules-secret")];
    if let (Some(budget), Some(outcome)) = (&consultation.budget, &consultation.outcome) {
        rules.push(with(
            "rules-budget",
            &[("total", say.euro(budget.total).into())],
        ));
        rules.push(text(match outcome.next_does_not_fit {
            NextDoesNotFit::Skip => "rules-skip",
            NextDoesNotFit::Stop => "rules-stop",
        }));
        if outcome.minimum_votes > 0 {
            rules.push(count("rules-minimum-votes", outcome.minimum_votes));
        }
        if outcome.minimum_votes == 0 {
            rules.push(text(match outcome.zero_votes {
                ZeroVotes::Fund => "rules-zero-fund",
                ZeroVotes::Skip => "rules-zero-skip",
            }));
        }
        rules.push(match &outcome.ties {
            Ties::Lot { draw } => {
                html! { (say.text("rules-ties-lot")) " " (say.as_written(draw)) "." }
            }
            Ties::ById => text("rules-ties-id"),
        });
    } else {
        rules.push(text("rules-no-money"));
    }
    rules.push(text(match consultation.duplicates.channel {
        Channel::InPerson => "rules-channel-in-person",
        Channel::Web => "rules-channel-web",
    }));
    rules.push(text(match consultation.duplicates.within {
        Within::First => "rules-within-first",
        Within::None => "rules-within-none",
    }));
    rules.push(count(
        "rules-minimum",
        consultation.count.minimum_ballots.into(),
    ));
    if consultation.count.partition == Partition::Area {
        rules.push(text("rules-by-area"));
    }
    rules
}
