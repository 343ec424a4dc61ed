//! Stations: names, kinds, phases, limits.

use crate::envelope::cbor::date;
use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use std::fmt;

/// Kinds of station, each with its phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum StationKind {
    /// A volunteers' table, in a square or at a market.
    #[n(0)]
    Banchetto,
    /// A desk of assisted voting, in a library or town hall.
    #[n(1)]
    Assisted,
    /// A station at an assembly.
    #[n(2)]
    Assembly,
}

impl StationKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Banchetto, Self::Assisted, Self::Assembly];

    /// The word used in files and on command lines.
    pub fn word(self) -> &'static str {
        match self {
            Self::Banchetto => "banchetto",
            Self::Assisted => "assisted",
            Self::Assembly => "assembly",
        }
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.word() == word)
    }
}

/// When stations of one kind take votes. Both days are included.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Phase {
    /// The kind of station.
    #[n(0)]
    pub kind: StationKind,
    /// First day.
    #[cbor(n(1), with = "date")]
    pub from: NaiveDate,
    /// Last day.
    #[cbor(n(2), with = "date")]
    pub to: NaiveDate,
    /// Calendar days between a city user's registration at such a station and the vote.
    #[n(3)]
    pub waiting_days: u32,
}

/// Limits of the stations.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Limits {
    /// Ballots that must be there before a batch of ballots leaves during a phase.
    #[n(0)]
    pub batch_min: u32,
    /// Seconds without a key before the voter is asked whether they are still there.
    #[n(1)]
    pub idle_seconds: u32,
    /// Wrong PINs before the operator's passphrase is needed.
    #[n(2)]
    pub pin_tries: u32,
    /// Minutes without a key on an operator's screen before the station locks itself.
    #[n(3)]
    pub lock_minutes: u32,
}

/// The name of a station: 1 to 40 of `a-z`, `0-9` and `-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Encode)]
#[cbor(transparent)]
pub struct StationId(#[n(0)] String);

impl StationId {
    /// Checks the form of a name.
    pub fn parse(text: &str) -> Option<Self> {
        let ok = (1..=40).contains(&text.len())
            && text
                .bytes()
                .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
            && !text.starts_with('-');
        ok.then(|| Self(text.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'b, C> Decode<'b, C> for StationId {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Self::parse(d.str()?).ok_or_else(|| minicbor::decode::Error::message("not a station name"))
    }
}
