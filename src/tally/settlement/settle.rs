//! Finding the ballots to leave out.

use super::{Removal, Removed, SettledStation, Settlement};
use crate::authority::SettlementKeys;
use crate::ballot::Tracker;
use crate::batch::{BatchKind, Link};
use crate::consultation::{Duplicates, StationId, Within};
use crate::envelope::{Digest, Signed};
use crate::tally::TallyError;
use crate::tally::examine::{Examined, StationChain, Visit, visits};
use std::collections::BTreeMap;

/// Opens the links of people who appear more than once, applies the manifest's policy and signs
/// the result. Votes at equal hours are put in order by lot: ascending SHA-256 of the board's
/// root and the tracker.
pub fn settle(
    examined: &Examined,
    keys: &SettlementKeys,
) -> Result<Signed<Settlement>, TallyError> {
    let manifest = examined.manifest.value();
    if keys.registry.public() != manifest.commission.registry {
        return Err(TallyError::OtherKey("registry"));
    }
    if keys.settlement.recipient() != manifest.commission.settlement_recipient {
        return Err(TallyError::OtherKey("settlement"));
    }
    let people = visits(&examined.chains).ok_or(TallyError::NoPresence)?;
    let ballots: BTreeMap<Tracker, &StationId> = examined
        .ballots
        .iter()
        .map(|b| (b.tracker(), b.station()))
        .collect();
    let policy = manifest.consultation.duplicates.clone();
    let mut removed = BTreeMap::new();
    for visits in people.values().filter(|v| v.len() > 1) {
        let mut votes = Vec::with_capacity(visits.len());
        for visit in visits {
            votes.push((visit, tracker(visit, examined, keys, &ballots)?));
        }
        let root = examined.checkpoint.root;
        votes.sort_by_key(|(visit, tracker)| (visit.row.hour, tracker.map(|t| lot(&root, t))));
        for (tracker, reason) in left_out(&policy, votes.iter().map(|(_, t)| *t)) {
            if removed.insert(tracker, reason).is_some() {
                return Err(TallyError::SharedBallot(tracker));
            }
        }
    }
    let counted = ballots.len() as u64 - removed.len() as u64;
    Ok(keys.registry.sign(Settlement {
        fingerprint: examined.manifest.digest(),
        stations: stations(&examined.chains),
        checkpoint: examined.checkpoint_text.clone(),
        policy,
        removed: removed
            .into_iter()
            .map(|(tracker, reason)| Removed { tracker, reason })
            .collect(),
        counted,
    }))
}

/// The ballot of a visit; `None` for a paper vote.
fn tracker(
    visit: &Visit<'_>,
    examined: &Examined,
    keys: &SettlementKeys,
    ballots: &BTreeMap<Tracker, &StationId>,
) -> Result<Option<Tracker>, TallyError> {
    let station = &visit.chain.station;
    let Some(sealed) = &visit.row.link else {
        return Ok(None);
    };
    let bad = || TallyError::Link(station.clone());
    let link = Link::open(sealed, &keys.settlement).map_err(|_| bad())?;
    let fits = link.fingerprint == examined.manifest.digest()
        && link.station == *station
        && link.pseudonym == visit.row.pseudonym
        && ballots.get(&link.tracker) == Some(&station);
    if fits {
        Ok(Some(link.tracker))
    } else {
        Err(bad())
    }
}

/// Which of one person's votes, in their order, are left out. `None` stands for paper.
fn left_out(
    policy: &Duplicates,
    votes: impl Iterator<Item = Option<Tracker>>,
) -> Vec<(Tracker, Removal)> {
    let votes: Vec<Option<Tracker>> = votes.collect();
    let paper = votes.iter().any(Option::is_none);
    let sealed = votes.into_iter().flatten();
    if paper {
        return sealed.map(|t| (t, Removal::PaperVote)).collect();
    }
    match policy.within {
        Within::First => sealed.skip(1).map(|t| (t, Removal::LaterVote)).collect(),
        Within::None => sealed.map(|t| (t, Removal::RepeatedVote)).collect(),
    }
}

/// The lot among votes at equal hours; anyone can recompute it from the public board.
fn lot(root: &Digest, tracker: Tracker) -> Digest {
    Digest::of_parts("seggio/settlement-lot/1", &[&root.0, &tracker.0.0])
}

/// Where every chain stands, by station.
pub(super) fn stations(chains: &[StationChain]) -> Vec<SettledStation> {
    let mut stations: Vec<_> = chains
        .iter()
        .map(|c| SettledStation {
            station: c.station.clone(),
            head: c.head,
            presence: c.announced(BatchKind::Presence),
            ballots: c.announced(BatchKind::Ballots),
        })
        .collect();
    stations.sort_by(|a, b| a.station.cmp(&b.station));
    stations
}
