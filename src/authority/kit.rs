//! The authority's kit: a folder with the consultation, the keys of commission and registry, the
//! signed manifest, the roll and the stations' certificates.
//!
//! ```text
//! consultation/            what was configured
//! public.cbor              public halves of the keys
//! authority.age            signs manifest and certificates
//! registry.age             signs roll and settlement, opens identity records, roll key
//! settlement.age           opens links; destroyed by the purge
//! settlement.made          digest of the settlement that this kit made, from `settle` on
//! purge.cose               the order to forget the links, from the purge on
//! roll.cose                signed roll, from `roll import` on
//! server/manifest.cose     from `seal` on; goes to the server with server.keys
//! stations/NAME.cose       certificates
//! ```

use super::bundle::{Bundle, OneTimeCode};
use super::files::{read, write};
use super::{AuthorityError, Roll};
use crate::consultation::{
    Certificate, Commission, Consultation, CountPolicy, Manifest, Mode, Partition, ServerKeys,
    StationId, StationKind, TallyKey, load,
};
use crate::envelope::{
    Digest, EnvelopeError, Identity, Passphrase, SecretBytes, Signed, SigningKey, cbor, lock,
    unlock,
};
use crate::identity::RollKey;
use minicbor::{Decode, Encode};
use std::fs;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// A kit on disk; its secrets stay closed until asked for.
#[derive(Debug, Clone)]
pub struct Kit {
    dir: PathBuf,
    commission: Commission,
}

/// Secrets of authority and registry.
#[derive(Debug)]
pub struct KitSecrets {
    /// Signs manifest and certificates.
    pub authority: SigningKey,
    /// Signs roll and settlement.
    pub registry: SigningKey,
    /// Opens identity records.
    pub registry_identity: Identity,
    /// Makes pseudonyms.
    pub roll_key: RollKey,
}

/// What settlement needs.
#[derive(Debug, Clone)]
pub struct SettlementKeys {
    /// Signs the settlement.
    pub registry: SigningKey,
    /// Signs it after the registry, for the commission.
    pub authority: SigningKey,
    /// Opens links.
    pub settlement: Identity,
}

#[derive(Encode, Decode)]
struct RegistryFile {
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    signing: [u8; 32],
    #[n(1)]
    identity: String,
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    roll_key: [u8; 32],
}

impl Drop for RegistryFile {
    fn drop(&mut self) {
        use zeroize::Zeroize;
        self.signing.zeroize();
        self.identity.zeroize();
        self.roll_key.zeroize();
    }
}

impl Kit {
    /// Checks the consultation in `config` and makes a kit with fresh keys in `dir`.
    pub fn create(config: &Path, dir: &Path, pass: &Passphrase) -> Result<Self, AuthorityError> {
        load(config)?;
        if dir.is_dir() && fs::read_dir(dir).is_ok_and(|mut d| d.next().is_some()) {
            return Err(AuthorityError::NotEmpty(dir.display().to_string()));
        }
        let io = |error| AuthorityError::Io {
            file: config.display().to_string(),
            error,
        };
        for entry in fs::read_dir(config).map_err(io)? {
            let entry = entry.map_err(io)?;
            if entry.path().extension().is_some_and(|e| e == "toml") {
                write(
                    &dir.join("consultation").join(entry.file_name()),
                    &read(&entry.path())?,
                )?;
            }
        }
        let (authority, registry) = (SigningKey::generate(), SigningKey::generate());
        let (identity, settlement) = (Identity::generate(), Identity::generate());
        let commission = Commission {
            authority: authority.public(),
            registry: registry.public(),
            registry_recipient: identity.recipient(),
            settlement_recipient: settlement.recipient(),
        };
        let file = RegistryFile {
            signing: *registry.to_bytes(),
            identity: identity.to_secret().to_string(),
            roll_key: *SecretBytes::random().expose(),
        };
        let registry_bytes = Zeroizing::new(cbor::encode(&file));
        let kit = Self {
            dir: dir.to_owned(),
            commission,
        };
        kit.lock("authority.age", pass, &authority.to_bytes()[..])?;
        kit.lock("registry.age", pass, &registry_bytes)?;
        kit.lock("settlement.age", pass, settlement.to_secret().as_bytes())?;
        write(&dir.join("public.cbor"), &cbor::encode(&kit.commission))?;
        Ok(kit)
    }

