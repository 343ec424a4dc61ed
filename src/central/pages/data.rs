//! Open data: turnout, projects and totals of the pages, each a [`Sheet`].
//!
//! Invariants: names of files and columns do not change; what a page withholds or rounds is so here,
//! with the status `withheld` or `rounded_down`.

use super::dictionary::{self, EVERY_JSON, FIELDS};
use super::figures::{Dimension, Figures};
use super::indicators::{cells, indicators};
use super::kept::Kept;
use super::question::unit;
use super::say::{LANGUAGES, Say};
use super::sheet::{Cell, LICENCE, Sheet};
use super::withheld::Shown;
use super::{Site, layout, turnout};
use crate::central::{Central, LedgerError, OptionSummary, Summary};
use crate::consultation::{Consultation, Question};
use crate::i18n::Language;
use axum::body::Body;
use maud::{Markup, html};
use std::iter;

/// The files, by name.
pub const FILES: [&str; 4] = ["turnout", "indicators", "projects", "results"];

pub fn page(site: &Site<'_>) -> Result<Markup, LedgerError> {
    let say = site.say;
    let published = site.kept.summary(site.central)?.is_some();
    let body = html! {
        h1 { (say.text("nav-data")) }
        p class="lead" { (say.text("data-lead")) }
        p { (say.text("data-licence")) " " a href=(LICENCE) rel="license noreferrer" { "CC BY 4.0" } "." }
        (files(say, published))
        section aria-labelledby="fields" {
            h2 id="fields" { (say.text("data-fields")) }
            p { (say.text("data-fields-what")) }
            p { (say.text("data-training")) }
            @for name in FILES { (fields_of(site, name)) }
            p { (say.text("data-json")) }
            (fields_of(site, EVERY_JSON))
        }
    };
    Ok(layout::page(site, &say.text("nav-data"), &body))
}

/// What there is to download.
fn files(say: Say, published: bool) -> Markup {
    html! {
        table {
            caption { (say.text("data-files")) }
            thead { tr {
                th scope="col" { (say.text("data-what")) }
                th scope="col" { (say.text("data-download")) }
            } }
            tbody {
                @for name in FILES { tr {
                    th scope="row" { (say.text(&format!("file-{name}"))) }
                    td {
                        (link(name, "csv")) " " (link(name, "json"))
                    }
                } }
                tr {
                    th scope="row" { (say.text("file-dictionary")) }
                    td { (link("dictionary", "csv")) " " (link("dictionary", "json")) }
                }
                @if published { tr {
                    th scope="row" { (say.text("file-package")) }
                    td { a href="/data/package.zip" download { "package.zip" } }
                } }
            }
        }
    }
}

/// What the columns of a file mean.
fn fields_of(site: &Site<'_>, name: &str) -> Markup {
    let say = site.say;
    let least = least(&site.central.manifest().value().consultation);
    html! {
        table {
            caption { code { (name) } }
            thead { tr {
                th scope="col" { (say.text("data-field")) }
                th scope="col" { (say.text("data-means")) }
            } }
            tbody { @for field in FIELDS.iter().filter(|f| f.file == name) { tr {
                th scope="row" { code { (field.column) } }
                td { (say.count(field.key, least)) }
            } } }
        }
    }
}

/// The number below which a count is small.
fn least(consultation: &Consultation) -> u64 {
    consultation.count.minimum_ballots.into()
}

fn link(name: &str, kind: &str) -> Markup {
    html! { a href=(format!("/data/{name}.{kind}")) download { (name) "." (kind) } }
}

/// A file by its name with its ending: its media type and content; `None` if there is none.
pub fn file(
    central: &Central,
    kept: &Kept,
    name: &str,
) -> Result<Option<(&'static str, Body)>, LedgerError> {
    let Some((name, kind)) = name.rsplit_once('.') else {
        return Ok(None);
    };
    let consultation = &central.manifest().value().consultation;
    let sheet = match name {
        "turnout" => turnout(consultation, &*kept.figures(central)?),
        "indicators" => indicators(
            consultation,
            &*kept.figures(central)?,
            kept.summary(central)?.as_deref(),
        ),
        "projects" => projects(consultation, kept.summary(central)?.as_deref()),
        "results" => results(consultation, kept.summary(central)?.as_deref()),
        "dictionary" => fields(consultation),
        _ => return Ok(None),
    };
    Ok(match kind {
        "csv" => Some(("text/csv; charset=utf-8", sheet.csv()?.into())),
        "json" => Some(("application/json", sheet.json(central, kept).into())),
        _ => None,
    })
}

