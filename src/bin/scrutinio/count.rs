//! From the ledger's export to the public package, and its verification.

use crate::closing::Closing;
use crate::io::{SecretSource, read, steps, write};
use anyhow::{Result, bail};
use clap::Args;
use seggio::batch::Export;
use seggio::consultation::Consultation;
use seggio::envelope::{Digest, cbor};
use seggio::tally::{
    self, Examined, OpenSettlement, Part, Share, Totals, examine_file, package, settlement,
};
use std::path::{Path, PathBuf};

/// Give one trustee's part of the decryption.
///
/// Runs every check first. Afterwards the share serves this settlement only: `share.spent`
/// beside it says so.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio partial --share ~/seggio-anna/share.age export.zip settlement.cose --out anna.cose")]
pub struct Partial {
    /// The trustee's share
    #[arg(long, value_name = "FILE")]
    share: PathBuf,
    /// What `centrale export` wrote
    export: PathBuf,
    /// What `scrutinio settle` wrote
    settlement: PathBuf,
    /// Where to write the partial
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Refuse any other consultation than the one with this fingerprint
    #[arg(long, value_name = "HEX", value_parser = fingerprint)]
    fingerprint: Option<Digest>,
    #[command(flatten)]
    closing: Closing,
    #[command(flatten)]
    secrets: SecretSource,
}

/// Decrypt the totals with the parts of enough trustees.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio tally export.zip settlement.cose anna.cose carla.cose --out totals.cbor")]
pub struct Tally {
    /// What `centrale export` wrote
    export: PathBuf,
    /// What `scrutinio settle` wrote
    settlement: PathBuf,
    /// What `scrutinio partial` wrote, one for each trustee
    #[arg(required = true)]
    partials: Vec<PathBuf>,
    /// Where to write the totals
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Value of the public draw, where a tie waits for it: what it decides is shown; `publish` takes it too
    #[arg(long, value_name = "VALUE")]
    lot: Option<String>,
}

/// Make the public package.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio publish export.zip settlement.cose anna.cose carla.cose \\\n      \
    --totals totals.cbor --out package.zip")]
pub struct Publish {
    /// What `centrale export` wrote
    export: PathBuf,
    /// What `scrutinio settle` wrote
    settlement: PathBuf,
    /// What `scrutinio partial` wrote, one for each trustee
    #[arg(required = true)]
    partials: Vec<PathBuf>,
    /// What `scrutinio tally` wrote, to be sure that the same is published
    #[arg(long, value_name = "FILE")]
    totals: Option<PathBuf>,
    /// Value of the public draw, where a tie waits for it
    #[arg(long, value_name = "VALUE")]
    lot: Option<String>,
    /// Where to write the package
    #[arg(long, value_name = "PACKAGE.zip")]
    out: PathBuf,
}

