//! Wakes who waits for work.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Rung when there is work; whoever waits does not look again and again.
#[derive(Debug, Default)]
pub(super) struct Bell {
    times: Mutex<u64>,
    wake: Condvar,
}

impl Bell {
    /// Wakes all who wait, and who comes to wait without having heard it.
    pub fn ring(&self) {
        let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        *times = times.wrapping_add(1);
        self.wake.notify_all();
    }

    /// Waits until it has rung since it was last heard, but not longer than this: other processes
    /// leave work too, and ring elsewhere.
    pub fn wait(&self, heard: &mut u64, at_most: Duration) {
        let times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .wake
            .wait_timeout_while(times, at_most, |t| *t == *heard);
        let (times, _) = waited.unwrap_or_else(PoisonError::into_inner);
        *heard = *times;
    }
}
