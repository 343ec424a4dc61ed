//! The results: before publication that there are none, for nobody; afterwards what the package says.
//!
//! Invariant: every number is the published package's, which was verified before it got here.

use super::question::{answered, funded, totals_of};
use super::{Leaf, Site, layout};
use crate::central::{LedgerError, Summary};
use maud::{Markup, html};
use std::collections::BTreeMap;

pub fn page(site: &Site<'_>) -> Result<Markup, LedgerError> {
    let say = site.say;
    let title = say.text("nav-results");
    let body = match site.kept.summary(site.central)? {
        None => not_yet(site),
        Some(summary) => results(site, &summary),
    };
    Ok(layout::page(site, &title, &body))
}

fn not_yet(site: &Site<'_>) -> Markup {
    let say = site.say;
    let consultation = &site.central.manifest().value().consultation;
    let last = consultation.phases.iter().map(|p| p.to).max();
    html! {
        h1 { (say.text("nav-results")) }
        div class="box" {
            h2 { (say.text("none-yet-title")) }
            p { (say.text("none-yet-nobody")) }
            p { (say.with("none-yet-how", &[
                ("k", site.central.manifest().value().tally.threshold.to_string().into()),
                ("n", site.central.manifest().value().tally.trustees.len().to_string().into()),
            ])) }
            @if let Some(last) = last {
                p { (say.with("none-yet-when", &[("date", say.date(last).into())])) }
            }
        }
        p { a href=(Leaf::Turnout.path(say.0)) { (say.text("none-yet-turnout")) } }
        p { a href=(format!("{}#rules", Leaf::Home.path(say.0))) { (say.text("none-yet-rules")) } }
    }
}

fn results(site: &Site<'_>, summary: &Summary) -> Markup {
    let say = site.say;
    let consultation = &site.central.manifest().value().consultation;
    html! {
        h1 { (say.text("nav-results")) }
        (counted(site, summary))
        @for question in &consultation.questions {
            @if let Some(totals) = summary.question(&question.id) {
                @let money = (consultation.budget.as_ref())
                    .filter(|b| b.question == question.id)
                    .zip(summary.outcome.as_ref());
                @if let Some((budget, outcome)) = money {
                    (funded(site, consultation, question, totals, budget, outcome))
                } @else {
                    (answered(site, question, totals))
                }
            }
        }
        (parts(site, summary))
        (package(site, summary))
    }
}

/// The totals by parts of the territory, folded.
fn parts(site: &Site<'_>, summary: &Summary) -> Markup {
    let say = site.say;
    let consultation = &site.central.manifest().value().consultation;
    let name = |id: &String| consultation.area(id).map_or(id.clone(), |a| a.name.clone());
    html! {
        @if !summary.parts.is_empty() {
            section aria-labelledby="parts" {
                h2 id="parts" { (say.text("parts-title")) }
                p { (say.text("parts-what")) }
                @for part in &summary.parts {
                    @let names: Vec<String> = part.areas.iter().map(name).collect();
                    details {
                        summary { (say.with("parts-ballots", &[
                            ("where", names.join(", ").into()),
                            ("n", part.ballots.into()),
                            ("shown", say.number(part.ballots).into()),
                        ])) }
                        @for question in &consultation.questions {
                            @let totals = part.questions.iter().find(|q| q.question == question.id);
                            @if let Some(totals) = totals { (totals_of(site, question, totals, &say.marked(&question.title))) }
                        }
                    }
                }
            }
        }
    }
}

/// How many ballots count, and why others do not.
fn counted(site: &Site<'_>, summary: &Summary) -> Markup {
    let say = site.say;
    let mut reasons: BTreeMap<&str, u64> = BTreeMap::new();
    for removed in &summary.removed {
        *reasons.entry(removed.reason.as_str()).or_default() += 1;
    }
    html! {
        dl class="facts" {
            (layout::fact(
                &say.text("counted"),
                &say.number(summary.sealed + summary.paper),
                (summary.paper > 0).then(|| say.count("counted-paper", summary.paper)).as_deref(),
            ))
            (layout::fact(
                &say.text("left-out"),
                &say.number(summary.removed.len() as u64),
                Some(&say.text("left-out-what")),
            ))
            @if summary.web_dropped > 0 {
                (layout::fact(
                    &say.text("web-dropped"),
                    &say.number(summary.web_dropped),
                    Some(&say.text("web-dropped-what")),
                ))
            }
        }
        @if !reasons.is_empty() {
            ul { @for (reason, n) in &reasons {
                li { (say.text(&format!("removed-{reason}"))) " " (say.count("removed-count", *n)) }
            } }
        }
    }
}

/// The package, and how to check it.
fn package(site: &Site<'_>, summary: &Summary) -> Markup {
    let say = site.say;
    let fingerprint = site.central.manifest().digest().hex();
    html! {
        section aria-labelledby="package" {
            h2 id="package" { (say.text("package-title")) }
            p { (say.text("package-what")) }
            p { a class="button" href="/data/package.zip" download { (say.text("package-download")) } }
            dl class="plain" {
                dt { (say.text("package-sha")) }
                dd { code { (summary.sha256) } }
                dt { (say.text("fingerprint")) }
                dd { code { (fingerprint) } }
            }
            p { (say.text("package-how")) }
            pre { "scrutinio verify package.zip --fingerprint " (fingerprint) }
            @if let Some(link) = &site.central.links.programs {
                p { (say.text("package-programs")) " " (layout::outside(link)) }
            }
            p { (say.text("package-python")) " " a href="/data/verify.py" download { "verify.py" } }
            pre { "python3 verify.py package.zip --fingerprint " (fingerprint) }
        }
    }
}
