//! When a list was made: to the minute, because no voter's time is in it.

use chrono::{NaiveDateTime, NaiveTime, Timelike};
use minicbor::{Decode, Decoder, Encode, Encoder};
use std::fmt;

/// How a minute is written.
const FORM: &str = "%Y-%m-%dT%H:%M";

/// A day and a minute of local time, `2022-09-18T08:10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(NaiveDateTime);

impl Minute {
    /// Cuts a time to its minute.
    pub fn of(time: NaiveDateTime) -> Self {
        let minute = NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or_default();
        Self(time.date().and_time(minute))
    }

    /// The time, its seconds zero.
    pub fn time(self) -> NaiveDateTime {
        self.0
    }

    /// Reads `2022-09-18T08:10`.
    pub fn parse(text: &str) -> Option<Self> {
        let time = Self(NaiveDateTime::parse_from_str(text, FORM).ok()?);
        (time.to_string() == text).then_some(time)
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format(FORM))
    }
}

impl<C> Encode<C> for Minute {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.str(&self.to_string())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Minute {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Self::parse(d.str()?).ok_or_else(|| minicbor::decode::Error::message("not a minute"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::cbor;

    #[test]
    fn seconds_are_forgotten_and_the_text_is_exact() {
        let time: NaiveDateTime = "2022-09-18T08:10:59".parse().unwrap();
        let minute = Minute::of(time);
        assert_eq!(minute.to_string(), "2022-09-18T08:10");
        assert_eq!(minute.time().to_string(), "2022-09-18 08:10:00");
        assert_eq!(Minute::parse("2022-09-18T08:10"), Some(minute));
        assert_eq!(cbor::decode(&cbor::encode(&minute)), Ok(minute));
        for wrong in [
            "2022-09-18T8:10",
            "2022-09-18T08",
            "2022-09-18T08:10:00",
            "",
        ] {
            assert_eq!(Minute::parse(wrong), None, "{wrong}");
        }
    }
}
