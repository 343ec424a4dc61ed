//! The server's log: lines on standard error, for people or as JSON.
//!
//! Invariant: a line names a route, a status, a station, a sequence or a reason. Never a body, a
//! person, a tracker, a code, a query or an address of whoever asked; and nothing that other
//! crates say, who do not know of this.

use super::{LedgerError, metrics};
use crate::consultation::StationId;
use std::time::Duration;
use tracing::{error, info, warn};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// How lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object on each line.
    Json,
}

/// Starts the log of this process; a second time it has no effect. Where it was not started,
/// nothing is written.
pub fn start(format: LogFormat) {
    let ours = || Targets::new().with_target("seggio::central", LevelFilter::INFO);
    let registry = tracing_subscriber::registry();
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_target(false);
    let started = match format {
        LogFormat::Text => registry.with(lines.with_filter(ours())).try_init(),
        LogFormat::Json => {
            let lines = lines.json().flatten_event(true).with_current_span(false);
            registry
                .with(lines.with_span_list(false).with_filter(ours()))
                .try_init()
        }
    };
    if started.is_ok() {
        // What a panic says could hold what it stumbled over; where it happened does not.
        std::panic::set_hook(Box::new(|panic| {
            let place = panic
                .location()
                .map(ToString::to_string)
                .unwrap_or_default();
            error!(event = "panic", place);
        }));
    }
}

/// The server answers from now on.
pub fn listening(tls: bool) {
    info!(event = "start", version = env!("CARGO_PKG_VERSION"), tls);
}

/// It takes no more requests, and finishes what was begun.
pub fn stopping() {
    info!(event = "stopping");
}

/// It has ended.
pub fn stopped() {
    info!(event = "stop");
}

/// The certificate files were read again.
pub fn certificates(error: Option<&std::io::Error>) {
    match error {
        None => info!(event = "certificates-read"),
        Some(error) => error!(event = "certificates-kept", error = %error),
    }
}

/// Whoever runs the server asked for files to be read again, and it has none.
pub fn nothing_to_read() {
    info!(event = "nothing-to-read-again");
}

/// Something of a station's was refused.
pub fn refused(name: &str, station: Option<&StationId>, sequence: Option<u64>) {
    let station = station.map(StationId::as_str);
    info!(event = "refused", name, station, sequence);
}

/// The office should look at a station; it is counted, too.
pub fn alarm(name: &'static str, station: &StationId, sequence: Option<u64>) {
    metrics::alarm(name);
    warn!(event = "alarm", name, station = station.as_str(), sequence);
}

/// A request took long.
pub fn slow(route: &str, status: u16, took: Duration) {
    let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    warn!(event = "slow", route, status, millis);
}

/// The ledger could not be used. Of what the database said only the first line: the next ones
/// may quote a row.
pub fn ledger_failed(failed: &LedgerError) {
    let said = failed.to_string();
    let error = said.lines().next().unwrap_or_default();
    error!(event = "ledger", error);
}

/// Work ended before its time; where, the panic's own line says.
pub fn panicked() {
    error!(event = "work-lost");
}
