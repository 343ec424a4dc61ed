//! A trustee's share of the tally key, as it is stored.

use super::group;
use crate::envelope::{self, Digest, EnvelopeError, Passphrase, SigningKey, cbor};
use curve25519_dalek::scalar::Scalar;
use minicbor::{Decode, Encode};
use zeroize::{Zeroize, Zeroizing};

/// The file in a trustee's private folder.
pub const SHARE_FILE: &str = "share.age";

/// A trustee's share; wiped when dropped, never printed.
pub struct Share {
    plain: Plain,
    scalar: Zeroizing<Scalar>,
}

/// What the file holds: CBOR, sealed with age under the trustee's passphrase.
#[derive(Encode, Decode)]
struct Plain {
    #[n(0)]
    index: u16,
    #[n(1)]
    name: String,
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    signing_key: [u8; 32],
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    scalar: [u8; 32],
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    group_key: [u8; 32],
    #[n(5)]
    transcript: Digest,
}

impl Drop for Plain {
    fn drop(&mut self) {
        self.signing_key.zeroize();
        self.scalar.zeroize();
    }
}

impl std::fmt::Debug for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Share({} of {})", self.plain.index, self.plain.name)
    }
}

impl Share {
    /// A share; `None` if the scalar is not canonical or zero.
    pub(super) fn new(
        index: u16,
        name: &str,
        key: &SigningKey,
        scalar: &[u8; 32],
        group_key: [u8; 32],
        transcript: Digest,
    ) -> Option<Self> {
        Self::of(Plain {
            index,
            name: name.to_owned(),
            signing_key: *key.to_bytes(),
            scalar: *scalar,
            group_key,
            transcript,
        })
    }

    fn of(plain: Plain) -> Option<Self> {
        let scalar = Zeroizing::new(group::scalar(&plain.scalar)?);
        Some(Self { plain, scalar })
    }

    /// Seals the share under a passphrase.
    pub fn lock(&self, passphrase: &Passphrase) -> Result<Vec<u8>, EnvelopeError> {
        envelope::lock(passphrase, &Zeroizing::new(cbor::encode(&self.plain)))
    }

    /// Opens a share file. [`EnvelopeError::CannotOpen`]: another passphrase is needed (or the few
    /// bytes of the file that answer to it are damaged); [`EnvelopeError::Damaged`]: no passphrase
    /// opens this file; [`EnvelopeError::Malformed`]: the passphrase opens it, and it is no share.
    /// Whether it is a share of the manifest's key is asked where a partial is given.
    pub fn unlock(passphrase: &Passphrase, locked: &[u8]) -> Result<Self, EnvelopeError> {
        let no_share =
            |why: &str| EnvelopeError::Malformed(format!("this is not a trustee's share: {why}"));
        let plain = envelope::unlock(passphrase, locked)?;
        let plain = cbor::decode(&plain).map_err(|e| no_share(&e.to_string()))?;
        Self::of(plain).ok_or_else(|| no_share("its number is zero or not canonical"))
    }

    /// The share's index, from 1.
    pub fn index(&self) -> u16 {
        self.plain.index
    }

    /// The trustee's name.
    pub fn name(&self) -> &str {
        &self.plain.name
    }

    /// The key that signs the trustee's partials.
    pub fn signing_key(&self) -> SigningKey {
        SigningKey::from_bytes(&self.plain.signing_key)
    }

    /// The group key, canonical Ristretto255 encoding.
    pub fn group_key(&self) -> &[u8; 32] {
        &self.plain.group_key
    }

    /// Digest of the ceremony's transcript.
    pub fn transcript(&self) -> Digest {
        self.plain.transcript
    }

    /// The secret scalar.
    pub(super) fn scalar(&self) -> &Scalar {
        &self.scalar
    }
}
