//! The people who voted, where the export holds them: what the registry and the trustees see,
//! and the public package does not.

use super::chains::StationChain;
use super::checklist::{Found, require};
use crate::batch::{PresenceRow, Rows};
use crate::identity::Pseudonym;
use std::collections::BTreeMap;

/// A person's visit: where, and the row.
#[derive(Debug, Clone, Copy)]
pub struct Visit<'a> {
    /// The station.
    pub chain: &'a StationChain,
    /// What it wrote.
    pub row: &'a PresenceRow,
}

/// All visits, by person; `None` if a presence body is not here.
pub fn visits(chains: &[StationChain]) -> Option<BTreeMap<Pseudonym, Vec<Visit<'_>>>> {
    let mut people: BTreeMap<Pseudonym, Vec<Visit<'_>>> = BTreeMap::new();
    for chain in chains {
        for (header, rows) in chain.batches() {
            match rows {
                Some(Rows::Presence(rows)) => {
                    for row in rows {
                        let visits = people.entry(row.pseudonym).or_default();
                        visits.push(Visit { chain, row });
                    }
                }
                None if header.kind == crate::batch::BatchKind::Presence => return None,
                _ => {}
            }
        }
    }
    Some(people)
}

/// For every closed station: as many sealed links as ballots. In an open one ballots may still be
/// waiting to leave, but none may be there without its link; the missing closing is named by its
/// own check.
pub(super) fn links(chains: &[StationChain]) -> Found<()> {
    if visits(chains).is_none() {
        return Ok(((), "not public: see counts".into()));
    }
    for chain in chains {
        let (mut links, mut ballots) = (0, 0);
        // Ballots that were sealed from paper have no link.
        let from_paper: u64 = super::minutes::sum(chain, crate::batch::Minutes::paper_sealed);
        for (_, rows) in chain.batches() {
            match rows {
                Some(Rows::Presence(rows)) => {
                    links += rows.iter().filter(|r| r.link.is_some()).count() as u64;
                }
                Some(Rows::Ballots(rows)) => ballots += rows.len() as u64,
                _ => {}
            }
        }
        let expected = u64::saturating_add(links, from_paper);
        let fits = expected == ballots || (!chain.closed() && expected > ballots);
        require(fits, || {
            format!("{}: {links} links for {ballots} ballots", chain.station)
        })?;
    }
    Ok(((), String::new()))
}
