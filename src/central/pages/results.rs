//! The results: before publication that there are none, for nobody; afterwards what the package says.
//!
//! Invariant: every number is the published package's, which was verified before it got here.

use super::svg::{self, Bar, Named};
use super::{Leaf, Site, layout};
use crate::central::{DrawSummary, LedgerError, OutcomeSummary, QuestionSummary, Summary};
use crate::consultation::{
    Budget, Cents, Choosable, Consultation, Method, NextDoesNotFit, Question,
};
use crate::i18n::Arg;
use maud::{Markup, html};
use std::cmp::Reverse;
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
                            @if let Some(totals) = totals { (totals_of(site, question, totals, say.of(&question.title))) }
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

/// The options with their totals, the most voted first, equal ones as the draw has put them.
fn ranked<'a>(
    question: &'a Question,
    totals: &QuestionSummary,
    draws: &[DrawSummary],
) -> Vec<(&'a Choosable, u64)> {
    let total = |o: &Choosable| totals.of(Some(&o.id)).map_or(0, |t| t.total);
    let place = |o: &Choosable| {
        let orders = draws.iter().map(|d| &d.order);
        orders
            .into_iter()
            .find_map(|order| order.iter().position(|id| *id == o.id))
    };
    let mut options: Vec<_> = question.options.iter().map(|o| (o, total(o))).collect();
    options.sort_by_key(|(o, votes)| (Reverse(*votes), place(o)));
    options
}

/// In what the totals of a question are counted.
fn unit(question: &Question) -> &'static str {
    match question.method {
        Method::Approval { .. } | Method::Single => "votes",
        Method::Points { .. } | Method::Score { .. } | Method::Priority { .. } => "points",
    }
}

/// A question without money: its totals.
fn answered(site: &Site<'_>, question: &Question, totals: &QuestionSummary) -> Markup {
    let say = site.say;
    let options = ranked(question, totals, &[]);
    let unit = unit(question);
    let bars: Vec<Bar> = options
        .iter()
        .map(|(option, votes)| Bar {
            label: say.of(&option.title).to_owned(),
            value: say.count(unit, *votes),
            amount: *votes,
            full: true,
        })
        .collect();
    let id = format!("r-{}", question.id);
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (say.of(&question.title)) }
            (svg::bars(&Named {
                id: &format!("{id}-bars"),
                title: say.of(&question.title),
                about: &say.text("picture-bars"),
            }, &bars))
            (totals_of(site, question, totals, &say.text(&format!("table-{unit}"))))
        }
    }
}

/// The totals of a question as a table, and its blank ballots.
fn totals_of(
    site: &Site<'_>,
    question: &Question,
    totals: &QuestionSummary,
    caption: &str,
) -> Markup {
    let say = site.say;
    let unit = unit(question);
    let options = ranked(question, totals, &[]);
    let ranks = (totals.totals.iter())
        .map(|t| t.ranks.len())
        .max()
        .unwrap_or(0);
    html! {
        table {
            caption { (caption) }
            thead { tr {
                th scope="col" { (say.text("col-option")) }
                th scope="col" class="n" { (say.text(&format!("col-{unit}"))) }
                @for rank in 1..=ranks { th scope="col" class="n" { (say.with("col-rank", &[("n", rank.into())])) } }
            } }
            tbody {
                @for (option, votes) in &options { tr {
                    th scope="row" { (say.of(&option.title)) }
                    td class="n" { (say.number(*votes)) }
                    @let of_ranks = totals.of(Some(&option.id)).map(|t| t.ranks.as_slice());
                    @for rank in of_ranks.unwrap_or_default() { td class="n" { (say.number(*rank)) } }
                } }
            }
        }
        (blank(site, question, totals))
    }
}

fn blank(site: &Site<'_>, question: &Question, totals: &QuestionSummary) -> Markup {
    let blank = totals.of(None).filter(|_| question.blank_allowed);
    html! { @if let Some(blank) = blank { p { (site.say.count("blank", blank.total)) } } }
}

