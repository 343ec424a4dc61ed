//! A codice fiscale: what is read can be decoded on any day, and reads the same again.
#![no_main]

use chrono::{Days, NaiveDate};
use libfuzzer_sys::fuzz_target;
use seggio::identity::CodiceFiscale;

fuzz_target!(|input: (u16, &str)| {
    let (days, text) = input;
    let on = NaiveDate::default() + Days::new(days.into());
    if let Ok(code) = CodiceFiscale::parse(text) {
        let birth = code.birth_on(on);
        assert!(birth.is_none_or(|birth| code.agrees_with_birth(birth)));
        assert_eq!(code.place_code().is_none(), code.is_provisional());
        assert!(code.warnings(on).count() < 4);
        assert_eq!(CodiceFiscale::parse(code.as_str()), Ok(code));
    }
});
