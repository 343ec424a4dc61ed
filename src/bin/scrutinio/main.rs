//! `scrutinio`: keys and stations, settlement, tally, outcome, verification.
//!
//! For the commission, the registry, the trustees and any citizen. Exit status: 0 for success, 1
//! for "checked, and it is not so", 2 for wrong use or input that cannot be read.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that prints its results"
)]

mod albo;
mod closing;
mod count;
mod in_person;
mod io;
mod kit;
mod outcome;
mod purge;
mod rehearse;
mod settle;
mod trustee;
mod web_list;

use clap::{Parser, Subcommand};
use signal_hook::consts::SIGPIPE;
use signal_hook::flag::register_conditional_shutdown;
use std::process::ExitCode;
use std::sync::Arc;

/// Keys and stations, settlement, tally, outcome, verification.
#[derive(Debug, Parser)]
#[command(name = "scrutinio", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the authority's kit from a consultation
    New(kit::New),
    /// The key ceremony: one machine for each trustee, files between them
    #[command(subcommand)]
    Trustee(trustee::Trustee),
    /// Sign the manifest with every public key
    Seal(kit::Seal),
    /// The roll of residents
    #[command(subcommand)]
    Roll(kit::Roll),
    /// Certify stations and make their bundles
    #[command(subcommand)]
    Station(kit::Station),
    /// The albo of city users, as CSV (the registry)
    Albo(albo::Albo),
    /// Who voted on the web, for the board (the registry)
    WebList(web_list::WebList),
    /// Who voted in person, for the web platform (the registry)
    InPerson(in_person::InPerson),
    /// Leave out what people who voted twice require (the registry)
    Settle(settle::Settle),
    /// Destroy the settlement key and order the links to be destroyed (the registry)
    Purge(purge::Purge),
    /// Give one trustee's part of the decryption (each trustee)
    Partial(count::Partial),
    /// Decrypt the totals with the parts of enough trustees
    Tally(count::Tally),
    /// Make the public package
    Publish(count::Publish),
    /// Check a public package (anyone)
    Verify(count::Verify),
    /// Count an election in a Pabulib file and say what is funded (anyone)
    Outcome(outcome::Outcome),
    /// Put every ballot of a Pabulib file through the real way of a vote (anyone)
    Rehearse(rehearse::Rehearse),
}

fn main() -> ExitCode {
    seggio::envelope::no_core_dumps();
    // Whoever reads what is printed may stop reading (`| head`): the program ends there, as others do.
    // Files are written whole before anything is said of them.
    let _ = register_conditional_shutdown(SIGPIPE, 128 + SIGPIPE, Arc::new(true.into()));
    let done = match Arguments::parse().command {
        Command::New(command) => command.run(),
        Command::Trustee(command) => command.run(),
        Command::Seal(command) => command.run(),
        Command::Roll(command) => command.run(),
        Command::Station(command) => command.run(),
        Command::Albo(command) => command.run(),
        Command::WebList(command) => command.run(),
        Command::InPerson(command) => command.run(),
        Command::Settle(command) => command.run(),
        Command::Purge(command) => command.run(),
        Command::Partial(command) => command.run(),
        Command::Tally(command) => command.run(),
        Command::Publish(command) => command.run(),
        Command::Verify(command) => command.run(),
        Command::Outcome(command) => command.run(),
        Command::Rehearse(command) => command.run(),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("scrutinio: {error:#}");
            ExitCode::from(io::status(&error))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_command_has_an_example() {
        fn check(command: &clap::Command) {
            let example = command.get_after_help().map(ToString::to_string);
            let leaf = command.get_subcommands().next().is_none();
            assert!(
                !leaf || example.is_some_and(|e| e.starts_with("Example")),
                "{}",
                command.get_name()
            );
            command.get_subcommands().for_each(check);
        }
        check(&Arguments::command());
    }

    #[test]
    fn a_threshold_is_at_least_two_of_all() {
        let command = |trustees| {
            let words = [
                "scrutinio",
                "trustee",
                "together",
                "--out",
                "x",
                "--trustees",
                trustees,
            ];
            Arguments::try_parse_from(words).is_ok()
        };
        assert!(command("2/3") && command("3/3"));
        assert!(!command("1/3") && !command("4/3") && !command("3") && !command("2/x"));
    }
}
