//! What is counted and written down of requests: route, status and time. Nothing of who asked,
//! and nothing of what.

use crate::central::{log, metrics};
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use std::time::{Duration, Instant};

/// A request that takes longer is in the log.
const SLOW: Duration = Duration::from_secs(5);

/// Methods that are counted by their name; anybody can make up others.
const METHODS: [&str; 5] = ["GET", "HEAD", "POST", "PUT", "DELETE"];

pub(super) async fn watch(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let _open = metrics::Open::now();
    let method = METHODS.iter().find(|m| **m == request.method().as_str());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let answer = next.run(request).await;
    let route = route.as_ref().map_or("other", MatchedPath::as_str);
    let (status, took) = (answer.status().as_u16(), began.elapsed());
    metrics::answered(method.unwrap_or(&"other"), route, status);
    if took > SLOW {
        log::slow(route, status, took);
    }
    answer
}
