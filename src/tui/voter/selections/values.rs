//! A number for every option: points that are shared out (`points`), or a score of its own for
//! each (`score`). No points are the same as none given; a score of 0 is a score.

use crate::ballot::Guidance;
use zeroize::Zeroize;

pub(super) struct Values {
    given: Vec<Option<u32>>,
    /// Every option needs one: scores.
    every: bool,
}

impl Values {
    pub(super) fn new(options: usize, every: bool) -> Self {
        Self {
            given: vec![None; options],
            every,
        }
    }

    pub(super) fn every(&self) -> bool {
        self.every
    }

    pub(super) fn of(&self, option: usize) -> Option<u32> {
        self.given.get(option).copied().flatten()
    }

    /// What it has, and what there is room for.
    pub(super) fn most(&self, option: usize, standing: &Guidance) -> Option<u32> {
        let room = standing.room.get(option).copied()?;
        let room = u32::try_from(room).unwrap_or(u32::MAX);
        Some(self.of(option).unwrap_or(0).saturating_add(room))
    }

    pub(super) fn give(&mut self, option: usize, amount: u32, standing: &Guidance) -> bool {
        let fits = self.most(option, standing).is_some_and(|m| amount <= m);
        match self.given.get_mut(option).filter(|_| fits) {
            Some(given) => {
                *given = Some(amount).filter(|n| self.every || *n > 0);
                true
            }
            None => false,
        }
    }

    /// How many options have no number yet.
    pub(super) fn without(&self) -> u64 {
        self.given.iter().filter(|v| v.is_none()).count() as u64
    }

    /// How many scores, or how many points.
    pub(super) fn count(&self) -> u64 {
        if self.every {
            self.given.len() as u64 - self.without()
        } else {
            self.values().iter().sum()
        }
    }

    /// Options with a number, ascending.
    pub(super) fn named(&self) -> impl Iterator<Item = usize> {
        (0..self.given.len()).filter(|o| self.of(*o).is_some())
    }

    pub(super) fn all(&self) -> Vec<u32> {
        self.given.iter().map(|v| v.unwrap_or(0)).collect()
    }

    pub(super) fn values(&self) -> Vec<u64> {
        let given = self.given.iter();
        given.map(|v| u64::from(v.unwrap_or(0))).collect()
    }

    pub(super) fn forget(&mut self) {
        self.given.iter_mut().zeroize();
    }
}
