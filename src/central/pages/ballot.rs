//! Whether a ballot is on the board, and the proof to take away.
//!
//! Invariants: the ledger is asked for nothing but the code, and nothing is written down; what is
//! shown of a ballot is its name and its place, never who, where or what. A proof that is given
//! holds: it is checked before.

use super::{Leaf, Site, layout};
use crate::ballot::Tracker;
use crate::batch::BatchKind;
use crate::board::{self, checkpoint};
use crate::central::ledger::KnownBallot;
use crate::central::{Central, LedgerError};
use crate::envelope::Digest;
use data_encoding::BASE64;
use maud::{Markup, html};

/// Nobody writes more than this; the link on a slip is shorter.
const LONGEST: usize = 300;

/// The code in what was typed: the code itself, or the whole link of a slip.
fn code_in(typed: &str) -> Option<[u8; 10]> {
    if typed.len() > LONGEST {
        return None;
    }
    let typed = typed.trim();
    let typed = typed.split('#').next().unwrap_or_default();
    let code = match typed.rfind("/T/").or_else(|| typed.rfind("/t/")) {
        Some(at) => &typed[at + 3..],
        None => typed,
    };
    // The whole name, as this site shows it too.
    if let Some(whole) = Digest::from_hex(code.trim()) {
        return whole.0.first_chunk().copied();
    }
    Tracker::prefix_of(code)
}

/// A code as it stands on the slip.
fn short(prefix: [u8; 10]) -> String {
    let mut digest = [0; 32];
    digest[..10].copy_from_slice(&prefix);
    Tracker(Digest(digest)).short()
}

/// What was typed, as the query of an address; `None` for nothing. What is no code is kept as far
/// as it has signs of codes, so that it can be shown and mended.
pub fn query(typed: &str) -> Option<String> {
    if let Some(prefix) = code_in(typed) {
        return Some(format!("code={}", short(prefix)));
    }
    let plain = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
    let rest: String = typed.chars().filter(plain).take(40).collect();
    (!typed.trim().is_empty()).then(|| format!("code={rest}"))
}

/// What is known of a code.
enum Answer {
    /// Nothing was asked.
    Nothing,
    /// Not a code.
    NoCode,
    /// A code that the server does not know.
    Unknown,
    /// One ballot; by a chance of one in 2^80 more than one.
    Known(Vec<Found>),
}

/// A ballot that the server knows.
struct Found {
    ballot: KnownBallot,
    /// Why the count left it out, once it is published.
    removed: Option<String>,
}

pub fn page(site: &Site<'_>) -> Result<Markup, LedgerError> {
    let say = site.say;
    let typed = site.code.trim();
    let (answer, leaves) = look_up(site, typed)?;
    let title = match &answer {
        Answer::Nothing => say.text("ballot-title"),
        Answer::NoCode => say.text("ballot-no-code"),
        Answer::Unknown => say.text("ballot-unknown"),
        Answer::Known(all) => say.text(all.first().map_or("ballot-unknown", |b| b.title(leaves))),
    };
    let wrong = matches!(answer, Answer::NoCode);
    let value: String = code_in(typed).map_or_else(|| typed.chars().take(40).collect(), short);
    let body = html! {
        h1 { (say.text("ballot-title")) }
        @match &answer {
            Answer::Nothing => { p class="lead" { (say.text("ballot-lead")) } }
            Answer::NoCode => {}
            Answer::Unknown => { (unknown(site, &value)?) }
            Answer::Known(all) => { @for found in all { (known(site, found, leaves)) } }
        }
        form class="look-up" method="get" action=(Leaf::Ballot.path(say.0)) {
            label for="code" { (say.text("ballot-label")) }
            p id="code-hint" { (say.text("ballot-hint")) }
            @if wrong {
                p id="code-wrong" class="wrong" { strong { (say.text("ballot-no-code")) } " " (say.text("ballot-no-code-what")) }
            }
            div class="row" {
                input id="code" name="code" type="text" value=(value) maxlength=(LONGEST)
                    autocomplete="off" autocapitalize="characters" spellcheck="false"
                    aria-describedby=(if wrong { "code-wrong code-hint" } else { "code-hint" })
                    aria-invalid=[wrong.then_some("true")];
                button type="submit" { (say.text("ballot-look")) }
            }
        }
        section aria-labelledby="means" {
            h2 id="means" { (say.text("means-title")) }
            ul {
                li { (say.text("means-proves")) }
                li { (say.text("means-never")) }
                li { (say.text("means-whose")) }
                li { (say.text("means-kept")) }
            }
        }
    };
    Ok(layout::page(site, &title, &body))
}

/// What is known of a code, and how many leaves the signed board has.
fn look_up(site: &Site<'_>, typed: &str) -> Result<(Answer, u64), LedgerError> {
    if typed.is_empty() {
        return Ok((Answer::Nothing, 0));
    }
    let Some(prefix) = code_in(typed) else {
        return Ok((Answer::NoCode, 0));
    };
    let page = site.central.ledger().read()?;
    let ballots = page.ballots_named(prefix)?;
    if ballots.is_empty() {
        return Ok((Answer::Unknown, 0));
    }
    let leaves = signed_size(site.central, &page.checkpoint()?.unwrap_or_default())?;
    drop(page);
    let summary = site.kept.summary(site.central)?;
    let found = ballots.into_iter().map(|ballot| {
        let name = ballot.tracker.0.hex();
        let removed = summary.as_ref().and_then(|s| {
            let removed = s.removed.iter().find(|r| r.tracker == name);
            removed.map(|r| r.reason.clone())
        });
        Found { ballot, removed }
    });
    Ok((Answer::Known(found.collect()), leaves))
}

