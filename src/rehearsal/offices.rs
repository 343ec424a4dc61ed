//! The offices on one machine, in the order in which the real ones work: authority, trustees,
//! central server, registry, stations.
//!
//! Invariant: the manifest is a training one, because all keys were made on one machine; nothing of
//! it is accepted by anything live.

use super::RehearsalError;
use crate::authority::{Kit, KitSecrets, RollMaker};
use crate::central::{Central, Running, ServerSecrets, url_of};
use crate::consultation::{
    Consultation, Manifest, Minute, Mode, ServerKeys, StationId, StationKind,
};
use crate::envelope::{Passphrase, Signed};
use crate::station::{self, Clock, NewOperator};
use crate::tally::ceremony;
use chrono::NaiveDateTime;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

/// How many trustees there are, and how many of them open the totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trustees {
    /// So many are needed; at least 2.
    pub threshold: u16,
    /// So many there are.
    pub all: u16,
}

impl Default for Trustees {
    /// Two of three.
    fn default() -> Self {
        Self {
            threshold: 2,
            all: 3,
        }
    }
}

/// Authority, registry, trustees and a running central server. Dropping them stops the server.
pub struct Offices {
    pub(super) dir: PathBuf,
    pub(super) kit: Kit,
    pub(super) kit_passphrase: Passphrase,
    pub(super) shares: Vec<(PathBuf, Passphrase)>,
    pub(super) trustees: Trustees,
    secrets: KitSecrets,
    manifest: Signed<Manifest>,
    _server: Running,
}

/// What the offices are to hold.
#[derive(Debug, Clone, Copy)]
pub struct Founding<'a> {
    /// The text of the consultation's file.
    pub consultation: &'a str,
    /// The roll as the registry sends it: CSV with `codice_fiscale` and `comune`.
    pub roll: &'a str,
    /// When the roll is made.
    pub now: NaiveDateTime,
    /// Who holds the tally key.
    pub trustees: Trustees,
}

impl Offices {
    /// Makes everything up to a server that answers and a signed roll, in the folder `dir`. A row
    /// of the roll that cannot be taken is an error: whoever rehearses made it up.
    pub fn found(dir: &Path, founding: &Founding<'_>) -> Result<Self, RehearsalError> {
        let config = dir.join("consultation");
        std::fs::create_dir_all(&config)?;
        std::fs::write(config.join("consultation.toml"), founding.consultation)?;

        // The authority, then the trustees: on one machine, which a live manifest would refuse.
        let kit_passphrase = Passphrase::random_code();
        let kit = Kit::create(&config, &dir.join("kit"), &kit_passphrase)?;
        let secrets = kit.secrets(&kit_passphrase)?;
        let passphrases: Vec<_> = (0..founding.trustees.all)
            .map(|_| Passphrase::random_code())
            .collect();
        let threshold = founding.trustees.threshold;
        let together = ceremony::together(&dir.join("trustees"), threshold, &passphrases)?;
        let (tally, one_machine) = ceremony::tally_key(&together.ceremony)?;
        let shares = together.shares.into_iter().map(|(_, path)| path);

        // The server's address goes into the manifest, so the socket comes first.
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let server_secrets = ServerSecrets::generate();
        let server = ServerKeys {
            url: url_of(&listener)?,
            receipt_key: server_secrets.receipt_key(),
            board_key: server_secrets.board_key(),
            board_origin: "seggio.demo/bacheca".to_owned(),
        };
        let manifest = kit.seal(&secrets, tally, one_machine, server, Mode::Training)?;
        server_secrets.write(&kit.server_dir().join("server.keys"))?;
        let maker = RollMaker {
            consultation: &manifest.value().consultation,
            fingerprint: manifest.digest(),
            made: Minute::of(founding.now),
            roll_key: &secrets.roll_key,
            registry: &secrets.registry,
        };
        let roll = maker.import(founding.roll.as_bytes(), &mut |_| {})?;
        if let Some(row) = roll.rejected.first() {
            return Err(RehearsalError::Roll {
                line: row.line,
                reason: row.reason,
            });
        }
        kit.keep_roll(&roll.roll)?;
        let central = Central::open(manifest.clone(), server_secrets, &dir.join("centrale.db"))?;
        Ok(Self {
            dir: dir.to_owned(),
            kit,
            kit_passphrase,
            shares: shares.zip(passphrases).collect(),
            trustees: founding.trustees,
            secrets,
            manifest,
            _server: Running::start(listener, central)?,
        })
    }

    /// The signed manifest.
    pub fn manifest(&self) -> &Signed<Manifest> {
        &self.manifest
    }

    /// What is voted on.
    pub fn consultation(&self) -> &Consultation {
        &self.manifest.value().consultation
    }

    /// Certifies a station and makes it in the folder `place`, from its bundle and one-time code.
    pub fn make_station(
        &self,
        name: &StationId,
        (kind, area): (StationKind, Option<&str>),
        place: &Path,
        president: &NewOperator,
        clock: Clock,
    ) -> Result<(), RehearsalError> {
        let (bundle, code) = self.kit.add_station(&self.secrets, name, kind, area)?;
        Ok(station::init(&bundle, &code, place, president, clock)?)
    }
}
