//! What dashboards of evaluation ask for, one number a row.

use super::dictionary;
use super::figures::Figures;
use super::say::{LANGUAGES, Say};
use super::sheet::{Cell, Sheet};
use super::withheld::Shown;
use crate::central::Summary;
use crate::consultation::{Budget, Cents, Consultation};

/// A count, and whether it is all of it.
pub fn cells(count: Shown) -> (Cell, &'static str) {
    match count {
        Shown::Count(n) => (Cell::Number(n), "shown"),
        Shown::Between { from, .. } => (Cell::Number(from), "rounded_down"),
        Shown::Withheld => (Cell::Nothing, "withheld"),
    }
}

/// One number of the evaluation. Its name is part of the key of the text that defines it.
struct Indicator {
    name: &'static str,
    value: Cell,
    unit: &'static str,
    status: &'static str,
}

impl Indicator {
    /// People, as many as may be told.
    fn people(name: &'static str, count: Shown) -> Self {
        let (value, status) = cells(count);
        Self {
            name,
            value,
            unit: "people",
            status,
        }
    }

    /// What is told as it is, or is not there yet.
    fn plain(name: &'static str, value: Option<Cell>, unit: &'static str) -> Self {
        let status = if value.is_some() { "shown" } else { "not_yet" };
        Self {
            name,
            value: value.unwrap_or(Cell::Nothing),
            unit,
            status,
        }
    }

    fn number(name: &'static str, n: u64, unit: &'static str) -> Self {
        Self::plain(name, Some(Cell::Number(n)), unit)
    }
}

/// The file.
pub fn indicators(
    consultation: &Consultation,
    figures: &Figures,
    summary: Option<&Summary>,
) -> Sheet {
    let mut all = Vec::from(of_people(figures));
    all.extend(of_consultation(consultation, figures));
    if let Some(budget) = &consultation.budget {
        all.extend(of_money(budget, summary));
    }
    all.extend(of_ballots(summary));
    let row = |i: Indicator| {
        let key = format!("indicator-{}", i.name);
        let [it, en] = LANGUAGES.map(|l| Cell::from(Say(l).text(&key)));
        vec![
            consultation.id.as_str().into(),
            i.name.into(),
            it,
            en,
            i.value,
            i.unit.into(),
            i.status.into(),
        ]
    };
    Sheet {
        columns: &dictionary::INDICATORS,
        rows: all.into_iter().map(row).collect(),
    }
}

fn of_people(figures: &Figures) -> [Indicator; 3] {
    let web = "participants_web";
    [
        Indicator::people("participants_in_person", figures.participants),
        Indicator::people("participants_at_several_stations", figures.repeated),
        match figures.web {
            Some(count) => Indicator::people(web, count),
            None => Indicator::plain(web, None, "people"),
        },
    ]
}

fn of_consultation(consultation: &Consultation, figures: &Figures) -> [Indicator; 5] {
    let areas = consultation.areas.len() as u64;
    let options: usize = consultation.questions.iter().map(|q| q.options.len()).sum();
    [
        Indicator::number("areas", areas, "areas"),
        Indicator::number("stations", figures.stations, "stations"),
        Indicator::number("stations_closed", figures.closed, "stations"),
        Indicator::number("station_days", figures.days, "days"),
        Indicator::number("projects", options as u64, "projects"),
    ]
}

/// Money, and what it paid for. While a tie waits for its draw, all of it may still change.
fn of_money(budget: &Budget, summary: Option<&Summary>) -> [Indicator; 4] {
    let outcome = summary
        .and_then(|s| s.outcome.as_ref())
        .filter(|o| !o.undecided);
    let money = |name: &'static str, cents: Option<u64>| {
        Indicator::plain(name, cents.map(|c| Cell::Money(Cents(c))), "EUR")
    };
    let funded = outcome.map(|o| Cell::Number(o.funded.len() as u64));
    [
        money("budget_total", Some(budget.total.0)),
        money("budget_assigned", outcome.map(|o| o.spent)),
        money("budget_left", outcome.map(|o| o.left)),
        Indicator::plain("projects_funded", funded, "projects"),
    ]
}

fn of_ballots(summary: Option<&Summary>) -> [Indicator; 2] {
    let counted = summary.map(|s| Cell::Number(s.sealed + s.paper));
    let removed = summary.map(|s| Cell::Number(s.removed.len() as u64));
    [
        Indicator::plain("ballots_counted", counted, "ballots"),
        Indicator::plain("ballots_left_out", removed, "ballots"),
    ]
}
