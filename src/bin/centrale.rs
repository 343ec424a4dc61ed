//! The central server of one consultation.
//!
//! Exit status: 0 done; 1 something was refused; 2 wrong use, or a file that cannot be read.

#[path = "centrale/publish.rs"]
mod publish;
#[path = "centrale/stations.rs"]
mod stations;

use anyhow::Context;
use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};
use seggio::central::log::LogFormat;
use seggio::central::{
    self, Address, Central, CentralError, FileOutcome, Ledger, Limits, Link, Links, ServerSecrets,
    Serving, TlsFiles, receive_files, write_board_proofs,
};
use seggio::consultation::Manifest;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

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
        centrale serve --manifest manifest.cose --listen 127.0.0.1:8080 --behind-proxy \\\n    \
        --database postgres://centrale@db.example.it/bilancio?sslmode=require\n  \
        centrale serve --manifest manifest.cose --database centrale.db --listen 0.0.0.0:443 \\\n    \
        --tls-cert fullchain.pem --tls-key privkey.pem --metrics 127.0.0.1:9184 --log json\n\n\
        SIGTERM ends it: what was begun is finished. SIGHUP makes it read the certificate files \
        again, if it has any.")]
    Serve {
        #[command(flatten)]
        server: Server,
        #[command(flatten)]
        how: How,
    },
    /// Take batches from removable media and write FILE.receipt beside each
    ///
    /// Beside the receipts of a station it writes STATION.board, the proofs by which the station
    /// finds that the public board has only grown and holds its ballots. Both go back with the stick.
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
        #[command(flatten)]
        ledger: Where,
        /// As JSON
        #[arg(long)]
        json: bool,
        /// Write what was put aside into this folder, as it came
        #[arg(long, value_name = "DIR")]
        aside: Option<PathBuf>,
    },
    /// Copy a ledger in a file into a new file, while the server goes on
    ///
    /// A PostgreSQL database is copied with `pg_dump`.
    #[command(after_help = "Example:\n  \
        centrale backup --database centrale.db --to /backup/centrale-2022-09-18.db")]
    Backup {
        #[command(flatten)]
        ledger: Where,
        /// The new file
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Write everything that the ledger holds, for the settlement
    #[command(after_help = "Example:\n  \
        centrale export --database centrale.db --to export.zip")]
    Export {
        #[command(flatten)]
        ledger: Where,
        /// The file to write
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Publish the package of the count: results appear on the public pages
    ///
    /// The package is verified first, and refused if it is not this consultation's. There is one
    /// publication: the same package again changes nothing.
    #[command(after_help = "Example:\n  \
        centrale publish --manifest manifest.cose --database centrale.db package.zip")]
    Publish {
        /// The signed manifest
        #[arg(long, value_name = "FILE")]
        manifest: PathBuf,
        #[command(flatten)]
        ledger: Where,
        /// What `scrutinio publish` wrote
        #[arg(value_name = "PACKAGE.zip")]
        package: PathBuf,
    },
}

/// Where the ledger is.
#[derive(Debug, Args)]
struct Where {
    /// The ledger: a file, which `serve` and `receive` make if it is not there, or the URL of a
    /// PostgreSQL database. A URL with a password belongs into the environment: everybody sees the
    /// arguments of a process
    #[arg(
        long,
        value_name = "PATH|URL",
        env = "CENTRALE_DATABASE",
        hide_env_values = true
    )]
    database: Address,
}

#[derive(Debug, Args)]
struct Server {
    /// The signed manifest
    #[arg(long, value_name = "FILE")]
    manifest: PathBuf,
    #[command(flatten)]
    ledger: Where,
    /// The server's keys [default: server.keys beside the manifest]
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
}

/// How a server serves.
#[derive(Debug, Args)]
struct How {
    /// Address and port; port 0 takes a free one
    #[arg(long, value_name = "ADDR")]
    listen: String,
    /// The certificate and those up to its authority's (PEM): answer by HTTPS
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Its key (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// A proxy stands before the server: the last address in X-Forwarded-For or Forwarded is who
    /// asks. Without a proxy that sets it, anybody could write anything there
    #[arg(long)]
    behind_proxy: bool,
    /// Whom people ask, on every page: an address with https:, mailto: or tel:
    #[arg(long, value_name = "URL")]
    contact: Option<Link>,
    /// The declaration of accessibility of whoever runs the site, on every page
    #[arg(long, value_name = "URL")]
    accessibility: Option<Link>,
    /// Where people find the programs that check the count
    #[arg(long, value_name = "URL")]
    programs: Option<Link>,
    /// Show numbers for Prometheus, at `/metrics` of this address; keep it to yourself
    #[arg(long, value_name = "ADDR")]
    metrics: Option<String>,
    /// How the lines on standard error look
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    log: Log,
    /// Connections at once; more are closed
    #[arg(long, value_name = "N", default_value_t = 1024, value_parser = value_parser!(u32).range(1..))]
    max_connections: u32,
    /// Connections at once from one address; more are closed. 0: any. Behind a proxy, which counts
    /// those who ask, there is no such limit
    #[arg(long, value_name = "N", default_value_t = 128)]
    max_connections_each: u32,
    /// Batches a second from one station at one address, 40 times as many after a pause; 0: any
    #[arg(long, value_name = "N", default_value_t = 10)]
    station_rate: u32,
    /// Requests a second from one address, 40 times as many after a pause; 0: any
    #[arg(long, value_name = "N", default_value_t = 50)]
    address_rate: u32,
    /// How long a connection may be silent: before and between requests, between parts of a body, and
    /// while an answer is not read
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = value_parser!(u64).range(1..))]
    idle_seconds: u64,
    /// How long the body of a request may take
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = value_parser!(u64).range(1..))]
    body_seconds: u64,
    /// How long a whole request may take
    #[arg(long, value_name = "SECONDS", default_value_t = 180, value_parser = value_parser!(u64).range(1..))]
    request_seconds: u64,
    /// How long what was begun may take when the server stops
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    grace_seconds: u64,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Log {
    /// For people
    Text,
    /// One JSON object on each line
    Json,
}

