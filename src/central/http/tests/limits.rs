//! Who asks too much, too slowly, or on too many connections; TLS, and what monitoring hears.

use super::super::BODY_LIMIT;
use super::{Limits, Serving, agent, get, header, json, post, start, within};
use crate::central::fixture::{World, presence};
use crate::central::fixture_database::{On, client};
use crate::central::{Address, Central, Problem, Running, TlsFiles};
use crate::sync::{Carrier, SendError};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// A connection that fails a test rather than hold it up for ever.
fn connect(running: &Running) -> TcpStream {
    let address = running.url().rsplit_once('/').unwrap().1;
    let stream = TcpStream::connect(address).unwrap();
    let patience = Some(Duration::from_mins(2));
    stream.set_read_timeout(patience).unwrap();
    stream
}

/// All that comes until the other side closes.
fn rest(stream: &mut TcpStream) -> String {
    let mut said = Vec::new();
    match stream.read_to_end(&mut said) {
        Ok(_) => {}
        Err(e) if e.kind() == std::io::ErrorKind::ConnectionReset => {}
        Err(e) => panic!("still open: {e}"),
    }
    String::from_utf8(said).unwrap()
}

#[test]
fn a_station_that_sends_too_much_is_told_when_to_come_back_and_keeps_its_batch() {
    let world = World::new();
    let mut station = world.station("banchetto-1");
    let running = start(
        &world,
        within(Limits {
            station: 1,
            ..Limits::default()
        }),
    );
    let introduction = station.introduction.bytes();
    let turned_away = (0..1000)
        .map(|_| post(&running, "/v1/stations", &introduction))
        .find(|answer| answer.status() != 204)
        .unwrap();
    assert_eq!(turned_away.status(), 429);
    assert_eq!(header(&turned_away, "retry-after"), "1");
    assert_eq!(
        header(&turned_away, "content-type"),
        "application/problem+json"
    );
    let problem: Problem = serde_json::from_value(json(turned_away)).unwrap();
    assert_eq!(problem.refusal(), None);
    // The station's own client: not a refusal, to be tried again.
    let carrier = Carrier::at(&world.manifest, running.url());
    let batch = station.batch(presence([1])).bytes();
    let sent = (0..100).find_map(|_| carrier.send(&batch).err()).unwrap();
    assert!(matches!(sent, SendError::Later { .. }), "{sent:?}");
    // Another station is not turned away because of it.
    let other = world.station("banchetto-2").introduction.bytes();
    assert_eq!(post(&running, "/v1/stations", &other).status(), 204);
}

#[test]
fn an_address_that_asks_too_much_is_turned_away_and_monitoring_is_not() {
    let world = World::new();
    let limits = Limits {
        address: 1,
        behind_proxy: true,
        ..Limits::default()
    };
    let running = start(&world, within(limits));
    let from = |who: &str| {
        let url = format!("{}/v1/checkpoint", running.url());
        let asked = agent().get(url).header("x-forwarded-for", who).call();
        asked.unwrap().status().as_u16()
    };
    assert!((0..1000).any(|_| from("6.6.6.6, 192.0.2.1") == 429));
    assert_eq!(from("192.0.2.2"), 200);
    // What the asker says of itself does not help.
    assert!((0..1000).any(|n| from(&format!("192.0.2.{}, 192.0.2.3", n % 250)) == 429));
    for _ in 0..100 {
        assert_eq!(get(&running, "/health").status(), 200);
    }
}

#[test]
fn connections_over_the_limit_are_closed_and_the_others_go_on() {
    let world = World::new();
    let limits = Limits {
        connections: 2,
        ..Limits::default()
    };
    let running = start(&world, within(limits));
    let ask = b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n";
    let mut open = [connect(&running), connect(&running)];
    for stream in &mut open {
        stream.write_all(ask).unwrap();
        let mut first = [0; 15];
        stream.read_exact(&mut first).unwrap();
        assert_eq!(&first, b"HTTP/1.1 200 OK");
    }
    assert_eq!(rest(&mut connect(&running)), "");
    let last = b"GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let [mut one, _two] = open;
    one.write_all(last).unwrap();
    assert!(rest(&mut one).contains("HTTP/1.1 200 OK"));
}

