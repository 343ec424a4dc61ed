//! `scrutinio purge`: the end of every link between person and ballot.

use crate::closing::Closing;
use crate::count::examined;
use crate::io::{SecretSource, read};
use crate::kit::KIT_PASSPHRASE;
use anyhow::{Context, Result};
use clap::Args;
use seggio::authority::{AuthorityError, Kit};
use seggio::envelope::whole_file;
use seggio::tally::settlement;
use std::path::PathBuf;

/// Destroy the settlement key, and order server and stations to destroy the links.
///
/// For the registry, when the settlement is published. Checks the settlement over its export
/// first: afterwards no other one can be made. Asked again it writes the same order.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio purge --kit kit export.zip settlement.cose --out purge.cose\n  \
    centrale receive --manifest manifest.cose --database centrale.db purge.cose")]
pub struct Purge {
    /// The authority's kit
    #[arg(long, value_name = "DIR")]
    kit: PathBuf,
    /// What `centrale export` wrote and was settled
    export: PathBuf,
    /// What `scrutinio settle` wrote
    settlement: PathBuf,
    /// Where to write the order
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    closing: Closing,
    #[command(flatten)]
    secrets: SecretSource,
}

/// What the program cannot destroy.
const REMAINS: &str = "\
What remains:
  copies of the kit, if somebody made any: the key is in them; destroy them and their passphrase
  links in the server and in the stations until they have this order; after it, none
  copies of exports: nobody can open the links in them any more. Trustees who have not given
    their part still need the export that was settled
  pseudonyms: who voted, in which hour and where, never what; the roll key makes names of them
  overwritten blocks of disks and sticks, which flash memory may keep: destroy such media";

impl Purge {
    /// Runs the command.
    pub fn run(&self) -> Result<bool> {
        let kit = Kit::open(&self.kit)?;
        let (_, examined) = examined(&self.export)?;
        if examined.manifest.digest() != kit.manifest()?.digest() {
            return Err(AuthorityError::OtherConsultation.into());
        }
        let settled = settlement::open(&examined, &read(&self.settlement)?)?;
        let digest = settled.signed().digest();
        if !self.closing.known(&examined) {
            return Ok(false);
        }
        kit.keep_settlement(digest, false)?;
        let secrets = kit.secrets(&self.secrets.open()?.ask(KIT_PASSPHRASE)?)?;
        let purged = kit.purge(&secrets, digest)?;
        whole_file::replace(&self.out, purged.order.bytes(), 0o644)
            .with_context(|| self.out.display().to_string())?;
        println!("settlement {digest}");
        if purged.destroyed {
            println!("The settlement key of {} is destroyed.", self.kit.display());
        } else {
            println!("The settlement key was destroyed before; this is the same order again.");
        }
        println!(
            "Give {} to the server: centrale receive. Stations take it at their next sync, or by\n\
             seggio purge --order FILE.",
            self.out.display()
        );
        println!("{REMAINS}");
        Ok(true)
    }
}
