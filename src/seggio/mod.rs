//! The commands of `seggio`, each one call into the library.

mod check;
mod demo;
mod offline;
mod printer;

use ::seggio::authority::OneTimeCode;
use ::seggio::envelope::Secrets;
use ::seggio::i18n::Language;
use ::seggio::station::{self, Clock, NewOperator, Role, Station};
use ::seggio::tui::clerk::StationClerk;
use ::seggio::tui::runtime::{self, Options};
use ::seggio::tui::theme::{Glyphs, Theme};
use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The polling station of participatory budgeting, in a terminal.
///
/// Example: `seggio demo` opens a complete made-up station; nothing is left behind.
#[derive(Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    arg_required_else_help = true
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    kiosk: Kiosk,
}

/// Example: `seggio --station ./banchetto-carpaneto`
#[derive(clap::Args)]
struct Kiosk {
    /// Open the kiosk of the station in this folder.
    #[arg(long, value_name = "DIR")]
    station: Option<PathBuf>,
    #[command(flatten)]
    looks: Looks,
}

#[derive(clap::Args)]
struct Looks {
    /// Glyphs of the screen; found out by itself if not said.
    #[arg(long, value_enum)]
    glyphs: Option<GlyphSet>,
    /// Language of the operators' screens: it or en.
    #[arg(long, default_value = "it", value_parser = language)]
    language: Language,
}

#[derive(Clone, Copy, ValueEnum)]
enum GlyphSet {
    Console,
    Unicode,
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "it or en".to_owned())
}

#[derive(Subcommand)]
enum Command {
    /// A whole world in a temporary folder, then the kiosk. No network is needed.
    ///
    /// Example: `seggio demo --config kiosk-config/passo-2020`
    Demo(demo::Demo),
    /// Make a station from its bundle.
    ///
    /// Asks for the one-time code, the president's passphrase and the PIN, in this order.
    ///
    /// Example: `seggio init --bundle carpaneto.bundle --station ./carpaneto --president anna`
    Init {
        /// The bundle that the authority made.
        #[arg(long, value_name = "FILE")]
        bundle: PathBuf,
        /// The station's new folder.
        #[arg(long, value_name = "DIR")]
        station: PathBuf,
        /// Name of the first president.
        #[arg(long, default_value = "presidente")]
        president: String,
        #[command(flatten)]
        secrets: SecretSource,
    },
    /// Operators of a station: add, list, remove.
    ///
    /// Example: `seggio operator add bruno --as presidente --station ./carpaneto`
    #[command(subcommand)]
    Operator(OperatorCommand),
    /// The day, the box and what waits to be sent. Asks for the operator's passphrase.
    ///
    /// Example: `seggio status --station ./carpaneto --as anna --json`
    Status(offline::Opened),
    /// Send what waits to the central server. Exit status 1 if something was refused.
    ///
    /// Example: `seggio sync --station ./carpaneto --as anna`
    Sync(offline::Opened),
    /// Write what waits to a folder on removable media, for `centrale receive`. Takes the receipts
    /// that lie there.
    ///
    /// Example: `seggio export --station ./carpaneto --as anna --to /media/chiavetta`
    Export {
        #[command(flatten)]
        opened: offline::Opened,
        /// The folder.
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    /// Destroy the links between people and ballots, by the order that `scrutinio purge` wrote.
    /// `sync` and `export` do the same where they find it.
    ///
    /// Example: `seggio purge --station ./carpaneto --as anna --order purge.cose`
    Purge {
        #[command(flatten)]
        opened: offline::Opened,
        /// The registry's signed order.
        #[arg(long, value_name = "FILE")]
        order: PathBuf,
    },
    /// The printer of a station: set, shown, tried. Needs no passphrase. Exit status 1 if the test paper
    /// was not printed.
    ///
    /// Example: `seggio printer --station ./carpaneto --to /dev/usb/lp0 --columns 42 --test`
    Printer(printer::Setup),
    /// The minutes of a closed day: as text, as a page of HTML, or printed. Asks for the operator's
    /// passphrase.
    ///
    /// Example: `seggio minutes --station ./carpaneto --as anna --day 2 --html > verbale.html`
    Minutes {
        #[command(flatten)]
        opened: offline::Opened,
        #[command(flatten)]
        wanted: printer::Wanted,
    },
    /// Check codici fiscali or machine-readable zones from standard input. Exit status 1 if any of
    /// them is not valid.
    ///
    /// Example: `seggio check cf --json < codes.txt`
    #[command(subcommand)]
    Check(check::Check),
}

#[derive(Subcommand)]
enum OperatorCommand {
    /// Give someone a passphrase and a PIN. Asks for the president's passphrase, then for both.
    Add {
        /// The new operator's name.
        name: String,
        /// Make them a president too.
        #[arg(long)]
        president: bool,
        #[command(flatten)]
        opened: offline::Opened,
    },
    /// List the operators.
    List {
        /// The station's folder.
        #[arg(long, value_name = "DIR")]
        station: PathBuf,
    },
    /// Take someone's access away. Asks for the president's passphrase.
    Remove {
        /// The operator's name.
        name: String,
        #[command(flatten)]
        opened: offline::Opened,
    },
}

#[derive(clap::Args)]
struct SecretSource {
    /// Read the secrets from a file, one a line, in the order in which they are asked.
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,
}

impl SecretSource {
    fn open(&self) -> Result<Secrets> {
        Ok(Secrets::from(self.secret_file.as_deref())?)
    }
}

/// Runs a command.
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.command {
        None => match arguments.kiosk.station {
            Some(dir) => kiosk(&dir, &arguments.kiosk.looks),
            None => bail!("name a station with --station, or run `seggio demo`"),
        },
        Some(Command::Demo(demo)) => demo.run(),
        Some(Command::Init {
            bundle,
            station,
            president,
            secrets,
        }) => init(&bundle, &station, president, &secrets),
        Some(Command::Operator(command)) => operator(command),
        Some(Command::Status(opened)) => offline::status(&opened),
        Some(Command::Sync(opened)) => offline::sync(&opened),
        Some(Command::Export { opened, to }) => offline::export(&opened, &to),
        Some(Command::Purge { opened, order }) => offline::purge(&opened, &order),
        Some(Command::Printer(setup)) => printer::set_up(&setup),
        Some(Command::Minutes { opened, wanted }) => printer::minutes(&opened, &wanted),
        Some(Command::Check(check)) => check::run(&check),
    }
}

