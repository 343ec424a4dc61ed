//! The closing records against each other and against what was sent.

use super::chains::StationChain;
use super::checklist::{Found, require};
use crate::batch::{BatchKind, Minutes, Rows};

/// A station's minutes, in the order of its chain.
pub(super) fn of(chain: &StationChain) -> impl Iterator<Item = &Minutes> {
    chain.batches().filter_map(|(_, rows)| match rows {
        Some(Rows::Minutes(minutes)) => Some(minutes),
        _ => None,
    })
}

pub(in crate::tally) fn sum(chain: &StationChain, of_minutes: impl Fn(&Minutes) -> u64) -> u64 {
    of(chain).map(of_minutes).fold(0, u64::saturating_add)
}

/// Every closing record adds up: check-ins = cast + paper + void + abandoned, and no part of them is
/// more; the box at closing is the box at opening plus what was cast and what was sealed from
/// paper, and opens as the day before left it, at first empty; days are numbered from 1.
pub(super) fn minutes(chains: &[StationChain]) -> Found<()> {
    let mut days = 0;
    for chain in chains {
        let mut in_the_box = 0;
        for (day, m) in (1..).zip(of(chain)) {
            let at = |why: &str| format!("{} day {}: {why}", chain.station, m.day);
            let c = &m.counts;
            require(c.reconcile(), || at("the check-ins do not add up"))?;
            require(c.parts_fit(), || at("a part is more than the check-ins"))?;
            let added = c.cast.checked_add(m.paper_sealed());
            require(
                added.and_then(|added| m.box_at_opening.checked_add(added))
                    == Some(m.box_at_closing),
                || at("the ballot box does not add up"),
            )?;
            require(m.box_at_opening == in_the_box, || {
                at("the ballot box is not as the day before left it")
            })?;
            in_the_box = m.box_at_closing;
            require(m.day == day, || at("a day is missing or repeated"))?;
            days += 1;
        }
    }
    Ok(((), format!("{days} days")))
}

/// Every chain ends with the minutes that close its station. A missing closing is named but does
/// not stop the count, unless ballots are missing too: fewer were sent than the minutes say were
/// cast. Nothing may follow a closing.
pub(super) fn closings(chains: &[StationChain]) -> Found<()> {
    let mut open = Vec::new();
    for chain in chains {
        let lasts = of(chain).filter(|m| m.last).count();
        require(lasts == usize::from(chain.closed()), || {
            format!("{}: batches follow the closing", chain.station)
        })?;
        if chain.closed() {
            continue;
        }
        let (cast, sent) = (
            sum(chain, |m| m.counts.cast),
            chain.announced(BatchKind::Ballots),
        );
        require(cast <= sent, || {
            format!(
                "{}: no closing, and of {cast} ballots in the minutes only {sent} arrived",
                chain.station
            )
        })?;
        open.push(chain.station.as_str());
    }
    if open.is_empty() {
        Ok(((), "all stations closed".into()))
    } else {
        Ok(((), format!("no closing: {}", open.join(", "))))
    }
}

/// For every station: no more ballots than people present, because both are written at once and
/// people leave first. For every closed one: ballots sent = cast + sealed from paper, and people
/// present = cast + paper.
pub(super) fn counts(chains: &[StationChain]) -> Found<()> {
    for chain in chains {
        let ballots = chain.announced(BatchKind::Ballots);
        let present = chain.announced(BatchKind::Presence);
        require(ballots <= present, || {
            format!(
                "{}: {ballots} ballots of only {present} people present",
                chain.station
            )
        })?;
        if !chain.closed() {
            continue;
        }
        let cast = sum(chain, |m| m.counts.cast);
        let paper = sum(chain, |m| m.counts.paper);
        let sealed = sum(chain, Minutes::paper_sealed);
        require(Some(ballots) == cast.checked_add(sealed), || {
            format!(
                "{}: {ballots} ballots arrived, {cast} were cast and {sealed} sealed from paper",
                chain.station
            )
        })?;
        require(Some(present) == cast.checked_add(paper), || {
            format!(
                "{}: {present} people present, {cast} ballots and {paper} on paper",
                chain.station
            )
        })?;
    }
    Ok(((), String::new()))
}
