//! The HTTP API.
//!
//! ```text
//! GET  /health           200 while the ledger answers
//! GET  /v1/manifest      the signed manifest
//! GET  /v1/checkpoint    the board's last checkpoint, a signed note
//! GET  /v1/purge         the registry's signed order to forget the links; 404 while there is none
//! POST /v1/stations      CBOR [certificate, rotation] -> 204
//! POST /v1/batches       a batch -> 200 with the signed receipt
//! ```
//!
//! Signatures are the only authority: a request carries no credentials, and nothing about
//! requests is written down. The ledger and the proofs run on blocking threads.

pub(super) mod answer;
mod elsewhere;
mod tiles;

use super::problem::Problem;
use super::workers::{Outcome, Submitted, Workers};
use super::{Central, Introduction, pages};
use crate::envelope::Digest;
use answer::{Failure, blocking, failure, later, whole};
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use std::future::{Future, IntoFuture};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::oneshot::Receiver;
use tokio::sync::watch;
use tokio::time::Instant;

/// The largest request: some thousands of ballots.
pub const BODY_LIMIT: usize = 32 * 1024 * 1024;

/// How long requests may take to finish when the server stops.
const GRACE: Duration = Duration::from_secs(5);

/// How long whoever sent a batch waits for its outcome.
const ANSWER: Duration = Duration::from_secs(25);

/// How often to look whether another process has the outcome.
const LOOK: Duration = Duration::from_millis(500);

const COSE: &str = "application/cose";

/// Serves until `shutdown` completes, then lets what was begun finish for a few seconds.
pub async fn serve(
    listener: TcpListener,
    central: Arc<Central>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let (stopping, mut stopped) = watch::channel(());
    let graceful = async move {
        shutdown.await;
        drop(stopping);
    };
    let workers = Arc::new(Workers::start(Arc::clone(&central))?);
    let router = router(central).layer(Extension(workers));
    let server = axum::serve(listener, router).with_graceful_shutdown(graceful);
    let too_long = async move {
        // An error means that the sender was dropped: the shutdown has begun.
        while stopped.changed().await.is_ok() {}
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        done = server.into_future() => done,
        () = too_long => Ok(()),
    }
}

fn router(central: Arc<Central>) -> Router {
    Router::new()
        .route("/health", get(health))
        .route("/v1/manifest", get(manifest))
        .route("/v1/checkpoint", get(checkpoint))
        .route("/v1/purge", get(purge))
        .route("/v1/stations", post(stations))
        .route("/v1/batches", post(batches))
        .merge(elsewhere::router())
        .merge(tiles::router())
        .merge(pages::router())
        .fallback(async || failure(StatusCode::NOT_FOUND))
        .method_not_allowed_fallback(async || failure(StatusCode::METHOD_NOT_ALLOWED))
        .with_state(central)
}

async fn health(State(central): State<Arc<Central>>) -> Result<&'static str, Failure> {
    blocking(move || Ok(central.checkpoint()?)).await?;
    Ok("ok\n")
}

async fn manifest(State(central): State<Arc<Central>>) -> Response {
    let bytes = central.manifest().bytes().to_vec();
    ([(header::CONTENT_TYPE, COSE)], bytes).into_response()
}

async fn checkpoint(State(central): State<Arc<Central>>) -> Result<String, Failure> {
    blocking(move || Ok(central.checkpoint()?)).await
}

async fn purge(State(central): State<Arc<Central>>) -> Result<Response, Failure> {
    match blocking(move || central.purge_order()).await? {
        Some(order) => Ok(([(header::CONTENT_TYPE, COSE)], order).into_response()),
        None => Err(failure(StatusCode::NOT_FOUND)),
    }
}

async fn stations(
    State(central): State<Arc<Central>>,
    request: Request,
) -> Result<StatusCode, Failure> {
    let body = whole(request).await?;
    blocking(move || central.introduce(&Introduction::read(&body)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn batches(
    State(central): State<Arc<Central>>,
    Extension(workers): Extension<Arc<Workers>>,
    request: Request,
) -> Result<Response, Failure> {
    let bytes = whole(request).await?;
    let submitted = {
        let (workers, bytes) = (Arc::clone(&workers), bytes.to_vec());
        blocking(move || workers.submit(bytes)).await?
    };
    let outcome = match submitted {
        Submitted::Before(receipt) => Some(Ok(receipt)),
        Submitted::Waits(digest, outcome) => {
            outcome_of(&central, &workers, digest, bytes, outcome).await?
        }
        Submitted::Later => return Err(later(StatusCode::SERVICE_UNAVAILABLE)),
    };
    match outcome {
        Some(Ok(receipt)) => {
            let receipt = receipt.bytes().to_vec();
            Ok(([(header::CONTENT_TYPE, COSE)], receipt).into_response())
        }
        Some(Err(refusal)) => Err(Failure(Problem::refused(&refusal))),
        // It is safe here; whoever sent it asks again with the same bytes.
        None => Err(later(StatusCode::ACCEPTED)),
    }
}

/// Waits for what becomes of a batch, here or in another process; `None` if that takes too long.
async fn outcome_of(
    central: &Arc<Central>,
    workers: &Arc<Workers>,
    digest: Digest,
    bytes: Bytes,
    mut outcome: Receiver<Outcome>,
) -> Result<Option<Outcome>, Failure> {
    let until = Instant::now() + ANSWER;
    while Instant::now() < until {
        match tokio::time::timeout(LOOK, &mut outcome).await {
            Ok(Ok(outcome)) => return Ok(Some(outcome)),
            // Not this process, or not yet.
            Ok(Err(_)) => tokio::time::sleep(LOOK).await,
            Err(_) => {}
        }
        let asked = Arc::clone(workers);
        if !blocking(move || Ok(asked.is_waiting(digest)?)).await? {
            let (central, bytes) = (Arc::clone(central), bytes.clone());
            let receipt = blocking(move || central.receive(&bytes)).await?;
            return Ok(Some(Ok(receipt)));
        }
    }
    Ok(None)
}
