//! Exact decimal numbers, as files write them.
//!
//! Invariant: never a float, never rounded. Equal values are equal, however they were written.

/// A number that is not negative: `digits` divided by ten to the power of `decimals`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    digits: u128,
    decimals: u32,
}

impl Decimal {
    /// Reads `12000`, `12000.5`, `12000,50`, `+3`, `1e6` or `1.5E-3`; `None` for anything else,
    /// also for a number that 128 bits cannot hold.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('+').unwrap_or(text);
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent_of(exponent)?),
            None => (text, 0),
        };
        let (whole, part) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
        let part = part.trim_end_matches('0');
        let mut digits: u128 = 0;
        for digit in whole.chars().chain(part.chars()) {
            let digit = digit.to_digit(10)?;
            digits = digits.checked_mul(10)?.checked_add(digit.into())?;
        }
        let some_digit = mantissa.bytes().any(|b| b.is_ascii_digit());
        let decimals = i32::try_from(part.len()).ok()?.checked_sub(exponent)?;
        if !some_digit {
            return None;
        }
        Self::new(digits, decimals)
    }

    /// The one form of a value: no decimal that is zero at the end, no negative decimals.
    fn new(mut digits: u128, mut decimals: i32) -> Option<Self> {
        if digits == 0 {
            decimals = 0;
        }
        while decimals > 0 && digits.is_multiple_of(10) {
            digits /= 10;
            decimals -= 1;
        }
        while decimals < 0 {
            digits = digits.checked_mul(10)?;
            decimals += 1;
        }
        let decimals = decimals.try_into().ok()?;
        Some(Self { digits, decimals })
    }

    /// Whether a comma with three digits after it may part thousands as well: `12,000`. (In
    /// `310183,570` or `0,125` it cannot.)
    pub fn may_be_thousands(text: &str) -> bool {
        text.split_once(',').is_some_and(|(whole, part)| {
            let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
            (1..=3).contains(&whole.len())
                && part.len() == 3
                && !whole.starts_with('0')
                && digits(whole)
                && digits(part)
        })
    }

    /// Decimals that the value needs.
    pub fn decimals(self) -> u32 {
        self.decimals
    }

    /// The value as an integer, if it is one of at most 64 bits.
    pub fn whole(self) -> Option<u64> {
        self.units(0)
    }

    /// The value in units of ten to the power of minus `decimals`; `None` if it is not a whole
    /// number of them or needs more than 64 bits.
    pub fn units(self, decimals: u32) -> Option<u64> {
        let factor = 10u128.checked_pow(decimals.checked_sub(self.decimals)?)?;
        self.digits.checked_mul(factor)?.try_into().ok()
    }
}

/// At most three digits: a larger exponent is a mistake, and would only cost time.
fn exponent_of(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let right = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

/// An amount as a decimal string: at least two digits after the point, more only if needed.
pub(super) fn amount(units: u64, decimals: u32) -> String {
    let decimals = decimals as usize;
    let digits = format!("{units:0>width$}", width = decimals + 1);
    let (whole, part) = digits.split_at(digits.len() - decimals);
    format!("{whole}.{:0<2}", part.trim_end_matches('0'))
}
