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
