//! Time on the screens: days as people write them, the station's clock, waits that count down.
//!
//! Invariant: nothing here asks the computer for the time. The station tells the hour once, and
//! ticks move it on, so that a simulated clock and a test behave like the real one.

use chrono::{NaiveDate, NaiveDateTime};
use std::time::Duration;

/// `01/09/2022`.
pub fn day(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// `18:04`.
pub fn hour(at: NaiveDateTime) -> String {
    at.format("%H:%M").to_string()
}

/// `18:04` today, `31/08 18:04` on another day.
pub fn moment(at: NaiveDateTime, now: NaiveDateTime) -> String {
    let form = if at.date() == now.date() {
        "%H:%M"
    } else {
        "%d/%m %H:%M"
    };
    at.format(form).to_string()
}

/// Reads a day as people type it: `1/9/2022`, `01.09.2022`, `01-09-2022`, `01 09 2022` or
/// `01092022`. The year has four digits: two would leave the century to a guess.
pub fn read_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let parts: Vec<&str> = if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        vec![text.get(..2)?, text.get(2..4)?, text.get(4..)?]
    } else {
        text.split(['/', '.', '-', ' '])
            .filter(|p| !p.is_empty())
            .collect()
    };
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    if year.len() != 4 || !parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A wait that counts down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wait(Duration);

impl Wait {
    /// A wait of this many seconds.
    pub fn of(seconds: u64) -> Self {
        Self(Duration::from_secs(seconds))
    }

    /// Time passes.
    pub fn pass(&mut self, time: Duration) {
        self.0 = self.0.saturating_sub(time);
    }

    /// Whole seconds left, rounded up; 0 when it is over.
    pub fn left(self) -> u64 {
        self.0.as_secs() + u64::from(self.0.subsec_nanos() > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_are_read_as_people_type_them() {
        let first = NaiveDate::from_ymd_opt(2022, 9, 1);
        for text in [
            "01/09/2022",
            "1/9/2022",
            " 1.9.2022 ",
            "01-09-2022",
            "1 9 2022",
            "01092022",
        ] {
            assert_eq!(read_day(text), first, "{text}");
        }
        for text in [
            "",
            "1/9/22",
            "31/02/2022",
            "01/09",
            "1/9/2022/3",
            "a/b/cccc",
            "+1/9/2022",
        ] {
            assert_eq!(read_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_wait_ends() {
        let mut wait = Wait::of(2);
        wait.pass(Duration::from_millis(100));
        assert_eq!(wait.left(), 2);
        wait.pass(Duration::from_secs(5));
        assert_eq!(wait.left(), 0);
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(days in 0i32..60_000) {
            let date = NaiveDate::from_num_days_from_ce_opt(700_000 + days).unwrap();
            prop_assert_eq!(read_day(&day(date)), Some(date));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".*") {
            let _ = read_day(&text);
        }
    }
}
