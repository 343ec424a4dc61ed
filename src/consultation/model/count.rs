//! How the ballots are counted: how few are never opened, and by which parts of the territory.

use minicbor::{Decode, Encode};

/// Into which parts the totals are split. At most one partition: two that overlap would tell, by
/// their differences, what fewer ballots hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Partition {
    /// Totals of everything only.
    #[n(0)]
    None,
    /// By the area in which the station stands.
    #[n(1)]
    Area,
}

/// The rules of the count.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct CountPolicy {
    /// No total is opened over fewer ballots, and the public turnout shows no smaller number of people;
    /// at least [`LIVE_MINIMUM`](Self::LIVE_MINIMUM) in a live consultation.
    #[n(0)]
    pub minimum_ballots: u32,
    /// Subtotals. Parts with fewer ballots than the minimum are merged.
    #[n(1)]
    pub partition: Partition,
}

impl CountPolicy {
    /// The least `minimum_ballots` of a live consultation.
    pub const LIVE_MINIMUM: u32 = 10;
}
