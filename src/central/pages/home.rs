//! The consultation: what is voted on, when, by whom, where, and by which rules.
//!
//! All of it is the signed manifest's; only the stations are the ledger's.

use super::say::Say;
use super::{Leaf, Site, layout, rules};
use crate::central::LedgerError;
use crate::central::ledger::{Standing, StationRow};
use crate::consultation::{Certificate, Consultation, Phase, Question};
use crate::envelope::Signed;
use crate::i18n::Arg;
use chrono::NaiveDate;
use maud::{Markup, html};

pub fn page(site: &Site<'_>) -> Result<Markup, LedgerError> {
    let say = site.say;
    let consultation = &site.central.manifest().value().consultation;
    let published = site.kept.summary(site.central)?.is_some();
    let stations = site.central.ledger().read()?.stations()?;
    let body = html! {
        h1 { (say.marked(&consultation.title)) }
        p class="lead" { (say.with("home-lead", &[("who", consultation.authority.as_str().into())])) }
        div class="now" {
            h2 { (say.text("now-title")) }
            @for line in now(say, consultation, site.kept.today(), published) { p { (line) } }
            p class="ways" {
                @if published {
                    a class="button" href=(Leaf::Results.path(say.0)) { (say.text("nav-results")) }
                }
                a class="button" href=(Leaf::Ballot.path(say.0)) { (say.text("nav-ballot")) }
                a class="button" href=(Leaf::Turnout.path(say.0)) { (say.text("nav-turnout")) }
            }
        }
        (how_to_vote(say, consultation))
        @for question in &consultation.questions { (asked(say, consultation, question)) }
        (rules::section(say, consultation))
        (places(say, consultation, &stations)?)
    };
    Ok(layout::page(site, &say.text("nav-home"), &body))
}

/// Where the consultation stands on a day, in sentences.
fn now(say: Say, consultation: &Consultation, today: NaiveDate, published: bool) -> Vec<String> {
    if published {
        return vec![say.text("now-published")];
    }
    let mut phases: Vec<&Phase> = consultation.phases.iter().collect();
    phases.sort_by_key(|p| (p.from, p.to));
    let line = |key: &str, phase: &Phase| {
        let values: [(&str, Arg); 3] = [
            (
                "where",
                say.text(&format!("at-{}", phase.kind.word())).into(),
            ),
            ("from", say.date(phase.from).into()),
            ("to", say.date(phase.to).into()),
        ];
        say.with(key, &values)
    };
    let mut lines: Vec<String> = phases
        .iter()
        .filter_map(|p| match () {
            () if p.to < today => None,
            () if p.from <= today => Some(line("now-open", p)),
            () => Some(line("now-next", p)),
        })
        .collect();
    if lines.is_empty() {
        lines.push(say.text("now-over"));
    }
    lines
}

/// Who may vote, with what, when.
fn how_to_vote(say: Say, consultation: &Consultation) -> Markup {
    let eligibility = &consultation.eligibility;
    html! {
        section aria-labelledby="how" {
            h2 id="how" { (say.text("how-title")) }
            p { (say.text("how-free")) }
            div class="columns" {
                div {
                    h3 { (say.text("who-title")) }
                    p { (say.with("who-age", &[
                        ("n", eligibility.min_age.into()),
                        ("date", say.date(eligibility.reference_date).into()),
                    ])) }
                    ul {
                        li { (say.text("who-resident")) }
                        @if eligibility.attested_residence { li { (say.text("who-attested")) } }
                        @if !eligibility.city_user_reasons.is_empty() {
                            li {
                                (say.text("who-city-user"))
                                ul { @for reason in &eligibility.city_user_reasons {
                                    li { (say.other(&format!("reason-{}", reason.word()))) }
                                } }
                            }
                        }
                    }
                    p { (say.text("who-once")) }
                    h3 { (say.text("areas-title")) }
                    ul { @for area in &consultation.areas { li { (area.name) } } }
                }
                div {
                    h3 { (say.text("bring-title")) }
                    p { (say.text("bring-code")) }
                    p { (say.text("bring-one-of")) }
                    ul { @for kind in &consultation.documents.accepted {
                        li { (say.other(&format!("document-{}", kind.word()))) }
                    } }
                    p { (say.text(if consultation.documents.expired_accepted {
                        "bring-expired-yes"
                    } else {
                        "bring-expired-no"
                    })) }
                }
            }
            (dates(say, consultation))
        }
    }
}

