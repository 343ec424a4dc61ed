//! Times are kept to the hour, so that no order of voters survives.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use minicbor::{Decode, Decoder, Encode, Encoder};
use std::fmt;

/// A day and an hour of local time, `2022-09-18T17`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hour(NaiveDateTime);

impl Hour {
    /// Cuts a time to its hour.
    pub fn of(time: NaiveDateTime) -> Self {
        let hour = NaiveTime::from_hms_opt(time.hour(), 0, 0).unwrap_or_default();
        Self(time.date().and_time(hour))
    }

    /// The day.
    pub fn date(&self) -> NaiveDate {
        self.0.date()
    }

    /// Its first minute.
    pub fn start(&self) -> NaiveDateTime {
        self.0
    }

    /// Reads `2022-09-18T17`.
    pub fn parse(text: &str) -> Option<Self> {
        let time = NaiveDateTime::parse_from_str(&format!("{text}:00"), "%Y-%m-%dT%H:%M").ok()?;
        (Self(time).to_string() == text).then_some(Self(time))
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H"))
    }
}

impl<C> Encode<C> for Hour {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.str(&self.to_string())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Hour {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Self::parse(d.str()?).ok_or_else(|| minicbor::decode::Error::message("not an hour"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_forgotten() {
        let time = |m| {
            NaiveDate::from_ymd_opt(2022, 9, 18)
                .unwrap()
                .and_hms_opt(17, m, 3)
                .unwrap()
        };
        assert_eq!(Hour::of(time(1)), Hour::of(time(59)));
        assert_eq!(Hour::of(time(42)).to_string(), "2022-09-18T17");
        assert_eq!(Hour::parse("2022-09-18T17"), Some(Hour::of(time(0))));
        assert_eq!(Hour::parse("2022-09-18T7"), None);
    }
}
