//! The station's HTTP client.

use super::board::{Proof, Witness};
use super::{Introduction, SendError, check_receipt};
use crate::batch::Receipt;
use crate::board::Checkpoint;
use crate::central::{BODY_LIMIT, PROBLEM_JSON, Problem};
use crate::consultation::Manifest;
use crate::envelope::{Digest, Signed};
use std::time::Duration;
use ureq::http::Response;
use ureq::{Agent, Body};

/// How long the server may take to accept a connection.
const CONNECT: Duration = Duration::from_secs(10);

/// How long one request may take in all: a large batch over a slow link, and its proofs.
const WHOLE: Duration = Duration::from_mins(2);

/// Receipts and problem documents are small; nothing longer is read.
const ANSWER: u64 = 64 * 1024;

/// An answer about some thousands of people.
const LIST: u64 = 1024 * 1024;

/// The longest that a server's wish to be left alone is followed.
const LATER: u64 = 10 * 60;

/// Carries batches to one central server and believes only its signatures.
#[derive(Debug, Clone)]
pub struct Carrier {
    manifest: Signed<Manifest>,
    url: String,
    agent: Agent,
}

impl Carrier {
    /// To the server that the manifest names.
    pub fn new(manifest: &Signed<Manifest>) -> Self {
        Self::at(manifest, &manifest.value().server.url)
    }

    /// To another address of the same server; the keys are still the manifest's.
    pub fn at(manifest: &Signed<Manifest>, url: &str) -> Self {
        Self {
            manifest: manifest.clone(),
            url: url.trim_end_matches('/').to_owned(),
            agent: agent(url, CONNECT, WHOLE),
        }
    }

    /// The same, for questions that somebody waits for.
    #[must_use]
    pub fn hasty(&self, patience: Duration) -> Self {
        Self {
            agent: agent(&self.url, patience, patience),
            ..self.clone()
        }
    }

    /// The consultation.
    pub fn manifest(&self) -> &Signed<Manifest> {
        &self.manifest
    }

    /// Presents the station; again and again has no effect.
    pub fn introduce(&self, introduction: &Introduction) -> Result<(), SendError> {
        let answer = self.post("/v1/stations", &introduction.bytes())?;
        match answer.status().as_u16() {
            204 => Ok(()),
            _ => Err(not_taken(answer)),
        }
    }

    /// Sends a batch; the receipt is checked before it is returned.
    pub fn send(&self, batch: &[u8]) -> Result<Signed<Receipt>, SendError> {
        if batch.len() > BODY_LIMIT {
            // The server would hang up while it is still being sent, which looks like a bad line.
            return Err(SendError::Refused {
                name: "too-large".to_owned(),
                detail: format!("{} bytes, at most {BODY_LIMIT}", batch.len()),
            });
        }
        let mut answer = self.post("/v1/batches", batch)?;
        if answer.status().as_u16() != 200 {
            return Err(not_taken(answer));
        }
        let body = answer.body_mut().with_config().limit(ANSWER).read_to_vec();
        let receipt = body.map_err(|e| match e {
            ureq::Error::BodyExceedsLimit(_) => SendError::BadReceipt,
            // The line broke while the receipt came: the batch may be there; sending it again
            // brings the same receipt.
            e => SendError::Unreachable(e.to_string()),
        })?;
        check_receipt(&self.manifest, batch, &receipt)
    }

    /// The registry's order to forget the links, if the server has it; who obeys it checks its
    /// signature.
    pub fn purge_order(&self) -> Result<Option<Vec<u8>>, SendError> {
        self.get("/v1/purge")
    }

    /// Asks a question that is signed; whoever asks checks the answer.
    pub(super) fn ask(&self, path: &str, question: &[u8]) -> Result<Vec<u8>, SendError> {
        let answer = self.post(path, question)?;
        match answer.status().as_u16() {
            200 => read(answer, LIST),
            _ => Err(not_taken(answer)),
        }
    }

