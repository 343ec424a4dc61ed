//! The public pages.

use super::Central;
use axum::Router;
use std::sync::Arc;

pub fn router() -> Router<Arc<Central>> {
    Router::new()
}