    /// Opens the public side of a kit.
    pub fn open(dir: &Path) -> Result<Self, AuthorityError> {
        let path = dir.join("public.cbor");
        let commission = cbor::decode(&read(&path)?).map_err(at(&path))?;
        Ok(Self {
            dir: dir.to_owned(),
            commission,
        })
    }

    /// Where the files for the server are.
    pub fn server_dir(&self) -> PathBuf {
        self.dir.join("server")
    }

    /// Where the key is that opens links.
    pub(super) fn settlement_key(&self) -> PathBuf {
        self.dir.join("settlement.age")
    }

    /// Where the order to forget the links is kept.
    pub(super) fn purge_order(&self) -> PathBuf {
        self.dir.join("purge.cose")
    }

    /// The public keys of registry and authority.
    pub(super) fn commission(&self) -> &Commission {
        &self.commission
    }

    /// The consultation as configured.
    pub fn consultation(&self) -> Result<Consultation, AuthorityError> {
        Ok(load(&self.dir.join("consultation"))?)
    }

    /// Opens the secrets of authority and registry.
    pub fn secrets(&self, pass: &Passphrase) -> Result<KitSecrets, AuthorityError> {
        let authority = self.authority(pass)?;
        let (registry, file) = self.registry(pass)?;
        let registry_identity =
            Identity::parse(&file.identity).map_err(at(&self.dir.join("registry.age")))?;
        let roll_key = RollKey::new(SecretBytes::new(file.roll_key));
        Ok(KitSecrets {
            authority,
            registry,
            registry_identity,
            roll_key,
        })
    }

