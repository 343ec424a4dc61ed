//! How many people voted: in all, where, when, by what right.

use super::figures::{Dimension, Figures};
use super::say::Say;
use super::svg::{self, Bar, Named};
use super::withheld::Shown;
use super::{Leaf, Site, layout};
use crate::central::LedgerError;
use crate::consultation::Consultation;
use chrono::NaiveDate;
use maud::{Markup, html};

pub fn page(site: &Site<'_>) -> Result<Markup, LedgerError> {
    let say = site.say;
    let figures = site.kept.figures(site.central)?;
    let consultation = &site.central.manifest().value().consultation;
    let today = site.kept.today();
    let least = figures.rule.least;
    let rule = if figures.rule.last {
        "turnout-last"
    } else {
        "turnout-rounded"
    };
    let body = html! {
        h1 { (say.text("turnout-title")) }
        p class="lead" {
            @if figures.rule.last { (say.text("turnout-all")) }
            @else { (say.with("turnout-until", &[("date", say.date(before(today)).into())])) }
        }
        (facts(say, &figures))
        @if !figures.rule.last {
            p { (say.text("turnout-days")) }
        }
        @if least > 1 {
            p { (say.count(rule, least)) }
        }
        @if figures.nobody() {
            p class="box" { (say.text("turnout-nobody")) }
        } @else {
            @for dimension in Dimension::ALL { (table(say, consultation, &figures, dimension)) }
        }
        p { a href=(Leaf::Data.path(say.0)) { (say.text("turnout-data")) } }
    };
    Ok(layout::page(site, &say.text("turnout-title"), &body))
}

/// The last day that is over.
fn before(today: NaiveDate) -> NaiveDate {
    today.pred_opt().unwrap_or(today)
}

fn facts(say: Say, figures: &Figures) -> Markup {
    let once = say.text("turnout-once");
    html! {
        dl class="facts" {
            (layout::fact(&say.text("turnout-people"), &shown(say, figures, figures.participants), Some(&once)))
            @if let Some(web) = figures.web {
                (layout::fact(
                    &say.text("turnout-web"), &shown(say, figures, web), Some(&say.text("turnout-web-what")),
                ))
            }
            @if !matches!(figures.repeated, Shown::Count(0) | Shown::Between { from: 0, .. }) {
                (layout::fact(&say.text("turnout-repeated"), &shown(say, figures, figures.repeated), None))
            }
            (layout::fact(
                &say.text("turnout-stations"),
                &say.number(figures.stations),
                Some(&say.count("turnout-closed", figures.closed)),
            ))
            (layout::fact(
                &say.text("turnout-station-days"),
                &say.number(figures.days),
                Some(&say.text("turnout-station-days-what")),
            ))
        }
    }
}

/// A count in words; what is withheld is only that it is small.
fn shown(say: Say, figures: &Figures, count: Shown) -> String {
    match count {
        Shown::Count(n) => say.number(n),
        Shown::Between { from: 0, .. } | Shown::Withheld => {
            say.count("fewer-than", figures.rule.least)
        }
        Shown::Between { from, to } => between(say, from, to),
    }
}

fn between(say: Say, from: u64, to: u64) -> String {
    let values = [
        ("from", say.number(from).into()),
        ("to", say.number(to).into()),
    ];
    say.with("between", &values)
}

fn table(say: Say, consultation: &Consultation, figures: &Figures, dimension: Dimension) -> Markup {
    let word = dimension.word().replace('_', "-");
    let id = format!("by-{word}");
    let title = say.text(&id);
    let Some(rows) = figures.by(dimension) else {
        return html! {
            section aria-labelledby=(id) {
                h2 id=(id) { (title) }
                p { (say.text("turnout-too-few")) }
            }
        };
    };
    let rows: Vec<(String, String, u64)> = rows
        .iter()
        .map(|(key, count)| {
            let label = label(say, consultation, dimension, key);
            let amount = match *count {
                Shown::Count(n) | Shown::Between { from: n, .. } => n,
                Shown::Withheld => 0,
            };
            (label, shown(say, figures, *count), amount)
        })
        .collect();
    let bars: Vec<Bar> = rows
        .iter()
        .map(|(label, value, amount)| Bar {
            label: label.clone(),
            value: value.clone(),
            amount: *amount,
            full: true,
        })
        .collect();
    let picture = format!("{id}-picture");
    let named = Named {
        id: &picture,
        title: &title,
        about: &say.text("picture-bars"),
    };
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (title) }
            div class="beside" {
                (svg::bars(&named, &bars))
                table {
                    caption { (say.text("table-people")) }
                    thead { tr {
                        th scope="col" { (say.text(&format!("col-{word}"))) }
                        th scope="col" class="n" { (say.text("col-people")) }
                    } }
                    tbody { @for (label, value, _) in &rows { tr {
                        th scope="row" { (label) }
                        td class="n" { (value) }
                    } } }
                }
            }
        }
    }
}

/// A value of a dimension in words.
pub fn label(say: Say, consultation: &Consultation, by: Dimension, key: &str) -> String {
    match by {
        Dimension::Area => {
            let area = consultation.area(key);
            area.map_or_else(|| key.to_owned(), |a| a.name.clone())
        }
        Dimension::Day => key
            .parse()
            .map_or_else(|_| key.to_owned(), |day| say.date(day)),
        Dimension::Hour => match key.parse::<u64>() {
            Ok(hour) => say.with("hour", &[("from", hour.into()), ("to", (hour + 1).into())]),
            Err(_) => key.to_owned(),
        },
        Dimension::Kind => say.text(&format!("kind-{key}")),
        Dimension::Admission => say.text(&format!("admission-{key}")),
        Dimension::Ballot => say.text(&format!("ballot-{key}")),
    }
}