/// The question whose options are funded: money as a picture, then every project.
fn funded(
    site: &Site<'_>,
    consultation: &Consultation,
    question: &Question,
    totals: &QuestionSummary,
    budget: &Budget,
    outcome: &OutcomeSummary,
) -> Markup {
    let say = site.say;
    let option = |id: &String| question.option(id);
    let funded: Vec<&Choosable> = outcome.funded.iter().filter_map(option).collect();
    let parts: Vec<u64> = funded.iter().map(|o| o.cost.map_or(0, |c| c.0)).collect();
    let money: [(&str, Arg); 3] = [
        ("total", say.euro(budget.total).into()),
        ("spent", say.euro(Cents(outcome.spent)).into()),
        ("left", say.euro(Cents(outcome.left)).into()),
    ];
    let id = format!("r-{}", question.id);
    html! {
        section aria-labelledby="money" {
            h2 id="money" { (say.text("money-title")) }
            p class="lead" { (say.with("money-what", &money)) }
            (svg::whole(&Named {
                id: "money-picture",
                title: &say.text("money-title"),
                about: &say.with("money-what", &money),
            }, &parts, budget.total.0))
            table {
                caption { (say.text("money-table")) }
                thead { tr {
                    th scope="col" { (say.text("col-number")) }
                    th scope="col" { (say.text("col-project")) }
                    th scope="col" class="n" { (say.text("col-cost")) }
                } }
                tbody {
                    @for (i, project) in funded.iter().enumerate() { tr {
                        td { (i + 1) }
                        th scope="row" { (say.of(&project.title)) }
                        td class="n" { (say.euro(project.cost.unwrap_or_default())) }
                    } }
                    tr class="sum" {
                        td {}
                        th scope="row" { (say.text("money-left")) }
                        td class="n" { (say.euro(Cents(outcome.left))) }
                    }
                }
            }
            (why(site, consultation, question, totals, outcome))
        }
        section aria-labelledby=(id) {
            h2 id=(id) { (say.of(&question.title)) }
            (projects(site, question, totals, outcome))
            (blank(site, question, totals))
        }
    }
}

/// Every project with its votes, and what became of it.
fn projects(
    site: &Site<'_>,
    question: &Question,
    totals: &QuestionSummary,
    outcome: &OutcomeSummary,
) -> Markup {
    let say = site.say;
    let unit = unit(question);
    let options = ranked(question, totals, &outcome.draws);
    let bars: Vec<Bar> = options
        .iter()
        .map(|(option, votes)| {
            let votes_in_words = say.count(unit, *votes);
            let full = outcome.funded.contains(&option.id);
            Bar {
                label: say.of(&option.title).to_owned(),
                value: if full {
                    format!("{votes_in_words}, {}", say.text("funded"))
                } else {
                    votes_in_words
                },
                amount: *votes,
                full,
            }
        })
        .collect();
    html! {
        (svg::bars(&Named {
            id: "projects-bars",
            title: &say.text("projects-picture"),
            about: &say.text("projects-picture-what"),
        }, &bars))
        table {
            caption { (say.text(&format!("table-{unit}"))) }
            thead { tr {
                th scope="col" { (say.text("col-project")) }
                th scope="col" class="n" { (say.text(&format!("col-{unit}"))) }
                th scope="col" { (say.text("col-outcome")) }
            } }
            tbody { @for (option, votes) in &options { tr {
                th scope="row" {
                    (say.of(&option.title))
                    @if let Some(cost) = option.cost { span class="small under" { (say.euro(cost)) } }
                }
                td class="n" { (say.number(*votes)) }
                td { (say.text(became(outcome, &option.id))) }
            } } }
        }
    }
}

fn became(outcome: &OutcomeSummary, id: &String) -> &'static str {
    match outcome.funded.contains(id) {
        true => "funded",
        false if outcome.undecided => "waits",
        false => "not-funded",
    }
}

/// Why the money went there: what did not fit, ties, draws.
fn why(
    site: &Site<'_>,
    consultation: &Consultation,
    question: &Question,
    totals: &QuestionSummary,
    outcome: &OutcomeSummary,
) -> Markup {
    let say = site.say;
    let title = |id: &String| {
        let option = question.option(id);
        option.map_or_else(|| id.clone(), |o| say.of(&o.title).to_owned())
    };
    let titles = |ids: &[String]| ids.iter().map(title).collect::<Vec<_>>().join("; ");
    let rule = consultation.outcome.as_ref();
    // The first that was not funded, of those that had the votes for it.
    let least = rule.map_or(0, |r| r.minimum_votes).max(1);
    let next = ranked(question, totals, &outcome.draws)
        .into_iter()
        .find(|(o, votes)| {
            let too_dear = o.cost.is_some_and(|c| c.0 > outcome.left);
            *votes >= least && too_dear && !outcome.funded.contains(&o.id)
        })
        .filter(|_| !outcome.undecided);
    html! {
        @if let Some((option, _)) = next {
            p { (say.with("why-next", &[
                ("project", say.of(&option.title).into()),
                ("cost", say.euro(option.cost.unwrap_or_default()).into()),
            ])) " " (say.text(match rule.map(|r| r.next_does_not_fit) {
                Some(NextDoesNotFit::Stop) => "rules-stop",
                _ => "rules-skip",
            })) }
        }
        @for tie in &outcome.ties {
            p { (say.with("why-tie", &[("projects", titles(tie).into())])) }
        }
        @for draw in &outcome.draws {
            p { (say.with("why-draw", &[
                ("draw", draw.draw.as_str().into()),
                ("value", draw.value.as_str().into()),
                ("order", titles(&draw.order).into()),
            ])) }
        }
        @if outcome.undecided { p { strong { (say.text("why-undecided")) } } }
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
        }
    }
}