#[test]
fn one_address_cannot_take_all_connections_but_a_proxy_may() {
    let world = World::new();
    let limits = Limits {
        connections: 8,
        connections_each: 2,
        ..Limits::default()
    };
    let ask = b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n";
    let answered = |running: &Running| {
        let mut stream = connect(running);
        let mut first = [0; 15];
        let asked = stream.write_all(ask);
        asked.and_then(|()| stream.read_exact(&mut first)).ok()?;
        assert_eq!(&first, b"HTTP/1.1 200 OK");
        Some(stream)
    };
    let running = start(&world, within(limits.clone()));
    let open: Vec<_> = (0..5).filter_map(|_| answered(&running)).collect();
    assert_eq!(open.len(), 2);
    drop(running);
    let behind = Limits {
        behind_proxy: true,
        ..limits
    };
    let running = start(&world, within(behind));
    let open: Vec<_> = (0..5).filter_map(|_| answered(&running)).collect();
    assert_eq!(open.len(), 5);
}

#[test]
fn silence_half_a_request_and_half_a_body_end() {
    let world = World::new();
    let limits = Limits {
        header: Duration::from_millis(300),
        body: Duration::from_hours(1),
        request: Duration::from_hours(1),
        ..Limits::default()
    };
    let running = start(&world, within(limits));
    assert_eq!(rest(&mut connect(&running)), "");
    let mut slow = connect(&running);
    slow.write_all(b"GET /health HTTP/1.1\r\nx-slow: ").unwrap();
    let said = rest(&mut slow);
    assert!(
        said.is_empty() || said.starts_with("HTTP/1.1 408"),
        "{said}"
    );
    let mut idle = connect(&running);
    idle.write_all(b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n")
        .unwrap();
    assert!(rest(&mut idle).starts_with("HTTP/1.1 200 OK"));
    let mut stalled = connect(&running);
    let head = b"POST /v1/batches HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf";
    stalled.write_all(head).unwrap();
    assert!(rest(&mut stalled).starts_with("HTTP/1.1 408 Request Timeout"));
}

#[test]
fn who_asks_and_never_reads_is_cut_off() {
    let world = World::new();
    let limits = Limits {
        header: Duration::from_millis(300),
        address: 0,
        ..Limits::default()
    };
    let running = start(&world, within(limits));
    let mut stream = connect(&running);
    let patience = Some(Duration::from_mins(2));
    stream.set_write_timeout(patience).unwrap();
    let ask = b"GET /v1/openapi.json HTTP/1.1\r\nhost: x\r\n\r\n";
    let cut = std::iter::repeat_with(|| stream.write_all(ask)).find_map(Result::err);
    let cut = cut.unwrap().kind();
    let cuts = [ErrorKind::ConnectionReset, ErrorKind::BrokenPipe];
    assert!(cuts.contains(&cut), "{cut}");
}

#[test]
fn uploads_that_are_announced_and_do_not_come_hold_nobody_up() {
    let world = World::new();
    let mut station = world.station("banchetto-1");
    // Nothing ends by itself.
    let hour = Duration::from_hours(1);
    let limits = Limits {
        header: hour,
        body: hour,
        request: hour,
        ..Limits::default()
    };
    let running = start(&world, within(limits));
    let head = format!(
        "POST /v1/batches HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\n\
         content-length: {BODY_LIMIT}\r\n\r\n"
    );
    let silent = || {
        let mut stream = connect(&running);
        stream.write_all(head.as_bytes()).unwrap();
        let mut go_on = [0; 25];
        stream.read_exact(&mut go_on).unwrap();
        assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
        stream
    };
    // Together they announce more than there is room for.
    let _silent: Vec<_> = (0..40).map(|_| silent()).collect();
    let introduction = station.introduction.bytes();
    assert_eq!(post(&running, "/v1/stations", &introduction).status(), 204);
    let batch = station.batch(presence([1, 2, 3])).bytes();
    assert_eq!(post(&running, "/v1/batches", &batch).status(), 200);
}

/// A certificate authority of one's own, and a certificate of this machine.
fn certificates(world: &World) -> (TlsFiles, Certificate<'static>) {
    let mut authority = CertificateParams::new(Vec::new()).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    let authority = CertifiedIssuer::self_signed(authority, key).unwrap();
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    let certificate = params.signed_by(&key, &authority).unwrap();
    let files = TlsFiles {
        certificates: world.path("fullchain.pem"),
        key: world.path("privkey.pem"),
    };
    std::fs::write(&files.certificates, certificate.pem()).unwrap();
    std::fs::write(&files.key, key.serialize_pem()).unwrap();
    let root = Certificate::from_pem(authority.pem().as_bytes()).unwrap();
    (files, root.to_owned())
}

fn tls(world: &World, files: TlsFiles) -> (Running, String) {
    let serving = Serving {
        tls: Some(files),
        ..Serving::default()
    };
    let running = start(world, serving);
    let port = running.url().rsplit_once(':').unwrap().1.to_owned();
    (running, format!("https://localhost:{port}/health"))
}

#[test]
fn with_certificate_files_the_server_answers_whoever_trusts_their_authority() {
    let world = World::new();
    let (files, root) = certificates(&world);
    let (_running, url) = tls(&world, files);
    let trusting = |roots: Vec<Certificate<'static>>| {
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::Specific(Arc::new(roots)))
            .build();
        let config = ureq::Agent::config_builder().tls_config(tls).proxy(None);
        let agent: ureq::Agent = config.build().into();
        agent
            .get(&url)
            .call()
            .map(|answer| answer.status().as_u16())
    };
    assert_eq!(trusting(vec![root]).unwrap(), 200);
    let other = World::new();
    assert!(trusting(vec![certificates(&other).1]).is_err());
}

