//! The central server of one consultation.
//!
//! Exit status: 0 done; 1 something was refused; 2 wrong use, or a file that cannot be read.

use anyhow::Context;
use chrono::DateTime;
use clap::{Args, Parser, Subcommand};
use seggio::batch::Export;
use seggio::central::{
    self, Address, Central, CentralError, FileOutcome, Ledger, LedgerError, ServerSecrets,
    receive_files,
};
use seggio::consultation::Manifest;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// How long an export waits for a running server.
const PLACING: Duration = Duration::from_secs(10);

/// The central server: receives signed batches, keeps the public board
#[derive(Debug, Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answer stations over HTTP, until interrupted
    #[command(after_help = "Example:\n  \
        centrale serve --manifest manifest.cose --database centrale.db --listen 127.0.0.1:8080\n  \
        centrale serve --manifest manifest.cose --listen 127.0.0.1:8080 \\\n    \
        --database postgres://centrale@db.example.it/bilancio?sslmode=require")]
    Serve {
        #[command(flatten)]
        server: Server,
        /// Address and port; port 0 takes a free one
        #[arg(long, value_name = "ADDR")]
        listen: String,
    },
    /// Take batches from removable media and write FILE.receipt beside each
    ///
    /// Takes also what `scrutinio web-list`, `scrutinio purge` and `scrutinio station revoke` or
    /// `keep` wrote.
    #[command(after_help = "Example:\n  \
        centrale receive --manifest manifest.cose --database centrale.db /media/usb/*.cbor")]
    Receive {
        #[command(flatten)]
        server: Server,
        /// Files that a station's export or the registry wrote, in any order
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Write who voted so far, for stations that are never online
    ///
    /// A station takes it from the stick on which it is written as voted.cose.
    #[command(after_help = "Example:\n  \
        centrale voted --manifest manifest.cose --database centrale.db --to /media/usb/voted.cose")]
    Voted {
        #[command(flatten)]
        server: Server,
        /// The file to write
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// How each station stands: what it sent, what was put aside, what to look at
    #[command(after_help = "Example:\n  \
        centrale stations --database centrale.db\n  \
        centrale stations --database centrale.db --json\n  \
        centrale stations --database centrale.db --aside messe-da-parte")]
    Stations {
        /// The ledger
        #[arg(long, value_name = "PATH|URL")]
        database: Address,
        /// As JSON
        #[arg(long)]
        json: bool,
        /// Write what was put aside into this folder, as it came
        #[arg(long, value_name = "DIR")]
        aside: Option<PathBuf>,
    },
    /// Write everything that the ledger holds, for the settlement
    #[command(after_help = "Example:\n  \
        centrale export --database centrale.db --to export.zip")]
    Export {
        /// The ledger
        #[arg(long, value_name = "PATH|URL")]
        database: Address,
        /// The file to write
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
}

#[derive(Debug, Args)]
struct Server {
    /// The signed manifest
    #[arg(long, value_name = "FILE")]
    manifest: PathBuf,
    /// The ledger: a file, made if it is not there, or the URL of a PostgreSQL database
    #[arg(long, value_name = "PATH|URL")]
    database: Address,
    /// The server's keys [default: server.keys beside the manifest]
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
}

impl Server {
    fn open(&self) -> anyhow::Result<Central> {
        let bytes = std::fs::read(&self.manifest)
            .with_context(|| format!("cannot read {}", self.manifest.display()))?;
        let manifest = Manifest::open(&bytes)
            .with_context(|| format!("{} is not a manifest", self.manifest.display()))?;
        let beside = self.manifest.with_file_name("server.keys");
        let secrets = ServerSecrets::read(self.keys.as_deref().unwrap_or(&beside))?;
        let central = Central::open(manifest, secrets, &self.database);
        central.with_context(|| format!("cannot use {}", self.database))
    }
}

fn main() -> ExitCode {
    seggio::envelope::no_core_dumps();
    let done = match Cli::parse().command {
        Command::Serve { server, listen } => serve(&server, &listen),
        Command::Receive { server, files } => receive(&server, &files),
        Command::Voted { server, to } => voted(&server, &to),
        Command::Stations {
            database,
            json,
            aside,
        } => stations(&database, json, aside.as_deref()),
        Command::Export { database, to } => export(&database, &to),
    };
    done.unwrap_or_else(|error| {
        complain(&error);
        ExitCode::from(2)
    })
}

#[expect(clippy::print_stderr, reason = "errors of the program go there")]
fn complain(error: &anyhow::Error) {
    eprintln!("centrale: {error:#}");
}

#[expect(clippy::print_stdout, reason = "says where it listens")]
fn serve(server: &Server, listen: &str) -> anyhow::Result<ExitCode> {
    let central = server.open()?;
    let listener =
        TcpListener::bind(listen).with_context(|| format!("cannot listen on {listen}"))?;
    println!("listening on {}", central::url_of(&listener)?);
    // A pipe holds text back, and whoever started the server waits for this line.
    std::io::stdout().flush()?;
    central::run_until_stopped(listener, central)?;
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stdout, reason = "one line for each file")]
fn receive(server: &Server, files: &[PathBuf]) -> anyhow::Result<ExitCode> {
    let central = server.open()?;
    let mut worst = 0;
    for (path, outcome) in receive_files(&central, files) {
        let (line, status) = match outcome {
            FileOutcome::Introduced(station) => (format!("station {station} is known"), 0),
            FileOutcome::Received(receipt, _) => {
                let r = receipt.value();
                (format!("received: {} batch {}", r.station, r.sequence), 0)
            }
            FileOutcome::WebList(list) => {
                let voters = list.value().voters;
                (
                    format!("{voters} web voters are on the board as {}", list.digest()),
                    0,
                )
            }
            FileOutcome::Decided(decision) => {
                let d = decision.value();
                (format!("decided: {} {}", d.ruling.word(), d.station), 0)
            }
            FileOutcome::Purged(_) => (
                "the links are destroyed here; stations destroy theirs at their next sync".into(),
                0,
            ),
            FileOutcome::Failed(CentralError::Refused(r)) => {
                (format!("refused ({}): {r}", r.name()), 1)
            }
            FileOutcome::Failed(e) => (format!("failed: {e}"), 2),
            FileOutcome::Io(e) => (format!("failed: {e}"), 2),
        };
        println!("{}: {line}", path.display());
        worst = worst.max(status);
    }
    if !central.place_all()? {
        println!("another server gives them their place on the board");
    }
    Ok(ExitCode::from(worst))
}

fn voted(server: &Server, to: &Path) -> anyhow::Result<ExitCode> {
    let list = server
        .open()?
        .voted_list(chrono::Local::now().naive_local())?;
    // Pseudonyms, which only stations can compare; readable by whoever the stick is carried to.
    seggio::envelope::whole_file::replace(to, list.bytes(), 0o644)
        .with_context(|| format!("cannot write {}", to.display()))?;
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stdout, reason = "what was asked for")]
fn stations(database: &Address, json: bool, aside: Option<&Path>) -> anyhow::Result<ExitCode> {
    let unusable = || format!("cannot use {database}");
    let ledger = Ledger::open_existing(database).with_context(unusable)?;
    let reports = central::stations(&ledger).with_context(unusable)?;
    if let Some(dir) = aside {
        for (station, a) in reports
            .iter()
            .flat_map(|r| r.aside.iter().map(move |a| (&r.station, a)))
        {
            let name = a
                .sequence
                .map_or("introduction".to_owned(), |s| format!("{s:06}"));
            let part = a.digest.get(..8).unwrap_or_default();
            let to = dir.join(format!("{station}.{name}.{}.{part}.cbor", a.why));
            std::fs::create_dir_all(dir).with_context(|| dir.display().to_string())?;
            // Links may be in it: for its owner only.
            seggio::envelope::whole_file::replace(&to, &a.bytes, 0o600)
                .with_context(|| format!("cannot write {}", to.display()))?;
        }
    }
    if json {
        println!("{}", serde_json::to_string_pretty(&reports)?);
        return Ok(ExitCode::SUCCESS);
    }
    for r in &reports {
        let closed = if r.closed { "closed" } else { "open" };
        println!(
            "{}\t{}\t{}\t{closed}\t{} batches\t{} aside",
            r.station,
            r.kind,
            r.standing,
            r.batches,
            r.aside.len()
        );
        for a in &r.alarms {
            let batch = a.sequence.map_or(String::new(), |s| format!(" batch {s}"));
            let last = DateTime::from_timestamp_millis(a.last).unwrap_or_default();
            println!(
                "  {}{batch}, {} times, last {}",
                a.why,
                a.times,
                last.format("%F %H:%M UTC")
            );
        }
        if !r.other_rotations.is_empty() {
            println!(
                "  its bundle was used on more than one computer: decide with `scrutinio station keep`"
            );
            println!("  known by the rotation {}", r.rotation);
            for other in &r.other_rotations {
                println!("  another rotation is  {other}");
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn export(database: &Address, to: &Path) -> anyhow::Result<ExitCode> {
    let unusable = || format!("cannot use {database}");
    let ledger = Ledger::open_existing(database).with_context(unusable)?;
    let zip = placed(&ledger).with_context(unusable)?.to_zip()?;
    // It tells which pseudonyms voted: for its owner only.
    seggio::envelope::whole_file::replace(to, &zip, 0o600)
        .with_context(|| format!("cannot write {}", to.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// Exports, when a server that is running has given what it just accepted its place on the board.
fn placed(ledger: &Ledger) -> Result<Export, LedgerError> {
    let until = Instant::now() + PLACING;
    loop {
        match central::export(ledger) {
            Err(LedgerError::Unplaced(_)) if Instant::now() < until => {
                std::thread::sleep(Duration::from_millis(100));
            }
            done => return done,
        }
    }
}
