//! The HTTP API; `docs/api.json` describes it, and the server serves that description.
//!
//! ```text
//! GET  /health           200 while the ledger answers
//! GET  /health/live      200 while the process answers
//! GET  /v1/openapi.json  the description of all this
//! GET  /v1/manifest      the signed manifest
//! GET  /v1/checkpoint    the board's last checkpoint, a signed note
//! GET  /v1/purge         the registry's signed order to forget the links; 404 while there is none
//! POST /v1/stations      CBOR [certificate, rotation] -> 204
//! POST /v1/batches       a batch -> 200 with the signed receipt
//! ```
//!
//! and the board, in [`tiles`]. Signatures are the only authority: a request carries no
//! credentials, and of requests only routes, statuses and times are written down. The ledger and
//! the proofs run on blocking threads.

pub(super) mod answer;
mod elsewhere;
mod limits;
mod listen;
mod patient;
mod places;
mod rest;
mod send;
mod tiles;
mod tls;
mod watch;

#[cfg(test)]
mod tests;

pub use limits::Limits;
pub use tls::TlsFiles;

use super::workers::Workers;
use super::{Central, metrics, pages};
use answer::{Failure, blocking, failure, promptly};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state, map_request};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use limits::Gate;
use std::future::Future;
use std::net::TcpListener;
use std::sync::Arc;
use tokio::signal::unix::Signal;

/// The largest request: some thousands of ballots.
pub const BODY_LIMIT: usize = 32 * 1024 * 1024;

const COSE: &str = "application/cose";

/// The description of the API.
const DESCRIPTION: &str = include_str!("../../../docs/api.json");

/// How a server serves.
#[derive(Debug, Default)]
pub struct Serving {
    /// What it allows those who ask.
    pub limits: Limits,
    /// TLS; without it, plain HTTP, for a proxy on the same machine.
    pub tls: Option<TlsFiles>,
    /// Where it shows its numbers: an address that is not public.
    pub metrics: Option<TcpListener>,
}

/// Serves until `shutdown` completes, then finishes what was begun. `hangups` ask for what can change
/// meanwhile to be read again.
pub(super) async fn serve(
    listener: TcpListener,
    central: Arc<Central>,
    workers: Arc<Workers>,
    mut serving: Serving,
    hangups: Option<Signal>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let numbers = match serving.metrics.take() {
        None => None,
        Some(listener) => {
            listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let numbers = numbers(Arc::clone(&central));
            Some(tokio::spawn(axum::serve(listener, numbers).into_future()))
        }
    };
    let router = router(central, workers, serving.limits.clone());
    let done = listen::listen(listener, router, &serving, hangups, shutdown).await;
    if let Some(numbers) = numbers {
        numbers.abort();
    }
    done
}

fn router(central: Arc<Central>, workers: Arc<Workers>, limits: Limits) -> Router {
    Router::new()
        .route("/health", get(health))
        .route("/health/live", get(async || "ok\n"))
        .route("/v1/openapi.json", get(description))
        .route("/v1/manifest", get(manifest))
        .route("/v1/purge", get(purge))
        .merge(send::router())
        .merge(tiles::router())
        .merge(elsewhere::router())
        .merge(pages::router())
        .fallback(nothing_here)
        .method_not_allowed_fallback(async || failure(StatusCode::METHOD_NOT_ALLOWED))
        .layer(Extension(workers))
        .layer(from_fn_with_state(Gate::new(limits), limits::keep))
        .layer(from_fn(watch::watch))
        .layer(map_request(rest::rest))
        .with_state(central)
}

/// What monitoring asks, on an address of its own.
fn numbers(central: Arc<Central>) -> Router {
    let text = async |State(central): State<Arc<Central>>| {
        let figures = promptly(move || Ok(central.ledger().figures()?)).await;
        let text = metrics::text(figures.ok().as_ref());
        ([(header::CONTENT_TYPE, metrics::METRICS_TEXT)], text)
    };
    Router::new()
        .route("/metrics", get(text))
        .with_state(central)
}

/// A page for people, a problem for programs.
async fn nothing_here(State(central): State<Arc<Central>>, headers: HeaderMap) -> Response {
    let page = pages::lost(&central, &headers);
    page.unwrap_or_else(|| failure(StatusCode::NOT_FOUND).into_response())
}

async fn health(State(central): State<Arc<Central>>) -> Result<&'static str, Failure> {
    promptly(move || Ok(central.checkpoint()?)).await?;
    Ok("ok\n")
}

async fn description() -> Response {
    let json = [(header::CONTENT_TYPE, "application/json")];
    (json, DESCRIPTION).into_response()
}

async fn manifest(State(central): State<Arc<Central>>) -> Response {
    let bytes = central.manifest().bytes().to_vec();
    ([(header::CONTENT_TYPE, COSE)], bytes).into_response()
}

async fn purge(State(central): State<Arc<Central>>) -> Result<Response, Failure> {
    match blocking(move || central.purge_order()).await? {
        Some(order) => Ok(([(header::CONTENT_TYPE, COSE)], order).into_response()),
        None => Err(failure(StatusCode::NOT_FOUND)),
    }
}
