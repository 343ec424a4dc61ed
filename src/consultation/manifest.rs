//! The manifest, the certificates of stations and their rotations.

use super::{Consultation, StationId, StationKind};
use crate::envelope::{Digest, Domain, PublicKey, Recipient, Signable, Signed};
use minicbor::{Decode, Encode};

/// What a manifest may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Mode {
    /// The real vote.
    #[n(0)]
    Live,
    /// Training and demonstration: made-up roll, refused by everything live.
    #[n(1)]
    Training,
}

/// A trustee as everyone knows them.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct TrusteePublic {
    /// Share index, from 1.
    #[n(0)]
    pub index: u16,
    /// Name.
    #[n(1)]
    pub name: String,
    /// Signs the transcript and the partials.
    #[n(2)]
    pub key: PublicKey,
    /// Verification share `s_i·G`, canonical Ristretto255 encoding.
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    pub verification_share: [u8; 32],
}

/// The key that ballots are encrypted to, and who holds its shares.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct TallyKey {
    /// K, canonical Ristretto255 encoding.
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub key: [u8; 32],
    /// Trustees needed, at least 2.
    #[n(1)]
    pub threshold: u16,
    /// All trustees, by index.
    #[n(2)]
    pub trustees: Vec<TrusteePublic>,
    /// Digest of the ceremony's transcript, which all trustees signed.
    #[n(3)]
    pub transcript: Digest,
}

/// Keys of the central server.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ServerKeys {
    /// Where stations reach the server.
    #[n(0)]
    pub url: String,
    /// Signs receipts.
    #[n(1)]
    pub receipt_key: PublicKey,
    /// Signs the board's checkpoints.
    #[n(2)]
    pub board_key: PublicKey,
    /// Origin line of the checkpoints and name of their key.
    #[n(3)]
    pub board_origin: String,
}

/// Keys of the commission and of the registry.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Commission {
    /// Signs the manifest and the stations' certificates.
    #[n(0)]
    pub authority: PublicKey,
    /// The registry's signature under rolls and settlement.
    #[n(1)]
    pub registry: PublicKey,
    /// Identity records are sealed to it.
    #[n(2)]
    pub registry_recipient: Recipient,
    /// Links are sealed to it; destroyed after settlement.
    #[n(3)]
    pub settlement_recipient: Recipient,
}

/// The consultation with every public key, as signed by the authority.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Manifest {
    /// Live or training.
    #[n(0)]
    pub mode: Mode,
    /// What is voted on.
    #[n(1)]
    pub consultation: Consultation,
    /// The tally key and its trustees.
    #[n(2)]
    pub tally: TallyKey,
    /// Authority, registry, settlement.
    #[n(3)]
    pub commission: Commission,
    /// The central server.
    #[n(4)]
    pub server: ServerKeys,
}

impl Signable for Manifest {
    const DOMAIN: Domain = Domain("seggio/manifest/1");
}

impl Manifest {
    /// Opens a manifest that names its own authority. Who trusts it must compare its
    /// fingerprint with one received another way.
    pub fn open(bytes: &[u8]) -> Result<Signed<Self>, crate::envelope::EnvelopeError> {
        let authority = Signed::<Self>::peek(bytes)?.commission.authority;
        Signed::open(bytes, &authority)
    }
}

/// The authority's word that a station exists.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Certificate {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// The station's name.
    #[n(1)]
    pub station: StationId,
    /// Its kind.
    #[n(2)]
    pub kind: StationKind,
    /// The bundle key, which signs one rotation.
    #[n(3)]
    pub bundle_key: PublicKey,
    /// The area in which it stands, where totals are split by area.
    #[n(4)]
    pub area: Option<String>,
}

impl Signable for Certificate {
    const DOMAIN: Domain = Domain("seggio/certificate/1");
}

/// At first start a station makes its own key; the bundle key signs this once. A second
/// rotation of one bundle means that the bundle was used twice.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Rotation {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// The station.
    #[n(1)]
    pub station: StationId,
    /// The station's own key: signs offers, minutes and batches.
    #[n(2)]
    pub station_key: PublicKey,
}

impl Signable for Rotation {
    const DOMAIN: Domain = Domain("seggio/rotation/1");
}