fn kiosk(dir: &Path, looks: &Looks) -> Result<ExitCode> {
    Station::operators(dir).with_context(|| format!("no station in {}", dir.display()))?;
    let clerk = StationClerk::new(dir.to_owned(), Clock::system(), None);
    runtime::run(
        clerk,
        looks.options(dir.join("seggio.log"), false, Vec::new()),
    )?;
    Ok(ExitCode::SUCCESS)
}

impl Looks {
    fn options(&self, log: PathBuf, training: bool, hint: Vec<String>) -> Options {
        let theme = match self.glyphs {
            None => Theme::detect(),
            Some(GlyphSet::Console) => Theme::new(Glyphs::Console),
            Some(GlyphSet::Unicode) => Theme::new(Glyphs::Unicode),
        };
        Options {
            theme,
            language: self.language,
            log,
            training,
            hint,
        }
    }
}

fn init(bundle: &Path, dir: &Path, president: String, secrets: &SecretSource) -> Result<ExitCode> {
    let mut secrets = secrets.open()?;
    let sealed = std::fs::read(bundle).with_context(|| bundle.display().to_string())?;
    let code = OneTimeCode::read(secrets.ask("One-time code of the bundle")?.expose());
    let passphrase = secrets.choose("Passphrase of the president (at least 10 characters)")?;
    let pin = secrets.choose("PIN (6 digits)")?;
    let president = NewOperator {
        name: president,
        passphrase,
        pin,
    };
    station::init(&sealed, &code, dir, &president, Clock::system())
        .context("the station was not made")?;
    say(&format!("station made in {}", dir.display()));
    Ok(ExitCode::SUCCESS)
}

fn operator(command: OperatorCommand) -> Result<ExitCode> {
    match command {
        OperatorCommand::List { station } => {
            for card in Station::operators(&station)? {
                let role = match card.role {
                    Role::President => "president",
                    Role::Clerk => "clerk",
                };
                say(&format!("{}\t{role}", card.name));
            }
        }
        OperatorCommand::Add {
            name,
            president,
            opened,
        } => {
            let mut secrets = opened.secrets()?;
            let mut station = opened.unlock(&mut secrets)?;
            let passphrase = secrets.choose("Passphrase of the new operator")?;
            let pin = secrets.choose("PIN of the new operator (6 digits)")?;
            let role = if president {
                Role::President
            } else {
                Role::Clerk
            };
            station.add_operator(
                &NewOperator {
                    name,
                    passphrase,
                    pin,
                },
                role,
            )?;
        }
        OperatorCommand::Remove { name, opened } => {
            let mut secrets = opened.secrets()?;
            opened.unlock(&mut secrets)?.remove_operator(&name)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// One line on standard output.
#[expect(clippy::print_stdout, reason = "what the command was asked to print")]
fn say(line: &str) {
    println!("{line}");
}

/// The error and what led to it, on standard error.
#[expect(clippy::print_stderr, reason = "a program's place for errors")]
pub fn complain(error: &anyhow::Error) {
    eprintln!("seggio: {error:#}");
}
