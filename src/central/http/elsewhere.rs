//! What online stations ask: who voted elsewhere, and whether they may take a person.

use crate::central::Central;
use axum::Router;
use std::sync::Arc;

pub fn router() -> Router<Arc<Central>> {
    Router::new()
}
