//! Completed years of age.

use chrono::NaiveDate;

/// Completed years of age on a day; zero for someone not yet born.
///
/// A year is complete on the birthday itself, so who turns 16 on the reference date counts as 16.
/// Who was born on 29 February completes a year on 1 March where the year has no such day: on 28
/// February the birthday has not come yet.
pub fn age_on(birth: NaiveDate, on: NaiveDate) -> u32 {
    on.years_since(birth).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_birthday_completes_the_year() {
        assert_eq!(age_on(day("2006-10-18"), day("2022-10-18")), 16);
        assert_eq!(age_on(day("2006-10-19"), day("2022-10-18")), 15);
        assert_eq!(age_on(day("1911-01-01"), day("2022-10-18")), 111);
    }

    #[test]
    fn born_on_29_february_completes_on_1_march() {
        assert_eq!(age_on(day("2004-02-29"), day("2022-02-28")), 17);
        assert_eq!(age_on(day("2004-02-29"), day("2022-03-01")), 18);
        assert_eq!(age_on(day("2004-02-29"), day("2024-02-28")), 19);
        assert_eq!(age_on(day("2004-02-29"), day("2024-02-29")), 20);
    }

    #[test]
    fn not_yet_born_is_zero() {
        assert_eq!(age_on(day("2022-10-19"), day("2022-10-18")), 0);
    }
}