    /// Something public; `None` if it is not there.
    fn get(&self, path: &str) -> Result<Option<Vec<u8>>, SendError> {
        let url = format!("{}{path}", self.url);
        let answer = self.agent.get(url).call();
        let answer = answer.map_err(|e| SendError::Unreachable(e.to_string()))?;
        match answer.status().as_u16() {
            200 => read(answer, ANSWER).map(Some),
            404 => Ok(None),
            _ => Err(not_taken(answer)),
        }
    }

    fn post(&self, path: &str, body: &[u8]) -> Result<Response<Body>, SendError> {
        self.agent
            .post(format!("{}{path}", self.url))
            .content_type("application/cbor")
            .send(body)
            .map_err(|e| SendError::Unreachable(e.to_string()))
    }
}

impl Witness for Carrier {
    fn manifest(&self) -> &Signed<Manifest> {
        &self.manifest
    }

    fn checkpoint(&self) -> Result<String, SendError> {
        let bytes = self.get("/v1/checkpoint")?.ok_or_else(unproven)?;
        String::from_utf8(bytes).map_err(|_| SendError::BadAnswer)
    }

    fn inclusion(&self, leaf: &Digest, board: &Checkpoint) -> Result<Option<Proof>, SendError> {
        let proof = self.get(&format!("/v1/inclusion/{leaf}?size={}", board.size))?;
        proof.map(|bytes| Proof::from_json(&bytes)).transpose()
    }

    /// The server has it for any two boards that it signed: that it does not answer is no answer.
    fn consistency(&self, old: &Checkpoint, new: &Checkpoint) -> Result<Option<Proof>, SendError> {
        let path = format!("/v1/consistency?from={}&to={}", old.size, new.size);
        let bytes = self.get(&path)?.ok_or_else(unproven)?;
        Proof::from_json(&bytes).map(Some)
    }
}

fn agent(url: &str, connect: Duration, whole: Duration) -> Agent {
    let config = Agent::config_builder()
        .timeout_connect(Some(connect))
        .timeout_global(Some(whole))
        // A status is an answer, and nobody but the server answers for it.
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false);
    let config = if on_this_machine(url) {
        config.proxy(None)
    } else {
        config
    };
    config.build().into()
}

fn read(mut answer: Response<Body>, limit: u64) -> Result<Vec<u8>, SendError> {
    let body = answer.body_mut().with_config().limit(limit).read_to_vec();
    body.map_err(|e| match e {
        ureq::Error::BodyExceedsLimit(_) => SendError::BadAnswer,
        e => SendError::Unreachable(e.to_string()),
    })
}

fn unproven() -> SendError {
    SendError::Unreachable("HTTP 404".to_owned())
}

/// What the server says of the time after which it wants to be asked again.
fn later(answer: &Response<Body>) -> Option<SendError> {
    let header = answer.headers().get("retry-after");
    let seconds: Option<u64> = header.and_then(|h| h.to_str().ok()?.trim().parse().ok());
    let seconds = match (answer.status().as_u16(), seconds) {
        (202 | 429 | 503, Some(seconds)) => seconds,
        // Taken, and not decided: in a moment it will be.
        (202, None) => 1,
        _ => return None,
    };
    Some(SendError::Later {
        seconds: seconds.clamp(1, LATER),
    })
}

/// A refusal is the server's only as a problem document that names it; any other answer comes
/// from something in between (a login page, a proxy) or from a server in trouble.
fn not_taken(mut answer: Response<Body>) -> SendError {
    if let Some(later) = later(&answer) {
        return later;
    }
    let status = answer.status().as_u16();
    let is_problem = answer.body().mime_type() == Some(PROBLEM_JSON);
    if is_problem && (400..500).contains(&status) {
        let body = answer.body_mut().with_config().limit(ANSWER).read_to_vec();
        let problem = body
            .ok()
            .and_then(|b| serde_json::from_slice::<Problem>(&b).ok());
        if let Some(problem) = problem
            && let Some(name) = problem.refusal()
        {
            return SendError::Refused {
                name: name.to_owned(),
                detail: problem.plain_detail(),
            };
        }
    }
    SendError::Unreachable(format!("HTTP {status}"))
}

/// No proxy stands between a station and a server on the same machine.
fn on_this_machine(url: &str) -> bool {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    ["127.", "localhost", "[::1]"]
        .iter()
        .any(|own| host.starts_with(own))
}
