//! The list of people who voted on the web, as the registry put it on the board.

use super::checklist::{Found, require};
use crate::batch::{Export, WebList, WebVoters};
use crate::consultation::Manifest;
use crate::envelope::{Digest, Signed};
use crate::identity::Pseudonym;
use std::collections::BTreeSet;

/// Who voted on the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Web {
    /// How many.
    pub voters: u64,
    /// Digest of the registry's signed list: a leaf of the board.
    pub list: Digest,
    /// Who; `None` in the public package.
    pub people: Option<BTreeSet<Pseudonym>>,
}

/// The list, if there is one: signed by the registry, of this consultation, and with the people
/// that it was signed for where they are here.
pub(super) fn web_list(export: &Export, manifest: &Signed<Manifest>) -> Found<Option<Web>> {
    let Some(sent) = &export.web_list else {
        return Ok((None, "no list of web voters".into()));
    };
    let registry = &manifest.value().commission.registry;
    let header: Signed<WebList> =
        Signed::open(&sent.header, registry).map_err(|e| e.to_string())?;
    require(header.value().fingerprint == manifest.digest(), || {
        "it is of another consultation".into()
    })?;
    let people = match &sent.list {
        None => None,
        Some(list) => {
            let web = WebVoters::join(&sent.header, list, registry).map_err(|e| e.to_string())?;
            Some(web.people().clone())
        }
    };
    let web = Web {
        voters: header.value().voters,
        list: header.digest(),
        people,
    };
    let detail = format!("{} web voters", web.voters);
    Ok((Some(web), detail))
}
