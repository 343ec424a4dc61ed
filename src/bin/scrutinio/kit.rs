//! The authority's kit: keys, manifest, roll, stations.

use crate::io::{SecretSource, bytes_of, write};
use anyhow::{Context, Result, bail};
use chrono::Local;
use clap::{Args, Subcommand};
use seggio::authority::{AuthorityError, Kit, RollMaker};
use seggio::batch::Ruling;
use seggio::central::ServerSecrets;
use seggio::consultation::{Minute, Mode, ServerKeys, StationId, StationKind};
use seggio::envelope::Digest;
use seggio::tally::ceremony;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Make the kit: check the consultation, then make the keys of authority, registry and
/// settlement.
///
/// Asks for a passphrase of at least 12 characters, twice. All errors of the consultation come at once, with file and line.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio new --config kiosk-config/digitale-bene-comune-2022 --kit kit")]
pub struct New {
    /// The folder with consultation.toml
    #[arg(long, value_name = "DIR")]
    config: PathBuf,
    /// The kit's new folder
    #[arg(long, value_name = "DIR")]
    kit: PathBuf,
    #[command(flatten)]
    secrets: SecretSource,
}

/// Sign the manifest and print its fingerprint.
///
/// From here on nothing of the consultation changes. Writes manifest.cose and the server's keys
/// to server/ in the kit: both go to the central server's machine.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio seal --kit kit --trustees ceremony --server https://voto.example.it --live")]
pub struct Seal {
    /// The authority's kit
    #[arg(long, value_name = "DIR")]
    kit: PathBuf,
    /// The shared folder of the key ceremony
    #[arg(long, value_name = "DIR")]
    trustees: PathBuf,
    /// Where stations reach the central server
    #[arg(long, value_name = "URL")]
    server: String,
    /// A real vote; without it the manifest is for training
    #[arg(long)]
    live: bool,
    #[command(flatten)]
    secrets: SecretSource,
}

/// The roll of residents.
#[derive(Debug, Subcommand)]
pub enum Roll {
    /// Read the residents from a CSV; keep pseudonyms and areas only.
    ///
    /// The first line names the columns: comune (code or name), and `codice_fiscale` or the
    /// personal data to compute it (cognome, nome, `data_nascita`, sesso, `luogo_nascita`,
    /// perhaps `provincia_nascita`). Commas or semicolons, UTF-8.
    ///
    /// Rows that are not valid are listed by line and reason, and left out: exit status 1. A file
    /// that would leave nobody on the roll imports nothing.
    #[command(after_help = "Example:\n  scrutinio roll import residenti.csv --kit kit")]
    Import {
        /// The file
        file: PathBuf,
        /// The authority's kit
        #[arg(long, value_name = "DIR")]
        kit: PathBuf,
        #[command(flatten)]
        secrets: SecretSource,
    },
}

