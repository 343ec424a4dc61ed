//! The desk's field: whatever is entered, line after line (here a NUL is Enter), it waits only for
//! what can still come.
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use seggio::identity::{Scanned, Scanner, looks_like_zone};

fuzz_target!(|text: &str| {
    let on = NaiveDate::from_ymd_opt(2022, 9, 18).unwrap();
    let mut scanner = Scanner::default();
    for entered in text.split('\0') {
        let before = scanner.waiting();
        let scanned = scanner.read(entered, on);
        let expected = match scanned {
            Scanned::ZoneLine { have, of } => Some((have, of)),
            Scanned::Nothing => before,
            _ => None,
        };
        assert_eq!(scanner.waiting(), expected);
        assert!(expected.is_none_or(|(have, of)| 0 < have && have < of));
        let _ = looks_like_zone(entered);
    }
});
