//! What is left of a request that was answered before all of it had come.
//!
//! Invariant: whoever is still writing is read for a while, so that they get to read the answer. A connection
//! that is closed with bytes unread is reset (RFC 9112, section 9.6): nginx then tells a station "502" instead
//! of when to come back.

use super::BODY_LIMIT;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use http_body::{Frame, SizeHint};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// How long the rest is read at most. It is not kept.
const WHILE: Duration = Duration::from_secs(10);

/// A body that reads its own rest when it is dropped.
struct Rest(Body);

/// For every request.
pub(super) async fn rest(request: Request) -> Request {
    request.map(|body| Body::new(Rest(body)))
}

impl HttpBody for Rest {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.0).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}

impl Drop for Rest {
    fn drop(&mut self) {
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            return;
        };
        let few = |upper| upper <= BODY_LIMIT as u64;
        if self.0.is_end_stream() || !self.0.size_hint().upper().is_some_and(few) {
            return;
        }
        let body = std::mem::take(&mut self.0);
        runtime.spawn(tokio::time::timeout(WHILE, read(body)));
    }
}

async fn read(mut body: Body) {
    let mut next = async || poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await;
    while let Some(Ok(_)) = next().await {}
}