fn dates(say: Say, consultation: &Consultation) -> Markup {
    let waiting = consultation.phases.iter().any(|p| p.waiting_days > 0);
    html! {
        table {
            caption { (say.text("dates-title")) }
            thead { tr {
                th scope="col" { (say.text("dates-where")) }
                th scope="col" { (say.text("dates-from")) }
                th scope="col" { (say.text("dates-to")) }
            } }
            tbody { @for phase in &consultation.phases { tr {
                th scope="row" { (say.text(&format!("kind-{}", phase.kind.word()))) }
                td { (say.date(phase.from)) }
                td { (say.date(phase.to)) }
            } } }
        }
        @if waiting && !consultation.eligibility.city_user_reasons.is_empty() {
            @for phase in consultation.phases.iter().filter(|p| p.waiting_days > 0) {
                p { (say.with("dates-waiting", &[
                    ("where", say.text(&format!("at-{}", phase.kind.word())).into()),
                    ("n", phase.waiting_days.into()),
                ])) }
            }
        }
    }
}

/// A question, how it is answered, and what can be chosen.
fn asked(say: Say, consultation: &Consultation, question: &Question) -> Markup {
    let budget = (consultation.budget.as_ref()).filter(|b| b.question == question.id);
    let illustrative = question.options.iter().any(|o| o.illustrative);
    let id = format!("q-{}", question.id);
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (say.marked(&question.title)) }
            @if let Some(budget) = budget {
                p class="lead" { (say.with("asked-budget", &[("total", say.euro(budget.total).into())])) }
            }
            p { (rules::method(say, &question.method)) }
            @if question.blank_allowed { p { (say.text("asked-blank")) } }
            @if question.order.is_some() { p { (say.text("asked-shuffled")) } }
            @if illustrative { p { (say.text("asked-illustrative")) } }
            ol class="cards" {
                @for option in &question.options {
                    li id=(format!("o-{}-{}", question.id, option.id)) {
                        h3 { (say.marked(&option.title)) }
                        @if !say.of(&option.summary).is_empty() { p { (say.marked(&option.summary)) } }
                        p class="small" {
                            @if let Some(cost) = option.cost {
                                strong { (say.with("asked-cost", &[("cost", say.euro(cost).into())])) }
                            }
                            @if option.illustrative { " " span class="tag" { (say.text("illustrative")) } }
                        }
                    }
                }
            }
        }
    }
}

/// The stations that the server knows.
fn places(
    say: Say,
    consultation: &Consultation,
    stations: &[StationRow],
) -> Result<Markup, LedgerError> {
    let mut rows = Vec::with_capacity(stations.len());
    for station in stations {
        let certificate = Signed::<Certificate>::peek(&station.certificate)?;
        let area = certificate.area.as_deref();
        let area = area.map(|id| {
            consultation
                .area(id)
                .map_or(id, |a| a.name.as_str())
                .to_owned()
        });
        rows.push((station, certificate.kind, area));
    }
    Ok(html! {
        section aria-labelledby="places" {
            h2 id="places" { (say.text("places-title")) }
            @if rows.is_empty() {
                p { (say.text("places-none")) }
            } @else {
                p { (say.text("places-what")) }
                table {
                    caption { (say.count("places-count", rows.len() as u64)) }
                    thead { tr {
                        th scope="col" { (say.text("places-name")) }
                        th scope="col" { (say.text("places-kind")) }
                        th scope="col" { (say.text("places-state")) }
                    } }
                    tbody { @for (station, kind, area) in &rows { tr {
                        th scope="row" { (station.station.as_str()) }
                        td {
                            (say.text(&format!("kind-{}", kind.word())))
                            @if let Some(area) = area { br; (area) }
                        }
                        td { (say.text(state(station))) }
                    } } }
                }
            }
        }
    })
}

fn state(station: &StationRow) -> &'static str {
    match station.standing {
        Standing::Quarantined => "state-quarantined",
        Standing::Revoked => "state-revoked",
        Standing::Good if station.closed => "state-closed",
        Standing::Good => "state-good",
    }
}
