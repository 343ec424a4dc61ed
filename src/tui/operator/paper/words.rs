//! What is wrong with what was typed, in words that say what to do.

use super::Problem;
use super::slip::SlipProblem;
use crate::ballot::ChoiceError;
use crate::consultation::{Consultation, Question};
use crate::station::{PaperProblem, PaperSum, TotalsProblem};
use crate::tui::words::Look;

/// What is written, and what it must come to.
pub fn sum(look: &Look, s: &PaperSum) -> String {
    let key = match (s.rank.is_some(), s.least == s.most) {
        (false, false) => "operator-paper-sum",
        (false, true) => "operator-paper-sum-is",
        (true, false) => "operator-paper-sum-rank",
        (true, true) => "operator-paper-sum-rank-is",
    };
    look.say(
        key,
        &[
            ("rank", s.rank.map_or(0, |r| r + 1).into()),
            ("sum", s.sum.into()),
            ("least", s.least.into()),
            ("most", s.most.into()),
        ],
    )
}

/// A problem in words.
pub fn words(look: &Look, problem: &Problem, consultation: &Consultation) -> String {
    match problem {
        Problem::Missing => look.text("operator-paper-missing"),
        Problem::Slip(problem) => slip_words(look, *problem),
        Problem::Paper(problem) => match *problem {
            PaperProblem::VoidExceedsFound => look.text("operator-paper-void-exceeds"),
            PaperProblem::TooManyValid { valid, handed_out } => look.say(
                "operator-paper-too-many-valid",
                &[("valid", valid.into()), ("n", handed_out.into())],
            ),
            PaperProblem::Totals { question, what } => {
                totals_words(look, what, consultation.questions.get(question))
            }
            PaperProblem::Slip { why, .. } => slip_words(look, SlipProblem::Choice(why)),
            PaperProblem::NotNow | PaperProblem::Slips { .. } => {
                look.text("operator-paper-missing")
            }
        },
    }
}

fn totals_words(look: &Look, what: TotalsProblem, question: Option<&Question>) -> String {
    match what {
        TotalsProblem::Fields => look.text("operator-paper-missing"),
        TotalsProblem::Blank { blank, valid } => look.say(
            "operator-paper-blank-many",
            &[("blank", blank.into()), ("valid", valid.into())],
        ),
        TotalsProblem::Option {
            option,
            amount,
            most,
        } => {
            let title = question.and_then(|q| q.options.get(option));
            let title = title.map_or_else(String::new, |o| o.title.get(look.language).to_owned());
            look.say(
                "operator-paper-option-many",
                &[
                    ("title", title.into()),
                    ("amount", amount.into()),
                    ("most", most.into()),
                ],
            )
        }
        TotalsProblem::Sum(s) => {
            let sum = sum(look, &s);
            look.say("operator-paper-sum-wrong", &[("sum", sum.into())])
        }
        TotalsProblem::Impossible => look.text("operator-paper-impossible"),
    }
}

fn slip_words(look: &Look, problem: SlipProblem) -> String {
    let with = |key: &str, n: u64| look.say(key, &[("n", n.into())]);
    match problem {
        SlipProblem::NoSuchNumber(_) => look.text("operator-paper-no-such-number"),
        SlipProblem::Numbers(n) => with("operator-paper-numbers", n as u64),
        SlipProblem::Choice(why) => match why {
            ChoiceError::TooFew(n) => with("operator-paper-too-few", u64::from(n)),
            ChoiceError::TooMany(n) => with("operator-paper-too-many-chosen", u64::from(n)),
            ChoiceError::TooMuch(n) => with("operator-paper-too-much", u64::from(n)),
            ChoiceError::Points(n) => with("operator-paper-points", u64::from(n)),
            ChoiceError::BlankNotAllowed => look.text("operator-paper-no-blank"),
            ChoiceError::TooExpensive(_) => look.text("operator-paper-too-expensive"),
            ChoiceError::EmptyRank => look.text("operator-paper-empty-rank"),
            ChoiceError::NoSuchOption | ChoiceError::Questions | ChoiceError::Method => {
                look.text("operator-paper-no-such-number")
            }
        },
    }
}
