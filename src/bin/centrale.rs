//! The central server of one consultation.
//!
//! Exit status: 0 done; 1 something was refused; 2 wrong use, or a file that cannot be read.

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use seggio::central::{
    self, Address, Central, CentralError, FileOutcome, Ledger, ServerSecrets, receive_files,
};
use seggio::consultation::Manifest;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

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
    /// Takes also what `scrutinio web-list` and `scrutinio purge` wrote.
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

fn export(database: &Address, to: &Path) -> anyhow::Result<ExitCode> {
    let unusable = || format!("cannot use {database}");
    let ledger = Ledger::open_existing(database).with_context(unusable)?;
    let zip = central::export(&ledger).with_context(unusable)?.to_zip()?;
    // It tells which pseudonyms voted: for its owner only.
    seggio::envelope::whole_file::replace(to, &zip, 0o600)
        .with_context(|| format!("cannot write {}", to.display()))?;
    Ok(ExitCode::SUCCESS)
}
