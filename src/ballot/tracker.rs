//! The name of a sealed ballot.

use crate::envelope::Digest;
use data_encoding::{Encoding, Specification};
use minicbor::{Decode, Encode};
use std::fmt;
use std::sync::LazyLock;

/// SHA-256 of a sealed ballot's bytes; shown as 16 Crockford base-32 characters in four groups.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Tracker(#[n(0)] pub Digest);

/// Crockford base 32: no I, L, O or U; `O` reads as `0`, `I` and `L` as `1`.
static CROCKFORD: LazyLock<Option<Encoding>> = LazyLock::new(|| {
    let mut spec = Specification::new();
    spec.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    spec.encoding().ok()
});

impl Tracker {
    /// Names a sealed ballot.
    pub fn of(sealed: &[u8]) -> Self {
        Self(Digest::of(sealed))
    }

    /// The first 80 bits of the tracker that a person wrote down: lower case, spaces and hyphens are
    /// forgiven, `O` is `0`, `I` and `L` are `1`, as Crockford reads them. `None` for anything else.
    pub fn prefix_of(text: &str) -> Option<[u8; 10]> {
        let mut symbols = String::with_capacity(16);
        for c in text.chars() {
            match c.to_ascii_uppercase() {
                // Hyphens, as phones and word processors turn them into dashes.
                '-' | '\u{2010}'..='\u{2015}' | '.' | '_' => {}
                c if c.is_whitespace() => {}
                _ if symbols.len() == 16 => return None,
                'O' => symbols.push('0'),
                'I' | 'L' => symbols.push('1'),
                c if c.is_ascii() => symbols.push(c),
                _ => return None,
            }
        }
        let bytes = CROCKFORD.as_ref()?.decode(symbols.as_bytes()).ok()?;
        bytes.try_into().ok()
    }

    /// The short form, `K7QM-2X9D-4HTW-P3VA`: the first 80 bits.
    pub fn short(&self) -> String {
        let Some(encoding) = CROCKFORD.as_ref() else {
            return self.0.hex();
        };
        let text = encoding.encode(&self.0.0[..10]);
        let groups: Vec<&str> = (0..4).filter_map(|i| text.get(i * 4..i * 4 + 4)).collect();
        groups.join("-")
    }
}

impl fmt::Display for Tracker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

impl fmt::Debug for Tracker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tracker({})", self.short())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_form_is_four_groups_of_the_first_eighty_bits() {
        let mut d = [0u8; 32];
        assert_eq!(Tracker(Digest(d)).short(), "0000-0000-0000-0000");
        // 0xFF, 0xC0: ten ones, then zeros: Z, Z, 0...
        d[0] = 0xff;
        d[1] = 0xc0;
        assert_eq!(Tracker(Digest(d)).short(), "ZZ00-0000-0000-0000");
    }

    #[test]
    fn what_was_written_down_is_read_as_crockford_reads_it() {
        let tracker = Tracker::of(b"scheda");
        let (short, prefix) = (tracker.short(), Some(tracker.0.0[..10].try_into().unwrap()));
        for written in [
            short.clone(),
            short.to_lowercase(),
            format!("  {} ", short.replace('-', " ")),
            short.replace('-', "\u{2013}"),
            short.replace('0', "o").replace('1', "L"),
            short.replace('1', "i"),
        ] {
            assert_eq!(Tracker::prefix_of(&written), prefix, "{written}");
        }
        for wrong in [
            "",
            "K7QM-2X9D-4HTW-P3V",
            "K7QM-2X9D-4HTW-P3VAA",
            "U7QM-2X9D-4HTW-P3VA",
            "K7QM-2X9D-4HTW-P3Và",
            "K7QM+2X9D+4HTW+P3VA",
        ] {
            assert_eq!(Tracker::prefix_of(wrong), None, "{wrong}");
        }
    }
}
