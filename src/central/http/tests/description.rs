//! The description of the API is true: it names every route and no other, its examples are what
//! it says they are, and the statuses that it names are answered.

use super::super::DESCRIPTION;
use super::{Limits, Serving, get, header, json, post, start, text, within};
use crate::central::Problem;
use crate::central::fixture::{World, minutes, presence};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

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

#[test]
fn every_described_status_is_answered() {
    let world = World::new();
    let quick = Limits {
        body: Duration::from_millis(300),
        ..Limits::default()
    };
    let running = start(&world, within(quick));
    let mut seen = Statuses::new();
    let mut saw = |method: &str, path: &str, answer: ureq::http::Response<ureq::Body>| {
        let status = answer.status().as_u16();
        if status >= 400 {
            assert_eq!(header(&answer, "content-type"), "application/problem+json");
            let problem: Problem = serde_json::from_str(&text(answer)).unwrap();
            assert_eq!(problem.status, status);
        }
        seen.insert((method.to_owned(), path.to_owned(), status));
    };
    for path in [
        "/health",
        "/health/live",
        "/v1/openapi.json",
        "/v1/manifest",
        "/v1/purge",
    ] {
        saw("GET", path, get(&running, path));
    }
    for path in ["/checkpoint", "/v1/checkpoint"] {
        saw("GET", path, get(&running, path));
    }
    let mut station = world.station("banchetto-1");
    let stations = "/v1/stations";
    let introduction = station.introduction.clone();
    saw("POST", stations, post(&running, stations, b"altro"));
    saw(
        "POST",
        stations,
        post(&running, stations, &introduction.bytes()),
    );
    let mut unsigned = introduction.clone();
    let last = unsigned.certificate.len() - 1;
    unsigned.certificate[last] ^= 1;
    saw(
        "POST",
        stations,
        post(&running, stations, &unsigned.bytes()),
    );
    let mut foreign = World::new();
    foreign.authority = world.authority.clone();
    let foreign = foreign.station("banchetto-2").introduction.bytes();
    saw("POST", stations, post(&running, stations, &foreign));

    let batches = "/v1/batches";
    let early = world.station("banchetto-3").batch(presence([1])).bytes();
    saw("POST", batches, post(&running, batches, &early));
    let first = station.batch(presence([1])).bytes();
    let mut forged = station.draft(minutes(false)).header().bytes().to_vec();
    let last = forged.len() - 1;
    forged[last] ^= 1;
    let body = minicbor::bytes::ByteVec::from(vec![0]);
    let forged = crate::envelope::cbor::encode(&(minicbor::bytes::ByteVec::from(forged), body));
    saw("POST", batches, post(&running, batches, &forged));
    saw("POST", batches, post(&running, batches, b"altro"));
    saw("POST", batches, post(&running, batches, &first));
    let again = station.draft(presence([1])).bytes();
    saw("POST", batches, post(&running, batches, &again));
    let _missing = station.batch(minutes(false));
    let later = station.batch(minutes(false)).bytes();
    saw("POST", batches, post(&running, batches, &later));

    // A clone, at the end: it stops the station.
    station.rotate();
    let clone = station.introduction.bytes();
    saw("POST", stations, post(&running, stations, &clone));

    for (path, asked) in [
        ("/tile/{path}", "/tile/0/000.p/2"),
        ("/tile/{path}", "/tile/9/9"),
        ("/v1/consistency", "/v1/consistency?from=0&to=0"),
        ("/v1/consistency", "/v1/consistency?from=0&to=99"),
        ("/v1/consistency", "/v1/consistency"),
        ("/v1/inclusion/{leaf}", "/v1/inclusion/altro"),
    ] {
        saw("GET", path, get(&running, asked));
    }
    let leaf = crate::envelope::Digest::of(&introduction.certificate).hex();
    let inclusion = "/v1/inclusion/{leaf}";
    let there = get(&running, &format!("/v1/inclusion/{leaf}"));
    saw("GET", inclusion, there);
    let absent = get(&running, &format!("/v1/inclusion/{}", "0".repeat(64)));
    saw("GET", inclusion, absent);

    for path in [stations, batches] {
        for (request, status) in [
            ("content-length: 9\r\n\r\nhalf", 408),
            ("transfer-encoding: chunked\r\n\r\n0\r\n\r\n", 411),
            ("content-length: 99999999\r\n\r\n", 413),
        ] {
            let address = running.url().rsplit_once('/').unwrap().1;
            let mut stream = TcpStream::connect(address).unwrap();
            let request =
                format!("POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{request}");
            stream.write_all(request.as_bytes()).unwrap();
            let mut first = [0; 12];
            stream.read_exact(&mut first).unwrap();
            assert_eq!(first, format!("HTTP/1.1 {status}").as_bytes());
            seen.insert(("POST".to_owned(), path.to_owned(), status));
        }
    }
    let described = described();
    let unknown: Vec<_> = seen.difference(&described).collect();
    assert!(
        unknown.is_empty(),
        "answered and not described: {unknown:?}"
    );
    let mut silent = described.difference(&seen);
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
    ] {
        assert_eq!(answer.status(), status);
        assert_eq!(header(&answer, "content-type"), "application/problem+json");
        assert_eq!(json(answer)["status"], status);
    }
    assert_eq!(text(get(&running, "/v1/openapi.json")), DESCRIPTION);
}
