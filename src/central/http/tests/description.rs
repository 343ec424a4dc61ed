//! The description of the API is true: it names every route and no other, its examples are what
//! it says they are, and the statuses that it names are answered.

use super::super::DESCRIPTION;
use super::{Limits, Serving, get, header, json, post, start, text, within};
use crate::batch::{AskClaim, AskVoted, ClaimAction, millis_now};
use crate::central::fixture::{Station, World, minutes, presence};
use crate::central::{Problem, Running};
use crate::envelope::{Digest, SigningKey, cbor};
use crate::identity::Pseudonym;
use minicbor::bytes::ByteVec;
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;
use ureq::Body;
use ureq::http::Response;

type Statuses = BTreeSet<(String, String, u16)>;

fn description() -> Value {
    serde_json::from_str(DESCRIPTION).unwrap()
}

/// Every method, path and status that is described.
fn described() -> Statuses {
    let mut all = Statuses::new();
    let description = description();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            for status in operation["responses"].as_object().unwrap().keys() {
                let status = status.parse().unwrap();
                all.insert((method.to_uppercase(), path.clone(), status));
            }
        }
    }
    all
}

/// The routes of the sources: `.route("PATH", METHOD(`.
fn routes() -> BTreeSet<(String, String)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/central/http");
    let mut routes = BTreeSet::new();
    for file in std::fs::read_dir(dir).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|e| e != "rs") {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        for route in source.split(".route(").skip(1) {
            let mut parts = route.splitn(3, '"');
            let path = parts.nth(1).unwrap().replace("{*", "{");
            let method = parts.next().unwrap().trim_start_matches([',', ' ', '\n']);
            let method = method.split('(').next().unwrap().to_uppercase();
            // Monitoring's own listener is no part of the API.
            if path != "/metrics" {
                routes.insert((method, path));
            }
        }
    }
    routes
}

#[test]
fn every_route_is_described_and_no_other() {
    let described: BTreeSet<_> = described().into_iter().map(|(m, p, _)| (m, p)).collect();
    assert_eq!(routes(), described);
    assert!(described.len() >= 12);
    assert_eq!(description()["openapi"], "3.1.0");
}

/// Follows a reference within the description.
fn resolve<'a>(description: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(reference) => description.pointer(&reference[1..]).unwrap(),
        None => value,
    }
}

#[test]
fn every_error_is_a_problem_document_and_every_example_has_its_status() {
    let description = description();
    let mut examples = 0;
    for (path, methods) in description["paths"].as_object().unwrap() {
        for operation in methods.as_object().unwrap().values() {
            for (status, response) in operation["responses"].as_object().unwrap() {
                let content = &resolve(&description, response)["content"];
                if status.parse::<u16>().unwrap() < 202 || status == "204" {
                    continue;
                }
                let problem = &content["application/problem+json"];
                assert!(problem.is_object(), "{path} {status}");
                for example in problem["examples"].as_object().unwrap().values() {
                    let problem: Problem =
                        serde_json::from_value(example["value"].clone()).unwrap();
                    assert_eq!(problem.status.to_string(), *status, "{path}");
                    examples += 1;
                }
            }
        }
    }
    assert!(examples > 20);
}

/// Documented statuses that no test provokes here, and why not.
fn not_provoked(method: &str, path: &str, status: u16) -> Option<&'static str> {
    match (method, path, status) {
        (_, _, 429) => Some("by address on every path alike: the tests of limits"),
        (_, _, 503) => Some("a ledger that fails: the tests of lost databases"),
        ("POST", "/v1/batches", 202) => Some("proofs that take longer than half a minute"),
        ("GET", "/v1/purge", 200) => Some("the tests of the purge, over the same route"),
        _ => None,
    }
}

/// A server that is asked for everything, and what it answered.
struct Asked {
    world: World,
    running: Running,
    seen: Statuses,
}

impl Asked {
    fn saw(&mut self, method: &str, path: &str, answer: Response<Body>) {
        let status = answer.status().as_u16();
        if status >= 400 {
            assert_eq!(header(&answer, "content-type"), "application/problem+json");
            let problem: Problem = serde_json::from_str(&text(answer)).unwrap();
            assert_eq!(problem.status, status);
        }
        let seen = (method.to_owned(), path.to_owned(), status);
        self.seen.insert(seen);
    }

    fn get(&mut self, path: &str, asked: &str) {
        let answer = get(&self.running, asked);
        self.saw("GET", path, answer);
    }

    fn post(&mut self, path: &str, body: &[u8]) {
        let answer = post(&self.running, path, body);
        self.saw("POST", path, answer);
    }

    fn stations(&mut self, station: &Station) {
        let path = "/v1/stations";
        let introduction = station.introduction.clone();
        self.post(path, b"altro");
        self.post(path, &introduction.bytes());
        let mut unsigned = introduction;
        let last = unsigned.certificate.len() - 1;
        unsigned.certificate[last] ^= 1;
        self.post(path, &unsigned.bytes());
        let mut foreign = World::new();
        foreign.authority = self.world.authority.clone();
        self.post(path, &foreign.station("banchetto-2").introduction.bytes());
    }

    fn batches(&mut self, station: &mut Station) {
        let path = "/v1/batches";
        let stranger = self.world.station("banchetto-3").batch(presence([1]));
        self.post(path, &stranger.bytes());
        let mut forged = station.draft(minutes(false)).header().bytes().to_vec();
        let last = forged.len() - 1;
        forged[last] ^= 1;
        let forged = (ByteVec::from(forged), ByteVec::from(vec![0]));
        self.post(path, &cbor::encode(&forged));
        self.post(path, b"altro");
        self.post(path, &station.batch(presence([1])).bytes());
        self.post(path, &station.draft(presence([1])).bytes());
        let _missing = station.batch(minutes(false));
        self.post(path, &station.batch(minutes(false)).bytes());
    }