#[test]
fn certificate_files_that_do_not_fit_are_named() {
    let (world, other) = (World::new(), World::new());
    let (good, _) = certificates(&world);
    let (foreign, _) = certificates(&other);
    good.check().unwrap();
    let named = |files: TlsFiles| files.check().unwrap_err().to_string();
    let wrong_key = TlsFiles {
        key: foreign.key,
        ..good.clone()
    };
    assert!(named(wrong_key).contains("privkey.pem"));
    let swapped = TlsFiles {
        certificates: good.key.clone(),
        ..good.clone()
    };
    assert!(named(swapped).contains("privkey.pem"));
    let absent = TlsFiles {
        certificates: world.path("nothing.pem"),
        ..good
    };
    assert!(named(absent).contains("nothing.pem"));
}

#[test]
fn numbers_are_on_an_address_of_their_own() {
    let world = World::new();
    let numbers = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("{}/metrics", crate::central::url_of(&numbers).unwrap());
    let serving = Serving {
        metrics: Some(numbers),
        ..Serving::default()
    };
    let running = start(&world, serving);
    let mut station = world.station("banchetto-1");
    let central: Central = world.central();
    central.introduce(&station.introduction).unwrap();
    let batch = station.batch(presence([1, 2, 3])).bytes();
    assert_eq!(post(&running, "/v1/batches", &batch).status(), 200);
    assert_eq!(get(&running, "/metrics").status(), 404);
    let mut answer = agent().get(&url).call().unwrap();
    assert!(header(&answer, "content-type").starts_with("application/openmetrics-text"));
    let said = answer.body_mut().read_to_string().unwrap();
    for line in [
        "centrale_stations 1",
        "centrale_ledger_up 1",
        "centrale_batches_accepted_total{kind=\"presence\"}",
        "centrale_requests_total{method=\"POST\",route=\"/v1/batches\",status=\"200\"}",
        "centrale_receipt_seconds_count",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    assert!(!said.contains("banchetto") && !said.contains("127.0.0.1"));
}

#[test]
fn monitoring_hears_that_the_database_is_gone_before_it_gives_up() {
    let (world, elsewhere) = (World::on(On::Server), World::on(On::Server));
    let Address::Postgres(url) = world.database() else {
        unreachable!()
    };
    let name = url.rsplit_once('/').unwrap().1;
    let numbers = TcpListener::bind("127.0.0.1:0").unwrap();
    let metrics = format!("{}/metrics", crate::central::url_of(&numbers).unwrap());
    let serving = Serving {
        metrics: Some(numbers),
        ..Serving::default()
    };
    let running = start(&world, serving);
    let health = format!("{}/health", running.url());
    // As long as Prometheus waits.
    let asked = |url: &str| {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(10)))
            .proxy(None);
        let agent: ureq::Agent = config.build().into();
        let mut answer = agent.get(url).call().unwrap();
        let said = answer.body_mut().read_to_string().unwrap();
        (answer.status().as_u16(), said)
    };
    assert!(asked(&metrics).1.contains("centrale_ledger_up 1"));
    assert_eq!(asked(&health).0, 200);
    let mut office = client(elsewhere.database());
    let mut allow = |yes: bool| {
        let allow = format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {yes}");
        office.batch_execute(&allow).unwrap();
        let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1";
        // They end a moment after they were told to.
        while !yes && office.execute(end, &[&name]).unwrap() > 0 {
            std::thread::yield_now();
        }
    };
    allow(false);
    let (status, said) = asked(&metrics);
    assert_eq!(status, 200);
    assert!(said.contains("centrale_ledger_up 0"), "{said}");
    assert_eq!(asked(&health).0, 503);
    allow(true);
    while asked(&health).0 != 200 {
        std::thread::yield_now();
    }
    assert!(asked(&metrics).1.contains("centrale_ledger_up 1"));
}
