//! What online stations ask: who voted elsewhere, and whether they may take a person.
//!
//! ```text
//! POST /v1/elsewhere   a signed question -> 200 with the signed answer
//! POST /v1/claims      a signed question -> 200 with the signed answer
//! ```

use super::COSE;
use super::answer::{Failure, blocking, whole};
use crate::central::Central;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use std::sync::Arc;

/// The largest question: signatures and a few numbers.
const QUESTION: usize = 4 * 1024;

pub fn router() -> Router<Arc<Central>> {
    Router::new()
        .route("/v1/elsewhere", post(elsewhere))
        .route("/v1/claims", post(claims))
}

async fn elsewhere(
    State(central): State<Arc<Central>>,
    request: Request,
) -> Result<Response, Failure> {
    let (body, _room) = whole(request, QUESTION).await?;
    let answer = blocking(move || central.voted(&body)).await?;
    Ok(cose(answer.bytes()))
}

async fn claims(
    State(central): State<Arc<Central>>,
    request: Request,
) -> Result<Response, Failure> {
    let (body, _room) = whole(request, QUESTION).await?;
    let answer = blocking(move || central.claim(&body)).await?;
    Ok(cose(answer.bytes()))
}

fn cose(bytes: &[u8]) -> Response {
    ([(header::CONTENT_TYPE, COSE)], bytes.to_vec()).into_response()
}
