//! The parts of the territory that are counted apart.
//!
//! Invariants: every counted ballot is in exactly one cell; no cell has fewer ballots than the
//! minimum, unless it is the only one; which areas are merged follows from the settlement alone,
//! so that everyone finds the same cells.

use super::TallyError;
use super::settlement::OpenSettlement;
use crate::ballot::SealedBallot;
use crate::consultation::{Partition, StationId};
use std::collections::{BTreeMap, BTreeSet};

/// Areas that are counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// Codes of the areas; empty where totals are not split.
    pub areas: Vec<String>,
    /// Stations in them.
    pub stations: BTreeSet<StationId>,
    /// Sealed ballots that are counted in it.
    pub ballots: u64,
}

impl Cell {
    fn absorb(&mut self, other: Self) {
        self.areas.extend(other.areas);
        self.areas.sort();
        self.stations.extend(other.stations);
        self.ballots += other.ballots;
    }

    /// Whether a ballot belongs here.
    pub fn holds(&self, ballot: &SealedBallot) -> bool {
        self.stations.contains(ballot.station())
    }
}

/// The cells of a settlement. An error where there are ballots, but fewer than the minimum: then
/// nothing is opened.
pub(super) fn cells(settled: &OpenSettlement<'_>) -> Result<Vec<Cell>, TallyError> {
    let examined = settled.examined();
    let policy = &examined.manifest.value().consultation.count;
    let minimum = u64::from(policy.minimum_ballots);
    let mut by_area: BTreeMap<&str, Cell> = BTreeMap::new();
    for (station, area) in &examined.stations {
        let area = match policy.partition {
            Partition::None => "",
            Partition::Area => area.as_deref().unwrap_or(""),
        };
        let cell = by_area.entry(area).or_insert_with(|| Cell {
            areas: (!area.is_empty())
                .then(|| area.to_owned())
                .into_iter()
                .collect(),
            stations: BTreeSet::new(),
            ballots: 0,
        });
        cell.stations.insert(station.clone());
    }
    let mut of_station: BTreeMap<&StationId, u64> = BTreeMap::new();
    for ballot in settled.counted() {
        *of_station.entry(ballot.station()).or_default() += 1;
    }
    let mut cells: Vec<Cell> = by_area.into_values().collect();
    for cell in &mut cells {
        cell.ballots = cell.stations.iter().filter_map(|s| of_station.get(s)).sum();
    }
    let counted = cells.iter().map(|c| c.ballots).sum();
    if counted > 0 && counted < minimum {
        return Err(TallyError::TooFewBallots { counted, minimum });
    }
    Ok(merged(cells, minimum))
}

/// All cells below the minimum become one; while that is still below it, it takes in the smallest
/// of the others (the first by area among equals).
fn merged(cells: Vec<Cell>, minimum: u64) -> Vec<Cell> {
    let (small, mut rest): (Vec<_>, Vec<_>) = cells.into_iter().partition(|c| c.ballots < minimum);
    let mut small = small.into_iter();
    let Some(mut together) = small.next() else {
        return rest;
    };
    small.for_each(|cell| together.absorb(cell));
    rest.sort_by(|a, b| (a.ballots, &a.areas).cmp(&(b.ballots, &b.areas)));
    let mut rest = rest.into_iter();
    while together.ballots < minimum
        && let Some(cell) = rest.next()
    {
        together.absorb(cell);
    }
    let mut all: Vec<Cell> = rest.chain([together]).collect();
    all.sort_by(|a, b| a.areas.cmp(&b.areas));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell(area: usize, ballots: u64) -> Cell {
        Cell {
            areas: vec![format!("a{area:02}")],
            stations: BTreeSet::new(),
            ballots,
        }
    }

    fn merge(counts: &[u64], minimum: u64) -> Vec<(Vec<String>, u64)> {
        let cells = counts
            .iter()
            .enumerate()
            .map(|(a, n)| cell(a, *n))
            .collect();
        let merged = merged(cells, minimum);
        merged.into_iter().map(|c| (c.areas, c.ballots)).collect()
    }

    #[test]
    fn small_cells_are_merged_and_take_in_the_smallest_other() {
        let areas = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            merge(&[30, 4, 20, 7], 10),
            [
                (areas(&["a00"]), 30),
                (areas(&["a01", "a03"]), 11),
                (areas(&["a02"]), 20)
            ]
        );
        assert_eq!(
            merge(&[30, 4, 20], 10),
            [(areas(&["a00"]), 30), (areas(&["a01", "a02"]), 24)]
        );
        assert_eq!(merge(&[0, 0, 0], 10), [(areas(&["a00", "a01", "a02"]), 0)]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_small(
            counts in prop::collection::vec(0u64..40, 1..20), minimum in 1u64..30,
        ) {
            let cells = merge(&counts, minimum);
            let all: u64 = counts.iter().sum();
            prop_assert_eq!(cells.iter().map(|(_, n)| n).sum::<u64>(), all);
            let mut areas: Vec<&String> = cells.iter().flat_map(|(a, _)| a).collect();
            areas.sort();
            areas.dedup();
            prop_assert_eq!(areas.len(), counts.len());
            prop_assert!(cells.len() == 1 || cells.iter().all(|(_, n)| *n >= minimum));
        }
    }
}
