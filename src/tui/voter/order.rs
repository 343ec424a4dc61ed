//! Where options stand on a voter's list: as listed, or shuffled for this voter.
//!
//! Invariant: every option stands at one place, and keeps its number there.

use crate::consultation::{self, Question};

/// The options of a question, place by place.
#[derive(Debug, Clone)]
pub(super) struct Order(Vec<usize>);

impl Order {
    /// As the consultation lists them.
    pub(super) fn listed(question: &Question) -> Self {
        Self((0..question.options.len()).collect())
    }

    /// For one voter: shuffled by `seed` if the consultation says so.
    pub(super) fn of(question: &Question, seed: u64) -> Self {
        let mut order = Self::listed(question);
        if question.order == Some(consultation::Order::Shuffled) {
            order.shuffle(seed);
        }
        order
    }

    /// Fisher and Yates, over splitmix64: no secret depends on it.
    fn shuffle(&mut self, mut seed: u64) {
        for last in (1..self.0.len()).rev() {
            let below = u64::try_from(last + 1).unwrap_or(u64::MAX);
            let other = usize::try_from(split_mix(&mut seed) % below).unwrap_or(last);
            self.0.swap(last, other);
        }
    }

    /// The option at a place; beyond the options, the place itself.
    pub(super) fn option_at(&self, place: usize) -> usize {
        self.0.get(place).copied().unwrap_or(place)
    }

    /// The place of an option; beyond the options, the option itself.
    pub(super) fn place_of(&self, option: usize) -> usize {
        let found = self.0.iter().position(|o| *o == option);
        found.unwrap_or(option)
    }

    /// Options in the order of their places.
    pub(super) fn options(&self) -> impl Iterator<Item = usize> {
        self.0.iter().copied()
    }
}

/// Numbers by chance, one after the other (Steele, Lea, Flood: splitmix64).
pub(in crate::tui) fn split_mix(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *seed;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
