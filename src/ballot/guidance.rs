//! What an unfinished answer may still become, read off the same equations that the ballot proves.
//!
//! Invariant: what is said to be possible can be sealed in the end, and what is said to be
//! impossible cannot.

use super::Shape;
use crate::consultation::Cents;

/// How an unfinished answer stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guidance {
    /// Options, points or ranks that are missing before it can be sealed.
    pub missing: u64,
    /// Options or points that may still be given; `None` where nothing limits their sum.
    pub left: Option<u64>,
    /// Money that may still be chosen, where that is limited.
    pub money_left: Option<Cents>,
    /// How much more each value may take: of an option, or of a rank and option, rank by rank.
    pub room: Vec<u64>,
    /// Values that, with one more, would leave no way to an answer that can be sealed.
    pub dead_ends: Vec<bool>,
    /// What is chosen leaves no way to an answer that can be sealed: something must be taken back.
    pub stuck: bool,
}

/// How an answer with these values stands: for each option its number (1 if chosen), or for each
/// rank and option, rank by rank, 1 if it is there.
pub fn guidance(shape: &Shape, values: &[u64]) -> Guidance {
    let standing = Standing::of(shape, values);
    let room: Vec<u64> = (0..shape.values.len()).map(|v| standing.room(v)).collect();
    let dead_ends = (0..room.len()).map(|value| {
        // Only money can make the rest impossible: what else is given takes nothing from others
        // that they still need.
        shape.money.is_some() && room[value] > 0 && {
            let mut more = values.to_vec();
            more.resize(shape.values.len(), 0);
            more[value] += 1;
            !Standing::of(shape, &more).can_be_completed()
        }
    });
    Guidance {
        missing: standing.missing(),
        left: (shape.lead.len() == 1).then(|| standing.left(shape.lead.start)),
        money_left: shape.money.map(|money| {
            let left = standing.left(money.equation);
            Cents(
                left.saturating_mul(money.unit.0)
                    .saturating_add(money.rest.0),
            )
        }),
        dead_ends: dead_ends.collect(),
        stuck: !standing.can_be_completed(),
        room,
    }
}

/// The values against each equation.
struct Standing<'a> {
    shape: &'a Shape,
    values: &'a [u64],
    /// What each equation has left of its total; `None` if it is overdrawn.
    left: Vec<Option<u64>>,
}

impl<'a> Standing<'a> {
    fn of(shape: &'a Shape, values: &'a [u64]) -> Self {
        let mut standing = Self {
            shape,
            values,
            left: Vec::new(),
        };
        let left = (0..shape.equations.len()).map(|equation| {
            let given = values.iter().enumerate();
            let sum = given.fold(0u64, |sum, (value, amount)| {
                let price = standing.price(equation, value);
                sum.saturating_add(price.saturating_mul(*amount))
            });
            shape.equations[equation].total.checked_sub(sum)
        });
        standing.left = left.collect();
        standing
    }

    /// What one more of a value adds to an equation.
    fn price(&self, equation: usize, value: usize) -> u64 {
        let bits = self.shape.values.get(value);
        bits.map_or(0, |bits| self.shape.equations[equation].price(bits))
    }

    fn left(&self, equation: usize) -> u64 {
        self.left.get(equation).copied().flatten().unwrap_or(0)
    }

    /// How much more a value may take, all others as they are.
    fn room(&self, value: usize) -> u64 {
        let greatest: u64 = self.shape.values[value]
            .iter()
            .map(|(_, weight)| weight)
            .sum();
        let given = self.values.get(value).copied().unwrap_or(0);
        (0..self.shape.equations.len())
            .filter_map(|e| self.left(e).checked_div(self.price(e, value)))
            .fold(greatest.saturating_sub(given), u64::min)
    }

    /// What an equation still needs, beyond what its slack can fill.
    fn deficit(&self, equation: usize) -> u64 {
        let slack: u64 = self.shape.slack[equation]
            .iter()
            .map(|(_, weight)| weight)
            .sum();
        self.left(equation).saturating_sub(slack)
    }

    fn missing(&self) -> u64 {
        self.shape.lead.clone().map(|e| self.deficit(e)).sum()
    }

    /// Whether what is missing can still be given, and paid: the cheapest first.
    fn can_be_completed(&self) -> bool {
        if self.left.iter().any(Option::is_none) {
            return false;
        }
        let missing = self.missing();
        let money = self.shape.money.map(|m| m.equation);
        let mut offers: Vec<(u64, u64)> = (0..self.shape.values.len())
            .map(|v| (money.map_or(0, |e| self.price(e, v)), self.room(v)))
            .filter(|(_, room)| *room > 0)
            .collect();
        offers.sort_unstable();
        let (mut needed, mut cost) = (missing, 0u64);
        for (price, room) in offers {
            let taken = room.min(needed);
            needed -= taken;
            cost = cost.saturating_add(price.saturating_mul(taken));
        }
        needed == 0 && money.is_none_or(|e| cost <= self.left(e))
    }
}