/// Who voted, one row for each value of each dimension.
fn turnout(consultation: &Consultation, figures: &Figures) -> Sheet {
    let mut rows = Vec::new();
    let id = || Cell::from(consultation.id.as_str());
    let mut row = |by: &str, code: &str, labels: [String; 2], count: Shown| {
        let [it, en] = labels.map(Cell::from);
        let (number, status) = cells(count);
        rows.push(vec![
            id(),
            by.into(),
            code.into(),
            it,
            en,
            number,
            status.into(),
        ]);
    };
    let both = |key: &str| LANGUAGES.map(|l| Say(l).text(key));
    row("total", "", both("turnout-people"), figures.participants);
    if let Some(web) = figures.web {
        row("web", "", both("turnout-web"), web);
    }
    for by in Dimension::ALL {
        for (code, count) in figures.by(by).unwrap_or_default() {
            let labels = LANGUAGES.map(|l| turnout::label(Say(l), consultation, by, code));
            row(by.word(), code, labels, *count);
        }
    }
    Sheet {
        columns: &dictionary::TURNOUT,
        rows,
    }
}

/// What could be chosen, and after publication what was.
fn projects(consultation: &Consultation, summary: Option<&Summary>) -> Sheet {
    let mut rows = Vec::new();
    for question in &consultation.questions {
        let totals = summary.and_then(|s| s.question(&question.id));
        let money = consultation
            .budget
            .as_ref()
            .filter(|b| b.question == question.id);
        let outcome = summary
            .and_then(|s| s.outcome.as_ref())
            .filter(|_| money.is_some());
        for option in &question.options {
            let total = totals.and_then(|t| t.of(Some(&option.id))).map(|t| t.total);
            let decided = outcome.filter(|o| !o.undecided || o.funded.contains(&option.id));
            rows.push(vec![
                consultation.id.as_str().into(),
                question.id.as_str().into(),
                option.id.as_str().into(),
                option.title.exact(Language::It).into(),
                option.title.exact(Language::En).into(),
                option.cost.map_or(Cell::Nothing, Cell::Money),
                total.map_or(Cell::Nothing, Cell::Number),
                decided.map_or(Cell::Nothing, |o| Cell::True(o.funded.contains(&option.id))),
            ]);
        }
    }
    Sheet {
        columns: &dictionary::PROJECTS,
        rows,
    }
}

/// The totals that the package has: of all ballots, then of each part of the territory.
fn results(consultation: &Consultation, summary: Option<&Summary>) -> Sheet {
    let all = summary.map(|s| (None, &s.questions));
    let parts = summary.map(|s| s.parts.as_slice()).unwrap_or_default();
    let parts = (parts.iter()).map(|p| (Some(p.areas.join("+")), &p.questions));
    let mut rows = Vec::new();
    for (part, totals) in all.into_iter().chain(parts) {
        for question in &consultation.questions {
            let of_it = totals.iter().filter(|t| t.question == question.id);
            // Where no ballot can be blank, a page tells of none either.
            let told = of_it
                .flat_map(|t| &t.totals)
                .filter(|t| t.option.is_some() || question.blank_allowed);
            let rows_of = |t| rows_of(&consultation.id, question, part.as_deref(), t);
            rows.extend(told.flat_map(rows_of));
        }
    }
    Sheet {
        columns: &dictionary::RESULTS,
        rows,
    }
}

/// The rows of an option, or of blank ballots: its total, then on how many ballots it has each rank.
fn rows_of(
    consultation: &str,
    question: &Question,
    part: Option<&str>,
    total: &OptionSummary,
) -> Vec<Vec<Cell>> {
    let id = total.option.as_deref();
    let option = id.and_then(|id| question.option(id));
    let title = |language| Cell::from(option.and_then(|o| o.title.exact(language)));
    let row = |amount: u64, unit: &str, rank: Cell| {
        vec![
            consultation.into(),
            question.id.as_str().into(),
            id.into(),
            title(Language::It),
            title(Language::En),
            part.into(),
            Cell::Number(amount),
            unit.into(),
            rank,
        ]
    };
    // Blank are ballots, whatever the method gives to options.
    let unit = option.map_or("ballots", |_| unit(question));
    let whole = row(total.total, unit, Cell::Nothing);
    let ranks = (1..).zip(&total.ranks);
    let ranks = ranks.map(|(rank, times)| row(*times, "ballots", Cell::Number(rank)));
    iter::once(whole).chain(ranks).collect()
}

fn fields(consultation: &Consultation) -> Sheet {
    let least = least(consultation);
    let row = |f: &dictionary::Field| {
        let [it, en] = LANGUAGES.map(|l| Cell::from(Say(l).count(f.key, least)));
        vec![f.file.into(), f.column.into(), f.kind.into(), it, en]
    };
    Sheet {
        columns: &dictionary::DICTIONARY,
        rows: FIELDS.iter().map(row).collect(),
    }
}
