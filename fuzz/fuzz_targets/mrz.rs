//! A machine-readable zone: what is read has what a desk relies on.
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use seggio::identity::Mrz;

fuzz_target!(|text: &str| {
    let on = NaiveDate::from_ymd_opt(2022, 9, 18).unwrap();
    let lines: Vec<&str> = text.split('\n').collect();
    if let Ok(zone) = Mrz::read(&lines, on) {
        assert!(zone.birth_date <= on && zone.birth_date < zone.expiry_date);
        assert!(zone.expiry_date <= zone.expiry_at_desk());
        assert!(zone.number.bytes().all(|b| b.is_ascii_alphanumeric()));
        assert!(!zone.number.is_empty() && !zone.surname.is_empty());
        let letters = zone.surname + &zone.given_names;
        assert!(letters.bytes().all(|b| b.is_ascii_uppercase() || b == b' '));
    }
});
