//! How requests are read and answered: whole bodies in time, RFC 9457 for what is not taken, and
//! the ledger on threads that may wait.

use super::limits::{Gate, Limits, Room};
use crate::central::problem::{PROBLEM_JSON, Problem};
use crate::central::{CentralError, Refusal, log, metrics};
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// The whole body and its room, or why not. How long it is must be said first, so that what is too large is
/// refused before it is sent; and it must come in time, so that a stalled line holds nothing. Nobody
/// has proven anything yet: what all bodies together may take is limited, and only what has arrived counts, so
/// that announcing much takes nothing from the others.
pub(super) async fn whole(request: Request, limit: usize) -> Result<(Bytes, Room), Failure> {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length: Option<usize> = length.and_then(|l| l.to_str().ok()?.parse().ok());
    match length {
        None => return Err(failure(StatusCode::LENGTH_REQUIRED)),
        Some(n) if n > limit => {
            let refusal = Refusal::TooLarge { limit };
            return Err(Failure(Problem::refused(&refusal)));
        }
        Some(_) => {}
    }
    let gate = request.extensions().get::<Arc<Gate>>().cloned();
    let gate = gate.unwrap_or_else(|| Gate::new(Limits::default()));
    let arriving = arriving(request.into_body(), limit, &gate);
    let arrived = timeout(gate.limits().body, arriving).await;
    arrived.unwrap_or_else(|_| Err(failure(StatusCode::REQUEST_TIMEOUT)))
}

async fn arriving(mut body: Body, limit: usize, gate: &Gate) -> Result<(Bytes, Room), Failure> {
    let (mut bytes, mut room) = (Vec::new(), Room::default());
    loop {
        let frame = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx));
        let frame = match timeout(gate.limits().header, frame).await {
            Ok(None) => return Ok((bytes.into(), room)),
            Ok(Some(Ok(frame))) => frame,
            Ok(Some(Err(_))) => return Err(failure(StatusCode::BAD_REQUEST)),
            Err(_) => return Err(failure(StatusCode::REQUEST_TIMEOUT)),
        };
        let data = frame.into_data().unwrap_or_default();
        let length = bytes.len() + data.len();
        if length > limit {
            return Err(failure(StatusCode::BAD_REQUEST));
        }
        let enlarged = gate.enlarge(&mut room, length).await;
        enlarged.ok_or_else(|| later(StatusCode::SERVICE_UNAVAILABLE))?;
        bytes.extend_from_slice(&data);
    }
}

/// A status that says nothing about a batch: the sender may try again.
pub fn failure(status: StatusCode) -> Failure {
    let title = status.canonical_reason().unwrap_or_default();
    Failure(Problem::of_status(status.as_u16(), title))
}

/// Not decided yet: the same again, in a moment.
pub fn later(status: StatusCode) -> Failure {
    let Failure(problem) = failure(status);
    let detail = "Nothing was decided yet; send the same again in a moment.".to_owned();
    Failure(Problem { detail, ..problem })
}

/// How long whoever is told to come again waits, in seconds.
const AGAIN: &str = "2";

/// How long whoever watches the server waits. Prometheus gives up after ten seconds: before that it must
/// hear that the ledger cannot be used, and not learn nothing.
const PROMPT: Duration = Duration::from_secs(3);

/// Runs on a thread that may wait, and is not waited for when that takes long.
pub(super) async fn promptly<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, CentralError> + Send + 'static,
) -> Result<T, Failure> {
    let answer = timeout(PROMPT, blocking(work)).await;
    answer.unwrap_or_else(|_| Err(Failure(Problem::unavailable())))
}

/// Runs on a thread that may wait for the disk and compute proofs.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, CentralError> + Send + 'static,
) -> Result<T, Failure> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(CentralError::Refused(refusal))) => {
            metrics::refused(&refusal);
            Err(Failure(Problem::refused(&refusal)))
        }
        Ok(Err(CentralError::Ledger(error))) => {
            metrics::ledger_failed();
            log::ledger_failed(&error);
            Err(Failure(Problem::unavailable()))
        }
        Err(_) => {
            log::panicked();
            Err(Failure(Problem::unavailable()))
        }
    }
}

/// A problem document as a response.
#[derive(Debug)]
pub struct Failure(pub Problem);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status);
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self.0).unwrap_or_default();
        let mut answer = (status, [(header::CONTENT_TYPE, PROBLEM_JSON)], body).into_response();
        let again = match self.0.status {
            // A bucket gets a place at least once a second.
            429 => "1",
            202 | 503 => AGAIN,
            _ => return answer,
        };
        let again = HeaderValue::from_static(again);
        answer.headers_mut().insert(header::RETRY_AFTER, again);
        answer
    }
}
