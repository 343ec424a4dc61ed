//! Answers in words: before the ballot is sealed, and when it was opened.
//!
//! ```text
//! Quali progetti vuole finanziare?
//!   [x] I sentieri dell'Unione (10.000 €)
//!   [x] ...
//!
//! Quanto è importante?
//!   1° Mobilità (3 punti)
//! ```
//!
//! In brief, each says only how much was chosen.

use super::Look;
use crate::consultation::{Choosable, Method, Question};
use crate::i18n;
use crate::tui::voter::booth::Booth;
use crate::tui::voter::selections::{Mark, Progress};
use crate::tui::widgets::{lines_of, wrap};
use ratatui::text::Line;
use std::ops::Range;

/// All answers in at most so many lines: in full or in brief; `None` if there is no room.
pub(super) fn all(
    look: &Look<'_>,
    booth: &Booth,
    width: u16,
    room: usize,
    in_full: bool,
) -> Option<Vec<Line<'static>>> {
    let options = in_full.then_some(0..usize::MAX);
    let questions = 0..look.consultation.questions.len();
    let lines = questions.flat_map(|q| one(look, booth, q, width, options.clone()));
    let lines: Vec<Line<'static>> = lines.collect();
    (lines.len() <= room).then_some(lines)
}

/// One answer, of which only some of the options that it names.
pub(super) fn part(
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    width: u16,
    options: Range<usize>,
) -> Vec<Line<'static>> {
    one(look, booth, question, width, Some(options))
}

/// One answer, of which only how much was chosen.
pub(super) fn in_brief(
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    width: u16,
) -> Vec<Line<'static>> {
    one(look, booth, question, width, None)
}

/// One question with its answer, in brief if no options are asked for; an empty line after it.
fn one(
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    width: u16,
    options: Option<Range<usize>>,
) -> Vec<Line<'static>> {
    let theme = look.theme;
    let Some(asked) = look.consultation.questions.get(question) else {
        return Vec::new();
    };
    let mut lines = lines_of(asked.title.get(look.language), width, theme.title());
    let progress = booth.selections.progress(question);
    let named = booth.selections.named(question);
    let check = theme.check(true);
    let texts = match (progress, options) {
        (Progress::Blank, _) => {
            let blank = look.blank_key("voter-review-blank", "voter-review-blank-question");
            indented(&look.say(blank), check, width)
        }
        _ if named.is_empty() => vec![format!("  {}", look.say("voter-review-nothing"))],
        (_, Some(options)) => {
            let shown = named.iter().skip(options.start).take(options.len());
            let items = shown.filter_map(|n| Some((*n, asked.options.get(*n)?)));
            let lines = items.flat_map(|(n, option)| {
                let mark = booth.selections.mark(question, n);
                let (first, text) = in_words(look, asked, option, mark);
                indented(&text, &first, width)
            });
            lines.collect()
        }
        (_, None) => vec![format!("  {}", brief(look, booth, question))],
    };
    lines.extend(texts.into_iter().map(|t| Line::styled(t, theme.text())));
    if let Some(text) = unfinished(look, booth, question) {
        lines.extend(lines_of(&text, width, theme.warn()));
    }
    lines.push(Line::default());
    lines
}

/// A text with a sign before its first line.
fn indented(text: &str, first: &str, width: u16) -> Vec<String> {
    let lead = first.chars().count();
    let taken = u16::try_from(lead + 3).unwrap_or(u16::MAX);
    let lines = wrap(text, width.saturating_sub(taken))
        .into_iter()
        .enumerate();
    let line = |(n, text): (usize, String)| {
        let first = if n == 0 { first } else { "" };
        format!("  {first:<lead$} {text}")
    };
    lines.map(line).collect()
}

/// A chosen option: the sign before it, and what it is.
fn in_words(look: &Look<'_>, asked: &Question, option: &Choosable, mark: Mark) -> (String, String) {
    let title = option.title.get(look.language);
    let bullet = look.theme.bullet().to_owned();
    let named = ("title", title.into());
    match (mark, &asked.method) {
        (Mark::Points(n), _) => {
            let values = [named, ("n", n.into())];
            (bullet, look.say_with("voter-review-item-points", &values))
        }
        (Mark::Score(score), Method::Score { max }) => {
            let n = score.unwrap_or(0);
            let values = [named, ("n", n.into()), ("max", (*max).into())];
            (bullet, look.say_with("voter-review-item-score", &values))
        }
        (Mark::Rank(Some(rank)), Method::Priority { weights, .. }) => {
            let points = weights.get(rank).copied().unwrap_or(0);
            let values = [named, ("points", points.into())];
            let text = look.say_with("voter-review-item-rank", &values);
            (look.rank(rank), text)
        }
        _ => {
            let cost = option.cost.map(|c| i18n::euro(look.language, c.0));
            let text = cost.map_or(title.to_owned(), |c| format!("{title} ({c})"));
            (look.theme.check(true).to_owned(), text)
        }
    }
}

/// How much was chosen.
fn brief(look: &Look<'_>, booth: &Booth, question: usize) -> String {
    let Some(asked) = look.consultation.questions.get(question) else {
        return String::new();
    };
    let key = match asked.method {
        Method::Single | Method::Approval { .. } => "voter-review-count",
        Method::Points { .. } => "voter-review-points",
        Method::Score { .. } => "voter-review-scores",
        Method::Priority { .. } => "voter-review-order",
    };
    let n = booth.selections.count(question);
    look.say_of(asked, key, &[("n", n.into())])
}

/// What is missing, or was not given.
fn unfinished(look: &Look<'_>, booth: &Booth, question: usize) -> Option<String> {
    let asked = look.consultation.questions.get(question)?;
    let selections = &booth.selections;
    let Progress::Missing(n) = selections.progress(question) else {
        let left = selections.standing(question)?.left?;
        let points = matches!(asked.method, Method::Points { .. });
        let some = points && left > 0 && !selections.is_blank(question);
        return some.then(|| look.say_with("voter-review-left", &[("left", left.into())]));
    };
    let key = match asked.method {
        Method::Single | Method::Approval { .. } => "voter-review-missing",
        Method::Points { .. } => "voter-review-missing-points",
        Method::Score { .. } => "voter-review-missing-scores",
        Method::Priority { .. } => "voter-review-missing-ranks",
    };
    let missing = look.say_with(key, &[("n", n.into())]);
    if asked.blank_allowed && selections.count(question) == 0 {
        let or_blank = look.blank_key("voter-review-or-blank", "voter-review-or-blank-question");
        return Some(format!("{missing} {}", look.say(or_blank)));
    }
    Some(missing)
}
