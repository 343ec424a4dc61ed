//! `seggio`: the kiosk of a polling station.

mod seggio;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Secrets live in this process: no core dump may hold them.
    seggio::no_core_dumps();
    match seggio::run(seggio::Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            seggio::complain(&error);
            ExitCode::from(2)
        }
    }
}
