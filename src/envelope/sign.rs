//! COSE_Sign1 (RFC 9052) with Ed25519 and a domain as external data.

use super::{Digest, EnvelopeError, cbor};
use coset::{CborSerializable, CoseSign1, CoseSign1Builder, HeaderBuilder, iana};
use ed25519_dalek::Signer;
use minicbor::{Decode, Encode};
use std::fmt;
use zeroize::Zeroizing;

/// The one protected header, `{1: -8}` (algorithm: `EdDSA`), in its one encoding. The crate keeps
/// the bytes that it read, so that comparing what they mean would let other encodings pass.
const PROTECTED: [u8; 3] = [0xa1, 0x01, 0x27];

/// What a signature means; goes into the signed bytes as COSE external data, so that a
/// signature on one kind of object never passes for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Domain(pub &'static str);

/// A type that is signed under one domain.
pub trait Signable: Encode<()> + for<'b> Decode<'b, ()> {
    /// The domain, e.g. `seggio/manifest/1`.
    const DOMAIN: Domain;
}

/// An Ed25519 public key: 32 bytes that are a valid point.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct PublicKey(
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    [u8; 32],
);

impl PublicKey {
    /// The 32 bytes of RFC 8032.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn verifying(&self) -> Result<ed25519_dalek::VerifyingKey, EnvelopeError> {
        ed25519_dalek::VerifyingKey::from_bytes(&self.0).map_err(|_| EnvelopeError::BadKey)
    }

    /// The dalek key, for libraries that want it.
    pub fn to_verifying_key(&self) -> Result<ed25519_dalek::VerifyingKey, EnvelopeError> {
        self.verifying()
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", Digest(self.0).hex())
    }
}

/// An Ed25519 signing key; wiped when dropped, never printed.
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey(of {:?})", self.public())
    }
}

impl SigningKey {
    /// A fresh key from the operating system's randomness.
    pub fn generate() -> Self {
        Self(ed25519_dalek::SigningKey::generate(&mut rand_core::OsRng))
    }

    /// From the 32 secret bytes of RFC 8032.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(bytes))
    }

    /// The 32 secret bytes.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// The public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// Signs a value under its domain.
    pub fn sign<T: Signable>(&self, value: T) -> Signed<T> {
        let sign1 = CoseSign1Builder::new()
            .protected(
                HeaderBuilder::new()
                    .algorithm(iana::Algorithm::EdDSA)
                    .build(),
            )
            .payload(cbor::encode(&value))
            .create_signature(T::DOMAIN.0.as_bytes(), |tbs| {
                self.0.sign(tbs).to_bytes().to_vec()
            })
            .build();
        // Serializing a structure just built cannot fail.
        let bytes = sign1.to_vec().unwrap_or_default();
        Signed {
            value,
            bytes,
            signer: self.public(),
        }
    }
}

/// A value with the COSE_Sign1 bytes that were verified; it cannot exist unverified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed<T> {
    value: T,
    bytes: Vec<u8>,
    signer: PublicKey,
}

impl<T: Signable> Signed<T> {
    /// Verifies the received bytes under `signer` and the type's domain; then decodes, and
    /// requires that the whole re-encodes to the same bytes.
    pub fn open(bytes: &[u8], signer: &PublicKey) -> Result<Self, EnvelopeError> {
        let sign1 =
            CoseSign1::from_slice(bytes).map_err(|e| EnvelopeError::Malformed(e.to_string()))?;
        let key = signer.verifying()?;
        sign1.verify_signature(T::DOMAIN.0.as_bytes(), |sig, tbs| {
            let sig = ed25519_dalek::Signature::from_slice(sig)
                .map_err(|_| EnvelopeError::BadSignature)?;
            key.verify_strict(tbs, &sig)
                .map_err(|_| EnvelopeError::BadSignature)
        })?;
        if sign1.clone().to_vec().ok().as_deref() != Some(bytes)
            || sign1.unprotected != coset::Header::default()
            || sign1.protected.original_data.as_deref() != Some(&PROTECTED)
        {
            return Err(EnvelopeError::NotCanonical);
        }
        let payload = sign1.payload.as_deref().unwrap_or_default();
        Ok(Self {
            value: cbor::decode(payload)?,
            bytes: bytes.to_vec(),
            signer: *signer,
        })
    }

    /// Reads the payload without trusting it, to learn which key should have signed it (a
    /// self-signed card, a batch that names its station). Verify with [`Signed::open`] next.
    pub fn peek(bytes: &[u8]) -> Result<T, EnvelopeError> {
        let sign1 =
            CoseSign1::from_slice(bytes).map_err(|e| EnvelopeError::Malformed(e.to_string()))?;
        cbor::decode(sign1.payload.as_deref().unwrap_or_default())
    }
}

impl<T> Signed<T> {
    /// What was signed.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The COSE_Sign1 bytes, as received.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Who signed.
    pub fn signer(&self) -> &PublicKey {
        &self.signer
    }

    /// SHA-256 of the bytes: the object's name.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Encode, Decode)]
    struct Note(#[n(0)] String);
    impl Signable for Note {
        const DOMAIN: Domain = Domain("test/note/1");
    }
    #[derive(Debug, Clone, PartialEq, Encode, Decode)]
    struct Other(#[n(0)] String);
    impl Signable for Other {
        const DOMAIN: Domain = Domain("test/other/1");
    }

    #[test]
    fn opens_only_under_its_key_and_domain() {
        let key = SigningKey::generate();
        let signed = key.sign(Note("ciao".into()));
        assert_eq!(
            Signed::<Note>::open(signed.bytes(), &key.public()),
            Ok(signed.clone())
        );
        assert_eq!(
            Signed::<Note>::open(signed.bytes(), &SigningKey::generate().public()),
            Err(EnvelopeError::BadSignature)
        );
        assert_eq!(
            Signed::<Other>::open(signed.bytes(), &key.public()),
            Err(EnvelopeError::BadSignature)
        );
    }

    /// The signer itself cannot give one value two names.
    #[test]
    fn another_encoding_of_the_header_is_refused() {
        let key = SigningKey::generate();
        for protected in [
            vec![0xa1, 0x18, 0x01, 0x27],
            vec![0xbf, 0x01, 0x27, 0xff],
            vec![0xa1, 0x01, 0x38, 0x07],
            vec![0xa0],
            vec![],
        ] {
            let mut sign1 = CoseSign1Builder::new()
                .payload(cbor::encode(&Note("ciao".into())))
                .build();
            sign1.protected.header = HeaderBuilder::new()
                .algorithm(iana::Algorithm::EdDSA)
                .build();
            sign1.protected.original_data = Some(protected.clone());
            let data = sign1.tbs_data(Note::DOMAIN.0.as_bytes());
            sign1.signature = key.0.sign(&data).to_bytes().to_vec();
            let opened = Signed::<Note>::open(&sign1.to_vec().unwrap(), &key.public());
            assert_eq!(opened, Err(EnvelopeError::NotCanonical), "{protected:?}");
        }
    }

    #[test]
    fn every_flipped_bit_is_refused() {
        let key = SigningKey::generate();
        let signed = key.sign(Note("una frase".into()));
        for i in 0..signed.bytes().len() * 8 {
            let mut b = signed.bytes().to_vec();
            b[i / 8] ^= 1 << (i % 8);
            assert!(Signed::<Note>::open(&b, &key.public()).is_err(), "bit {i}");
        }
    }
}
