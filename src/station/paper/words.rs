//! The paragraph of the minutes on paper ballots, in Italian.
//!
//! Invariant: it says what the signed minutes say and what was handed out, and of fewer slips than
//! the minimum nothing but how many.

use super::Station;
use crate::ballot::{Shape, Target};
use crate::batch::{PaperCount, PaperResult};
use crate::consultation::Question;
use crate::i18n::{self, Arg, Language};

/// Columns of the minutes: the screen cuts what is wider.
const WIDTH: usize = 76;
/// Columns of a number and the gap after it.
const NUMBER: usize = 10;

fn say(key: &str, values: &[(&str, u64)]) -> String {
    // As text: a count in the minutes is not to be grouped or rounded by any locale.
    let values: Vec<(&str, Arg)> = values
        .iter()
        .map(|(name, n)| (*name, n.to_string().into()))
        .collect();
    i18n::text_with(Language::It, key, &values)
}

impl Station {
    pub(in crate::station) fn paper_text(&self, paper: &PaperCount) -> String {
        let mut rows = vec![say(
            "minutes-paper",
            &[
                ("found", paper.found),
                ("void", paper.void),
                ("valid", paper.valid().unwrap_or(0)),
            ],
        )];
        // The minutes are signed, and what they say is read from them; only this is not in them.
        if let Ok(handed_out) = self.paper_handed_out() {
            let missing = handed_out.saturating_sub(paper.found);
            let extra = paper.found.saturating_sub(handed_out);
            rows.push(say("minutes-paper-handed-out", &[("n", handed_out)]));
            if missing > 0 {
                rows.push(say("minutes-paper-missing", &[("n", missing)]));
            }
            if extra > 0 {
                rows.push(say("minutes-paper-extra", &[("n", extra)]));
            }
        }
        rows.push(String::new());
        let minimum = u64::from(self.consultation().count.minimum_ballots);
        match &paper.result {
            PaperResult::Sealed if paper.sealed() == 0 => rows.push(say("minutes-paper-none", &[])),
            PaperResult::Sealed => rows.push(say("minutes-paper-sealed", &[("n", minimum)])),
            PaperResult::Counted(questions) => {
                rows.push(say("minutes-paper-totals", &[]));
                for (question, amounts) in self.consultation().questions.iter().zip(questions) {
                    rows.push(String::new());
                    rows.extend(totals(question, amounts));
                }
            }
        }
        rows.join("\n")
    }
}

/// A question and the number of each of its targets.
fn totals(question: &Question, amounts: &[u64]) -> Vec<String> {
    let mut rows: Vec<String> = wrapped(question.title.get(Language::It), WIDTH).collect();
    for (target, amount) in Shape::of(question).targets.iter().zip(amounts) {
        for (n, part) in wrapped(&name(question, target), WIDTH - NUMBER).enumerate() {
            let number = if n == 0 {
                amount.to_string()
            } else {
                String::new()
            };
            rows.push(format!("{number:>w$}  {part}", w = NUMBER - 2));
        }
    }
    rows
}

fn name(question: &Question, target: &Target) -> String {
    let option = target.option.and_then(|o| question.options.get(o));
    let Some(option) = option else {
        return say("minutes-paper-blank", &[]);
    };
    let title = option.title.get(Language::It);
    match target.rank {
        Some(rank) => format!(
            "{}  {title}",
            say("minutes-paper-rank", &[("n", rank as u64 + 1)])
        ),
        None => title.to_owned(),
    }
}

/// A text in rows of at most so many signs, broken at spaces.
fn wrapped(text: &str, width: usize) -> impl Iterator<Item = String> {
    let mut rows = vec![String::new()];
    for word in text.split_whitespace() {
        let word: String = word.chars().take(width).collect();
        let Some(row) = rows.last_mut() else { break };
        if row.is_empty() {
            row.push_str(&word);
        } else if row.chars().count() + 1 + word.chars().count() <= width {
            row.push(' ');
            row.push_str(&word);
        } else {
            rows.push(word);
        }
    }
    rows.into_iter()
}
