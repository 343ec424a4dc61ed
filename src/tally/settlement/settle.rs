//! Finding the ballots to leave out.

use super::policy::{LeftOut, Votes};
use super::{Approved, Removal, Removed, SettledStation, SettledWeb, Settlement};
use crate::authority::SettlementKeys;
use crate::ballot::Tracker;
use crate::batch::{BatchKind, Link, Minutes};
use crate::consultation::StationId;
use crate::envelope::{Digest, Signed};
use crate::identity::Pseudonym;
use crate::tally::TallyError;
use crate::tally::examine::{Examined, StationChain, Visit, sum_of_minutes, visits};
use minicbor::bytes::ByteVec;
use std::collections::BTreeMap;

/// What the registry gets: the settlement for everyone, and for itself the people whose web vote
/// does not count.
#[derive(Debug)]
pub struct Settled {
    /// Signed by the registry, then by the commission.
    pub signed: Signed<Approved>,
    /// People to take off the web count.
    pub dropped: Vec<Pseudonym>,
    /// People who voted on paper more than once: it cannot be taken back.
    pub twice_on_paper: usize,
}

/// Opens the links of people whose ballots the manifest's policy leaves out, and signs the result.
/// Votes at equal hours are put in order by lot: ascending SHA-256 of the board's root and the
/// tracker.
pub fn settle(examined: &Examined, keys: &SettlementKeys) -> Result<Settled, TallyError> {
    let manifest = examined.manifest.value();
    if keys.registry.public() != manifest.commission.registry {
        return Err(TallyError::OtherKey("registry"));
    }
    if keys.authority.public() != manifest.commission.authority {
        return Err(TallyError::OtherKey("commission"));
    }
    if keys.settlement.recipient() != manifest.commission.settlement_recipient {
        return Err(TallyError::OtherKey("settlement"));
    }
    let people = people(examined)?;
    let ballots: BTreeMap<Tracker, &StationId> = examined
        .ballots
        .iter()
        .map(|b| (b.tracker(), b.station()))
        .collect();
    let policy = manifest.consultation.duplicates.clone();
    let (mut removed, mut dropped) = (BTreeMap::new(), Vec::new());
    for (person, (votes, visits)) in &people {
        let (out, drop_web) = votes.settle(&policy);
        if drop_web {
            dropped.push(*person);
        }
        if out == LeftOut::Nothing {
            continue;
        }
        let mut sealed = Vec::with_capacity(votes.sealed);
        for visit in visits {
            if let Some(tracker) = tracker(visit, examined, keys, &ballots)? {
                sealed.push((visit.row.hour, tracker));
            }
        }
        let root = examined.checkpoint.root;
        sealed.sort_by_key(|(hour, tracker)| (*hour, lot(&root, *tracker)));
        let (skip, reason) = match out {
            LeftOut::All(reason) => (0, reason),
            _ => (1, Removal::LaterVote),
        };
        for (_, tracker) in sealed.into_iter().skip(skip) {
            if removed.insert(tracker, reason).is_some() {
                return Err(TallyError::SharedBallot(tracker));
            }
        }
    }
    let removed: Vec<Removed> = removed
        .into_iter()
        .map(|(tracker, reason)| Removed { tracker, reason })
        .collect();
    let settlement = keys.registry.sign(Settlement {
        fingerprint: examined.manifest.digest(),
        stations: stations(examined, &removed),
        checkpoint: examined.checkpoint_text.clone(),
        policy,
        counted: (ballots.len() - removed.len()) as u64,
        removed,
        web: examined.web.as_ref().map(|web| SettledWeb {
            list: web.list,
            voters: web.voters,
            dropped: dropped.len() as u64,
        }),
    });
    let signed = keys.authority.sign(Approved {
        settlement: ByteVec::from(settlement.bytes().to_vec()),
    });
    let paper = |visits: &[Visit<'_>]| visits.iter().filter(|v| v.row.link.is_none()).count();
    let twice_on_paper = people.values().filter(|(_, v)| paper(v) > 1).count();
    Ok(Settled {
        signed,
        dropped,
        twice_on_paper,
    })
}

/// Everyone who voted, in person or on the web: how, and the visits.
pub(super) type People<'a> = BTreeMap<Pseudonym, (Votes, Vec<Visit<'a>>)>;

/// An error where an export does not hold them.
pub(super) fn people(examined: &Examined) -> Result<People<'_>, TallyError> {
    let visits = visits(&examined.chains).ok_or(TallyError::NoPresence)?;
    let mut people: People<'_> = visits
        .into_iter()
        .map(|(person, visits)| {
            let sealed = visits.iter().filter(|v| v.row.link.is_some()).count();
            let votes = Votes {
                sealed,
                paper: sealed < visits.len(),
                web: false,
            };
            (person, (votes, visits))
        })
        .collect();
    if let Some(web) = &examined.web {
        for person in web.people.as_ref().ok_or(TallyError::NoPresence)? {
            let nobody = Votes {
                sealed: 0,
                paper: false,
                web: false,
            };
            let (votes, _) = people.entry(*person).or_insert((nobody, Vec::new()));
            votes.web = true;
        }
    }
    Ok(people)
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

/// The lot among votes at equal hours; anyone can recompute it from the public board.
fn lot(root: &Digest, tracker: Tracker) -> Digest {
    Digest::of_parts("seggio/settlement-lot/1", &[&root.0, &tracker.0.0])
}

/// Where every chain stands, by station, and what is left out of it.
pub(in crate::tally) fn stations(examined: &Examined, removed: &[Removed]) -> Vec<SettledStation> {
    let station_of: BTreeMap<Tracker, &StationId> = examined
        .ballots
        .iter()
        .map(|b| (b.tracker(), b.station()))
        .collect();
    let of = |chain: &StationChain| {
        let out = removed
            .iter()
            .filter(|r| station_of.get(&r.tracker) == Some(&&chain.station));
        let mut by_reason: BTreeMap<Removal, u64> = BTreeMap::new();
        for r in out {
            *by_reason.entry(r.reason).or_default() += 1;
        }
        SettledStation {
            station: chain.station.clone(),
            head: chain.head,
            presence: chain.announced(BatchKind::Presence),
            ballots: chain.announced(BatchKind::Ballots),
            paper: sum_of_minutes(chain, |m: &Minutes| m.counts.paper),
            removed: by_reason.into_iter().collect(),
        }
    };
    let mut stations: Vec<_> = examined.chains.iter().map(of).collect();
    stations.sort_by(|a, b| a.station.cmp(&b.station));
    stations
}
