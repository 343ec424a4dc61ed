//! How the ballots are counted.

use super::fields::Fields;
use super::report::Report;
use super::scalars::{number, word};
use crate::consultation::{CountPolicy, Partition};

pub(super) fn count(mut f: Fields<'_>, report: &mut Report) -> Option<CountPolicy> {
    let minimum_ballots = f.get("minimum_ballots", report, number(1..=u32::MAX));
    let partitions = [("none", Partition::None), ("area", Partition::Area)];
    let partition = f.get("partition", report, word(partitions));
    f.finish(report);
    Some(CountPolicy {
        minimum_ballots: minimum_ballots?.value,
        partition: partition?.value,
    })
}
