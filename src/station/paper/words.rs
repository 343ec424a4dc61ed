//! The paragraph of the minutes on paper ballots, in Italian.
//!
//! Invariant: it says what the signed minutes say and what was handed out, and of fewer slips than
//! the minimum nothing but how many.

use super::{Event, Station};
use crate::ballot::{Shape, Target};
use crate::batch::{PaperCount, PaperResult};
use crate::consultation::Question;
use crate::i18n::{self, Arg, Language};
use crate::station::minutes::{Part, Row, Sign, count, say};

impl Station {
    pub(in crate::station) fn paper_parts(&self, paper: &PaperCount) -> Vec<Part> {
        let mut rows = vec![
            Row::new(Sign::None, "minutes-paper-found", &paper.found),
            Row::new(Sign::Part, "minutes-paper-void", &paper.void),
            Row::new(
                Sign::Part,
                "minutes-paper-valid",
                &paper.valid().unwrap_or(0),
            ),
        ];
        // The minutes are signed, and what they say is read from them; only this is not in them.
        if let Ok(handed_out) = self.paper_handed_out() {
            let missing = handed_out.saturating_sub(paper.found);
            let extra = paper.found.saturating_sub(handed_out);
            rows.push(Row::new(
                Sign::None,
                "minutes-paper-handed-out",
                &handed_out,
            ));
            if missing > 0 {
                rows.push(Row::new(Sign::None, "minutes-paper-missing", &missing));
            }
            if extra > 0 {
                rows.push(Row::new(Sign::None, "minutes-paper-extra", &extra));
            }
        }
        let mut parts = vec![Part::Heading(say("minutes-paper")), Part::Table(rows)];
        let minimum = u64::from(self.consultation().count.minimum_ballots);
        match &paper.result {
            PaperResult::Sealed if paper.sealed() == 0 => {
                parts.push(Part::Said(say("minutes-paper-none")));
            }
            PaperResult::Sealed => parts.push(Part::Said(count("minutes-paper-sealed", minimum))),
            PaperResult::Counted(questions) => {
                parts.push(Part::Said(say("minutes-paper-totals")));
                let asked = &self.consultation().questions;
                parts.extend(asked.iter().zip(questions).map(|(q, n)| totals(q, n)));
            }
        }
        parts.extend(self.counted_again());
        parts
    }

    /// That the two counts differed at first, or were given up and made again: the signed minutes do
    /// not hold it, but the journal does, whose digest they hold.
    fn counted_again(&self) -> Vec<Part> {
        let (mut differed, mut given_up) = (0, 0);
        for entry in self.journal().unwrap_or_default() {
            match entry.event {
                Event::PaperCounted { differed: n } => differed = n,
                Event::PaperGivenUp { .. } => given_up += 1,
                _ => {}
            }
        }
        let said = [
            ("minutes-paper-differed", differed),
            ("minutes-paper-again", given_up),
        ];
        said.into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(key, n)| {
                let values = [("n", Arg::from(n))];
                Part::Said(i18n::text_with(Language::It, key, &values))
            })
            .collect()
    }
}

/// A question and the number of each of its targets.
fn totals(question: &Question, amounts: &[u64]) -> Part {
    let shape = Shape::of(question);
    let rows = shape
        .targets
        .iter()
        .zip(amounts)
        .map(|(target, amount)| Row {
            name: name(question, target),
            value: amount.to_string(),
            sign: Sign::None,
        });
    Part::Totals {
        question: question.title.get(Language::It).to_owned(),
        rows: rows.collect(),
    }
}

fn name(question: &Question, target: &Target) -> String {
    let option = target.option.and_then(|o| question.options.get(o));
    let Some(option) = option else {
        return say("minutes-paper-blank");
    };
    let title = option.title.get(Language::It);
    match target.rank {
        Some(rank) => format!("{}  {title}", count("minutes-paper-rank", rank as u64 + 1)),
        None => title.to_owned(),
    }
}
