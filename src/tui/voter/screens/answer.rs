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
use crate::tui::reading::{Ink, Place, Reading};
use crate::tui::voter::booth::Booth;
use crate::tui::voter::selections::{Mark, Progress};
use std::ops::Range;

/// Answers to be written.
#[derive(Debug, Clone, Default)]
pub(super) struct Answers(Vec<Said>);

#[derive(Debug, Clone)]
enum Said {
    Question(String),
    /// A sign and what is chosen.
    Chosen(String, String),
    Brief(String),
    Unfinished(String),
    Gap,
}

impl Answers {
    /// Writes them.
    pub(super) fn write(&self, page: &mut Reading) {
        for said in &self.0 {
            match said {
                Said::Question(text) => page.title(text),
                Said::Chosen(sign, text) => page.item(2, (Ink::Text, sign), Ink::Text, text),
                Said::Brief(text) => page.item(1, (Ink::Text, ""), Ink::Text, text),
                Said::Unfinished(text) => page.text(Ink::Warn, text),
                Said::Gap => page.gap(),
            };
        }
    }

    /// Lines that they take.
    pub(super) fn height(&self, place: Place) -> usize {
        let mut page = Reading::default();
        self.write(&mut page);
        page.height(place)
    }
}

/// All answers, in full or in brief.
pub(super) fn all(look: &Look<'_>, booth: &Booth, in_full: bool) -> Answers {
    let options = in_full.then_some(0..usize::MAX);
    let questions = 0..look.consultation.questions.len();
    Answers(
        questions
            .flat_map(|q| one(look, booth, q, options.clone()))
            .collect(),
    )
}

/// One answer, of which only some of the options that it names.
pub(super) fn part(
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    options: Range<usize>,
) -> Answers {
    Answers(one(look, booth, question, Some(options)))
}

/// One answer, of which only how much was chosen.
pub(super) fn in_brief(look: &Look<'_>, booth: &Booth, question: usize) -> Answers {
    Answers(one(look, booth, question, None))
}

/// One question with its answer, in brief if no options are asked for; an empty line after it.
fn one(
    look: &Look<'_>,
    booth: &Booth,
    question: usize,
    options: Option<Range<usize>>,
) -> Vec<Said> {
    let Some(asked) = look.consultation.questions.get(question) else {
        return Vec::new();
    };
    let mut said = vec![Said::Question(asked.title.get(look.language).to_owned())];
    let progress = booth.selections.progress(question);
    let named = booth.selections.named(question);
    match (progress, options) {
        (Progress::Blank, _) => {
            let blank = look.blank_key("voter-review-blank", "voter-review-blank-question");
            said.push(Said::Chosen(
                look.theme().check(true).to_owned(),
                look.say(blank),
            ));
        }
        _ if named.is_empty() => said.push(Said::Brief(look.say("voter-review-nothing"))),
        (_, Some(options)) => {
            let shown = named.iter().skip(options.start).take(options.len());
            let items = shown.filter_map(|n| Some((*n, asked.options.get(*n)?)));
            said.extend(items.map(|(n, option)| {
                let mark = booth.selections.mark(question, n);
                let (sign, text) = in_words(look, asked, option, mark);
                Said::Chosen(sign, text)
            }));
        }
        (_, None) => said.push(Said::Brief(brief(look, booth, question))),
    }
    said.extend(unfinished(look, booth, question).map(Said::Unfinished));
    said.push(Said::Gap);
    said
}

/// A chosen option: the sign before it, and what it is.
fn in_words(look: &Look<'_>, asked: &Question, option: &Choosable, mark: Mark) -> (String, String) {
    let title = option.title.get(look.language);
    let bullet = look.theme().bullet().to_owned();
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
            (look.theme().check(true).to_owned(), text)
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
