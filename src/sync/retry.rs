//! How long to wait before trying again.

use std::time::Duration;

/// Waits that double, up to a cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retry {
    /// Tries in all, the first included.
    pub attempts: u32,
    /// The first wait.
    pub first: Duration,
    /// No wait is longer.
    pub cap: Duration,
}

impl Default for Retry {
    /// Five tries within half a minute.
    fn default() -> Self {
        Self {
            attempts: 5,
            first: Duration::from_secs(2),
            cap: Duration::from_secs(30),
        }
    }
}

impl Retry {
    /// One try, no wait.
    pub const ONCE: Self = Self {
        attempts: 1,
        first: Duration::ZERO,
        cap: Duration::ZERO,
    };

    /// The waits between the tries: one fewer than tries.
    pub fn waits(&self) -> impl Iterator<Item = Duration> + use<> {
        let cap = self.cap;
        let first = self.first.min(cap);
        std::iter::successors(Some(first), move |w| Some(w.saturating_mul(2).min(cap)))
            .take(self.attempts.saturating_sub(1) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_the_cap() {
        let retry = Retry {
            attempts: 6,
            first: Duration::from_secs(2),
            cap: Duration::from_secs(10),
        };
        let waits: Vec<u64> = retry.waits().map(|w| w.as_secs()).collect();
        assert_eq!(waits, [2, 4, 8, 10, 10]);
        assert_eq!(Retry::ONCE.waits().count(), 0);
        let never = Retry {
            attempts: 0,
            ..retry
        };
        assert_eq!(never.waits().count(), 0);
    }
}
