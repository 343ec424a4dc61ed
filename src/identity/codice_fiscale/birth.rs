//! The birth inside a code: two digits of the year, a letter for the month, the day (with 40 added
//! for women). The century is not there.

use chrono::{Datelike, NaiveDate};

/// Letters of the months, January to December.
pub(super) const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";

/// The month of each letter from A, or 0.
const MONTH_OF: [u8; 26] = month_of();

/// The longest each month can be, from January; nothing before it.
const DAYS: [u8; 13] = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// What is added to the day of birth of a woman.
pub(super) const WOMEN: u8 = 40;

/// The completed years of the youngest at a desk. A hundred years of ages follow, 16 to 115, so
/// that of all the births a century apart that a code can mean one fits.
const YOUNGEST: i32 = 16;

/// Sex as the tax code has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// `F`
    Female,
    /// `M`
    Male,
}

impl Sex {
    /// `F` or `M`.
    pub fn letter(self) -> char {
        match self {
            Self::Female => 'F',
            Self::Male => 'M',
        }
    }
}

/// Year without century, month, day and sex, for which at least one date exists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct BirthCode {
    year: u8,
    month: u8,
    day: u8,
    sex: Sex,
}

const fn month_of() -> [u8; 26] {
    let mut months = [0; 26];
    let mut month: u8 = 1;
    while month <= 12 {
        months[(MONTHS[month as usize - 1] - b'A') as usize] = month;
        month += 1;
    }
    months
}

/// Which part of a birth is impossible.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BirthError {
    Month,
    Date,
}

impl BirthCode {
    /// Reads year, month and day from the base form of a code.
    pub(super) fn read(base: &[u8; 16]) -> Result<Self, BirthError> {
        let two = |tens: u8, ones: u8| tens.wrapping_sub(b'0') * 10 + ones.wrapping_sub(b'0');
        let letter = usize::from(base[8].wrapping_sub(b'A'));
        let month = MONTH_OF.get(letter).copied().unwrap_or(0);
        if month == 0 {
            return Err(BirthError::Month);
        }
        let year = two(base[6], base[7]);
        let (day, sex) = match two(base[9], base[10]) {
            day @ ..=WOMEN => (day, Sex::Male),
            day => (day - WOMEN, Sex::Female),
        };
        // A year 00 is a leap year in one century of four: 2000 was.
        let longest = match month {
            2 if year % 4 != 0 => 28,
            _ => DAYS[usize::from(month)],
        };
        if (1..=longest).contains(&day) {
            Ok(Self {
                year,
                month,
                day,
                sex,
            })
        } else {
            Err(BirthError::Date)
        }
    }

    pub(super) fn sex(self) -> Sex {
        self.sex
    }

    /// The date of a person with 16 to 115 completed years on a day, in whatever century; `None`
    /// where 29 February does not exist in the one year that fits.
    pub(super) fn at_a_desk(self, on: NaiveDate) -> Option<NaiveDate> {
        let (month, day) = (u32::from(self.month), u32::from(self.day));
        let birthday_to_come = (on.month(), on.day()) < (month, day);
        let last = on.year() - YOUNGEST - i32::from(birthday_to_come);
        let year = last - (last - i32::from(self.year)).rem_euclid(100);
        NaiveDate::from_ymd_opt(year, month, day)
    }

    /// Whether a date is this one, in any century.
    pub(super) fn is(self, birth: NaiveDate) -> bool {
        birth.year().rem_euclid(100) == i32::from(self.year)
            && (birth.month(), birth.day()) == (u32::from(self.month), u32::from(self.day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(part: &str) -> Result<BirthCode, BirthError> {
        let code = format!("AAAAAA{part}A000A");
        BirthCode::read(code.as_bytes().try_into().unwrap())
    }

    #[test]
    fn days_that_are_nobodys() {
        for part in [
            "85D00", "85D31", "85D32", "85D40", "85D71", "85D72", "85D99", "01B29", "01B69",
        ] {
            assert_eq!(read(part).err(), Some(BirthError::Date), "{part}");
        }
        assert_eq!(read("85F10").err(), Some(BirthError::Month));
    }

    #[test]
    fn leap_days_exist_only_in_their_century() {
        let is = |part: &str, birth: &str| read(part).unwrap().is(birth.parse().unwrap());
        let at = |part: &str, on: &str| read(part).unwrap().at_a_desk(on.parse().unwrap());
        assert!(is("00B29", "2000-02-29"));
        assert_eq!(at("00B29", "2010-01-01"), None, "1900 had no such day");
        assert_eq!(at("00B29", "2017-01-01"), "2000-02-29".parse().ok());
        assert!(is("04B69", "1904-02-29") && is("04B69", "2004-02-29"));
        assert!(!is("04B69", "2004-02-28"));
    }

    #[test]
    fn women_have_forty_added() {
        assert_eq!(read("85T50").map(BirthCode::sex).ok(), Some(Sex::Female));
        assert_eq!(read("85T10").map(BirthCode::sex).ok(), Some(Sex::Male));
        assert_eq!(read("85T31").map(BirthCode::sex).ok(), Some(Sex::Male));
        assert_eq!(read("85T41").map(BirthCode::sex).ok(), Some(Sex::Female));
    }
}