    /// What online stations ask, of a consultation, by a station, under a key.
    fn questions(&mut self, station: &Station) {
        let right = self.world.manifest.digest();
        let stranger = self.world.station("banchetto-9");
        let other_key = SigningKey::generate();
        for (fingerprint, name, key) in [
            (right, &station.name, &station.key),
            (right, &station.name, &other_key),
            (right, &stranger.name, &stranger.key),
            (Digest::of(b"other"), &station.name, &station.key),
        ] {
            let voted = key.sign(AskVoted {
                fingerprint,
                station: name.clone(),
                since: 0,
                asked: millis_now(),
                nonce: [1; 16],
            });
            self.post("/v1/elsewhere", voted.bytes());
            let claim = key.sign(AskClaim {
                fingerprint,
                station: name.clone(),
                action: ClaimAction::Take,
                pseudonym: Pseudonym([1; 32]),
                asked: millis_now(),
                nonce: [1; 16],
            });
            self.post("/v1/claims", claim.bytes());
        }
        for path in ["/v1/elsewhere", "/v1/claims"] {
            self.post(path, b"altro");
        }
    }

    fn board(&mut self, leaf: &Digest) {
        for (path, asked) in [
            ("/tile/{path}", "/tile/0/000.p/2"),
            ("/tile/{path}", "/tile/9/9"),
            ("/v1/consistency", "/v1/consistency?from=0&to=0"),
            ("/v1/consistency", "/v1/consistency?from=0&to=99"),
            ("/v1/consistency", "/v1/consistency"),
            ("/v1/inclusion/{leaf}", "/v1/inclusion/altro"),
        ] {
            self.get(path, asked);
        }
        let absent = "0".repeat(64);
        for leaf in [leaf.hex(), absent] {
            self.get("/v1/inclusion/{leaf}", &format!("/v1/inclusion/{leaf}"));
        }
    }

    /// Bodies that do not come, do not say how long they are, or are too long.
    fn bodies(&mut self, path: &str) {
        for (request, status) in [
            ("content-length: 9\r\n\r\nhalf", 408),
            ("transfer-encoding: chunked\r\n\r\n0\r\n\r\n", 411),
            ("content-length: 99999999\r\n\r\n", 413),
        ] {
            let address = self.running.url().rsplit_once('/').unwrap().1;
            let mut stream = TcpStream::connect(address).unwrap();
            let head = format!("POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{request}");
            stream.write_all(head.as_bytes()).unwrap();
            let mut first = [0; 12];
            stream.read_exact(&mut first).unwrap();
            assert_eq!(first, format!("HTTP/1.1 {status}").as_bytes());
            let seen = ("POST".to_owned(), path.to_owned(), status);
            self.seen.insert(seen);
        }
    }
}

/// Until the sequencer has placed a leaf.
fn placed(running: &Running, leaf: &Digest) {
    let path = format!("/v1/inclusion/{}", leaf.hex());
    while get(running, &path).status() != 200 {
        std::thread::yield_now();
    }
}

#[test]
fn every_described_status_is_answered() {
    let world = World::new();
    let quick = Limits {
        body: Duration::from_millis(300),
        address: 0,
        ..Limits::default()
    };
    let running = start(&world, within(quick));
    let mut station = world.station("banchetto-1");
    let seen = Statuses::new();
    let mut asked = Asked {
        world,
        running,
        seen,
    };
    for path in [
        "/health",
        "/health/live",
        "/v1/openapi.json",
        "/v1/manifest",
        "/v1/purge",
        "/checkpoint",
        "/v1/checkpoint",
    ] {
        asked.get(path, path);
    }
    asked.stations(&station);
    asked.batches(&mut station);
    let leaf = Digest::of(&station.introduction.certificate);
    placed(&asked.running, &leaf);
    asked.board(&leaf);
    for path in ["/v1/stations", "/v1/batches", "/v1/elsewhere", "/v1/claims"] {
        asked.bodies(path);
    }
    asked.questions(&station);
    // A clone, at the end: it stops the station.
    let known = station.key.to_bytes();
    station.rotate();
    asked.post("/v1/stations", &station.introduction.bytes());
    station.key = SigningKey::from_bytes(&known);
    asked.questions(&station);

    let described = described();
    let unknown: Vec<_> = asked.seen.difference(&described).collect();
    assert!(
        unknown.is_empty(),
        "answered and not described: {unknown:?}"
    );
    let mut silent = described.difference(&asked.seen);
    let silent = silent.find(|(m, p, s)| not_provoked(m, p, *s).is_none());
    assert_eq!(silent, None, "described and not answered");
}

#[test]
fn what_is_nowhere_or_asked_otherwise_is_a_problem_too() {
    let world = World::new();
    let running = start(&world, Serving::default());
    for (answer, status) in [
        (get(&running, "/nowhere"), 404),
        (get(&running, "/v1/batches"), 405),
        (post(&running, "/v1/manifest", b""), 405),
        // Bytes that are no text.
        (get(&running, "/v1/%FF"), 404),
        (get(&running, "/tile/%FF"), 404),
        (get(&running, "/v1/inclusion/%FF"), 400),
        (get(&running, "/v1/consistency?from=%FF&to=1"), 400),
    ] {
        assert_eq!(answer.status(), status);
        assert_eq!(header(&answer, "content-type"), "application/problem+json");
        assert_eq!(json(answer)["status"], status);
    }
    assert_eq!(text(get(&running, "/v1/openapi.json")), DESCRIPTION);
}
