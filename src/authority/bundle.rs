//! What a station receives: one file, under a one-time code that travels separately.

use super::Roll;
use crate::consultation::{Certificate, Manifest};
use crate::envelope::{
    EnvelopeError, Passphrase, SecretBytes, Signed, SigningKey, cbor, lock, unlock,
};
use crate::identity::RollKey;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use zeroize::{Zeroize, Zeroizing};

/// 125 random bits in five groups of five characters.
#[derive(Debug, Clone)]
pub struct OneTimeCode(Passphrase);

impl OneTimeCode {
    /// A fresh code.
    pub fn generate() -> Self {
        Self(Passphrase::random_code())
    }

    /// Reads a code as people type it: any case, spaces and hyphens anywhere, O for 0, I and L
    /// for 1.
    pub fn read(typed: &str) -> Self {
        let letters =
            typed
                .chars()
                .filter(|c| c.is_alphanumeric())
                .map(|c| match c.to_ascii_uppercase() {
                    'O' => '0',
                    'I' | 'L' => '1',
                    other => other,
                });
        Self(Passphrase::new(letters.collect::<String>()))
    }

    /// In five groups, to be written down.
    pub fn grouped(&self) -> Zeroizing<String> {
        let text = self.0.expose();
        let groups: Vec<&str> = (0..text.len())
            .step_by(5)
            .filter_map(|i| text.get(i..text.len().min(i + 5)))
            .collect();
        Zeroizing::new(groups.join("-"))
    }
}

/// Everything that makes a station.
#[derive(Encode, Decode)]
#[expect(
    clippy::struct_field_names,
    reason = "\"bundle key\" is the design's word"
)]
pub struct Bundle {
    #[n(0)]
    manifest: ByteVec,
    #[n(1)]
    certificate: ByteVec,
    #[n(2)]
    roll: Option<ByteVec>,
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    roll_key: [u8; 32],
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    bundle_key: [u8; 32],
}

impl Drop for Bundle {
    fn drop(&mut self) {
        self.roll_key.zeroize();
        self.bundle_key.zeroize();
    }
}

impl Bundle {
    pub(crate) fn new(
        manifest: &Signed<Manifest>,
        certificate: &Signed<Certificate>,
        roll: Option<Vec<u8>>,
        roll_key: &RollKey,
        bundle_key: &SigningKey,
    ) -> Self {
        Self {
            manifest: ByteVec::from(manifest.bytes().to_vec()),
            certificate: ByteVec::from(certificate.bytes().to_vec()),
            roll: roll.map(ByteVec::from),
            roll_key: *roll_key.secret().expose(),
            bundle_key: *bundle_key.to_bytes(),
        }
    }

    /// Seals the bundle under its code.
    pub(super) fn lock(&self, code: &OneTimeCode) -> Result<Vec<u8>, EnvelopeError> {
        lock(&code.0, &Zeroizing::new(cbor::encode(self)))
    }

    /// Opens a bundle and verifies all that is in it.
    pub fn open(sealed: &[u8], code: &OneTimeCode) -> Result<Self, EnvelopeError> {
        let bundle: Self = cbor::decode(&unlock(&code.0, sealed)?)?;
        let certificate = bundle.certificate()?;
        let right = certificate.value().fingerprint == bundle.manifest()?.digest()
            && certificate.value().bundle_key == bundle.bundle_key().public();
        bundle.roll()?;
        if right {
            Ok(bundle)
        } else {
            Err(EnvelopeError::BadSignature)
        }
    }

    /// The signed manifest.
    pub fn manifest(&self) -> Result<Signed<Manifest>, EnvelopeError> {
        Manifest::open(&self.manifest)
    }

    /// The station's certificate.
    pub fn certificate(&self) -> Result<Signed<Certificate>, EnvelopeError> {
        Signed::open(
            &self.certificate,
            &self.manifest()?.value().commission.authority,
        )
    }

    /// The roll, if the registry gave one.
    pub fn roll(&self) -> Result<Option<Signed<Roll>>, EnvelopeError> {
        let manifest = self.manifest()?;
        let Some(bytes) = &self.roll else {
            return Ok(None);
        };
        let roll: Signed<Roll> = Signed::open(bytes, &manifest.value().commission.registry)?;
        if roll.value().fingerprint == manifest.digest() && roll.value().is_well_formed() {
            Ok(Some(roll))
        } else {
            Err(EnvelopeError::BadSignature)
        }
    }

    /// Makes pseudonyms.
    pub fn roll_key(&self) -> RollKey {
        RollKey::new(SecretBytes::new(self.roll_key))
    }

    /// Signs the station's one rotation.
    pub fn bundle_key(&self) -> SigningKey {
        SigningKey::from_bytes(&self.bundle_key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_survives_being_typed() {
        let code = OneTimeCode::generate();
        assert_eq!(code.grouped().len(), 29);
        let typed = code
            .grouped()
            .to_lowercase()
            .replace('-', " ")
            .replace('0', "o");
        assert_eq!(OneTimeCode::read(&typed).0.expose(), code.0.expose());
    }
}