impl How {
    fn links(&self) -> Links {
        Links {
            contact: self.contact.clone(),
            accessibility: self.accessibility.clone(),
            programs: self.programs.clone(),
        }
    }

    fn serving(&self) -> anyhow::Result<Serving> {
        let tls = self.tls_cert.clone().zip(self.tls_key.clone());
        let tls = tls.map(|(certificates, key)| TlsFiles { certificates, key });
        if let Some(files) = &tls {
            files.check()?;
        }
        Ok(Serving {
            limits: Limits {
                connections: usize::try_from(self.max_connections)?,
                connections_each: usize::try_from(self.max_connections_each)?,
                header: Duration::from_secs(self.idle_seconds),
                body: Duration::from_secs(self.body_seconds),
                request: Duration::from_secs(self.request_seconds),
                grace: Duration::from_secs(self.grace_seconds),
                station: self.station_rate,
                address: self.address_rate,
                behind_proxy: self.behind_proxy,
            },
            tls,
            metrics: self.metrics.as_deref().map(bind).transpose()?,
        })
    }
}

fn bind(address: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).with_context(|| format!("cannot listen on {address}"))
}

impl Server {
    fn open(&self) -> anyhow::Result<Central> {
        let bytes = std::fs::read(&self.manifest)
            .with_context(|| format!("cannot read {}", self.manifest.display()))?;
        let manifest = Manifest::open(&bytes)
            .with_context(|| format!("{} is not a manifest", self.manifest.display()))?;
        let beside = self.manifest.with_file_name("server.keys");
        let secrets = ServerSecrets::read(self.keys.as_deref().unwrap_or(&beside))?;
        let central = Central::open(manifest, secrets, &self.ledger.database);
        central.with_context(|| format!("cannot use {}", self.ledger.database))
    }
}

fn main() -> ExitCode {
    seggio::envelope::no_core_dumps();
    let done = match Cli::parse().command {
        Command::Serve { server, how } => serve(&server, &how),
        Command::Receive { server, files } => receive(&server, &files),
        Command::Voted { server, to } => voted(&server, &to),
        Command::Stations {
            ledger,
            json,
            aside,
        } => stations::run(&ledger.database, json, aside.as_deref()),
        Command::Backup { ledger, to } => central::backup(&ledger.database, &to)
            .map(|()| ExitCode::SUCCESS)
            .with_context(|| format!("cannot copy {}", ledger.database)),
        Command::Export { ledger, to } => export(&ledger.database, &to),
        Command::Publish {
            manifest,
            ledger,
            package,
        } => publish::run(&manifest, &ledger.database, &package),
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
fn serve(server: &Server, how: &How) -> anyhow::Result<ExitCode> {
    central::log::start(match how.log {
        Log::Text => LogFormat::Text,
        Log::Json => LogFormat::Json,
    });
    let serving = how.serving()?;
    let central = server.open()?.with_links(how.links());
    let listener = bind(&how.listen)?;
    let url = central::url_of(&listener)?;
    let url = match (&serving.tls, url.split_once("://")) {
        (Some(_), Some((_, address))) => format!("https://{address}"),
        _ => url,
    };
    if let Some(numbers) = &serving.metrics {
        println!("metrics at {}/metrics", central::url_of(numbers)?);
    }
    println!("listening on {url}");
    // A pipe holds text back, and whoever started the server waits for this line.
    std::io::stdout().flush()?;
    central::run_until_stopped(listener, central, serving)?;
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stdout, reason = "one line for each file")]
fn receive(server: &Server, files: &[PathBuf]) -> anyhow::Result<ExitCode> {
    let database = &server.ledger.database;
    if matches!(database, Address::File(path) if !path.exists()) {
        println!("{database} is a new ledger: if there is one already, it is another file");
    }
    let central = Arc::new(server.open()?);
    let mut worst = 0;
    let outcomes = receive_files(&central, files);
    for (path, outcome) in &outcomes {
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
    central.check_all()?;
    if !central.place_all()? {
        println!("another server gives them their place on the board");
    }
    for (path, written) in write_board_proofs(&central, &outcomes)? {
        let path = path.display();
        match written {
            Ok(()) => println!("{path}: the board's proofs for this station, to go back with it"),
            Err(e) => {
                println!("{path}: failed: {e}");
                worst = 2;
            }
        }
    }
    Ok(ExitCode::from(worst))
}

fn voted(server: &Server, to: &Path) -> anyhow::Result<ExitCode> {
    // Nobody is given an empty list because of a name that is not quite the ledger's.
    let database = &server.ledger.database;
    Ledger::open_existing(database.clone()).with_context(|| format!("cannot use {database}"))?;
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
    let zip = central::export_when_placed(&ledger)
        .with_context(unusable)?
        .to_zip()?;
    // It tells which pseudonyms voted: for its owner only.
    seggio::envelope::whole_file::replace(to, &zip, 0o600)
        .with_context(|| format!("cannot write {}", to.display()))?;
    Ok(ExitCode::SUCCESS)
}
