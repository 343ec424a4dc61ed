//! From a TOML file to a [`Consultation`]: every error at once, with file, line and what was
//! expected.
//!
//! Invariants: nothing has a default, so what a consultation does was written by somebody;
//! a key that nobody reads is an error; an error never hides another one, except that a file which
//! is not TOML has only its first.
//!
//! | file | holds |
//! |---|---|
//! | `report` | errors and their lines |
//! | `fields` | one table: each key asked for once |
//! | `scalars` | one value: a text, a date, an amount |
//! | `texts` | a text in several languages |
//! | `ids` | ids that must come once |
//! | `voters` | areas, eligibility, phases, documents |
//! | `desk` | computed codes, companions, overrides, privacy notice |
//! | `questions` | questions, options and what they cost |
//! | `methods` | how a question is answered |
//! | `count` | how few ballots are never opened, and subtotals |
//! | `online` | whether online stations claim people |
//! | `rules` | budget, outcome, duplicates, limits |

mod count;
mod desk;
mod fields;
mod ids;
mod methods;
mod online;
mod questions;
mod report;
mod rules;
mod scalars;
#[cfg(test)]
mod tests;
mod texts;
mod voters;

pub use report::{ConfigError, ConfigErrors};

use super::Consultation;
use fields::Fields;
use report::Report;
use std::path::Path;
use toml_span::Value;

/// The one file of a consultation's folder that is read.
const FILE: &str = "consultation.toml";

/// Reads `consultation.toml` in `dir`.
pub fn load(dir: &Path) -> Result<Consultation, ConfigErrors> {
    let path = dir.join(FILE);
    let name = path.display().to_string();
    match std::fs::read_to_string(&path) {
        Ok(text) => parse(&text, &name),
        Err(e) => Err(ConfigErrors::unreadable(&name, &e)),
    }
}

/// Reads a consultation from the text of a file; `file` names it in errors.
pub fn parse(text: &str, file: &str) -> Result<Consultation, ConfigErrors> {
    let mut report = Report::new(file, text);
    let read = match toml_span::parse(text) {
        Ok(root) => consultation(root, &mut report),
        Err(e) => {
            report.syntax(&e);
            None
        }
    };
    report.into_result(read)
}

fn consultation(root: Value<'_>, report: &mut Report) -> Option<Consultation> {
    let mut f = Fields::open("the file", root, report)?;
    let id = f.get("id", report, scalars::slug);
    let authority = f.get("authority", report, scalars::text);
    // Languages and budget are read first, because titles and costs are checked against them.
    let languages = f.list("languages", report, scalars::language);
    let title = f.text("title", languages.as_deref(), report);
    let budget = rules::budget(&mut f, report);

    let areas = voters::areas(&mut f, report);
    let eligibility = f.table("eligibility", report, voters::eligibility);
    let phases = voters::phases(&mut f, report);
    let documents = f.table("documents", report, voters::documents);
    let questions = questions::questions(&mut f, languages.as_deref(), budget.as_ref(), report);
    // Without money there is nothing to decide, and the rule may be left out.
    let outcome = if budget.is_some() || f.contains("outcome") {
        f.table("outcome", report, rules::outcome).map(Some)
    } else {
        Some(None)
    };
    let duplicates = f.table("duplicates", report, rules::duplicates);
    let limits = f.table("limits", report, rules::limits);
    let desk = f.table("desk", report, |f, report| {
        desk::desk(f, languages.as_deref(), report)
    });
    let count = f.table("count", report, count::count);
    let online = f.table("online", report, online::online);
    f.finish(report);
    Some(Consultation {
        id: id?.value,
        title: title?,
        authority: authority?.value,
        languages: languages?,
        areas: areas?,
        eligibility: eligibility?,
        phases: phases?,
        documents: documents?,
        questions: questions?,
        budget: match budget {
            Some(budget) => Some(budget.complete()?),
            None => None,
        },
        outcome: outcome?,
        duplicates: duplicates?,
        limits: limits?,
        desk: desk?,
        count: count?,
        online: online?,
    })
}
