//! Checking a settlement against the export that it settles.

use super::policy::LeftOut;
use super::settle::{People, people, stations};
use super::{Approved, Removal, Removed, Settlement};
use crate::ballot::{SealedBallot, Tracker};
use crate::consultation::{Channel, StationId, Within};
use crate::envelope::Signed;
use crate::tally::TallyError;
use crate::tally::examine::{Checklist, Examined, Found, StationChain, require, visits};
use std::collections::{BTreeMap, BTreeSet};

/// A settlement of which every check held, with the export that it settles.
#[derive(Debug)]
pub struct OpenSettlement<'e> {
    examined: &'e Examined,
    signed: Signed<Approved>,
    settlement: Settlement,
}

impl<'e> OpenSettlement<'e> {
    /// Joins what the checks gave.
    pub(in crate::tally) fn new(
        examined: &'e Examined,
        (signed, settlement): (Signed<Approved>, Settlement),
    ) -> Self {
        Self {
            examined,
            signed,
            settlement,
        }
    }

    /// The export that was settled.
    pub fn examined(&self) -> &'e Examined {
        self.examined
    }

    /// The settlement, as registry and commission signed it.
    pub fn signed(&self) -> &Signed<Approved> {
        &self.signed
    }

    /// What was settled.
    pub fn settlement(&self) -> &Settlement {
        &self.settlement
    }

    /// The ballots that are counted.
    pub fn counted(&self) -> impl Iterator<Item = &'e SealedBallot> {
        let removed: BTreeSet<Tracker> =
            self.settlement.removed.iter().map(|r| r.tracker).collect();
        let ballots = self.examined.ballots.iter();
        ballots.filter(move |b| !removed.contains(&b.tracker()))
    }
}

/// Opens a settlement file over an examined export: every check of it must hold.
pub fn open<'e>(examined: &'e Examined, bytes: &[u8]) -> Result<OpenSettlement<'e>, TallyError> {
    let mut silent = |_: &'static str| {};
    let mut list = Checklist::new(&mut silent);
    let run = |list: &mut Checklist<'_>| {
        let both = list.check("settlement", || signature(examined, bytes))?;
        list.check("removed", || removed(examined, &both.1))?;
        list.check("duplicates", || duplicates(examined, &both.1))?;
        Some(both)
    };
    match run(&mut list) {
        Some(both) => Ok(OpenSettlement::new(examined, both)),
        None => Err(list.failure()),
    }
}

/// Both signatures, and that it settles this very export by the manifest's policy.
pub(in crate::tally) fn signature(
    examined: &Examined,
    bytes: &[u8],
) -> Found<(Signed<Approved>, Settlement)> {
    let manifest = examined.manifest.value();
    let commission = &manifest.commission;
    let approved: Signed<Approved> = Signed::open(bytes, &commission.authority)
        .map_err(|e| format!("the commission's signature: {e}"))?;
    let signed: Signed<Settlement> =
        Signed::open(&approved.value().settlement, &commission.registry)
            .map_err(|e| format!("the registry's signature: {e}"))?;
    let s = signed.value().clone();
    require(s.fingerprint == examined.manifest.digest(), || {
        "of another consultation".into()
    })?;
    require(s.checkpoint == examined.checkpoint_text, || {
        "the board is not the one that was settled".into()
    })?;
    require(s.policy == manifest.consultation.duplicates, || {
        "not the policy of the manifest".into()
    })?;
    let web = examined.web.as_ref().map(|w| (w.list, w.voters));
    require(s.web.as_ref().map(|w| (w.list, w.voters)) == web, || {
        "not the list of web voters that is on the board".into()
    })?;
    let dropped = s.web.as_ref().map_or(0, |w| w.dropped);
    require(web.is_none_or(|(_, voters)| dropped <= voters), || {
        "more web votes are dropped than there are".into()
    })?;
    let detail = format!("{}", approved.digest());
    Ok(((approved, s), detail))
}

/// Removed ballots exist, in order, each once, for a reason that the policy knows; what every
/// station has sent, and what is left out of it, is what was settled; counted = ballots - removed.
pub(in crate::tally) fn removed(examined: &Examined, s: &Settlement) -> Found<()> {
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
            Removal::WebVote => s.policy.channel == Channel::Web && s.web.is_some(),
        };
        require(known, || {
            format!("{tracker}: the policy knows no such reason")
        })?;
    }
    // Paper is known from minutes, and an open station has none.
    let closed = examined.chains.iter().all(StationChain::closed);
    require(!closed || plausible(s), || {
        "ballots are removed for votes that nobody can have given".into()
    })?;
    require(s.stations == stations(examined, &s.removed), || {
        "the stations have sent something else than what was settled".into()
    })?;
    let (all, out) = (ballots.len() as u64, s.removed.len() as u64);
    require(all.checked_sub(out) == Some(s.counted), || {
        format!("{all} ballots, {out} removed, but {} counted", s.counted)
    })?;
    Ok(((), format!("{out} removed of {all}, {} counted", s.counted)))
}