fn signed_size(central: &Central, note: &str) -> Result<u64, LedgerError> {
    let server = &central.manifest().value().server;
    Ok(checkpoint::open(note, &server.board_origin, &server.board_key)?.size)
}

impl Found {
    /// Its place, if the signed board has it.
    fn place(&self, leaves: u64) -> Option<u64> {
        self.ballot.index.filter(|i| *i < leaves)
    }

    fn title(&self, leaves: u64) -> &'static str {
        match self.ballot.kind {
            BatchKind::Openings => "ballot-opened",
            _ if self.removed.is_some() => "ballot-removed",
            _ if self.place(leaves).is_some() => "ballot-there",
            _ => "ballot-received",
        }
    }
}

fn known(site: &Site<'_>, found: &Found, leaves: u64) -> Markup {
    let say = site.say;
    let title = found.title(leaves);
    let tracker = found.ballot.tracker;
    html! {
        section class="box" aria-labelledby="found" {
            h2 id="found" { (say.text(title)) }
            p class="code" { (tracker.short()) }
            p { (say.text(&format!("{title}-what"))) }
            @if let Some(reason) = &found.removed {
                p { (say.text(&format!("removed-{reason}"))) }
            }
            @if let Some(index) = found.place(leaves) {
                p { (say.with("ballot-place", &[
                    ("place", say.number(index + 1).into()),
                    ("size", say.number(leaves).into()),
                ])) }
                p {
                    a class="button" href=(format!("/t/{}/proof?leaf={index}", tracker.short())) download {
                        (say.text("ballot-proof"))
                    }
                }
                p class="small" { (say.text("ballot-proof-what")) }
                details {
                    summary { (say.text("ballot-whole")) }
                    p { code { (tracker.0.hex()) } }
                }
            }
        }
    }
}

fn unknown(site: &Site<'_>, code: &str) -> Result<Markup, LedgerError> {
    let say = site.say;
    let consultation = &site.central.manifest().value().consultation;
    let published = site.kept.summary(site.central)?.is_some();
    let who = consultation.authority.as_str();
    Ok(html! {
        section class="box" aria-labelledby="found" {
            h2 id="found" { (say.text("ballot-unknown")) }
            p class="code" { (code) }
            @if published {
                p { (say.text("ballot-unknown-after")) }
            } @else {
                p { (say.text("ballot-unknown-why")) }
            }
            ul {
                li { (say.text("ballot-unknown-compare")) }
                @if !published { li { (say.text("ballot-unknown-later")) } }
                li {
                    (say.with("ballot-unknown-ask", &[("who", who.into())]))
                    @if let Some(link) = &site.central.links.contact { " " (layout::outside(link)) }
                }
            }
        }
    })
}

/// The proof that a ballot is on the board as it was last signed, as C2SP `tlog-proof` has it, with
/// the name of the file. The extra line holds the leaf, of which a slip has only the beginning.
///
/// `leaf` chooses among ballots with the same short name; `None` takes the first.
pub fn proof(
    central: &Central,
    code: &str,
    leaf: Option<u64>,
) -> Result<Option<(String, String)>, LedgerError> {
    let Some(prefix) = code_in(code) else {
        return Ok(None);
    };
    let page = central.ledger().read()?;
    let note = page.checkpoint()?.unwrap_or_default();
    let server = &central.manifest().value().server;
    let board = checkpoint::open(&note, &server.board_origin, &server.board_key)?;
    let ballots = page.ballots_named(prefix)?;
    let placed = ballots.into_iter().find_map(|ballot| {
        let index = ballot.index.filter(|i| *i < board.size)?;
        (leaf.is_none() || leaf == Some(index)).then_some((ballot.tracker, index))
    });
    let Some((tracker, index)) = placed else {
        return Ok(None);
    };
    let path = board::inclusion_of(&page, board.size, index)?;
    board::check_inclusion(&board, index, &tracker.0, &path)?;
    let mut text = format!(
        "c2sp.org/tlog-proof@v1\nextra {}\nindex {index}\n",
        BASE64.encode(&tracker.0.0)
    );
    for hash in path {
        text.push_str(&BASE64.encode(&hash.0));
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&note);
    Ok(Some((format!("{}.tlog-proof", tracker.short()), text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_in_what_people_paste() {
        let tracker = Tracker::of(b"scheda");
        let (short, prefix) = (tracker.short(), tracker.0.0[..10].try_into().unwrap());
        for typed in [
            short.clone(),
            format!("HTTPS://CENTRALE.EXAMPLE.IT/T/{short}"),
            format!("https://centrale.example.it/t/{short}#c2lnbmF0dXJl"),
            format!(" {} ", short.to_lowercase()),
            tracker.0.hex(),
            tracker.0.hex().to_uppercase(),
        ] {
            assert_eq!(code_in(&typed), Some(prefix), "{typed}");
            assert_eq!(query(&typed), Some(format!("code={short}")));
        }
        assert_eq!(code_in(&"0".repeat(LONGEST + 1)), None);
        assert_eq!(query("  "), None);
        let written = query("abc\r\nLocation: http://x/<b>&code=1").unwrap();
        assert_eq!(written, "code=abcLocationhttpxbcode1");
    }
}
