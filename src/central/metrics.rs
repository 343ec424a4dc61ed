//! Numbers for the office's monitoring, in Prometheus' text.
//!
//! Invariant: a label is a route, a status, a kind or a name of ours; never a person, a tracker, a
//! station or an address.
//!
//! They count what this process did since it started; what the ledger holds is asked when they
//! are read. One process is one server, so there is one set of them.

use super::Refusal;
use super::ledger::Figures;
use crate::batch::BatchKind;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// What [`text`] returns.
pub const METRICS_TEXT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

static NUMBERS: LazyLock<Numbers> = LazyLock::new(Numbers::default);

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    method: String,
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kind {
    kind: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Name {
    name: &'static str,
}

#[derive(Debug)]
struct Numbers {
    requests: Family<Request, Counter>,
    accepted: Family<Kind, Counter>,
    rows: Family<Kind, Counter>,
    refused: Family<Name, Counter>,
    alarms: Family<Name, Counter>,
    limited: Counter,
    full: Counter,
    ledger_errors: Counter,
    /// From the last byte of a batch to its receipt.
    receipts: Histogram,
    open_requests: Gauge,
    /// Seconds since 1970; 0 before the first.
    placed: AtomicI64,
}

impl Default for Numbers {
    fn default() -> Self {
        Self {
            requests: Family::default(),
            accepted: Family::default(),
            rows: Family::default(),
            refused: Family::default(),
            alarms: Family::default(),
            limited: Counter::default(),
            full: Counter::default(),
            ledger_errors: Counter::default(),
            receipts: Histogram::new([0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0]),
            open_requests: Gauge::default(),
            placed: AtomicI64::new(0),
        }
    }
}

/// A request was answered. The route is a pattern, `/tile/{*path}`, never what was asked.
pub fn answered(method: &str, route: &str, status: u16) {
    let request = Request {
        method: method.to_owned(),
        route: route.to_owned(),
        status,
    };
    NUMBERS.requests.get_or_create(&request).inc();
}

/// A batch is in the ledger for the first time.
pub fn accepted(kind: BatchKind, rows: u64) {
    let kind = Kind { kind: kind.word() };
    NUMBERS.accepted.get_or_create(&kind).inc();
    NUMBERS.rows.get_or_create(&kind).inc_by(rows);
}

/// Something was refused, and will be again.
pub fn refused(refusal: &Refusal) {
    let name = refusal.name();
    NUMBERS.refused.get_or_create(&Name { name }).inc();
}

/// Something that the office should look at happened (`clone`, `fork`, ...).
pub fn alarm(name: &'static str) {
    NUMBERS.alarms.get_or_create(&Name { name }).inc();
}

/// A request was answered with 429.
pub fn limited() {
    NUMBERS.limited.inc();
}

/// A connection was closed because there were too many.
pub fn full() {
    NUMBERS.full.inc();
}

/// The ledger could not be used.
pub fn ledger_failed() {
    NUMBERS.ledger_errors.inc();
}

/// How long a batch waited for its receipt, once all of it was there.
pub fn receipt_took(time: Duration) {
    NUMBERS.receipts.observe(time.as_secs_f64());
}

/// Leaves were placed on the board just now, and its checkpoint signed.
pub fn placed() {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.map_or(0, |t| i64::try_from(t.as_secs()).unwrap_or(i64::MAX));
    NUMBERS.placed.store(now, Ordering::Relaxed);
}

/// Counts a request for as long as it is being answered.
#[derive(Debug)]
pub struct Open(());

impl Open {
    /// From now on.
    pub fn now() -> Self {
        NUMBERS.open_requests.inc();
        Self(())
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        NUMBERS.open_requests.dec();
    }
}

/// Everything, as Prometheus reads it. Without figures the ledger does not answer, which the text
/// then says.
pub fn text(figures: Option<&Figures>) -> String {
    let mut registry = Registry::with_prefix("centrale");
    let n = &*NUMBERS;
    registry.register("requests", "Requests answered", n.requests.clone());
    registry.register(
        "open_requests",
        "Requests being answered",
        n.open_requests.clone(),
    );
    registry.register(
        "batches_accepted",
        "Batches in the ledger",
        n.accepted.clone(),
    );
    registry.register(
        "rows_accepted",
        "Rows of these batches; of kind ballots: ballots",
        n.rows.clone(),
    );
    registry.register("refused", "What was refused, by name", n.refused.clone());
    registry.register(
        "alarms",
        "What the office should look at, by name",
        n.alarms.clone(),
    );
    registry.register(
        "rate_limited",
        "Requests answered with 429",
        n.limited.clone(),
    );
    registry.register(
        "connections_closed",
        "Connections over the limit",
        n.full.clone(),
    );
    registry.register(
        "ledger_errors",
        "Times that the ledger could not be used",
        n.ledger_errors.clone(),
    );
    registry.register_with_unit(
        "receipt",
        "From a batch's last byte to its receipt",
        Unit::Seconds,
        n.receipts.clone(),
    );
    let placed = n.placed.load(Ordering::Relaxed);
    let mut gauge = |name: &str, help: &str, value: i64| {
        let gauge: Gauge = Gauge::default();
        gauge.set(value);
        registry.register(name, help, gauge);
    };
    if placed > 0 {
        let help = "When this process last placed leaves on the board, seconds since 1970";
        gauge("last_placement_timestamp_seconds", help, placed);
    }
    gauge(
        "ledger_up",
        "1 while the ledger answers",
        i64::from(figures.is_some()),
    );
    if let Some(f) = figures {
        gauge("board_leaves", "Leaves on the board", f.board);
        gauge(
            "unplaced_batches",
            "Batches whose leaves are not on the board yet",
            f.unplaced,
        );
        gauge(
            "inbox_batches",
            "Batches whose proofs are being checked",
            f.inbox,
        );
        gauge("stations", "Stations introduced", f.stations);
        gauge(
            "stations_quarantined",
            "Stations put aside until the office decides",
            f.quarantined,
        );
        gauge(
            "stations_closed",
            "Stations that ended with their last minutes",
            f.closed,
        );
        gauge(
            "ledger_connections",
            "Connections to the database",
            f.connections,
        );
        gauge("ledger_connections_idle", "Of these, unused", f.idle);
    }
    let mut text = String::new();
    // Writing into a string does not fail.
    let _ = encode(&mut text, &registry);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_counts_and_names_no_one() {
        accepted(BatchKind::Ballots, 5);
        refused(&Refusal::Closed);
        answered("GET", "/tile/{*path}", 200);
        receipt_took(Duration::from_millis(20));
        placed();
        let figures = Figures {
            board: 7,
            ..Figures::default()
        };
        let said = text(Some(&figures));
        for line in [
            "centrale_board_leaves 7",
            "centrale_ledger_up 1",
            "centrale_refused_total{name=\"closed\"}",
            "centrale_rows_accepted_total{kind=\"ballots\"}",
            "centrale_requests_total{method=\"GET\",route=\"/tile/{*path}\",status=\"200\"}",
            "centrale_receipt_seconds_bucket{le=\"0.03\"}",
            "centrale_last_placement_timestamp_seconds",
            "# EOF",
        ] {
            assert!(said.contains(line), "{line}\n{said}");
        }
        let down = text(None);
        assert!(down.contains("centrale_ledger_up 0") && !down.contains("board_leaves"));
    }
}
