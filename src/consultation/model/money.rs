//! Money, in integer cents.

use minicbor::{Decode, Encode};

/// Money, in integer cents of euro.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Encode, Decode)]
#[cbor(transparent)]
pub struct Cents(#[n(0)] pub u64);

impl Cents {
    /// Euro as a decimal string with two digits: `10000.00`.
    pub fn decimal(self) -> String {
        format!("{}.{:02}", self.0 / 100, self.0 % 100)
    }

    /// Reads `10000`, `10000.5` or `10000.00`; `None` for a sign, more than two decimals or
    /// anything that is not an amount.
    pub fn parse(text: &str) -> Option<Self> {
        let (euro, cents) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(euro) || !digits(cents) || cents.len() > 2 {
            return None;
        }
        let cents: u64 = format!("{cents:0<2}").parse().ok()?;
        euro.parse::<u64>()
            .ok()?
            .checked_mul(100)?
            .checked_add(cents)
            .map(Self)
    }
}
