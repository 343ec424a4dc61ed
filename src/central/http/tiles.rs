//! The board as files that never change, and proofs for stations that do not read them.
//!
//! ```text
//! GET /checkpoint                        the last checkpoint
//! GET /tile/<L>/<N>[.p/<W>]              hashes of the tree, after C2SP tlog-tiles
//! GET /tile/entries/<N>[.p/<W>]          leaves, each after its length in two bytes
//! GET /v1/inclusion/<leaf>?size=N        JSON: index, size, hashes
//! GET /v1/consistency?from=M&to=N        JSON: from, to, hashes
//! ```
//!
//! Hashes do not get shorter by compressing them, so nothing is compressed.

use super::answer::{Failure, blocking, failure};
use crate::board::Tile;
use crate::central::Central;
use crate::envelope::Digest;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A full tile never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// A tile that is not full does not change either, but soon nobody asks for it.
const A_MINUTE: &str = "public, max-age=60";

/// The checkpoint changes with every batch.
pub(super) const A_MOMENT: &str = "public, max-age=2";

pub fn router() -> Router<Arc<Central>> {
    Router::new()
        .route("/checkpoint", get(checkpoint))
        .route("/v1/checkpoint", get(checkpoint))
        .route("/tile/{*path}", get(tile))
        .route("/v1/inclusion/{leaf}", get(inclusion))
        .route("/v1/consistency", get(consistency))
}

async fn checkpoint(State(central): State<Arc<Central>>) -> Result<Response, Failure> {
    let note = blocking(move || Ok(central.checkpoint()?)).await?;
    Ok(([(header::CACHE_CONTROL, A_MOMENT)], note).into_response())
}

async fn tile(
    State(central): State<Arc<Central>>,
    path: Result<Path<String>, PathRejection>,
) -> Result<Response, Failure> {
    let tile = path.ok().and_then(|path| Tile::parse(&path));
    let tile = tile.ok_or_else(|| failure(StatusCode::NOT_FOUND))?;
    let bytes = blocking(move || Ok(central.tile(&tile)?)).await?;
    let bytes = bytes.ok_or_else(|| failure(StatusCode::NOT_FOUND))?;
    let cached = if tile.is_full() { FOR_EVER } else { A_MINUTE };
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream"),
        (header::CACHE_CONTROL, cached),
    ];
    Ok((headers, bytes).into_response())
}

#[derive(Deserialize)]
struct Size {
    size: Option<u64>,
}

#[derive(Serialize)]
struct InclusionAnswer {
    index: u64,
    size: u64,
    hashes: Vec<String>,
}

async fn inclusion(
    State(central): State<Arc<Central>>,
    leaf: Result<Path<String>, PathRejection>,
    size: Result<Query<Size>, QueryRejection>,
) -> Result<Json<InclusionAnswer>, Failure> {
    let bad = || failure(StatusCode::BAD_REQUEST);
    let leaf = leaf.ok().and_then(|leaf| Digest::from_hex(&leaf));
    let (leaf, Query(asked)) = (leaf.ok_or_else(bad)?, size.map_err(|_| bad())?);
    let proof = blocking(move || Ok(central.inclusion(&leaf, asked.size)?)).await?;
    let proof = proof.ok_or_else(|| failure(StatusCode::NOT_FOUND))?;
    Ok(Json(InclusionAnswer {
        index: proof.index,
        size: proof.size,
        hashes: proof.hashes.iter().map(Digest::hex).collect(),
    }))
}

#[derive(Deserialize, Serialize, Clone, Copy)]
struct Sizes {
    from: u64,
    to: u64,
}

#[derive(Serialize)]
struct ConsistencyAnswer {
    #[serde(flatten)]
    sizes: Sizes,
    hashes: Vec<String>,
}

async fn consistency(
    State(central): State<Arc<Central>>,
    sizes: Result<Query<Sizes>, QueryRejection>,
) -> Result<Json<ConsistencyAnswer>, Failure> {
    let sizes = sizes.ok().map(|Query(sizes)| sizes);
    let sizes = sizes.filter(|sizes| sizes.from <= sizes.to);
    let sizes = sizes.ok_or_else(|| failure(StatusCode::BAD_REQUEST))?;
    let proof = blocking(move || Ok(central.consistency(sizes.from, sizes.to)?)).await?;
    let proof = proof.ok_or_else(|| failure(StatusCode::NOT_FOUND))?;
    Ok(Json(ConsistencyAnswer {
        sizes,
        hashes: proof.iter().map(Digest::hex).collect(),
    }))
}
