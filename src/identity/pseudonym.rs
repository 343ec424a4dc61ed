//! Pseudonyms: how people are told apart where their codes must not be.
//!
//! Invariant: one exact code under one roll key gives one pseudonym. A code and its omocode give
//! two, because they belong to two people.

use super::CodiceFiscale;
use crate::envelope::SecretBytes;
use data_encoding::HEXLOWER;
use hmac::{Hmac, Mac};
use minicbor::{Decode, Encode};
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroizing;

/// SHA-256 works on blocks of 64 bytes; HMAC (RFC 2104) pads a shorter key with zeros to one.
const BLOCK: usize = 64;

/// A person, as stations and the registry name them to each other and to the central server.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Pseudonym(
    /// HMAC-SHA-256 of the exact code under the roll key.
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub [u8; 32],
);

impl Pseudonym {
    /// 64 lower-case hexadecimal digits.
    pub fn hex(&self) -> String {
        HEXLOWER.encode(&self.0)
    }
}

impl fmt::Debug for Pseudonym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pseudonym({})", self.hex())
    }
}

/// The key of the pseudonyms of one consultation. Stations and the registry hold it; the central
/// server never does, or it could guess codes.
#[derive(Clone, PartialEq, Eq)]
pub struct RollKey(SecretBytes);

impl RollKey {
    /// Takes over 32 secret bytes.
    pub fn new(key: SecretBytes) -> Self {
        Self(key)
    }

    /// Fresh from the operating system, for a new consultation.
    pub fn random() -> Self {
        Self(SecretBytes::random())
    }

    /// The key's bytes, to be put into a station's sealed bundle or the authority's kit.
    pub fn secret(&self) -> &SecretBytes {
        &self.0
    }

    /// HMAC-SHA-256 of the exact code: 16 upper-case characters or 11 digits, omocodia kept.
    pub fn pseudonym(&self, code: &CodiceFiscale) -> Pseudonym {
        // Padded here as RFC 2104 says, because the constructor for a whole block cannot fail.
        let mut block = Zeroizing::new([0; BLOCK]);
        for (to, from) in block.iter_mut().zip(self.0.expose()) {
            *to = *from;
        }
        let mut mac = <Hmac<Sha256> as Mac>::new((&*block).into());
        mac.update(code.as_str().as_bytes());
        Pseudonym(mac.finalize().into_bytes().into())
    }
}

impl fmt::Debug for RollKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RollKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::cbor;

    fn key() -> RollKey {
        RollKey::new(SecretBytes::new([0x0b; 32]))
    }

    fn code(text: &str) -> CodiceFiscale {
        CodiceFiscale::parse(text).unwrap()
    }

    /// From outside: `printf MRTMTT91D08F205J | openssl dgst -sha256 -mac HMAC
    /// -macopt hexkey:0b0b...` (32 bytes).
    #[test]
    fn is_hmac_sha_256_of_the_exact_code() {
        assert_eq!(
            key().pseudonym(&code("MRTMTT91D08F205J")).hex(),
            "ca35d2a697c09c93fa9ed573399c4042b0a245abf0f3e9352e5fecd9db61e343"
        );
    }

    #[test]
    fn how_a_code_was_typed_does_not_matter() {
        let exact = key().pseudonym(&code("MRTMTT91D08F205J"));
        assert_eq!(key().pseudonym(&code(" mrt mtt 91d08 f205j ")), exact);
    }

    #[test]
    fn an_omocode_is_another_person() {
        let base = key().pseudonym(&code("MRTMTT91D08F205J"));
        assert_ne!(key().pseudonym(&code("MRTMTT91D08F20RE")), base);
    }

    #[test]
    fn another_key_gives_other_pseudonyms() {
        let other = RollKey::new(SecretBytes::new([0x0c; 32]));
        let code = code("MRTMTT91D08F205J");
        assert_ne!(other.pseudonym(&code), key().pseudonym(&code));
    }

    #[test]
    fn the_key_is_not_shown() {
        assert_eq!(format!("{:?}", key()), "RollKey(..)");
    }

    #[test]
    fn a_pseudonym_is_a_byte_string_in_cbor() {
        let p = Pseudonym([7; 32]);
        let bytes = cbor::encode(&p);
        assert_eq!(bytes[..2], [0x58, 32]);
        assert_eq!(cbor::decode::<Pseudonym>(&bytes), Ok(p));
    }
}
