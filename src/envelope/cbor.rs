//! Deterministic CBOR: arrays, definite lengths, shortest integers; one encoding per value.

use super::EnvelopeError;
use minicbor::{Decode, Encode};

/// Encodes a value. Types in this project derive arrays only: no maps, no floats.
pub fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    // Writing to a `Vec` is infallible, and derived encoders raise no error of their own.
    minicbor::to_vec(value).unwrap_or_default()
}

/// Decodes bytes that must be exactly the canonical encoding of a `T`: nothing after it,
/// nothing in another form.
pub fn decode<T>(bytes: &[u8]) -> Result<T, EnvelopeError>
where
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    let value: T = minicbor::decode(bytes).map_err(|e| EnvelopeError::Malformed(e.to_string()))?;
    if encode(&value) == bytes {
        Ok(value)
    } else {
        Err(EnvelopeError::NotCanonical)
    }
}

/// The calendar date as an ISO string (`2022-10-18`) in CBOR.
pub mod date {
    use chrono::NaiveDate;
    use minicbor::encode::{Error as EncodeError, Write};
    use minicbor::{Decoder, Encoder, decode::Error};

    /// For `#[cbor(with = ...)]`.
    pub fn encode<C, W: Write>(
        date: &NaiveDate,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.str(&date.format("%Y-%m-%d").to_string())?.ok()
    }

    /// For `#[cbor(with = ...)]`.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<NaiveDate, Error> {
        NaiveDate::parse_from_str(d.str()?, "%Y-%m-%d").map_err(|_| Error::message("not a date"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, minicbor::Encode, minicbor::Decode)]
    struct Pair {
        #[n(0)]
        a: u64,
        #[n(1)]
        b: String,
    }

    #[test]
    fn only_the_canonical_encoding_is_accepted() {
        let bytes = encode(&Pair {
            a: 7,
            b: "x".into(),
        });
        assert_eq!(bytes, [0x82, 0x07, 0x61, b'x']);
        assert!(decode::<Pair>(&bytes).is_ok());
        // 7 in two bytes, an indefinite array, and a trailing byte all decode; none is canonical.
        for other in [
            &[0x82, 0x18, 0x07, 0x61, b'x'][..],
            &[0x9f, 0x07, 0x61, b'x', 0xff],
            &[0x82, 0x07, 0x61, b'x', 0x00],
        ] {
            assert_eq!(decode::<Pair>(other), Err(EnvelopeError::NotCanonical));
        }
    }
}
