//! `scrutinio in-person`: who voted in person, for the web platform.

use crate::io::{SecretSource, bytes_of};
use crate::kit::KIT_PASSPHRASE;
use anyhow::{Context, Result, bail};
use chrono::NaiveDate;
use clap::Args;
use seggio::authority::{Kit, WebFile};
use seggio::envelope::whole_file;
use seggio::identity::{CodiceFiscale, Pseudonym};
use seggio::tally;
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Say who voted in person, for the web platform.
///
/// The server knows pseudonyms only: whom they stand for, the registry finds in its own lists (residents,
/// albo of city users), each a CSV with a column `codice_fiscale`.
///
/// Writes a census as Decidim's module `file_authorization_handler` takes it: `ID_NUMBER,BIRTH_DATE`,
/// one person a line, dates as dd/mm/yyyy. Who voted in person goes to --to; who has not, and may
/// still vote on the web, to --others. A code that leaves the date of birth open has none, and is
/// named. It holds persons: only its owner can read it, and nobody else should get it.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio in-person export.zip --kit kit --people residenti.csv --people albo.csv \\\n    \
    --to votato.csv --others da-ammettere.csv")]
pub struct InPerson {
    /// The server's export
    #[arg(value_name = "EXPORT")]
    export: PathBuf,
    /// The authority's kit
    #[arg(long, value_name = "DIR")]
    kit: PathBuf,
    /// Everybody who may have voted; several files are allowed
    #[arg(long, value_name = "FILE.csv", required = true)]
    people: Vec<PathBuf>,
    /// Where to write who voted in person
    #[arg(long, value_name = "FILE.csv")]
    to: PathBuf,
    /// Where to write who did not
    #[arg(long, value_name = "FILE.csv")]
    others: Option<PathBuf>,
    #[command(flatten)]
    secrets: SecretSource,
}

impl InPerson {
    /// Runs the command.
    pub fn run(&self) -> Result<bool> {
        let kit = Kit::open(&self.kit)?;
        let manifest = kit.manifest()?;
        let bytes = std::fs::read(&self.export)
            .with_context(|| format!("cannot read {}", self.export.display()))?;
        let examined = tally::examine_file(&bytes, &mut |_| {})
            .with_context(|| self.export.display().to_string())?;
        if examined.manifest.digest() != manifest.digest() {
            bail!("{}: of another consultation", self.export.display());
        }
        let Some(voted) = tally::visits(&examined.chains) else {
            bail!(
                "{}: the links were destroyed, and with them who voted",
                self.export.display()
            );
        };
        let secrets = kit.secrets(&self.secrets.open()?.ask(KIT_PASSPHRASE)?)?;
        let mut people: BTreeMap<Pseudonym, CodiceFiscale> = BTreeMap::new();
        let mut rejected = 0;
        for path in &self.people {
            let csv = File::open(path).with_context(|| path.display().to_string())?;
            let file = WebFile::read(csv, &secrets.roll_key, &mut bytes_of(path)?)?;
            for row in &file.rejected {
                println!("{}, line {}: {}", path.display(), row.line, row.reason);
            }
            rejected += file.rejected.len();
            people.extend(file.people);
        }
        let nobody = voted.keys().filter(|who| !people.contains_key(who)).count();
        let (in_person, others): (Vec<_>, Vec<_>) =
            people.iter().partition(|(who, _)| voted.contains_key(who));
        let on = manifest.value().consultation.eligibility.reference_date;
        let open = write(&self.to, &in_person, on)?
            + match &self.others {
                Some(path) => write(path, &others, on)?,
                None => 0,
            };
        println!(
            "{} voted in person, {} did not; {nobody} voted who are on none of these lists",
            in_person.len(),
            others.len()
        );
        if open > 0 {
            println!("{open} codes leave the date of birth open: add it by hand");
        }
        Ok(rejected == 0 && nobody == 0)
    }
}

/// Writes a census for its owner only; how many have no date of birth.
fn write(path: &Path, people: &[(&Pseudonym, &CodiceFiscale)], on: NaiveDate) -> Result<usize> {
    let mut codes: Vec<&CodiceFiscale> = people.iter().map(|(_, code)| *code).collect();
    codes.sort_unstable_by_key(|code| code.as_str());
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(["ID_NUMBER", "BIRTH_DATE"])?;
    let mut open = 0;
    for code in codes {
        let birth = code.birth_on(on).map(|d| d.format("%d/%m/%Y").to_string());
        open += usize::from(birth.is_none());
        csv.write_record([code.as_str(), birth.as_deref().unwrap_or_default()])?;
    }
    let bytes = csv.into_inner().context("the file could not be made")?;
    whole_file::replace(path, &bytes, 0o600).with_context(|| path.display().to_string())?;
    Ok(open)
}
