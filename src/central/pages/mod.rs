//! The public pages: what any citizen opens on a phone.
//!
//! Server-rendered, without scripts, in Italian and English, under `/it/` and `/en/`.
//!
//! | page | holds |
//! |---|---|
//! | `/it/` | the consultation: what, who, when, where, by which rules |
//! | `/it/turnout` | how many voted, in steps where a count is small |
//! | `/it/ballot?code=` | whether a ballot is on the board; `/t/CODE`, the QR's link, leads here |
//! | `/it/results` | nothing before publication; then totals, projects, package |
//! | `/it/board` | the board's size and checkpoint, how to check it |
//! | `/it/data` | open data: `/data/NAME.csv`, `/data/NAME.json`, the dictionary |
//!
//! Invariants: a page is made from what is public: the manifest, the board, figures in which small
//! counts are not told ([`withheld`]), and after the count the package. Whatever comes from outside is
//! escaped by the templates. A look-up is neither kept nor cached nor indexed, and leaks to nobody
//! as a referrer.

mod about;
mod answer;
mod ballot;
mod board;
mod data;
mod dictionary;
mod figures;
mod home;
mod indicators;
mod kept;
mod layout;
mod question;
mod results;
mod rules;
mod say;
mod sheet;
mod svg;
#[cfg(test)]
mod tests;
mod turnout;
mod withheld;

use super::Central;
use super::http::answer::blocking;
use crate::consultation::Mode;
use crate::i18n::Language;
use answer::{cached, found_elsewhere, private};
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use kept::Kept;
use maud::Markup;
use say::{LANGUAGES, Say};
use serde::Deserialize;
use std::sync::Arc;

/// Colours, sizes, nothing else.
const STYLE: &str = include_str!("style.css");

/// A page of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaf {
    Home,
    Turnout,
    Ballot,
    Results,
    Board,
    Data,
    Accessibility,
    Privacy,
}

impl Leaf {
    const ALL: [Self; 8] = [
        Self::Home,
        Self::Turnout,
        Self::Ballot,
        Self::Results,
        Self::Board,
        Self::Data,
        Self::Accessibility,
        Self::Privacy,
    ];

    /// The last part of its address.
    fn slug(self) -> &'static str {
        match self {
            Self::Home => "",
            Self::Turnout => "turnout",
            Self::Ballot => "ballot",
            Self::Results => "results",
            Self::Board => "board",
            Self::Data => "data",
            Self::Accessibility => "accessibility",
            Self::Privacy => "privacy",
        }
    }

    /// The key of its name in the ways through the site.
    fn name_key(self) -> &'static str {
        match self {
            Self::Home => "nav-home",
            Self::Turnout => "nav-turnout",
            Self::Ballot => "nav-ballot",
            Self::Results => "nav-results",
            Self::Board => "nav-board",
            Self::Data => "nav-data",
            Self::Accessibility => "nav-accessibility",
            Self::Privacy => "nav-privacy",
        }
    }

    fn path(self, language: Language) -> String {
        format!("/{}/{}", language.code(), self.slug())
    }

    /// Whether it is about one person's ballot.
    fn is_private(self) -> bool {
        self == Self::Ballot
    }
}

/// What a page is made from.
struct Site<'a> {
    central: &'a Central,
    kept: &'a Kept,
    say: Say,
    /// `None` for what is at no address.
    leaf: Option<Leaf>,
    /// What was typed into the look-up.
    code: &'a str,
}

impl Site<'_> {
    /// This page in another language.
    fn here(&self, language: Language) -> String {
        let path = self.leaf.unwrap_or(Leaf::Home).path(language);
        match ballot::query(self.code) {
            Some(query) if self.leaf == Some(Leaf::Ballot) => format!("{path}?{query}"),
            _ => path,
        }
    }
}

pub fn router() -> Router<Arc<Central>> {
    router_with(Kept::default())
}

fn router_with(kept: Kept) -> Router<Arc<Central>> {
    let mut router = Router::new()
        .route("/", get(welcome))
        .route("/style.css", get(style))
        .route("/t/{code}", get(by_link))
        .route("/T/{code}", get(by_link))
        .route("/t/{code}/proof", get(proof))
        .route("/data/package.zip", get(package))
        .route("/data/verify.py", get(verifier))
        .route("/data/{file}", get(data_file));
    for language in LANGUAGES {
        let code = language.code();
        for leaf in Leaf::ALL {
            let at = Extension(At { language, leaf });
            router = router.route(&leaf.path(language), get(show).layer(at));
        }
        router = router
            .route(&format!("/{code}"), get(async move || front_door(language)))
            .route(&format!("/{code}/{{*rest}}"), get(nowhere));
    }
    router.layer(Extension(Arc::new(kept)))
}

/// Which page, in which language.
#[derive(Debug, Clone, Copy)]
struct At {
    language: Language,
    leaf: Leaf,
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    code: String,
    leaf: Option<u64>,
}

fn language_of(headers: &HeaderMap) -> Language {
    let asked = headers.get(header::ACCEPT_LANGUAGE);
    say::wanted(asked.and_then(|h| h.to_str().ok()).unwrap_or_default())
}

/// The second verifier, which anybody may read.
const VERIFIER: &str = include_str!("../../../docs/verify.py");

async fn verifier() -> Response {
    cached(answer::file(
        "verify.py",
        "text/x-python; charset=utf-8",
        VERIFIER,
    ))
}

/// An address without its last sign.
fn front_door(language: Language) -> Response {
    found_elsewhere(&Leaf::Home.path(language))
}

