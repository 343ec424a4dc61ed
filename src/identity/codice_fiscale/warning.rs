//! What a valid code leaves in doubt. A warning never makes a code invalid.

use super::CodiceFiscale;
use crate::identity::{age_on, place};
use chrono::{Datelike, NaiveDate};

/// Completed years from which somebody born a century later may already be alive.
const CENTENARY: u32 = 100;

/// A doubt about a valid code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CfWarning {
    /// Nobody can be born there: the list of places of birth does not have the code.
    UnknownPlace,
    /// On the day of birth the place did not exist yet, or not any more. Such codes are issued
    /// and accepted: a code may be younger than its holder.
    PlaceNotValidAtBirth,
    /// The other century is also thinkable: of 100 to 115 years, or of 0 to 15.
    Century,
    /// 11 digits: no birth, sex or place, and it may be the code of a company.
    Numeric,
}

impl CfWarning {
    /// The word used in JSON and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::UnknownPlace => "unknown_place",
            Self::PlaceNotValidAtBirth => "place_not_valid_at_birth",
            Self::Century => "century",
            Self::Numeric => "numeric",
        }
    }
}

impl CodiceFiscale {
    /// The doubts about the code on a day, in the order of [`CfWarning`].
    pub fn warnings(&self, on: NaiveDate) -> impl Iterator<Item = CfWarning> + use<> {
        let birth = self.birth_on(on);
        [
            self.place_warning(birth),
            birth
                .filter(|b| other_century_is_thinkable(*b, on))
                .map(|_| CfWarning::Century),
            self.is_provisional().then_some(CfWarning::Numeric),
        ]
        .into_iter()
        .flatten()
    }

    /// Whether the code leaves the date of birth open on a day, so that the desk must ask: 11
    /// digits, nobody of 16 to 115 years, or two centuries thinkable.
    pub fn birth_must_be_asked(&self, on: NaiveDate) -> bool {
        self.birth_on(on)
            .is_none_or(|birth| other_century_is_thinkable(birth, on))
    }

    fn place_warning(&self, birth: Option<NaiveDate>) -> Option<CfWarning> {
        let periods = place::by_code(self.place_code()?);
        if periods.is_empty() {
            return Some(CfWarning::UnknownPlace);
        }
        let birth = birth?;
        let valid = periods.iter().any(|period| period.holds(birth));
        (!valid).then_some(CfWarning::PlaceNotValidAtBirth)
    }
}

/// Whether somebody with the same code, born a hundred years later, is already alive.
fn other_century_is_thinkable(birth: NaiveDate, on: NaiveDate) -> bool {
    age_on(birth, on) >= CENTENARY && birth.with_year(birth.year() + 100).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{born, day, omocode, parse};
    use super::*;

    fn warnings(code: &CodiceFiscale, on: &str) -> Vec<&'static str> {
        code.warnings(day(on)).map(CfWarning::word).collect()
    }

    #[test]
    fn the_century_warns_only_where_both_are_thinkable() {
        for (code, on, both) in [
            ("06T01H501", "2022-10-18", true),  // 115 or 15
            ("06T01H501", "2006-12-01", true),  // 100 or born today
            ("06T01H501", "2006-11-30", false), // 99
            ("06T01H501", "2022-12-01", false), // 16 or 116
            ("06T01H501", "1990-01-01", false), // 83
            ("91D08F205", "2022-10-18", false),
            ("04B29H501", "2010-01-01", true),
            ("00B29H501", "2110-01-01", false), // 109: 2100 has no such day
        ] {
            let code = born(code);
            let warned = warnings(&code, on).contains(&"century");
            assert_eq!(warned, both, "{on}");
            assert_eq!(code.birth_must_be_asked(day(on)), both, "{on}");
        }
        assert!(parse("92000123452").birth_must_be_asked(day("2022-10-18")));
        let nobody = born("00B29H501");
        assert!(nobody.birth_must_be_asked(day("2010-01-01")), "9 years old");
    }

    #[test]
    fn the_place_warns_and_never_rejects() {
        let on = "2022-10-18";
        assert_eq!(warnings(&born("91D08F205"), on), [""; 0]);
        assert_eq!(warnings(&born("91D08X999"), on), ["unknown_place"]);
        // Castro in the province of Lecce began on 28 May 1975.
        assert_eq!(
            warnings(&born("75E27M261"), on),
            ["place_not_valid_at_birth"]
        );
        assert_eq!(warnings(&born("75E28M261"), on), [""; 0]);
        // Yugoslavia ended on 4 February 2003.
        assert_eq!(warnings(&born("03B04Z118"), on), [""; 0]);
        assert_eq!(
            warnings(&born("03B05Z118"), on),
            ["place_not_valid_at_birth"]
        );
        // Without a day of birth only what no day can have warns.
        assert_eq!(warnings(&born("00B29M261"), "2010-01-01"), [""; 0]);
        assert_eq!(
            warnings(&born("00B29X999"), "2010-01-01"),
            ["unknown_place"]
        );
        assert_eq!(
            warnings(&born("06T01X999"), on),
            ["unknown_place", "century"]
        );
        assert_eq!(warnings(&parse("92000123452"), on), ["numeric"]);
        let omocode = parse(&omocode("RSSMRA75E28M261A", 127));
        assert_eq!(warnings(&omocode, on), [""; 0]);
    }
}
