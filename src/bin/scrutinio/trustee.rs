//! `scrutinio trustee ...`: the key ceremony.

use crate::io::SecretSource;
use anyhow::Result;
use clap::{Args, Subcommand};
use seggio::tally::ceremony::{self, Trustee as Opened};
use std::path::PathBuf;
use std::str::FromStr;

#[derive(Debug, Subcommand)]
pub enum Trustee {
    /// Make this trustee's keys and card
    ///
    /// The private folder stays with the trustee; the shared folder travels to all of them.
    #[command(after_help = "Example:\n  \
        scrutinio trustee keys --name anna --dir ~/seggio-anna --ceremony /media/usb/ceremony")]
    Keys {
        /// Name: a-z, 0-9 and -
        #[arg(long)]
        name: String,
        #[command(flatten)]
        folders: Folders,
    },
    /// First round, when all cards are in the shared folder
    #[command(after_help = "Example:\n  \
        scrutinio trustee round1 --dir ~/seggio-anna --ceremony /media/usb/ceremony --threshold 3")]
    Round1 {
        #[command(flatten)]
        folders: Folders,
        /// How many trustees are needed to count: at least 2; the same for all
        #[arg(long, value_name = "K")]
        threshold: u16,
    },
    /// Second round, when all first-round files are in the shared folder
    #[command(after_help = "Example:\n  \
        scrutinio trustee round2 --dir ~/seggio-anna --ceremony /media/usb/ceremony")]
    Round2 {
        #[command(flatten)]
        folders: Folders,
    },
    /// Last step: keep the share, sign the transcript
    #[command(after_help = "Example:\n  \
        scrutinio trustee finish --dir ~/seggio-anna --ceremony /media/usb/ceremony")]
    Finish {
        #[command(flatten)]
        folders: Folders,
    },
    /// All trustees on this machine: for demonstration and training only
    ///
    /// Writes DIR/ceremony and, for every trustee, DIR/NAME/share.age under a passphrase of its
    /// own. A live consultation refuses such a key.
    #[command(after_help = "Example:\n  \
        scrutinio trustee together --trustees 2/3 --out training")]
    Together {
        /// Trustees needed / trustees in all
        #[arg(long, value_name = "K/N")]
        trustees: OutOf,
        /// Folder to make
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        #[command(flatten)]
        secrets: SecretSource,
    },
}

/// The two folders of a trustee.
#[derive(Debug, Args)]
pub struct Folders {
    /// Private folder
    #[arg(long)]
    dir: PathBuf,
    /// Shared folder
    #[arg(long, value_name = "DIR")]
    ceremony: PathBuf,
    #[command(flatten)]
    secrets: SecretSource,
}

/// `K/N`.
#[derive(Debug, Clone, Copy)]
pub struct OutOf {
    threshold: u16,
    trustees: u16,
}

impl FromStr for OutOf {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parsed = text.split_once('/').and_then(|(k, n)| {
            let (threshold, trustees) = (k.parse().ok()?, n.parse().ok()?);
            (threshold >= 2 && threshold <= trustees).then_some(Self {
                threshold,
                trustees,
            })
        });
        parsed.ok_or_else(|| "two numbers like 2/3, the first at least 2".to_owned())
    }
}

impl Folders {
    fn open(&self) -> Result<Opened> {
        let passphrase = self.secrets.open()?.ask("Trustee's passphrase")?;
        Ok(Opened::open(&self.dir, &passphrase)?)
    }
}

impl Trustee {
    /// Takes one step of the ceremony.
    pub fn run(&self) -> Result<bool> {
        match self {
            Self::Keys { name, folders } => {
                let passphrase = folders.secrets.open()?.choose("New passphrase")?;
                Opened::create(name, &folders.dir, &folders.ceremony, &passphrase)?;
                println!("Card of {name} written. When all cards are there: trustee round1");
            }
            Self::Round1 { folders, threshold } => {
                folders.open()?.round1(&folders.ceremony, *threshold)?;
                println!("First round done. When all are there: trustee round2");
            }
            Self::Round2 { folders } => {
                folders.open()?.round2(&folders.ceremony)?;
                println!("Second round done. When all are there: trustee finish");
            }
            Self::Finish { folders } => {
                let passphrase = folders.secrets.open()?.ask("Trustee's passphrase")?;
                let trustee = Opened::open(&folders.dir, &passphrase)?;
                let transcript = trustee.finish(&folders.ceremony, false, &passphrase)?;
                println!("Share kept. All trustees must see the same transcript:");
                println!("{}", transcript.digest());
            }
            Self::Together {
                trustees,
                out,
                secrets,
            } => {
                let mut secrets = secrets.open()?;
                let mut passphrases = Vec::new();
                for name in ceremony::names(trustees.trustees) {
                    passphrases.push(secrets.choose(&format!("New passphrase of {name}"))?);
                }
                let done = ceremony::together(out, trustees.threshold, &passphrases)?;
                for (name, share) in done.shares {
                    println!("{name}: {}", share.display());
                }
                println!("For training only: one machine has held all shares.");
            }
        }
        Ok(true)
    }
}