/// What anyone can see of the reasons: where somebody voted on paper too, there was paper; where a
/// web vote counts instead, there were web voters; where a later vote goes, an earlier one stays. A
/// web vote that is dropped although the web wins was dropped for paper.
fn plausible(s: &Settlement) -> bool {
    let removed_for = |reason| s.removed.iter().any(|r| r.reason == reason);
    let paper: u64 = s
        .stations
        .iter()
        .map(|st| st.paper)
        .fold(0, u64::saturating_add);
    let (voters, dropped) = s.web.as_ref().map_or((0, 0), |w| (w.voters, w.dropped));
    (!removed_for(Removal::PaperVote) || paper > 0)
        && (!removed_for(Removal::WebVote) || voters > 0)
        && (!removed_for(Removal::LaterVote) || s.counted > 0)
        && (s.policy.channel == Channel::InPerson || dropped <= paper)
}

/// What the people who voted twice ask for: at each station, for each reason.
#[derive(Default)]
struct Expected<'a> {
    /// These ballots go whatever the order of equal hours is.
    exact: BTreeMap<(&'a StationId, Removal), u64>,
    /// Of these stations, all but one lose a ballot: the hours of one person's first votes are equal.
    all_but_one: Vec<Vec<&'a StationId>>,
    dropped: u64,
}

impl<'a> Expected<'a> {
    fn of(people: &'a People<'a>, s: &Settlement) -> Self {
        let mut expected = Self::default();
        for (votes, visits) in people.values() {
            let (out, drop_web) = votes.settle(&s.policy);
            expected.dropped += u64::from(drop_web);
            let sealed = || visits.iter().filter(|v| v.row.link.is_some());
            let first = sealed().map(|v| v.row.hour).min();
            let mut firsts = Vec::new();
            for visit in sealed() {
                let reason = match out {
                    LeftOut::Nothing => continue,
                    LeftOut::All(reason) => reason,
                    LeftOut::AllButTheFirst if Some(visit.row.hour) == first => {
                        firsts.push(&visit.chain.station);
                        continue;
                    }
                    LeftOut::AllButTheFirst => Removal::LaterVote,
                };
                *expected
                    .exact
                    .entry((&visit.chain.station, reason))
                    .or_default() += 1;
            }
            if firsts.len() > 1 {
                expected.all_but_one.push(firsts);
            }
        }
        expected
    }

    /// At each station and for each reason at least what must go, and no more than can; in all,
    /// exactly as many.
    fn fits(&self, found: &BTreeMap<(&StationId, Removal), u64>) -> Result<(), String> {
        let mut most = self.exact.clone();
        for station in self.all_but_one.iter().flatten() {
            *most.entry((station, Removal::LaterVote)).or_default() += 1;
        }
        let of = |counts: &BTreeMap<_, u64>, key| counts.get(key).copied().unwrap_or(0);
        for key in most.keys().chain(found.keys()) {
            let (least, most, found) = (of(&self.exact, key), of(&most, key), of(found, key));
            let (station, reason) = key;
            require((least..=most).contains(&found), || {
                format!(
                    "{station}: {found} removed ({reason}), the people who voted twice ask for {least} to {most}"
                )
            })?;
        }
        let open: usize = self.all_but_one.iter().map(|group| group.len() - 1).sum();
        let asked = self.exact.values().sum::<u64>() + open as u64;
        let removed: u64 = found.values().sum();
        require(removed == asked, || {
            format!("{removed} removed, the people who voted twice ask for {asked}")
        })
    }
}

/// Where the people who voted are known: at every station as many ballots are removed, for each reason, and as many
/// web votes dropped, as the policy asks for.
pub(in crate::tally) fn duplicates(examined: &Examined, s: &Settlement) -> Found<()> {
    let web_is_known = examined.web.as_ref().is_none_or(|w| w.people.is_some());
    if visits(&examined.chains).is_none() || !web_is_known {
        return Ok(((), "not public: the trustees checked it".into()));
    }
    let people = people(examined).map_err(|e| e.to_string())?;
    let expected = Expected::of(&people, s);
    let mut found: BTreeMap<(&StationId, Removal), u64> = BTreeMap::new();
    for station in &s.stations {
        for (reason, count) in &station.removed {
            found.insert((&station.station, *reason), *count);
        }
    }
    expected.fits(&found)?;
    let dropped = expected.dropped;
    let said = s.web.as_ref().map_or(0, |w| w.dropped);
    require(said == dropped, || {
        format!("{said} web votes dropped, the people who voted twice ask for {dropped}")
    })?;
    Ok(((), String::new()))
}
