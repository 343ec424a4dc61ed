//! The board: how large it is, its last signed checkpoint, and how anyone checks it.

use super::{Site, layout};
use crate::board::checkpoint;
use crate::central::LedgerError;
use crate::consultation::ServerKeys;
use maud::{Markup, html};

pub fn page(site: &Site<'_>) -> Result<Markup, LedgerError> {
    let say = site.say;
    let note = site.central.checkpoint()?;
    let manifest = site.central.manifest();
    let server = &manifest.value().server;
    let leaves = checkpoint::open(&note, &server.board_origin, &server.board_key)?.size;
    let key = verifier_key(server);
    let body = html! {
        h1 { (say.text("nav-board")) }
        p class="lead" { (say.text("board-lead")) }
        dl class="facts" {
            (layout::fact(&say.text("board-size"), &say.number(leaves), Some(&say.text("board-size-what"))))
        }
        section aria-labelledby="checkpoint" {
            h2 id="checkpoint" { (say.text("board-checkpoint")) }
            p { (say.text("board-checkpoint-what")) }
            pre { (note) }
        }
        section aria-labelledby="compare" {
            h2 id="compare" { (say.text("board-compare")) }
            p { (say.text("board-compare-what")) }
            dl class="plain" {
                dt { (say.text("fingerprint")) }
                dd { code { (manifest.digest().hex()) } }
                @if let Some(key) = &key {
                    dt { (say.text("board-key")) }
                    dd { code { (key) } }
                }
            }
        }
        section aria-labelledby="check" {
            h2 id="check" { (say.text("board-check")) }
            p { (say.text("board-check-what")) }
            ul {
                li { a href="/v1/checkpoint" { "/v1/checkpoint" } " – " (say.text("board-file-checkpoint")) }
                li { code { "/tile/" } " – " (say.text("board-file-tiles")) }
                li { a href="/v1/manifest" { "/v1/manifest" } " – " (say.text("board-file-manifest")) }
            }
            p { (say.text("board-formats")) }
        }
    };
    Ok(layout::page(site, &say.text("nav-board"), &body))
}

/// The board's key as programs for transparency logs take it (C2SP signed-note); `None` if the
/// origin cannot name a key, which [`Central::open`](crate::central::Central::open) refuses.
fn verifier_key(server: &ServerKeys) -> Option<String> {
    let key = server.board_key.to_verifying_key().ok()?;
    Some(signed_note::new_ed25519_verifier_key(
        &server.board_origin,
        &key,
    ))
}