/// Check a public package.
///
/// Trusts nothing but the fingerprint. Without --fingerprint it prints the package's own:
/// compare it with the published one.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio verify package.zip --fingerprint 1f0c…")]
pub struct Verify {
    /// The package
    package: PathBuf,
    /// The fingerprint of the consultation, 64 hexadecimal digits
    #[arg(long, value_name = "HEX", value_parser = fingerprint)]
    fingerprint: Option<Digest>,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

fn fingerprint(text: &str) -> Result<Digest, String> {
    Digest::from_hex(text).ok_or_else(|| "64 hexadecimal digits are expected".to_owned())
}

/// Reads an export and runs every check over it.
pub fn examined(path: &Path) -> Result<(Export, Examined)> {
    let bytes = read(path)?;
    let mut progress = steps(tally::examine::CHECKS.len());
    let examined = examine_file(&bytes, &mut progress)?;
    Ok((Export::from_zip(&bytes)?, examined))
}

fn all(paths: &[PathBuf]) -> Result<Vec<Vec<u8>>> {
    paths.iter().map(|p| read(p)).collect()
}

fn print_settlement(settled: &OpenSettlement<'_>) {
    let s = settled.settlement();
    println!("settlement {}", settled.signed().digest());
    println!(
        "{} ballots counted, {} left out",
        s.counted,
        s.removed.len()
    );
}

fn print_part(name: &str, part: &Part) {
    println!("{name}: {} ballots", part.ballots);
    for q in &part.questions {
        println!("  {}", q.question);
        for t in &q.totals {
            let option = t.option.as_deref().unwrap_or("(blank)");
            let ranks: Vec<String> = t.ranks.iter().map(u64::to_string).collect();
            if ranks.is_empty() {
                println!("{:>10}  {option}", t.total);
            } else {
                println!("{:>10}  {option} (by rank: {})", t.total, ranks.join(", "));
            }
        }
    }
}

const WAITS: &str =
    "a tie waits for the public draw: when it has come out, give its value with --lot";

fn print_totals(consultation: &Consultation, totals: &Totals, lot: Option<&str>) -> Result<()> {
    print_part("all ballots", &totals.all);
    if totals.paper.ballots > 0 {
        print_part("of these, sealed", &totals.sealed);
        print_part("of these, on paper", &totals.paper);
    }
    for cell in &totals.cells {
        let names = cell.areas.iter().map(|id| {
            let area = consultation.area(id);
            area.map_or(id.as_str(), |a| a.name.as_str())
        });
        print_part(&names.collect::<Vec<_>>().join(" + "), cell);
    }
    let Some(report) = tally::outcome(consultation, totals, lot)? else {
        return Ok(());
    };
    println!("funded: {}", report.funded.join(", "));
    println!("spent {}, left {}", report.spent, report.left);
    if report.undecided {
        println!("{WAITS}");
    }
    Ok(())
}

impl Partial {
    /// Runs the command.
    pub fn run(&self) -> Result<bool> {
        let locked = read(&self.share)?;
        let passphrase = self.secrets.open()?.ask("Trustee's passphrase")?;
        let share = Share::unlock(&passphrase, &locked)?;
        let (_, examined) = examined(&self.export)?;
        let found = examined.manifest.digest();
        println!("fingerprint {found}");
        if self.fingerprint.is_some_and(|expected| expected != found) {
            eprintln!("scrutinio: this is another consultation");
            return Ok(false);
        }
        if !self.closing.known(&examined) {
            return Ok(false);
        }
        let settled = settlement::open(&examined, &read(&self.settlement)?)?;
        print_settlement(&settled);
        println!(
            "All trustees must serve this one settlement: compare its first digits with all of them."
        );
        let partial = tally::give(&share, &self.share, &settled)?;
        write(&self.out, partial.bytes())?;
        println!("partial of {} written", share.name());
        Ok(true)
    }
}

impl Tally {
    /// Runs the command.
    pub fn run(&self) -> Result<bool> {
        let (_, examined) = examined(&self.export)?;
        let settled = settlement::open(&examined, &read(&self.settlement)?)?;
        let totals = tally::totals(&settled, &all(&self.partials)?)?;
        write(&self.out, &cbor::encode(&totals))?;
        print_settlement(&settled);
        let consultation = &examined.manifest.value().consultation;
        print_totals(consultation, &totals, self.lot.as_deref())?;
        Ok(true)
    }
}

impl Publish {
    /// Runs the command.
    pub fn run(&self) -> Result<bool> {
        let (export, examined) = examined(&self.export)?;
        let settled = settlement::open(&examined, &read(&self.settlement)?)?;
        let partials = all(&self.partials)?;
        let totals = tally::totals(&settled, &partials)?;
        if let Some(path) = &self.totals
            && read(path)? != cbor::encode(&totals)
        {
            bail!(
                "{}: these are not the totals of the partials",
                path.display()
            );
        }
        let lot = self.lot.as_deref();
        let package = tally::publish(&export, &settled, &partials, lot)?;
        write(&self.out, &package)?;
        println!("fingerprint {}", examined.manifest.digest());
        let consultation = &examined.manifest.value().consultation;
        if tally::outcome(consultation, &totals, lot)?.is_some_and(|o| o.undecided) {
            println!("{WAITS}");
        }
        Ok(true)
    }
}

impl Verify {
    /// Runs the command.
    pub fn run(&self) -> Result<bool> {
        let bytes = read(&self.package)?;
        let mut progress = steps(package::CHECKS.len());
        let report = tally::verify(&bytes, self.fingerprint, &mut progress);
        if self.json {
            println!("{}", serde_json::to_string_pretty(&report)?);
            return Ok(report.ok);
        }
        for c in &report.checks {
            let word = if c.ok { "ok" } else { "FAILED" };
            println!("{word:>6}  {:<14} {}", c.name, c.detail);
        }
        if !report.ok {
            let left = package::CHECKS.len() - report.checks.len();
            println!("NOT VERIFIED ({left} checks could not run)");
        } else if self.fingerprint.is_some() {
            println!("verified");
        } else {
            println!("verified, if this is the published fingerprint:");
            println!("{}", report.fingerprint);
        }
        Ok(report.ok)
    }
}
