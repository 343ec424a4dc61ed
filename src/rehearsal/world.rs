//! Building the world, in the order in which the real offices would.

use super::people::people;
use crate::authority::{AuthorityError, Kit, RollMaker};
use crate::central::{Central, KeysError, LedgerError, Running, ServerSecrets};
use crate::consultation::{Manifest, Minute, Mode, ServerKeys, StationId, StationKind};
use crate::envelope::{EnvelopeError, Passphrase, Signed};
use crate::i18n::{self, Arg, Language};
use crate::station::{self, Clock, NewOperator, Role, Station, StationError, UnlockError};
use crate::tally::ceremony::{self, CeremonyError};
use chrono::NaiveDateTime;
use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

/// The last day of the tables, in the afternoon: closing is the last one, and everything leaves.
pub const DEMO_START: &str = "2022-09-18T17:40";

const CONSULTATION: &str =
    include_str!("../../kiosk-config/digitale-bene-comune-2022/consultation.toml");
const STATION: &str = "carpaneto";
pub(super) const TRUSTEES: u16 = 3;
pub(super) const THRESHOLD: u16 = 2;

/// The operators, with secrets that are shown on purpose.
const OPERATORS: [(&str, Role, &str, &str); 2] = [
    ("anna", Role::President, "sole luna mare", "112233"),
    ("bruno", Role::Clerk, "pane olio vino", "445566"),
];

/// Why the world could not be built.
#[derive(Debug, thiserror::Error)]
pub enum RehearsalError {
    /// The authority's side.
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    /// The trustees' side.
    #[error(transparent)]
    Ceremony(#[from] CeremonyError),
    /// The server's side.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The server's keys.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The station's side.
    #[error(transparent)]
    Station(#[from] StationError),
    /// Opening the station.
    #[error(transparent)]
    Unlock(#[from] UnlockError),
    /// Signing or sealing.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// Files and sockets.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Where the world lives: a temporary folder is gone with it.
enum Folder {
    Temporary(tempfile::TempDir),
    Kept(PathBuf),
}

/// The whole world. Dropping it stops the server.
pub struct World {
    folder: Folder,
    pub(super) kit: Kit,
    pub(super) kit_passphrase: Passphrase,
    pub(super) trustees: Vec<(PathBuf, Passphrase)>,
    pub(super) manifest: Signed<Manifest>,
    _server: Running,
    clock: Clock,
    language: Language,
}

impl World {
    /// Builds everything, in `keep` or in a temporary folder.
    pub fn build(
        start: NaiveDateTime,
        keep: Option<&Path>,
        language: Language,
    ) -> Result<Self, RehearsalError> {
        let folder = match keep {
            Some(dir) => {
                std::fs::create_dir_all(dir)?;
                Folder::Kept(dir.to_owned())
            }
            None => Folder::Temporary(tempfile::Builder::new().prefix("seggio-").tempdir()?),
        };
        let dir = folder.path();
        let clock = Clock::starting_at(start);
        let config = dir.join("consultation");
        std::fs::create_dir_all(&config)?;
        std::fs::write(
            config.join("consultation.toml"),
            for_few_voters(CONSULTATION),
        )?;

        // The authority, then the trustees: on one machine, which a live manifest would refuse.
        let kit_passphrase = Passphrase::random_code();
        let kit = Kit::create(&config, &dir.join("kit"), &kit_passphrase)?;
        let secrets = kit.secrets(&kit_passphrase)?;
        let passphrases: Vec<_> = (0..TRUSTEES).map(|_| Passphrase::random_code()).collect();
        let together = ceremony::together(&dir.join("trustees"), THRESHOLD, &passphrases)?;
        let (tally, one_machine) = ceremony::tally_key(&together.ceremony)?;
        let trustees = together
            .shares
            .into_iter()
            .map(|(_, path)| path)
            .zip(passphrases)
            .collect();

        // The server's address goes into the manifest, so the socket comes first.
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let server_secrets = ServerSecrets::generate();
        let server = ServerKeys {
            url: crate::central::url_of(&listener)?,
            receipt_key: server_secrets.receipt_key(),
            board_key: server_secrets.board_key(),
            board_origin: "seggio.demo/bacheca".to_owned(),
        };
        let manifest = kit.seal(&secrets, tally, one_machine, server, Mode::Training)?;
        server_secrets.write(&kit.server_dir().join("server.keys"))?;
        let maker = RollMaker {
            consultation: &manifest.value().consultation,
            fingerprint: manifest.digest(),
            made: Minute::of(start),
            roll_key: &secrets.roll_key,
            registry: &secrets.registry,
        };
        let roll = maker.import(made_up_roll().as_bytes(), &mut |_| {})?;
        kit.keep_roll(&roll.roll)?;
        let central = Central::open(manifest.clone(), server_secrets, &dir.join("centrale.db"))?;
        let running = Running::start(listener, central)?;

        let station = StationId::parse(STATION).ok_or(EnvelopeError::BadKey)?;
        let (bundle, code) = kit.add_station(&secrets, &station, StationKind::Banchetto, None)?;
        let place = dir.join("station");
        let [president, clerk] = OPERATORS.map(|(name, role, passphrase, pin)| {
            let (passphrase, pin) = (Passphrase::new(passphrase), Passphrase::new(pin));
            (
                NewOperator {
                    name: name.to_owned(),
                    passphrase,
                    pin,
                },
                role,
            )
        });
        station::init(&bundle, &code, &place, &president.0, clock)?;
        let mut unlocked =
            Station::unlock(&place, &president.0.name, &president.0.passphrase, clock)?;
        unlocked.add_operator(&clerk.0, clerk.1)?;
        drop(unlocked);
        Ok(Self {
            folder,
            kit,
            kit_passphrase,
            trustees,
            manifest,
            _server: running,
            clock,
            language,
        })
    }

    /// The folder of the world.
    pub fn dir(&self) -> &Path {
        self.folder.path()
    }

    /// The folder of the station.
    pub fn station_dir(&self) -> PathBuf {
        self.dir().join("station")
    }

    /// The clock, set inside the phase.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// The language of the help screens.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Names, passphrases and PINs of the operators, for the unlock screen.
    pub fn hint(&self) -> Vec<String> {
        let line = |(name, _, passphrase, pin): (&str, Role, &str, &str)| {
            let args = [
                ("name", Arg::from(name)),
                ("passphrase", Arg::from(passphrase)),
                ("pin", Arg::from(pin)),
            ];
            i18n::text_with(self.language, "demo-operator", &args)
        };
        OPERATORS.map(line).to_vec()
    }
}

impl Folder {
    fn path(&self) -> &Path {
        match self {
            Self::Temporary(dir) => dir.path(),
            Self::Kept(dir) => dir,
        }
    }
}

/// Whoever tries the demo wants to see one vote counted; a live manifest would refuse this.
fn for_few_voters(consultation: &str) -> String {
    let lines = consultation.lines().map(|line| {
        if line.starts_with("minimum_ballots") {
            "minimum_ballots = 1"
        } else {
            line
        }
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The residents among the made-up people, as the registry would send them.
fn made_up_roll() -> String {
    let mut roll = String::from("codice_fiscale,comune\n");
    for p in people().iter().filter(|p| !p.comune.is_empty()) {
        roll.extend([p.code.as_str(), ",", p.comune.as_str(), "\n"]);
    }
    roll
}
