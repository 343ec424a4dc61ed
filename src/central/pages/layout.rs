//! What all pages share: head, header, ways through the site, footer.
//!
//! ```text
//! (skip to the content)
//! Unione Valnure Valchero                         English
//! Digitale Bene Comune 2022
//! Consultazione · Affluenza · La mia scheda · Risultati · Bacheca · Dati
//! PROVA                                   only in training
//! ---------------------------------------------------------
//! the page, with one h1
//! ---------------------------------------------------------
//! Accessibilità · Privacy · fingerprint
//! ```

use super::say::{LANGUAGES, Say};
use super::{Leaf, Site};
use crate::central::Link;
use crate::consultation::Mode;
use crate::i18n::Language;
use maud::{DOCTYPE, Markup, html};

/// The ways through the site, in the header.
const WAYS: [Leaf; 6] = [
    Leaf::Home,
    Leaf::Turnout,
    Leaf::Ballot,
    Leaf::Results,
    Leaf::Board,
    Leaf::Data,
];

/// The ways in the footer.
const SMALL: [Leaf; 2] = [Leaf::Accessibility, Leaf::Privacy];

/// A whole page.
pub fn page(site: &Site<'_>, title: &str, body: &Markup) -> Markup {
    let say = site.say;
    let manifest = site.central.manifest().value();
    let consultation = &manifest.consultation;
    let name = say.of(&consultation.title);
    let training = manifest.mode == Mode::Training;
    html! {
        (DOCTYPE)
        html lang=(say.0.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                @if site.leaf.is_none_or(Leaf::is_private) || training {
                    meta name="robots" content="noindex";
                }
                title { (title) " · " (name) }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="data:,";
                @for language in LANGUAGES {
                    @if language != say.0 {
                        link rel="alternate" hreflang=(language.code()) href=(site.here(language));
                    }
                }
                @if site.leaf == Some(Leaf::Turnout) {
                    link rel="alternate" type="text/csv" href="/data/turnout.csv";
                    link rel="alternate" type="application/json" href="/data/turnout.json";
                }
            }
            body {
                a class="skip" href="#main" { (say.text("skip")) }
                header {
                    div class="top" {
                        p class="who" {
                            span { (say.as_written(&consultation.authority)) }
                            strong { (say.marked(&consultation.title)) }
                        }
                        (languages(site))
                    }
                    nav aria-label=(say.text("nav")) {
                        ul { @for leaf in WAYS { li { (way(site, leaf)) } } }
                    }
                    @if training {
                        p class="training" {
                            strong { (say.text("training")) } " " (say.text("training-what"))
                        }
                    }
                }
                main id="main" tabindex="-1" { (body) }
                footer {
                    nav aria-label=(say.text("nav-more")) {
                        ul {
                            @for leaf in SMALL { li { (way(site, leaf)) } }
                            @if let Some(link) = &site.central.links.accessibility {
                                li { a href=(link.href()) { (say.text("nav-declaration")) } }
                            }
                            @if let Some(link) = &site.central.links.contact {
                                li { a href=(link.href()) { (say.text("nav-contact")) } }
                            }
                        }
                    }
                    p {
                        (say.text("fingerprint")) ": "
                        code { (site.central.manifest().digest().hex()) }
                    }
                }
            }
        }
    }
}

/// The page in the other languages.
fn languages(site: &Site<'_>) -> Markup {
    html! {
        nav class="languages" aria-label=(site.say.text("nav-language")) {
            ul {
                @for language in LANGUAGES {
                    li {
                        @if language == site.say.0 {
                            span aria-current="true" { (language.own_name()) }
                        } @else {
                            a href=(site.here(language)) lang=(language.code())
                                hreflang=(language.code()) { (language.own_name()) }
                        }
                    }
                }
            }
        }
    }
}

fn way(site: &Site<'_>, leaf: Leaf) -> Markup {
    let current = (site.leaf == Some(leaf)).then_some("page");
    html! {
        a href=(leaf.path(site.say.0)) aria-current=[current] { (site.say.text(leaf.name_key())) }
    }
}

/// Nothing is at this address.
pub fn lost(site: &Site<'_>) -> Markup {
    let say = site.say;
    let body = html! {
        h1 { (say.text("lost-title")) }
        p { (say.text("lost-what")) }
        ul {
            li { a href=(Leaf::Home.path(say.0)) { (say.text("nav-home")) } }
            li { a href=(Leaf::Ballot.path(say.0)) { (say.text("nav-ballot")) } }
        }
    };
    page(site, &say.text("lost-title"), &body)
}

/// The page cannot be made now. Needs nothing of the ledger, and no manifest.
pub fn trouble(language: Language) -> Markup {
    let say = Say(language);
    html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (say.text("trouble-title")) }
                link rel="stylesheet" href="/style.css";
            }
            body { main {
                h1 { (say.text("trouble-title")) }
                p { (say.text("trouble-what")) }
            } }
        }
    }
}

/// A table that may be wider than a phone: it scrolls by itself, also by the keyboard.
pub fn wide(name: &str, table: &Markup) -> Markup {
    html! { div class="wide" role="group" tabindex="0" aria-label=(name) { (table) } }
}

/// An address that is shown as it is.
pub fn outside(link: &Link) -> Markup {
    html! { a href=(link.href()) { (link.shown()) } }
}

/// A number that stands for itself, with what it is.
pub fn fact(name: &str, value: &str, about: Option<&str>) -> Markup {
    html! {
        div class="fact" {
            dt { (name) }
            dd { strong { (value) } @if let Some(about) = about { span { (about) } } }
        }
    }
}
