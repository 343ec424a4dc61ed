//! Checking a settlement against the export that it settles.

use super::settle::stations;
use super::{Removal, Removed, Settlement};
use crate::ballot::{SealedBallot, Tracker};
use crate::consultation::Within;
use crate::envelope::Signed;
use crate::tally::TallyError;
use crate::tally::examine::{Checklist, Examined, Found, require, visits};
use std::collections::{BTreeMap, BTreeSet};

/// A settlement of which every check held, with the export that it settles.
#[derive(Debug)]
pub struct OpenSettlement<'e> {
    pub(in crate::tally) examined: &'e Examined,
    pub(in crate::tally) signed: Signed<Settlement>,
}

impl<'e> OpenSettlement<'e> {
    /// What was settled.
    pub fn examined(&self) -> &'e Examined {
        self.examined
    }

    /// The settlement, as signed.
    pub fn signed(&self) -> &Signed<Settlement> {
        &self.signed
    }

    /// The ballots that are counted.
    pub fn counted(&self) -> impl Iterator<Item = &'e SealedBallot> {
        let removed: BTreeSet<Tracker> = self
            .signed
            .value()
            .removed
            .iter()
            .map(|r| r.tracker)
            .collect();
        let ballots = self.examined.ballots.iter();
        ballots.filter(move |b| !removed.contains(&b.tracker()))
    }
}

/// Opens a settlement file over an examined export: every check of it must hold.
pub fn open<'e>(examined: &'e Examined, bytes: &[u8]) -> Result<OpenSettlement<'e>, TallyError> {
    let mut silent = |_: &'static str| {};
    let mut list = Checklist::new(&mut silent);
    let run = |list: &mut Checklist<'_>| {
        let signed = list.check("settlement", || signature(examined, bytes))?;
        list.check("removed", || removed(examined, &signed))?;
        list.check("duplicates", || duplicates(examined, &signed))?;
        Some(signed)
    };
    match run(&mut list) {
        Some(signed) => Ok(OpenSettlement { examined, signed }),
        None => Err(list.failure()),
    }
}

/// The registry's signature, and that it settles this very export by the manifest's policy.
pub(in crate::tally) fn signature(examined: &Examined, bytes: &[u8]) -> Found<Signed<Settlement>> {
    let manifest = examined.manifest.value();
    let signed: Signed<Settlement> =
        Signed::open(bytes, &manifest.commission.registry).map_err(|e| e.to_string())?;
    let s = signed.value();
    require(s.fingerprint == examined.manifest.digest(), || {
        "of another consultation".into()
    })?;
    require(s.stations == stations(&examined.chains), || {
        "the stations have sent something else than what was settled".into()
    })?;
    require(s.checkpoint == examined.checkpoint_text, || {
        "the board is not the one that was settled".into()
    })?;
    require(s.policy == manifest.consultation.duplicates, || {
        "not the policy of the manifest".into()
    })?;
    let detail = format!("{}", signed.digest());
    Ok((signed, detail))
}

/// Removed ballots exist, in order, each once, for a reason that the policy knows; counted =
/// ballots - removed.
pub(in crate::tally) fn removed(examined: &Examined, signed: &Signed<Settlement>) -> Found<()> {
    let s = signed.value();
    let rising = s.removed.is_sorted_by(|a, b| a.tracker < b.tracker);
    require(rising, || "the removed ballots are not in order".into())?;
    let ballots: BTreeSet<Tracker> = examined.ballots.iter().map(SealedBallot::tracker).collect();
    for Removed { tracker, reason } in &s.removed {
        require(ballots.contains(tracker), || {
            format!("{tracker} is not a ballot")
        })?;
        let known = match reason {
            Removal::LaterVote => s.policy.within == Within::First,
            Removal::RepeatedVote => s.policy.within == Within::None,
            Removal::PaperVote => true,
        };
        require(known, || {
            format!("{tracker}: the policy knows no such reason")
        })?;
    }
    let (all, out) = (ballots.len() as u64, s.removed.len() as u64);
    require(all.checked_sub(out) == Some(s.counted), || {
        format!("{all} ballots, {out} removed, but {} counted", s.counted)
    })?;
    Ok(((), format!("{out} removed of {all}, {} counted", s.counted)))
}

/// Where the people who voted are known: as many ballots are removed, for each reason, as the
/// policy asks for.
pub(in crate::tally) fn duplicates(examined: &Examined, signed: &Signed<Settlement>) -> Found<()> {
    let s = signed.value();
    let Some(people) = visits(&examined.chains) else {
        return Ok(((), "not public: the trustees checked it".into()));
    };
    let mut expected: BTreeMap<Removal, usize> = BTreeMap::new();
    for visits in people.values().filter(|v| v.len() > 1) {
        let sealed = visits.iter().filter(|v| v.row.link.is_some()).count();
        let (reason, out) = match s.policy.within {
            _ if sealed < visits.len() => (Removal::PaperVote, sealed),
            Within::First => (Removal::LaterVote, sealed - 1),
            Within::None => (Removal::RepeatedVote, sealed),
        };
        *expected.entry(reason).or_default() += out;
    }
    expected.retain(|_, out| *out > 0);
    let mut found: BTreeMap<Removal, usize> = BTreeMap::new();
    for r in &s.removed {
        *found.entry(r.reason).or_default() += 1;
    }
    require(found == expected, || {
        format!("removed {found:?}, the people who voted twice ask for {expected:?}")
    })?;
    Ok(((), String::new()))
}