    /// Opens what settlement needs.
    pub fn settlement_keys(&self, pass: &Passphrase) -> Result<SettlementKeys, AuthorityError> {
        let path = self.settlement_key();
        if !path.exists() {
            return Err(AuthorityError::NoSettlementKey);
        }
        let bytes = self.unlock("settlement.age", pass)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| EnvelopeError::BadKey);
        let settlement = text.and_then(Identity::parse).map_err(at(&path))?;
        Ok(SettlementKeys {
            registry: self.registry(pass)?.0,
            authority: self.authority(pass)?,
            settlement,
        })
    }

    fn authority(&self, pass: &Passphrase) -> Result<SigningKey, AuthorityError> {
        let path = self.dir.join("authority.age");
        let bytes = self.unlock("authority.age", pass)?;
        let key = bytes
            .as_slice()
            .try_into()
            .map_err(|_| EnvelopeError::BadKey);
        Ok(SigningKey::from_bytes(key.map_err(at(&path))?))
    }

    fn registry(&self, pass: &Passphrase) -> Result<(SigningKey, RegistryFile), AuthorityError> {
        let path = self.dir.join("registry.age");
        let file: RegistryFile =
            cbor::decode(&self.unlock("registry.age", pass)?).map_err(at(&path))?;
        Ok((SigningKey::from_bytes(&file.signing), file))
    }

    /// The signed manifest.
    pub fn manifest(&self) -> Result<Signed<Manifest>, AuthorityError> {
        let path = self.server_dir().join("manifest.cose");
        if !path.exists() {
            return Err(AuthorityError::NotSealed);
        }
        Signed::open(&read(&path)?, &self.commission.authority).map_err(at(&path))
    }

    /// Signs the manifest: from here on nothing of the consultation changes.
    pub fn seal(
        &self,
        secrets: &KitSecrets,
        tally: TallyKey,
        one_machine: bool,
        server: ServerKeys,
        mode: Mode,
    ) -> Result<Signed<Manifest>, AuthorityError> {
        if let Ok(sealed) = self.manifest() {
            return Err(AuthorityError::AlreadySealed(sealed.digest().hex()));
        }
        if mode == Mode::Live && one_machine {
            return Err(AuthorityError::OneMachine);
        }
        let consultation = self.consultation()?;
        let minimum = consultation.count.minimum_ballots;
        if mode == Mode::Live && minimum < CountPolicy::LIVE_MINIMUM {
            return Err(AuthorityError::MinimumBallots { found: minimum });
        }
        let (k, n) = (usize::from(tally.threshold), tally.trustees.len());
        if mode == Mode::Live && 2 * k <= n {
            return Err(AuthorityError::Threshold { k, n });
        }
        let manifest = secrets.authority.sign(Manifest {
            mode,
            consultation,
            tally,
            commission: self.commission.clone(),
            server,
        });
        write(&self.server_dir().join("manifest.cose"), manifest.bytes())?;
        Ok(manifest)
    }

    /// Keeps a roll that the registry signed.
    pub fn keep_roll(&self, roll: &Signed<Roll>) -> Result<(), AuthorityError> {
        write(&self.dir.join("roll.cose"), roll.bytes())
    }

    /// The signed roll, if one was imported.
    pub fn roll(&self) -> Result<Option<Signed<Roll>>, AuthorityError> {
        let path = self.dir.join("roll.cose");
        if !path.exists() {
            return Ok(None);
        }
        Signed::open(&read(&path)?, &self.commission.registry)
            .map(Some)
            .map_err(at(&path))
    }

    /// Remembers which settlement this kit made: two settlements of one consultation, whose totals
    /// differ by few ballots, would tell what is in these. Another one only if asked for; a record
    /// that is there and says anything else counts as another.
    pub fn keep_settlement(&self, digest: Digest, again: bool) -> Result<(), AuthorityError> {
        let path = self.dir.join("settlement.made");
        let made = format!("{digest}\n");
        if path.exists() {
            let before = read(&path)?;
            if before == made.as_bytes() {
                return Ok(());
            }
            if !again {
                let before = String::from_utf8_lossy(&before)
                    .trim()
                    .escape_debug()
                    .to_string();
                return Err(AuthorityError::SettledBefore(before));
            }
        }
        write(&path, made.as_bytes())
    }

    /// Certifies a new station and makes its bundle with a one-time code.
    pub fn add_station(
        &self,
        secrets: &KitSecrets,
        station: &StationId,
        kind: StationKind,
        area: Option<&str>,
    ) -> Result<(Vec<u8>, OneTimeCode), AuthorityError> {
        let manifest = self.manifest()?;
        standing(&manifest.value().consultation, area)?;
        if manifest.value().consultation.phase(kind).is_none() {
            return Err(AuthorityError::NoPhase(kind.word()));
        }
        let path = self.dir.join("stations").join(format!("{station}.cose"));
        if path.exists() {
            return Err(AuthorityError::StationExists(station.to_string()));
        }
        let bundle_key = SigningKey::generate();
        let certificate = secrets.authority.sign(Certificate {
            fingerprint: manifest.digest(),
            station: station.clone(),
            kind,
            bundle_key: bundle_key.public(),
            area: area.map(str::to_owned),
        });
        let roll = self.roll()?.map(|r| r.bytes().to_vec());
        let bundle = Bundle::new(
            &manifest,
            &certificate,
            roll,
            &secrets.roll_key,
            &bundle_key,
        );
        let code = OneTimeCode::generate();
        let sealed = bundle.lock(&code).map_err(at(&path))?;
        write(&path, certificate.bytes())?;
        Ok((sealed, code))
    }

    /// Names and kinds of the stations that were certified.
    pub fn stations(&self) -> Result<Vec<(StationId, StationKind)>, AuthorityError> {
        let Ok(entries) = fs::read_dir(self.dir.join("stations")) else {
            return Ok(Vec::new());
        };
        let mut stations = Vec::new();
        for path in entries.filter_map(Result::ok).map(|e| e.path()) {
            let certificate: Signed<Certificate> =
                Signed::open(&read(&path)?, &self.commission.authority).map_err(at(&path))?;
            stations.push((
                certificate.value().station.clone(),
                certificate.value().kind,
            ));
        }
        stations.sort();
        Ok(stations)
    }

    fn lock(&self, name: &str, pass: &Passphrase, plain: &[u8]) -> Result<(), AuthorityError> {
        let path = self.dir.join(name);
        write(&path, &lock(pass, plain).map_err(at(&path))?)
    }

    fn unlock(&self, name: &str, pass: &Passphrase) -> Result<Zeroizing<Vec<u8>>, AuthorityError> {
        let path = self.dir.join(name);
        unlock(pass, &read(&path)?).map_err(at(&path))
    }
}

/// Where a station stands must be said where totals are split by area, and must be an area.
fn standing(consultation: &Consultation, area: Option<&str>) -> Result<(), AuthorityError> {
    let known = match area {
        Some(area) => consultation.area(area).is_some(),
        None => consultation.count.partition != Partition::Area,
    };
    if known {
        return Ok(());
    }
    let areas: Vec<&str> = consultation.areas.iter().map(|a| a.id.as_str()).collect();
    Err(AuthorityError::Area(areas.join(", ")))
}

fn at(path: &Path) -> impl Fn(EnvelopeError) -> AuthorityError + '_ {
    move |error| AuthorityError::File {
        file: path.display().to_string(),
        error,
    }
}
