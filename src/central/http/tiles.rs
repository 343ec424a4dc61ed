//! The board as static files: C2SP tiles and checkpoint.

use crate::central::Central;
use axum::Router;
use std::sync::Arc;

pub fn router() -> Router<Arc<Central>> {
    Router::new()
}
