//! Options that are chosen or not (`single`, `approval`).

use super::{Fit, Toggled};
use crate::ballot::Guidance;
use zeroize::Zeroize;

pub(super) struct Options {
    chosen: Vec<bool>,
    /// Exactly one: choosing another moves the choice.
    one: bool,
}

impl Options {
    pub(super) fn new(options: usize, one: bool) -> Self {
        Self {
            chosen: vec![false; options],
            one,
        }
    }

    pub(super) fn toggle(&mut self, option: usize, standing: &Guidance) -> Toggled {
        match self.chosen.get(option) {
            None => return Toggled::Nothing,
            Some(true) => {
                self.chosen[option] = false;
                return Toggled::Removed;
            }
            Some(false) if self.one => self.chosen.fill(false),
            Some(false) if has_room(option, standing) => {}
            Some(false) if standing.left == Some(0) => return Toggled::Full,
            Some(false) => return Toggled::TooDear,
        }
        self.chosen[option] = true;
        Toggled::Added
    }

    pub(super) fn fit(&self, option: usize, standing: &Guidance) -> Fit {
        if self.is_chosen(option) || standing.money_left.is_none() || standing.left == Some(0) {
            Fit::Fits
        } else if !has_room(option, standing) {
            Fit::TooDear
        } else if standing.dead_ends.get(option) == Some(&true) {
            Fit::DeadEnd
        } else {
            Fit::Fits
        }
    }

    pub(super) fn is_chosen(&self, option: usize) -> bool {
        self.chosen.get(option) == Some(&true)
    }

    /// Indexes of the chosen options, ascending.
    pub(super) fn chosen(&self) -> impl Iterator<Item = usize> {
        let all = self.chosen.iter().enumerate();
        all.filter_map(|(n, chosen)| chosen.then_some(n))
    }

    pub(super) fn values(&self) -> Vec<u64> {
        self.chosen.iter().map(|c| u64::from(*c)).collect()
    }

    pub(super) fn forget(&mut self) {
        self.chosen.iter_mut().zeroize();
    }
}

fn has_room(option: usize, standing: &Guidance) -> bool {
    standing.room.get(option).is_some_and(|room| *room > 0)
}
