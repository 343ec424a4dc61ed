//! The birth inside a code: two digits of the year, a letter for the month, the day (with 40 added
//! for women). The century is not there.

use chrono::NaiveDate;

/// Letters of the months, January to December.
const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";

/// Centuries in which someone at a desk can have been born.
const CENTURIES: [i32; 2] = [1900, 2000];

/// What is added to the day of birth of a woman.
const WOMEN: u32 = 40;

/// Sex as the tax code has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    year: i32,
    month: u32,
    /// As written: 1 to 31, or 41 to 71 for a woman.
    day: u32,
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
        let two = |tens: u8, ones: u8| {
            u32::from(tens.wrapping_sub(b'0')) * 10 + u32::from(ones.wrapping_sub(b'0'))
        };
        let month = (1..)
            .zip(MONTHS)
            .find(|(_, letter)| **letter == base[8])
            .map(|(month, _)| month)
            .ok_or(BirthError::Month)?;
        let year = i32::try_from(two(base[6], base[7])).map_err(|_| BirthError::Date)?;
        let birth = Self {
            year,
            month,
            day: two(base[9], base[10]),
        };
        if birth.thinkable().is_empty() {
            Err(BirthError::Date)
        } else {
            Ok(birth)
        }
    }

    pub(super) fn sex(self) -> Sex {
        if self.day > WOMEN {
            Sex::Female
        } else {
            Sex::Male
        }
    }

    /// The dates of birth that exist, oldest first: 29 February of a year 00 was in 2000 only.
    pub(super) fn thinkable(self) -> Vec<NaiveDate> {
        let day = if self.day > WOMEN {
            self.day - WOMEN
        } else {
            self.day
        };
        CENTURIES
            .into_iter()
            .filter_map(|century| NaiveDate::from_ymd_opt(century + self.year, self.month, day))
            .collect()
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
            "85D00", "85D31", "85D32", "85D40", "85D71", "85D72", "85D99", "01B29",
        ] {
            assert_eq!(read(part).err(), Some(BirthError::Date), "{part}");
        }
        assert_eq!(read("85F10").err(), Some(BirthError::Month));
    }

    #[test]
    fn leap_days_exist_only_in_their_century() {
        let births = |part: &str| -> Vec<String> {
            read(part)
                .map(|b| b.thinkable().iter().map(ToString::to_string).collect())
                .unwrap()
        };
        assert_eq!(births("00B29"), ["2000-02-29"]);
        assert_eq!(births("04B69"), ["1904-02-29", "2004-02-29"]);
    }

    #[test]
    fn women_have_forty_added() {
        assert_eq!(read("85T50").map(BirthCode::sex).ok(), Some(Sex::Female));
        assert_eq!(read("85T10").map(BirthCode::sex).ok(), Some(Sex::Male));
        assert_eq!(read("85T31").map(BirthCode::sex).ok(), Some(Sex::Male));
        assert_eq!(read("85T41").map(BirthCode::sex).ok(), Some(Sex::Female));
    }
}
