//! How requests are read and answered: whole bodies in time, RFC 9457 for what is not taken, and
//! the ledger on threads that may wait.

use super::limits::{Gate, Limits};
use crate::central::problem::{PROBLEM_JSON, Problem};
use crate::central::{CentralError, Refusal, log, metrics};
use axum::body::Bytes;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// The whole body, or why not. How long it is must be said first, so that what is too large is
/// refused before it is sent; and it must come in time, so that a stalled line holds nothing.
pub async fn whole(request: Request, limit: usize) -> Result<Bytes, Failure> {
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
    let gate = request.extensions().get::<Arc<Gate>>();
    let patience = gate.map_or_else(|| Limits::default().body, |gate| gate.limits().body);
    let body = axum::body::to_bytes(request.into_body(), limit);
    match tokio::time::timeout(patience, body).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(failure(StatusCode::BAD_REQUEST)),
        Err(_) => Err(failure(StatusCode::REQUEST_TIMEOUT)),
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