/// The stations.
#[derive(Debug, Subcommand)]
pub enum Station {
    /// Certify a station: writes NAME.bundle and prints its one-time code.
    ///
    /// The code travels separately from the bundle, and is not written anywhere.
    #[command(after_help = "Example:\n  \
        scrutinio station add banchetto-carpaneto --kind banchetto --kit kit --out bundles")]
    Add {
        /// 1 to 40 of a-z, 0-9 and -
        #[arg(value_parser = station_id)]
        name: StationId,
        /// banchetto, assisted or assembly
        #[arg(long, value_parser = station_kind)]
        kind: StationKind,
        /// Area in which it stands (its code), where totals are split by area
        #[arg(long, value_name = "CODE")]
        area: Option<String>,
        /// The authority's kit
        #[arg(long, value_name = "DIR")]
        kit: PathBuf,
        /// Where to write the bundle
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        #[command(flatten)]
        secrets: SecretSource,
    },
    /// Revoke a station: nothing that it sends from then on is taken.
    ///
    /// Writes a decision, signed by the authority, for `centrale receive`; it goes on the board, with
    /// its reason. What the server accepted before still counts.
    #[command(after_help = "Example:\n  \
        scrutinio station revoke banchetto-2 --kit kit --reason 'computer rubato' --out revoca.cose")]
    Revoke {
        /// The station
        #[arg(value_parser = station_id)]
        name: StationId,
        #[command(flatten)]
        decision: DecisionFile,
    },
    /// Decide which of two computers is the station, after its bundle was used twice.
    ///
    /// `centrale stations` names the rotations. Writes a decision, signed by the authority, for
    /// `centrale receive`; it goes on the board, with its reason.
    #[command(after_help = "Example:\n  \
        scrutinio station keep banchetto-2 --rotation 5f1c… --instead-of 88ab… --kit kit \\\n    \
        --reason 'il portatile di riserva era stato avviato per prova' --out decisione.cose")]
    Keep {
        /// The station
        #[arg(value_parser = station_id)]
        name: StationId,
        /// The rotation that stays
        #[arg(long, value_name = "HEX", value_parser = digest)]
        rotation: Digest,
        /// Each of the others
        #[arg(long, value_name = "HEX", value_parser = digest, required = true)]
        instead_of: Vec<Digest>,
        #[command(flatten)]
        decision: DecisionFile,
    },
    /// List the certified stations
    #[command(after_help = "Example:\n  scrutinio station list --kit kit")]
    List {
        /// The authority's kit
        #[arg(long, value_name = "DIR")]
        kit: PathBuf,
    },
}

/// Why, under which key, and where to.
#[derive(Debug, Args)]
pub struct DecisionFile {
    /// The authority's kit
    #[arg(long, value_name = "DIR")]
    kit: PathBuf,
    /// Why, for everybody to read; no names of people
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    secrets: SecretSource,
}

impl DecisionFile {
    fn write(&self, station: &StationId, ruling: Ruling) -> Result<()> {
        let kit = Kit::open(&self.kit)?;
        if !kit.stations()?.iter().any(|(known, _)| known == station) {
            bail!("{station} is not a station of this kit");
        }
        let secrets = kit.secrets(&self.secrets.open()?.ask(KIT_PASSPHRASE)?)?;
        let decision = kit.decide(&secrets, station, ruling, &self.reason)?;
        write(&self.out, decision.bytes())?;
        println!("{}", decision.digest());
        Ok(())
    }
}

fn digest(text: &str) -> Result<Digest, String> {
    Digest::from_hex(text).ok_or_else(|| "64 hexadecimal digits".to_owned())
}

fn station_id(text: &str) -> Result<StationId, String> {
    StationId::parse(text).ok_or_else(|| "1 to 40 of a-z, 0-9 and -".to_owned())
}

fn station_kind(text: &str) -> Result<StationKind, String> {
    StationKind::from_word(text).ok_or_else(|| "banchetto, assisted or assembly".to_owned())
}

pub const KIT_PASSPHRASE: &str = "Passphrase of the kit";

impl New {
    /// Makes the kit.
    pub fn run(&self) -> Result<bool> {
        let passphrase = self.secrets.open()?.choose_long(KIT_PASSPHRASE, 12)?;
        Kit::create(&self.config, &self.kit, &passphrase)?;
        println!("kit made in {}", self.kit.display());
        Ok(true)
    }
}

impl Seal {
    /// Signs the manifest.
    pub fn run(&self) -> Result<bool> {
        if !(self.server.starts_with("http://") || self.server.starts_with("https://")) {
            bail!("--server: an address that begins with https:// or http://");
        }
        let kit = Kit::open(&self.kit)?;
        let (tally, one_machine) = ceremony::tally_key(&self.ceremony())?;
        let secrets = kit.secrets(&self.secrets.open()?.ask(KIT_PASSPHRASE)?)?;
        if let Ok(sealed) = kit.manifest() {
            bail!(AuthorityError::AlreadySealed(sealed.digest().hex()));
        }
        let server = server_keys(&kit.server_dir())?;
        let url = self.server.trim_end_matches('/').to_owned();
        let host = url.split_once("://").map_or(url.as_str(), |(_, host)| host);
        let keys = ServerKeys {
            board_origin: format!("{host}/{}", kit.consultation()?.id),
            url: url.clone(),
            receipt_key: server.receipt_key(),
            board_key: server.board_key(),
        };
        let mode = if self.live {
            Mode::Live
        } else {
            Mode::Training
        };
        let transcript = tally.transcript;
        let manifest = kit.seal(&secrets, tally, one_machine, keys, mode)?;
        eprintln!("the trustees' transcript, which each of them must recognise: {transcript}");
        println!("{}", manifest.digest());
        Ok(true)
    }

