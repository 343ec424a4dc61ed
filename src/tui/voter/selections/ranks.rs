//! Options in an order (`priority`). The next one chosen gets the first free rank; when one is
//! taken back, those after it move up, so that no rank between two others is ever empty.

use super::Toggled;
use crate::ballot::Guidance;
use zeroize::Zeroize;

pub(super) struct Ranks {
    order: Vec<usize>,
    options: usize,
    places: usize,
}

impl Ranks {
    pub(super) fn new(options: usize, ranks: usize) -> Self {
        Self {
            // Never grows: no copy of the order stays behind.
            order: Vec::with_capacity(ranks),
            options,
            places: ranks,
        }
    }

    pub(super) fn toggle(&mut self, option: usize, standing: &Guidance) -> Toggled {
        if option >= self.options {
            return Toggled::Nothing;
        }
        if let Some(rank) = self.of(option) {
            self.order.remove(rank);
            return Toggled::Removed;
        }
        let value = self.order.len() * self.options + option;
        match standing.room.get(value) {
            Some(room) if *room > 0 => {
                self.order.push(option);
                Toggled::Added
            }
            _ => Toggled::Full,
        }
    }

    pub(super) fn of(&self, option: usize) -> Option<usize> {
        self.order.iter().position(|o| *o == option)
    }

    /// The options that have a rank, the first rank first.
    pub(super) fn in_order(&self) -> &[usize] {
        &self.order
    }

    pub(super) fn all(&self) -> Vec<Option<usize>> {
        (0..self.places)
            .map(|rank| self.order.get(rank).copied())
            .collect()
    }

    pub(super) fn values(&self) -> Vec<u64> {
        let mut values = vec![0; self.places * self.options];
        for (rank, option) in self.order.iter().enumerate() {
            values[rank * self.options + option] = 1;
        }
        values
    }

    pub(super) fn forget(&mut self) {
        self.order.zeroize();
    }
}
