//! Who voted on the web, as the registry gives it to the server: pseudonyms, never names.
//!
//! Invariants: the signed part, which goes on the board before any link is opened, says how many
//! and which, and tells neither; a list cannot be changed after it, nor can there be two.

use super::BatchError;
use crate::envelope::{Digest, Domain, PublicKey, SecretBytes, Signable, Signed, SigningKey, cbor};
use crate::identity::Pseudonym;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

/// The signed part: public, and a leaf of the board.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct WebList {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// People on it.
    #[n(1)]
    pub voters: u64,
    /// Digest of the salted pseudonyms.
    #[n(2)]
    pub list: Digest,
}

impl Signable for WebList {
    const DOMAIN: Domain = Domain("seggio/web-list/1");
}

/// The part that is not published.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
struct List {
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    salt: [u8; 32],
    #[n(1)]
    people: Vec<Pseudonym>,
}

/// Both parts, as they travel to the server: `[signed part, list]`, two byte strings.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
struct Wire {
    #[n(0)]
    header: ByteVec,
    #[n(1)]
    list: ByteVec,
}

/// A list of web voters with its signed part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebVoters {
    header: Signed<WebList>,
    list: Vec<u8>,
    people: BTreeSet<Pseudonym>,
}

impl WebVoters {
    /// Signs a list with the registry's key.
    pub fn sign(registry: &SigningKey, fingerprint: Digest, people: BTreeSet<Pseudonym>) -> Self {
        let list = cbor::encode(&List {
            salt: *SecretBytes::random().expose(),
            people: people.iter().copied().collect(),
        });
        let header = registry.sign(WebList {
            fingerprint,
            voters: people.len() as u64,
            list: list_digest(&list),
        });
        Self {
            header,
            list,
            people,
        }
    }

    /// Reads a list as it travels, signed by the registry.
    pub fn open(bytes: &[u8], registry: &PublicKey) -> Result<Self, BatchError> {
        let wire: Wire = cbor::decode(bytes)?;
        Self::join(&wire.header, &wire.list, registry)
    }

    /// Puts a signed part and its list together.
    pub fn join(header: &[u8], list: &[u8], registry: &PublicKey) -> Result<Self, BatchError> {
        let header: Signed<WebList> = Signed::open(header, registry)?;
        let read: List = cbor::decode(list)?;
        if list_digest(list) != header.value().list {
            return Err(BatchError::Body);
        }
        if read.people.len() as u64 != header.value().voters {
            return Err(BatchError::Kind);
        }
        if !read.people.is_sorted_by(|a, b| a < b) {
            return Err(BatchError::Order);
        }
        Ok(Self {
            header,
            list: list.to_vec(),
            people: read.people.into_iter().collect(),
        })
    }

    /// The list as it travels.
    pub fn bytes(&self) -> Vec<u8> {
        cbor::encode(&Wire {
            header: ByteVec::from(self.header.bytes().to_vec()),
            list: ByteVec::from(self.list.clone()),
        })
    }

    /// The signed part.
    pub fn header(&self) -> &Signed<WebList> {
        &self.header
    }

    /// The part that is not published.
    pub fn list(&self) -> &[u8] {
        &self.list
    }

    /// Who voted on the web.
    pub fn people(&self) -> &BTreeSet<Pseudonym> {
        &self.people
    }
}

fn list_digest(list: &[u8]) -> Digest {
    Digest::of_parts("seggio/web-list-body/1", &[list])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_the_one_that_was_signed() {
        let (registry, other) = (SigningKey::generate(), SigningKey::generate());
        let people: BTreeSet<Pseudonym> = (1..=5).map(|i| Pseudonym([i; 32])).collect();
        let web = WebVoters::sign(&registry, Digest([7; 32]), people.clone());
        let read = WebVoters::open(&web.bytes(), &registry.public()).unwrap();
        assert_eq!(read.people(), &people);
        assert_eq!(read, web);
        assert!(WebVoters::open(&web.bytes(), &other.public()).is_err());
        let again = WebVoters::sign(&registry, Digest([7; 32]), people);
        assert_ne!(
            again.header().value().list,
            web.header().value().list,
            "salted"
        );
        let mixed = WebVoters::join(web.header().bytes(), again.list(), &registry.public());
        assert_eq!(mixed, Err(BatchError::Body));
    }
}
