//! The station's clock: the machine's, or one that is set for a demonstration and says so.

use crate::consultation::Hour;
use chrono::{Local, NaiveDate, NaiveDateTime, TimeDelta};
use std::time::Instant;

/// Tells local time.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    simulated: Option<(NaiveDateTime, Instant)>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self { simulated: None }
    }

    /// A clock that starts at a given time and runs on; shown as simulated.
    pub fn starting_at(time: NaiveDateTime) -> Self {
        Self {
            simulated: Some((time, Instant::now())),
        }
    }

    /// Local time now.
    pub fn now(&self) -> NaiveDateTime {
        match self.simulated {
            None => Local::now().naive_local(),
            Some((start, since)) => {
                start + TimeDelta::from_std(since.elapsed()).unwrap_or_default()
            }
        }
    }

    /// Today.
    pub fn today(&self) -> NaiveDate {
        self.now().date()
    }

    /// This hour.
    pub fn hour(&self) -> Hour {
        Hour::of(self.now())
    }

    /// Whether the clock is not the machine's.
    pub fn is_simulated(&self) -> bool {
        self.simulated.is_some()
    }
}
