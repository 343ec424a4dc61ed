//! `scrutinio trustee ...`: the key ceremony.

use crate::io::SecretSource;
use anyhow::Result;
use clap::{Args, Subcommand};
use seggio::tally::ceremony::{self, Standing, Step, Trustee as Opened};
use std::path::{Path, PathBuf};
use std::str::FromStr;

#[derive(Debug, Subcommand)]
pub enum Trustee {
    /// Make this trustee's keys and card
    ///
    /// The private folder stays with the trustee; the shared folder travels to all of them. Asks for
    /// a new passphrase of at least 12 characters, twice.
    ///
    /// A card says itself whose it is. Before the first round read the fingerprint that is printed to
    /// every other trustee, by telephone or face to face: not by what carries the shared folder.
    ///
    /// Every step can be run again: it brings the same files again, and changes nothing.
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
    ///
    /// First compare the fingerprint of every card with its owner. Afterwards the cards do not change.
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
    ///
    /// First compare the ceremony's code with all: the same code, the same cards and threshold.
    #[command(after_help = "Example:\n  \
        scrutinio trustee round2 --dir ~/seggio-anna --ceremony /media/usb/ceremony")]
    Round2 {
        #[command(flatten)]
        folders: Folders,
    },
    /// Last step: keep the share, sign the transcript
    ///
    /// Keep a copy of share.age elsewhere. The private folder is needed until the manifest is sealed:
    /// it brings again what was lost on the way.
    #[command(after_help = "Example:\n  \
        scrutinio trustee finish --dir ~/seggio-anna --ceremony /media/usb/ceremony")]
    Finish {
        #[command(flatten)]
        folders: Folders,
    },
    /// Where a ceremony stands: who has done what, who is next, what to compare
    ///
    /// Needs no passphrase. Exit status 1 if a file is wrong, with its remedy.
    #[command(after_help = "Example:\n  \
        scrutinio trustee show --ceremony /media/usb/ceremony")]
    Show {
        /// Shared folder
        #[arg(long, value_name = "DIR")]
        ceremony: PathBuf,
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
    pub threshold: u16,
    pub trustees: u16,
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

/// Characters of a new passphrase, at least.
const LEAST: usize = 12;

impl Trustee {
    /// Takes one step of the ceremony.
    pub fn run(&self) -> Result<bool> {
        match self {
            Self::Keys { name, folders } => {
                let step = folders.keys(name)?;
                said(&step, &format!("Card of {name} written."));
                cards(&folders.ceremony)?;
                println!(
                    "Read your fingerprint to every other trustee, by telephone or face to face,"
                );
                println!("and compare theirs. When all cards are there and right: trustee round1");
            }
            Self::Round1 { folders, threshold } => {
                let step = folders.open()?.round1(&folders.ceremony, *threshold)?;
                said(&step, "First round done.");
                cards(&folders.ceremony)?;
                println!(
                    "Compare the code with every other trustee. When all are there: trustee round2"
                );
            }
            Self::Round2 { folders } => {
                let step = folders.open()?.round2(&folders.ceremony)?;
                said(&step, "Second round done.");
                cards(&folders.ceremony)?;
                println!("When all are there: trustee finish");
            }
            Self::Finish { folders } => {
                let passphrase = folders.secrets.open()?.ask("Trustee's passphrase")?;
                let trustee = Opened::open(&folders.dir, &passphrase)?;
                let (transcript, step) = trustee.finish(&folders.ceremony, false, &passphrase)?;
                said(&step, "Share kept.");
                cards(&folders.ceremony)?;
                println!("All trustees must see the same transcript:");
                println!("{}", transcript.digest());
            }
            Self::Show { ceremony } => return show(ceremony),
            Self::Together {
                trustees,
                out,
                secrets,
            } => {
                let mut secrets = secrets.open()?;
                let mut passphrases = Vec::new();
                for name in ceremony::names(trustees.trustees) {
                    let what = format!("New passphrase of {name}");
                    passphrases.push(secrets.choose_long(&what, LEAST)?);
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

impl Folders {
    /// Makes the keys, or brings the card again.
    fn keys(&self, name: &str) -> Result<Step> {
        if Opened::is_in(&self.dir) {
            return Ok(self.open()?.keys_again(name, &self.ceremony)?);
        }
        let mut secrets = self.secrets.open()?;
        let passphrase = secrets.choose_long("New passphrase (at least 12 characters)", LEAST)?;
        Opened::create(name, &self.dir, &self.ceremony, &passphrase)?;
        Ok(Step::Taken)
    }
}

/// Says what came of a step.
fn said(step: &Step, done: &str) {
    match step {
        Step::Taken => println!("{done}"),
        Step::AlreadyDone => println!("Already done, nothing was changed."),
        Step::TakenUp(files) => {
            println!("Taken up again. Written anew, unchanged:");
            for file in files {
                println!("  {}", file.display());
            }
        }
    }
}

/// Lists what all trustees must see alike.
fn cards(ceremony: &Path) -> Result<Standing> {
    let standing = Standing::read(ceremony)?;
    for trustee in &standing.trustees {
        println!("  {}  {}", trustee.fingerprint, trustee.name);
    }
    if let (Some(code), Some(threshold)) = (&standing.code, standing.threshold) {
        let trustees = standing.trustees.len();
        println!("  {code}  is the ceremony's code: these cards, {threshold} of {trustees} needed");
    }
    Ok(standing)
}

/// Shows where a ceremony stands; `false` if something is wrong.
fn show(ceremony: &Path) -> Result<bool> {
    let standing = cards(ceremony)?;
    let others = standing.trustees.len().saturating_sub(1);
    for trustee in &standing.trustees {
        let round1 = if trustee.round1 { "done" } else { "-" };
        let transcript = trustee.transcript.map(|d| ceremony::short(&d));
        println!(
            "{}: round1 {round1}, round2 {} of {others}, transcript {}",
            trustee.name,
            trustee.round2,
            transcript.as_deref().unwrap_or("-")
        );
    }
    for problem in &standing.problems {
        println!("WRONG: {problem}");
    }
    let next = standing.next();
    for (name, step) in &next {
        println!("next: {name}: trustee {step}");
    }
    if next.is_empty() && standing.problems.is_empty() && !standing.trustees.is_empty() {
        println!("All have signed. next: scrutinio seal");
    }
    Ok(standing.problems.is_empty())
}
