//! Open data: the same figures as on the pages, as CSV (RFC 4180, UTF-8) and JSON.
//!
//! Invariants: names of files and columns do not change; what a page withholds or rounds is so here,
//! with the status `withheld` or `rounded_down`; texts that come from files cannot be taken for formulas
//! by a spreadsheet.

use super::dictionary::{self, FIELDS};
use super::figures::{Dimension, Figures};
use super::kept::Kept;
use super::say::{LANGUAGES, Say};
use super::withheld::Shown;
use super::{Site, layout, turnout};
use crate::central::{Central, LedgerError, Summary};
use crate::consultation::{Cents, Consultation, Mode};
use crate::i18n::Language;
use axum::body::Body;
use maud::{Markup, html};
use serde_json::{Map, Value};

const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// The files, by name.
pub const FILES: [&str; 3] = ["turnout", "indicators", "projects"];

/// One file: its columns, and its rows.
struct Sheet {
    columns: &'static [&'static str],
    rows: Vec<Vec<Cell>>,
}

/// A cell, as JSON tells them apart.
enum Cell {
    Text(String),
    Number(u64),
    /// An amount, as a decimal with two digits.
    Money(Cents),
    True(bool),
    Nothing,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

pub fn page(site: &Site<'_>) -> Result<Markup, LedgerError> {
    let say = site.say;
    let published = site.kept.summary(site.central)?.is_some();
    let least = (site.central.manifest().value().consultation.count)
        .minimum_ballots
        .into();
    let body = html! {
        h1 { (say.text("nav-data")) }
        p class="lead" { (say.text("data-lead")) }
        p { (say.text("data-licence")) " " a href=(LICENCE) rel="license noreferrer" { "CC BY 4.0" } "." }
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
        section aria-labelledby="fields" {
            h2 id="fields" { (say.text("data-fields")) }
            p { (say.text("data-fields-what")) }
            @for name in FILES {
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
    };
    Ok(layout::page(site, &say.text("nav-data"), &body))
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
        rows.push(vec![id(), by.into(), code.into(), it, en, number, status]);
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

fn cells(count: Shown) -> (Cell, Cell) {
    match count {
        Shown::Count(n) => (Cell::Number(n), "shown".into()),
        Shown::Between { from, .. } => (Cell::Number(from), "rounded_down".into()),
        Shown::Withheld => (Cell::Nothing, "withheld".into()),
    }
}

/// What dashboards of evaluation ask for, one number a row.
fn indicators(consultation: &Consultation, figures: &Figures, summary: Option<&Summary>) -> Sheet {
    let mut rows = Vec::new();
    let mut row = |name: &str, value: Cell, unit: &str, status: Cell| {
        rows.push(vec![
            consultation.id.as_str().into(),
            name.into(),
            value,
            unit.into(),
            status,
        ]);
    };
    for (name, count) in [
        ("participants_in_person", figures.participants),
        ("participants_at_several_stations", figures.repeated),
    ]
    .into_iter()
    .chain(figures.web.map(|web| ("participants_web", web)))
    {
        let (value, status) = cells(count);
        row(name, value, "people", status);
    }
    let mut plain = |name: &str, value: Option<Cell>, unit: &str| {
        let status = if value.is_some() { "shown" } else { "not_yet" };
        row(name, value.unwrap_or(Cell::Nothing), unit, status.into());
    };
    let number = |n: usize| Some(Cell::Number(n as u64));
    if figures.web.is_none() {
        plain("participants_web", None, "people");
    }
    plain("areas", number(consultation.areas.len()), "areas");
    plain("stations", Some(Cell::Number(figures.stations)), "stations");
    plain(
        "stations_closed",
        Some(Cell::Number(figures.closed)),
        "stations",
    );
    plain("station_days", Some(Cell::Number(figures.days)), "days");
    let options = consultation.questions.iter().map(|q| q.options.len()).sum();
    plain("projects", number(options), "projects");
    let money = consultation.budget.as_ref().map(|b| Cell::Money(b.total));
    if money.is_some() {
        let outcome = summary.and_then(|s| s.outcome.as_ref());
        plain("budget_total", money, "EUR");
        plain(
            "budget_assigned",
            outcome.map(|o| Cell::Money(Cents(o.spent))),
            "EUR",
        );
        plain(
            "budget_left",
            outcome.map(|o| Cell::Money(Cents(o.left))),
            "EUR",
        );
        let funded = outcome.and_then(|o| number(o.funded.len()));
        plain("projects_funded", funded, "projects");
    }
    let counted = summary.map(|s| Cell::Number(s.sealed + s.paper));
    plain("ballots_counted", counted, "ballots");
    let removed = summary.and_then(|s| number(s.removed.len()));
    plain("ballots_left_out", removed, "ballots");
    Sheet {
        columns: &dictionary::INDICATORS,
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
                option.title.get(Language::It).into(),
                option.title.get(Language::En).into(),
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

fn fields(consultation: &Consultation) -> Sheet {
    let least = consultation.count.minimum_ballots.into();
    let row = |f: &dictionary::Field| {
        let [it, en] = LANGUAGES.map(|l| Cell::from(Say(l).count(f.key, least)));
        vec![f.file.into(), f.column.into(), f.kind.into(), it, en]
    };
    Sheet {
        columns: &dictionary::DICTIONARY,
        rows: FIELDS.iter().map(row).collect(),
    }
}

impl Sheet {
    fn csv(&self) -> Result<Vec<u8>, LedgerError> {
        let failed = |e: &dyn std::fmt::Display| LedgerError::Damaged(e.to_string());
        let mut out = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        out.write_record(self.columns).map_err(|e| failed(&e))?;
        for row in &self.rows {
            let cells = row.iter().map(Cell::plain);
            out.write_record(cells).map_err(|e| failed(&e))?;
        }
        out.into_inner().map_err(|e| failed(&e))
    }

    fn json(&self, central: &Central, kept: &Kept) -> String {
        let row = |row: &Vec<Cell>| {
            let fields = self.columns.iter().zip(row);
            Value::Object(fields.map(|(c, v)| ((*c).to_owned(), v.json())).collect())
        };
        let mut all = Map::new();
        let mut put = |name: &str, value: Value| all.insert(name.to_owned(), value);
        let training = central.manifest().value().mode == Mode::Training;
        put("licence", LICENCE.into());
        put("training", training.into());
        put("fingerprint", central.manifest().digest().hex().into());
        put("days_before", kept.today().to_string().into());
        put("rows", self.rows.iter().map(row).collect());
        Value::Object(all).to_string()
    }
}

impl Cell {
    /// As CSV has it. A spreadsheet takes what begins with one of these signs for a formula.
    fn plain(&self) -> String {
        match self {
            Self::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
                format!("'{text}")
            }
            Self::Text(text) => text.clone(),
            Self::Number(n) => n.to_string(),
            Self::Money(amount) => amount.decimal(),
            Self::True(yes) => yes.to_string(),
            Self::Nothing => String::new(),
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Number(n) => (*n).into(),
            Self::Money(amount) => amount.decimal().into(),
            Self::True(yes) => (*yes).into(),
            Self::Nothing => Value::Null,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_no_formula_and_a_comma_no_column() {
        let sheet = Sheet {
            columns: &["a", "b"],
            rows: vec![vec![
                "=HYPERLINK(\"http://x\",\"y\")".into(),
                Cell::Number(3),
            ]],
        };
        let csv = String::from_utf8(sheet.csv().unwrap()).unwrap();
        assert_eq!(
            csv,
            "a,b\r\n\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",3\r\n"
        );
    }
}