/// The browser's language chooses the page.
async fn welcome(headers: HeaderMap) -> Response {
    found_elsewhere(&Leaf::Home.path(language_of(&headers)))
}

/// What the QR code of a slip leads to.
async fn by_link(headers: HeaderMap, code: Given) -> Response {
    let path = Leaf::Ballot.path(language_of(&headers));
    match ballot::query(&given(code)) {
        Some(query) => private(found_elsewhere(&format!("{path}?{query}"))),
        None => private(found_elsewhere(&path)),
    }
}

/// Part of an address.
type Given = Result<Path<String>, PathRejection>;

/// What does not decode is nothing that is here.
fn given(part: Given) -> String {
    part.map(|Path(text)| text).unwrap_or_default()
}

async fn style() -> Response {
    let kind = [(header::CONTENT_TYPE, "text/css; charset=utf-8")];
    cached((kind, STYLE).into_response())
}

async fn show(
    State(central): State<Arc<Central>>,
    Extension(kept): Extension<Arc<Kept>>,
    Extension(at): Extension<At>,
    query: Result<Query<Asked>, QueryRejection>,
) -> Response {
    let asked = query.map(|Query(asked)| asked).unwrap_or_default();
    let made = blocking(move || {
        let site = Site {
            central: &central,
            kept: &kept,
            say: Say(at.language),
            leaf: Some(at.leaf),
            code: &asked.code,
        };
        Ok(match at.leaf {
            Leaf::Home => home::page(&site)?,
            Leaf::Turnout => turnout::page(&site)?,
            Leaf::Ballot => ballot::page(&site)?,
            Leaf::Results => results::page(&site)?,
            Leaf::Board => board::page(&site)?,
            Leaf::Data => data::page(&site)?,
            Leaf::Accessibility => about::accessibility(&site),
            Leaf::Privacy => about::privacy(&site),
        })
    });
    match made.await {
        Ok(page) if at.leaf.is_private() => private(html(&page)),
        Ok(page) => cached(html(&page)),
        Err(_) => unavailable(at.language),
    }
}

/// A page that is at no address, in the language of the address.
async fn nowhere(
    State(central): State<Arc<Central>>,
    Extension(kept): Extension<Arc<Kept>>,
    uri: axum::http::Uri,
) -> Response {
    let code = uri.path().get(1..3).unwrap_or_default();
    let language = Language::from_code(code).unwrap_or(Language::It);
    not_found(&central, &kept, language)
}

fn not_found(central: &Central, kept: &Kept, language: Language) -> Response {
    let site = Site {
        central,
        kept,
        say: Say(language),
        leaf: None,
        code: "",
    };
    (StatusCode::NOT_FOUND, private(html(&layout::lost(&site)))).into_response()
}

/// A page for a browser that asks for an address where nothing is; `None` for other programs.
pub fn lost(central: &Central, headers: &HeaderMap) -> Option<Response> {
    let accepts = headers.get(header::ACCEPT)?.to_str().ok()?;
    let browser = accepts
        .split(',')
        .any(|part| part.trim().starts_with("text/html"));
    browser.then(|| not_found(central, &Kept::default(), language_of(headers)))
}

/// The proof that a leaf is on the board, for other programs.
async fn proof(
    State(central): State<Arc<Central>>,
    Extension(kept): Extension<Arc<Kept>>,
    headers: HeaderMap,
    code: Given,
    query: Result<Query<Asked>, QueryRejection>,
) -> Response {
    let language = language_of(&headers);
    let leaf = query.ok().and_then(|Query(asked)| asked.leaf);
    let (for_it, code) = (Arc::clone(&central), given(code));
    match blocking(move || Ok(ballot::proof(&for_it, &code, leaf)?)).await {
        Ok(Some((name, text))) => private(answer::file(&name, "text/plain; charset=utf-8", text)),
        Ok(None) => not_found(&central, &kept, language),
        Err(_) => unavailable(language),
    }
}

async fn data_file(
    State(central): State<Arc<Central>>,
    Extension(kept): Extension<Arc<Kept>>,
    headers: HeaderMap,
    name: Given,
) -> Response {
    let (language, name) = (language_of(&headers), given(name));
    let (for_it, kept_too) = (Arc::clone(&central), Arc::clone(&kept));
    match blocking(move || Ok(data::file(&for_it, &kept_too, &name)?.map(|f| (name, f)))).await {
        Ok(Some((name, (kind, text)))) => {
            // What is made up says so where it goes.
            let training = central.manifest().value().mode == Mode::Training;
            let name = if training {
                format!("PROVA-{name}")
            } else {
                name
            };
            cached(answer::file(&name, kind, text))
        }
        Ok(None) => not_found(&central, &kept, language),
        Err(_) => unavailable(language),
    }
}

async fn package(
    State(central): State<Arc<Central>>,
    Extension(kept): Extension<Arc<Kept>>,
    headers: HeaderMap,
) -> Response {
    let language = language_of(&headers);
    let (for_it, kept_too) = (Arc::clone(&central), Arc::clone(&kept));
    match blocking(move || Ok(kept_too.package(&for_it)?)).await {
        Ok(Some(bytes)) => cached(answer::file("package.zip", "application/zip", bytes)),
        Ok(None) => not_found(&central, &kept, language),
        Err(_) => unavailable(language),
    }
}

fn html(page: &Markup) -> Response {
    answer::html(page)
}

fn unavailable(language: Language) -> Response {
    let page = html(&layout::trouble(language));
    let again = [(header::RETRY_AFTER, "30")];
    (StatusCode::SERVICE_UNAVAILABLE, again, private(page)).into_response()
}
