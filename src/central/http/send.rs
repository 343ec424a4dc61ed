//! What stations send: introductions and batches.

use super::answer::{Failure, blocking, later, whole};
use super::limits::{Asker, Gate};
use super::{BODY_LIMIT, COSE};
use crate::batch::{Batch, Header};
use crate::central::problem::Problem;
use crate::central::workers::{Outcome, Submitted, Workers};
use crate::central::{Central, Introduction, log, metrics};
use crate::consultation::StationId;
use crate::envelope::{Digest, Signed, cbor};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Extension, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use minicbor::bytes::ByteVec;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::oneshot::Receiver;

/// How long whoever sent a batch waits for its outcome.
const ANSWER: Duration = Duration::from_secs(25);

/// How often to look whether another process has the outcome.
const LOOK: Duration = Duration::from_millis(500);

/// The largest introduction: a certificate and a rotation.
const INTRODUCTION: usize = 64 * 1024;

pub fn router() -> Router<Arc<Central>> {
    Router::new()
        .route("/v1/stations", post(stations))
        .route("/v1/batches", post(batches))
}

/// Who says that they sent something, and which of their batches; nothing of it is verified.
struct Sender {
    station: StationId,
    sequence: Option<u64>,
}

impl Sender {
    fn of_introduction(body: &[u8]) -> Option<Self> {
        let station = Introduction::read(body).ok()?.peek_station().ok()?;
        Some(Self {
            station,
            sequence: None,
        })
    }

    fn of_batch(body: &[u8]) -> Option<Self> {
        let station = Batch::peek_station(body).ok()?;
        let parts: (ByteVec, ByteVec) = cbor::decode(body).ok()?;
        let header = Signed::<Header>::peek(&parts.0).ok()?;
        Some(Self {
            station,
            sequence: Some(header.sequence),
        })
    }
}

/// Writes down a refusal: its name, and who says that they sent it.
fn note(Failure(problem): &Failure, sender: Option<&Sender>) {
    if let Some(name) = problem.refusal() {
        let sequence = sender.and_then(|s| s.sequence);
        log::refused(name, sender.map(|s| &s.station), sequence);
    }
}

async fn stations(
    State(central): State<Arc<Central>>,
    Extension(gate): Extension<Arc<Gate>>,
    Extension(asker): Extension<Asker>,
    request: Request,
) -> Result<StatusCode, Failure> {
    let (body, _room) = whole(request, INTRODUCTION).await?;
    let sender = Sender::of_introduction(&body);
    if let Some(sender) = &sender {
        gate.station(asker, &sender.station)?;
    }
    let done = blocking(move || central.introduce(&Introduction::read(&body)?)).await;
    if let Err(failure) = &done {
        note(failure, sender.as_ref());
    }
    done.map(|()| StatusCode::NO_CONTENT)
}

async fn batches(
    State(central): State<Arc<Central>>,
    Extension(workers): Extension<Arc<Workers>>,
    Extension(gate): Extension<Arc<Gate>>,
    Extension(asker): Extension<Asker>,
    request: Request,
) -> Result<Response, Failure> {
    let (bytes, _room) = whole(request, BODY_LIMIT).await?;
    let began = Instant::now();
    let sender = Sender::of_batch(&bytes);
    if let Some(sender) = &sender {
        gate.station(asker, &sender.station)?;
    }
    let answer = receipt(central, workers, bytes).await;
    match &answer {
        Ok(_) => metrics::receipt_took(began.elapsed()),
        Err(failure) => note(failure, sender.as_ref()),
    }
    answer
}

/// Puts a batch into the inbox and waits for its receipt.
async fn receipt(
    central: Arc<Central>,
    workers: Arc<Workers>,
    bytes: Bytes,
) -> Result<Response, Failure> {
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
        Some(Err(refusal)) => {
            metrics::refused(&refusal);
            Err(Failure(Problem::refused(&refusal)))
        }
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
    let until = tokio::time::Instant::now() + ANSWER;
    while tokio::time::Instant::now() < until {
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
