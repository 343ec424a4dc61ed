//! One question of the results: its totals, what is funded and why.

use super::svg::{self, Bar, Named};
use super::{Site, layout};
use crate::central::{DrawSummary, OutcomeSummary, QuestionSummary};
use crate::consultation::{
    Budget, Cents, Choosable, Consultation, Method, NextDoesNotFit, Outcome, Question, ZeroVotes,
};
use crate::i18n::Arg;
use maud::{Markup, html};
use std::cmp::Reverse;

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
pub fn unit(question: &Question) -> &'static str {
    match question.method {
        Method::Approval { .. } | Method::Single => "votes",
        Method::Points { .. } | Method::Score { .. } | Method::Priority { .. } => "points",
    }
}

/// A question without money: its totals.
pub fn answered(site: &Site<'_>, question: &Question, totals: &QuestionSummary) -> Markup {
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
            h2 id=(id) { (say.marked(&question.title)) }
            (svg::bars(&Named {
                id: &format!("{id}-bars"),
                title: say.of(&question.title),
                about: &say.text("picture-bars"),
            }, &bars))
            @let caption = say.text(&format!("table-{unit}"));
            (totals_of(site, question, totals, &html! { (caption) }))
        }
    }
}

/// The totals of a question as a table, and its blank ballots.
pub fn totals_of(
    site: &Site<'_>,
    question: &Question,
    totals: &QuestionSummary,
    caption: &Markup,
) -> Markup {
    let say = site.say;
    let unit = unit(question);
    let options = ranked(question, totals, &[]);
    let ranks = (totals.totals.iter())
        .map(|t| t.ranks.len())
        .max()
        .unwrap_or(0);
    let table = html! {
        table {
            caption { (caption) }
            thead { tr {
                th scope="col" { (say.text("col-option")) }
                th scope="col" class="n" { (say.text(&format!("col-{unit}"))) }
                @for rank in 1..=ranks { th scope="col" class="n" { (say.with("col-rank", &[("n", rank.into())])) } }
            } }
            tbody {
                @for (option, votes) in &options { tr {
                    th scope="row" { (say.marked(&option.title)) }
                    td class="n" { (say.number(*votes)) }
                    @let of_ranks = totals.of(Some(&option.id)).map(|t| t.ranks.as_slice());
                    @for rank in of_ranks.unwrap_or_default() { td class="n" { (say.number(*rank)) } }
                } }
            }
        }
    };
    html! {
        @if ranks == 0 { (table) } @else { (layout::wide(say.of(&question.title), &table)) }
        (blank(site, question, totals))
    }
}

fn blank(site: &Site<'_>, question: &Question, totals: &QuestionSummary) -> Markup {
    let blank = totals.of(None).filter(|_| question.blank_allowed);
    html! { @if let Some(blank) = blank { p { (site.say.count("blank", blank.total)) } } }
}

/// The question whose options are funded: money as a picture, then every project.
pub fn funded(
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
    let about = if outcome.undecided {
        say.with("money-so-far", &money)
    } else {
        say.with("money-what", &money)
    };
    html! {
        section aria-labelledby="money" {
            h2 id="money" { (say.text("money-title")) }
            @if outcome.undecided { p class="box" { strong { (say.text("why-undecided")) } } }
            p class="lead" { (about) }
            (svg::whole(&Named {
                id: "money-picture",
                title: &say.text("money-title"),
                about: &about,
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
                        th scope="row" { (say.marked(&project.title)) }
                        td class="n" { (say.euro(project.cost.unwrap_or_default())) }
                    } }
                    @if !outcome.undecided { tr class="sum" {
                        td {}
                        th scope="row" { (say.text("money-left")) }
                        td class="n" { (say.euro(Cents(outcome.left))) }
                    } }
                }
            }
            (why(site, consultation, question, totals, outcome))
        }
        section aria-labelledby=(id) {
            h2 id=(id) { (say.marked(&question.title)) }
            (projects(site, consultation, question, totals, outcome))
            (blank(site, question, totals))
        }
    }
}

/// Every project with its votes, and what became of it.
fn projects(
    site: &Site<'_>,
    consultation: &Consultation,
    question: &Question,
    totals: &QuestionSummary,
    outcome: &OutcomeSummary,
) -> Markup {
    let say = site.say;
    let unit = unit(question);
    let rule = consultation.outcome.as_ref();
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
                    (say.marked(&option.title))
                    @if let Some(cost) = option.cost { span class="small under" { (say.euro(cost)) } }
                }
                td class="n" { (say.number(*votes)) }
                td { (say.text(became(outcome, rule, &option.id, *votes))) }
            } } }
        }
    }
}

/// What became of a project. While a tie waits for its draw, what has fewer votes than another that is not
/// funded waits too, but not what no draw can help.
fn became(
    outcome: &OutcomeSummary,
    rule: Option<&Outcome>,
    id: &String,
    votes: u64,
) -> &'static str {
    let least = rule.map_or(0, |r| match (r.minimum_votes, r.zero_votes) {
        (0, ZeroVotes::Skip) => 1,
        (least, _) => least,
    });
    match outcome.funded.contains(id) {
        true => "funded",
        false if outcome.undecided && votes >= least => "waits",
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
    let titles = |ids: &[String]| {
        html! { @for id in ids { li {
            @match question.option(id) {
                Some(option) => { (say.marked(&option.title)) }
                None => { (id) }
            }
        } } }
    };
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
            p { (say.text("why-next")) " " em { (say.marked(&option.title)) } ". "
                (say.with("why-next-cost", &[("cost", say.euro(option.cost.unwrap_or_default()).into())]))
                " " (say.text(match rule.map(|r| r.next_does_not_fit) {
                    Some(NextDoesNotFit::Stop) => "rules-stop",
                    _ => "rules-skip",
                })) }
        }
        @for tie in &outcome.ties {
            p { (say.text("why-tie")) }
            ul { (titles(tie)) }
        }
        @for draw in &outcome.draws {
            p { (say.text("why-draw")) " " (say.as_written(&draw.draw)) ". "
                (say.with("why-draw-value", &[("value", draw.value.as_str().into())])) }
            ol { (titles(&draw.order)) }
        }
    }
}
