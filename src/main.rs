//! `seggio`: the kiosk of a polling station.

mod seggio;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    ::seggio::envelope::no_core_dumps();
    match seggio::run(seggio::Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            seggio::complain(&error);
            ExitCode::from(2)
        }
    }
}