    /// The shared folder itself, or the folder that `trustee together` made around it.
    fn ceremony(&self) -> PathBuf {
        let inner = self.trustees.join("ceremony");
        if inner.is_dir() {
            inner
        } else {
            self.trustees.clone()
        }
    }
}

/// The server's keys, on disk before a manifest names them: a manifest whose keys are lost could
/// serve no vote. Those that an interrupted sealing left are taken up again.
fn server_keys(dir: &Path) -> Result<ServerSecrets> {
    let path = dir.join("server.keys");
    if path.exists() {
        return Ok(ServerSecrets::read(&path)?);
    }
    std::fs::create_dir_all(dir).with_context(|| dir.display().to_string())?;
    let keys = ServerSecrets::generate();
    keys.write(&path)?;
    Ok(keys)
}

impl Roll {
    /// Imports the roll.
    pub fn run(&self) -> Result<bool> {
        let Self::Import { file, kit, secrets } = self;
        let kit = Kit::open(kit)?;
        let manifest = kit.manifest()?;
        let csv = File::open(file).with_context(|| file.display().to_string())?;
        let secrets = kit.secrets(&secrets.open()?.ask(KIT_PASSPHRASE)?)?;
        let maker = RollMaker {
            consultation: &manifest.value().consultation,
            fingerprint: manifest.digest(),
            made: Minute::of(Local::now().naive_local()),
            roll_key: &secrets.roll_key,
            registry: &secrets.registry,
        };
        let import = maker.import(csv, &mut bytes_of(file)?)?;
        let mut out = BufWriter::new(std::io::stdout().lock());
        for row in &import.rejected {
            writeln!(out, "line {}: {}", row.line, row.reason)?;
        }
        if import.roll.value().is_empty() {
            out.flush()?;
            bail!(
                "{}: nobody in it can be put on the roll; nothing is imported",
                file.display()
            );
        }
        kit.keep_roll(&import.roll)?;
        writeln!(
            out,
            "{} people on the roll, of whom {} by a computed code; {} rows rejected",
            import.roll.value().len(),
            import.computed,
            import.rejected.len()
        )?;
        out.flush()?;
        Ok(import.rejected.is_empty())
    }
}

impl Station {
    /// Adds, lists, revokes or keeps.
    pub fn run(&self) -> Result<bool> {
        match self {
            Self::Revoke { name, decision } => decision.write(name, Ruling::Revoke)?,
            Self::Keep {
                name,
                rotation,
                instead_of,
                decision,
            } => {
                let mut refused = instead_of.clone();
                refused.sort();
                refused.dedup();
                if refused.contains(rotation) {
                    bail!("--instead-of names the rotation that stays");
                }
                let rotation = *rotation;
                decision.write(name, Ruling::Keep { rotation, refused })?;
            }
            Self::List { kit } => {
                for (station, kind) in Kit::open(kit)?.stations()? {
                    println!("{station}\t{}", kind.word());
                }
            }
            Self::Add {
                name,
                kind,
                kit,
                area,
                out,
                secrets,
            } => {
                let kit = Kit::open(kit)?;
                let secrets = kit.secrets(&secrets.open()?.ask(KIT_PASSPHRASE)?)?;
                if kit.roll()?.is_none() {
                    eprintln!("note: no roll was imported; this station knows no residents");
                }
                let (bundle, code) = kit.add_station(&secrets, name, *kind, area.as_deref())?;
                std::fs::create_dir_all(out).with_context(|| out.display().to_string())?;
                write(&out.join(format!("{name}.bundle")), &bundle)?;
                println!("{}", *code.grouped());
            }
        }
        Ok(true)
    }
}
