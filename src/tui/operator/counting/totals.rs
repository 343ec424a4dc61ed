//! The totals of the questions, as rows.
//!
//! ```text
//! │ 1. Quale tema viene prima?                           │
//! │ A ogni posto i suoi punti: 3, 2, 1. Bianche: 1.      │
//! │                                 1º   2º   3º   punti │
//! │ Semplificazione amministrativa   3    1    0      11 │
//! ```
//!
//! Where a consultation has one question that is counted in votes, nothing has to be explained, and
//! its options stand alone.

use crate::i18n::{Arg, euro};
use crate::tui::facts::{CountResult, CountedIn, Funding, ProjectResult, QuestionResult};
use crate::tui::widgets::{cut, wrap};
use crate::tui::words::Look;
use unicode_width::UnicodeWidthStr;

/// Columns that are left to the title of an option at least, mark and all.
const TITLE: u16 = 34;

/// The one question, if it is counted in votes.
pub(super) fn only_votes(result: &CountResult) -> Option<&QuestionResult> {
    match result.questions.as_slice() {
        [question] if question.counted_in == CountedIn::Votes => Some(question),
        _ => None,
    }
}

/// No fewer rows than [`rows`] gives on a screen of 80 columns.
pub(super) fn at_most(result: &CountResult) -> usize {
    let of_question = |q: &QuestionResult| q.options.len() + 8;
    result.questions.iter().map(of_question).sum()
}

/// All questions, one below the other.
pub(super) fn rows(look: &Look, result: &CountResult, width: u16) -> Vec<String> {
    if let Some(question) = only_votes(result) {
        return table(look, question, ballots(result), width);
    }
    let mut rows = Vec::new();
    for (n, question) in result.questions.iter().enumerate() {
        if n > 0 {
            rows.push(String::new());
        }
        let title = question.title.get(look.language);
        rows.extend(wrap(&format!("{}. {title}", n + 1), width));
        rows.extend(wrap(&how(look, question), width));
        rows.extend(table(look, question, ballots(result), width));
    }
    rows
}

/// What the totals are the sum of: sealed ballots and those on paper.
fn ballots(result: &CountResult) -> u64 {
    u64::from(result.counted).saturating_add(result.paper)
}

/// How the question was counted, and its blank answers.
fn how(look: &Look, question: &QuestionResult) -> String {
    let mut text = match &question.counted_in {
        CountedIn::Votes => look.text("operator-counting-by-votes"),
        CountedIn::Points => look.text("operator-counting-by-points"),
        CountedIn::Scores(max) => look.say(
            "operator-counting-by-scores",
            &[("max", max.to_string().into())],
        ),
        CountedIn::Ranks(weights) => {
            let weights: Vec<String> = weights.iter().map(u32::to_string).collect();
            let values = [("weights", Arg::from(weights.join(", ")))];
            look.say("operator-counting-by-ranks", &values)
        }
    };
    if let Some(blank) = question.blank {
        text.push(' ');
        text.push_str(&look.say("operator-counting-blank", &[("n", blank.into())]));
    }
    text
}

/// A head, then one row an option: funded or not, title, cost, ranks or mean, total.
fn table(look: &Look, question: &QuestionResult, counted: u64, width: u16) -> Vec<String> {
    let funded = question.options.iter().any(|o| o.funding.is_some());
    let answers = counted.saturating_sub(question.blank.unwrap_or(0));
    let cells = |option: Option<&ProjectResult>| {
        let mut cells = String::new();
        if funded {
            let cost = option.map_or_else(
                || look.text("operator-counting-cost"),
                |o| o.cost.map(|c| euro(look.language, c.0)).unwrap_or_default(),
            );
            cells = format!("{cost:>12}");
        }
        cells.push_str(&between(look, question, answers, option, width));
        let total = option.map_or_else(|| look.text(unit(question)), |o| o.votes.to_string());
        format!("{cells}{total:>7}")
    };
    let head = if funded {
        look.text("operator-counting-funded")
    } else {
        String::new()
    };
    let mut rows = vec![row(look, &head, &cells(None), width)];
    for option in &question.options {
        let title = option.title.get(look.language);
        let title = match option.funding {
            Some(Funding::Funded) => format!("{}  {title}", look.theme.check(true)),
            Some(Funding::NotFunded) => format!("{}  {title}", look.theme.check(false)),
            Some(Funding::Tied) => format!("[?]  {title}"),
            None => title.to_owned(),
        };
        rows.push(row(look, &title, &cells(Some(option)), width));
    }
    rows
}

/// What is counted.
fn unit(question: &QuestionResult) -> &'static str {
    match question.counted_in {
        CountedIn::Votes => "operator-counting-votes",
        _ => "operator-counting-points",
    }
}

/// What stands before the total: how often at each rank, if there is room, or the mean score.
fn between(
    look: &Look,
    question: &QuestionResult,
    answers: u64,
    option: Option<&ProjectResult>,
    width: u16,
) -> String {
    match (&question.counted_in, option) {
        (CountedIn::Scores(_), None) => format!("{:>7}", look.text("operator-counting-mean")),
        (CountedIn::Scores(_), Some(option)) => {
            format!("{:>7}", mean(look, option.votes, answers))
        }
        (CountedIn::Ranks(weights), option) => {
            let room = usize::from(width.saturating_sub(TITLE + 7) / 5);
            if weights.len() > room {
                return String::new();
            }
            let ranks: Vec<String> = match option {
                None => (1..=weights.len())
                    .map(|n| look.say("operator-counting-rank", &[("n", n.to_string().into())]))
                    .collect(),
                Some(option) => option.ranks.iter().map(u64::to_string).collect(),
            };
            let line = |line: String, rank: &String| format!("{line}{rank:>5}");
            ranks.iter().fold(String::new(), line)
        }
        _ => String::new(),
    }
}

/// A mean with one decimal, rounded half up; a dash where nobody answered.
fn mean(look: &Look, sum: u64, answers: u64) -> String {
    if answers == 0 {
        return "-".to_owned();
    }
    let tenths = (sum.saturating_mul(20) + answers) / (2 * answers);
    let values = [
        ("whole", Arg::from((tenths / 10).to_string())),
        ("tenth", Arg::from((tenths % 10).to_string())),
    ];
    look.say("operator-counting-decimal", &values)
}

fn row(look: &Look, title: &str, cells: &str, width: u16) -> String {
    let room = usize::from(width).saturating_sub(cells.width() + 1);
    let title = cut(
        title,
        u16::try_from(room).unwrap_or(u16::MAX),
        look.theme.ellipsis(),
    );
    let gap = " ".repeat(usize::from(width).saturating_sub(title.width() + cells.width()));
    format!("{title}{gap}{cells}")
}
