//! The paper ballots that stations counted, as their last minutes say.

use super::chains::StationChain;
use super::checklist::{Found, require};
use super::minutes::{of, sum};
use crate::ballot::BallotForm;
use crate::batch::{PaperCount, PaperResult};
use crate::consultation::StationId;
use std::collections::BTreeMap;

/// What a station's paper ballots say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperTotals {
    /// Valid ballots.
    pub ballots: u64,
    /// For each question an amount for each target, in the order of its shape.
    pub questions: Vec<Vec<u64>>,
}

/// Every closed station that handed out paper counted it, once, in its last minutes: no more valid
/// ballots than people; totals only from the minimum on, and possible; fewer are sealed.
pub(super) fn paper(
    form: &BallotForm,
    minimum: u64,
    chains: &[StationChain],
) -> Found<BTreeMap<StationId, PaperTotals>> {
    let mut all = BTreeMap::new();
    let mut differ = Vec::new();
    for chain in chains {
        let at = |why: String| format!("{}: {why}", chain.station);
        let handed_out = sum(chain, |m| m.counts.paper);
        let early = of(chain).any(|m| !m.last && m.paper.is_some());
        require(!early, || {
            at("paper was counted before the last closing".into())
        })?;
        let Some(last) = of(chain).find(|m| m.last) else {
            continue;
        };
        let Some(count) = &last.paper else {
            require(handed_out == 0, || {
                at(format!("{handed_out} paper ballots were not counted"))
            })?;
            continue;
        };
        if let Some(totals) = station(form, minimum, handed_out, count).map_err(at)? {
            all.insert(chain.station.clone(), totals);
        }
        if count.found != handed_out {
            differ.push(format!(
                "{}: {} of {handed_out} found",
                chain.station, count.found
            ));
        }
    }
    let ballots: u64 = all.values().map(|t| t.ballots).sum();
    let mut detail = format!("{ballots} paper ballots");
    if !differ.is_empty() {
        detail = format!("{detail}; {}", differ.join(", "));
    }
    Ok((all, detail))
}

fn station(
    form: &BallotForm,
    minimum: u64,
    handed_out: u64,
    count: &PaperCount,
) -> Result<Option<PaperTotals>, String> {
    let valid = count
        .valid()
        .ok_or("more paper ballots are void than were found")?;
    require(valid <= handed_out, || {
        format!("{valid} valid paper ballots of {handed_out} handed out")
    })?;
    let PaperResult::Counted(questions) = &count.result else {
        require(valid < minimum, || {
            format!("{valid} paper ballots were sealed, which only fewer than {minimum} may be")
        })?;
        return Ok(None);
    };
    require(valid >= minimum, || {
        format!("the totals of {valid} paper ballots are told, fewer than {minimum}")
    })?;
    require(questions.len() == form.shapes().len(), || {
        "the paper count has not the questions of the consultation".into()
    })?;
    for (place, (shape, amounts)) in form.shapes().iter().zip(questions).enumerate() {
        let bad = |why| format!("paper count, question {place}: {why}");
        shape.possible(amounts, valid).map_err(bad)?;
    }
    Ok(Some(PaperTotals {
        ballots: valid,
        questions: questions.clone(),
    }))
}
