//! The demo: a case with one station, whose operators' secrets are shown on purpose.

use super::{Case, Founding, Offices, RehearsalError, Trustees};
use crate::envelope::Passphrase;
use crate::i18n::{self, Arg, Language};
use crate::station::{Clock, NewOperator, Role, Station};
use chrono::NaiveDateTime;
use std::path::{Path, PathBuf};

/// The operators, with secrets that are shown on purpose.
const OPERATORS: [(&str, Role, &str, &str); 2] = [
    ("anna", Role::President, "sole luna mare", "112233"),
    ("bruno", Role::Clerk, "pane olio vino", "445566"),
];

/// Where the world lives: a temporary folder is gone with it.
enum Folder {
    Temporary(tempfile::TempDir),
    Kept(PathBuf),
}

/// The whole world. Dropping it stops the server.
pub struct World {
    folder: Folder,
    pub(super) offices: Offices,
    pub(super) case: Case,
    clock: Clock,
    language: Language,
}

impl World {
    /// Builds everything, in `keep` or in a temporary folder. The clock starts at `start`, or else
    /// on the last day of the case's first phase.
    pub fn build(
        case: Case,
        start: Option<NaiveDateTime>,
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
        let start = start.unwrap_or_else(|| case.start());
        let clock = Clock::starting_at(start);
        let offices = Offices::found(
            dir,
            &Founding {
                consultation: case.text(),
                roll: &case.roll(),
                now: start,
                trustees: Trustees::default(),
            },
        )?;
        let place = dir.join("station");
        let [(president, _), (clerk, role)] = OPERATORS.map(|(name, role, passphrase, pin)| {
            let operator = NewOperator {
                name: name.to_owned(),
                passphrase: Passphrase::new(passphrase),
                pin: Passphrase::new(pin),
            };
            (operator, role)
        });
        let area = case.area().map(|a| a.id.as_str());
        let kind = (case.kind(), area);
        offices.make_station(&case.station()?, kind, &place, &president, clock)?;
        let mut unlocked = Station::unlock(&place, &president.name, &president.passphrase, clock)?;
        unlocked.add_operator(&clerk, role)?;
        drop(unlocked);
        Ok(Self {
            folder,
            offices,
            case,
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
