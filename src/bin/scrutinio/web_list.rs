//! `scrutinio web-list`: who voted on the web, as pseudonyms, for the board.

use crate::io::{SecretSource, bytes_of};
use crate::kit::KIT_PASSPHRASE;
use anyhow::{Context, Result, bail};
use clap::Args;
use seggio::authority::{Kit, WebFile};
use seggio::envelope::whole_file;
use std::fs::File;
use std::path::PathBuf;

/// Make the list of web voters from a CSV of codici fiscali.
///
/// The first line names `codice_fiscale`; or there is one code a line, and nothing else. Commas or
/// semicolons, UTF-8. The list holds pseudonyms only; its digest and its count go on the board, so
/// give it to the server before `scrutinio settle`. The server takes one list: the same file again
/// is harmless, another one is refused.
///
/// Lines that are not valid are listed by line and reason, and left out: exit status 1.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio web-list web.csv --kit kit --out web-list.cbor")]
pub struct WebList {
    /// The file
    file: PathBuf,
    /// The authority's kit
    #[arg(long, value_name = "DIR")]
    kit: PathBuf,
    /// Where to write the list
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    secrets: SecretSource,
}

impl WebList {
    /// Runs the command.
    pub fn run(&self) -> Result<bool> {
        let kit = Kit::open(&self.kit)?;
        let manifest = kit.manifest()?;
        let name = self.file.display();
        let csv = File::open(&self.file).with_context(|| name.to_string())?;
        let secrets = kit.secrets(&self.secrets.open()?.ask(KIT_PASSPHRASE)?)?;
        let file = WebFile::read(csv, &secrets.roll_key, &mut bytes_of(&self.file)?)?;
        for row in &file.rejected {
            println!("line {}: {}", row.line, row.reason);
        }
        for line in &file.repeated {
            println!("line {line}: repeated, counted once");
        }
        if file.people.is_empty() {
            bail!("{name}: no codice fiscale in it; nothing is written");
        }
        let list = file.sign(&secrets.registry, manifest.digest());
        // It tells which pseudonyms voted: for its owner only.
        whole_file::replace(&self.out, &list.bytes(), 0o600)
            .with_context(|| self.out.display().to_string())?;
        println!(
            "{} web voters; {} lines repeated, {} rejected",
            file.people.len(),
            file.repeated.len(),
            file.rejected.len()
        );
        println!("digest {}", list.header().digest());
        if !file.rejected.is_empty() {
            println!(
                "The rejected lines are not on it: correct them first, there is only one list"
            );
        }
        println!(
            "Give it to the server, before the export that is settled: centrale receive {}",
            self.out.display()
        );
        Ok(file.rejected.is_empty())
    }
}
