//! Places of birth: municipalities with their history of names and provinces, and foreign states.
//!
//! Invariant: the periods of a code follow one another; nothing here rejects a code, it only says
//! what was called so and when. The list is `places.csv`, by Ministero dell'Interno - ANPR, CC BY
//! 4.0, modified.

mod code;
mod list;
mod search;

pub use code::{PlaceCode, PlaceCodeError};
pub use search::{PlaceError, resolve, search};

use chrono::NaiveDate;
use list::List;

/// A municipality or a foreign state under one name and in one province.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its code, which it keeps when name or province change.
    pub code: PlaceCode,
    /// Its name then, in Italian.
    pub name: &'static str,
    /// The two letters of its province then; `EE` abroad.
    pub province: &'static str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; `None` if it is so today.
    pub to: Option<NaiveDate>,
}

impl Place {
    /// Whether it was so on a day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// All periods of a code, oldest first; none if it is unknown.
pub fn by_code(code: PlaceCode) -> &'static [Place] {
    List::get().of(code)
}

/// What had a code on a day, or the latest to have it if nothing had it then.
pub fn named_on(code: PlaceCode, day: Option<NaiveDate>) -> Option<&'static Place> {
    let periods = by_code(code);
    day.and_then(|day| periods.iter().rfind(|period| period.holds(day)))
        .or(periods.last())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn code(text: &str) -> PlaceCode {
        PlaceCode::parse(text).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_whole_list_is_in_the_program() {
        let all = List::get().all();
        let codes: BTreeSet<_> = all.iter().map(|p| p.code).collect();
        let abroad = codes.iter().filter(|c| c.is_abroad()).count();
        assert_eq!((all.len(), codes.len(), abroad), (15_353, 10_086, 222));
        let file = include_str!("places.csv");
        assert!(file.starts_with("# Ministero dell'Interno - ANPR, CC BY 4.0, modified\n"));
        assert_eq!(file.lines().count(), all.len() + 2);
    }

    #[test]
    fn periods_are_in_order_and_reached_by_their_code() {
        let all = List::get().all();
        assert!(all.is_sorted_by_key(|p| (p.code, p.from)));
        for place in all {
            assert!(place.to.is_none_or(|to| place.from <= to), "{place:?}");
            assert!(by_code(place.code).contains(place), "{place:?}");
        }
    }

    #[test]
    fn a_place_has_the_name_and_province_of_its_day() {
        let on =
            |c: &str, d: Option<&str>| named_on(code(c), d.map(day)).map(|p| (p.name, p.province));
        assert_eq!(on("A001", Some("1924-11-13")), Some(("Abano", "PD")));
        assert_eq!(on("A001", Some("1924-11-14")), Some(("Abano Terme", "PD")));
        assert_eq!(on("A001", None), Some(("Abano Terme", "PD")));
        let latest = Some(("Jugoslavia", "EE"));
        assert_eq!(on("Z118", Some("2020-01-01")), latest, "after its end");
        assert_eq!(on("X999", None), None);
        assert!(by_code(code("X999")).is_empty());
    }
}
