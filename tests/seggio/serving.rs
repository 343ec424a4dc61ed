//! The real server as its office runs it: it stops without losing what was begun, renews its
//! certificate without stopping, and writes down nobody.

use crate::programs::{file, run_expecting};
use crate::world::{ByHand, World};
use minicbor::bytes::ByteVec;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustix::process::{Pid, Signal, kill_process};
use seggio::batch::{AdmittedAs, PresenceRow, Receipt, Rows};
use seggio::consultation::Hour;
use seggio::envelope::{Digest, Signed};
use seggio::identity::Pseudonym;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// A consultation, and a station that signs by itself.
struct Office {
    world: World,
    station: ByHand,
}

impl Office {
    fn new() -> Self {
        let world = World::new(1);
        let station = world.by_hand("banchetto-1");
        Self { world, station }
    }

    /// The next batch: one person who voted.
    fn batch(&mut self, person: u8) -> Vec<u8> {
        let row = PresenceRow {
            pseudonym: Pseudonym([person; 32]),
            admitted_as: AdmittedAs::Resident {
                area: "B812".into(),
            },
            hour: Hour::parse("2022-09-18T17").unwrap(),
            link: Some(ByteVec::from(vec![person; 300])),
        };
        self.station.sign(Rows::Presence(vec![row])).bytes()
    }

    /// Whether these bytes are the server's receipt.
    fn is_receipt(&self, bytes: &[u8]) -> bool {
        let manifest = &self.world.manifest;
        let receipt: Signed<Receipt> =
            Signed::open(bytes, &manifest.value().server.receipt_key).unwrap();
        receipt.value().fingerprint == manifest.digest()
    }

    fn serve(&self, more: &[&str]) -> Serving {
        let manifest = self.world.kit.server_dir().join("manifest.cose");
        let database = self.world.path("centrale.db");
        let mut child = Command::new(env!("CARGO_BIN_EXE_centrale"))
            .args(["serve", "--manifest", file(&manifest)])
            .args(["--database", file(&database), "--listen", "127.0.0.1:0"])
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        let url = line
            .trim()
            .strip_prefix("listening on ")
            .unwrap()
            .to_owned();
        Serving { child, url }
    }
}

/// `centrale serve`.
struct Serving {
    child: Child,
    url: String,
}

impl Serving {
    fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap();
        kill_process(pid, signal).unwrap();
    }

    fn connect(&self) -> std::io::Result<TcpStream> {
        let stream = TcpStream::connect(self.url.rsplit_once('/').unwrap().1)?;
        stream.set_read_timeout(Some(Duration::from_mins(2)))?;
        Ok(stream)
    }

    /// Waits for its end, which must be a good one; what it wrote down.
    fn end(mut self) -> String {
        let mut log = String::new();
        let mut err = self.child.stderr.take().unwrap();
        err.read_to_string(&mut log).unwrap();
        let status = self.child.wait().unwrap();
        assert_eq!(status.code(), Some(0), "{log}");
        log
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .proxy(None);
    config.build().into()
}

#[test]
fn a_batch_that_is_on_its_way_when_the_server_stops_gets_its_receipt() {
    let mut office = Office::new();
    let server = office.serve(&[]);
    let stations = format!("{}/v1/stations", server.url);
    // Stays open, and idle, while the server stops.
    let idle = agent();
    let introduced = idle
        .post(stations)
        .send(&office.station.introduction.bytes()[..]);
    assert_eq!(introduced.unwrap().status(), 204);
    let bytes = office.batch(7);
    let mut line = server.connect().unwrap();
    let head = format!(
        "POST /v1/batches HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: {}\r\n\r\n",
        bytes.len()
    );
    line.write_all(head.as_bytes()).unwrap();
    let mut go_on = [0; 25];
    line.read_exact(&mut go_on).unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    let (half, rest) = bytes.split_at(bytes.len() / 2);
    line.write_all(half).unwrap();
    server.signal(Signal::TERM);
    while server.connect().is_ok() {
        std::thread::yield_now();
    }
    line.write_all(rest).unwrap();
    let mut answer = Vec::new();
    line.read_to_end(&mut answer).unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n"));
    let body = answer.windows(4).position(|w| w == b"\r\n\r\n").unwrap() + 4;
    assert!(office.is_receipt(&answer[body..]));
    drop(idle);
    server.end();
    // And it is there after a restart, with the same receipt.
    let server = office.serve(&[]);
    let url = format!("{}/v1/batches", server.url);
    let again = agent().post(url).send(&bytes[..]).unwrap();
    let again = again.into_body().read_to_vec().unwrap();
    assert!(again == answer[body..]);
}

#[test]
fn the_log_of_a_whole_run_names_nobody() {
    let mut office = Office::new();
    let server = office.serve(&["--log", "json", "--behind-proxy"]);
    let agent = agent();
    let post = |path: &str, bytes: &[u8]| {
        let request = agent.post(format!("{}{path}", server.url));
        let request = request.header("x-forwarded-for", "192.0.2.77");
        request.send(bytes).unwrap().status().as_u16()
    };
    assert_eq!(
        post("/v1/stations", &office.station.introduction.bytes()),
        204
    );
    assert_eq!(post("/v1/batches", &office.batch(0xAB)), 200);
    // Refused: a person twice, a gap, nonsense that looks like a code.
    assert_eq!(post("/v1/batches", &office.batch(0xAB)), 422);
    assert_eq!(post("/v1/batches", &office.batch(0xCD)), 409);
    assert_eq!(post("/v1/batches", b"RSSMRA80A01B812B"), 400);
    let tracker = Digest::of(b"tracker").hex();
    for path in [
        format!("/v1/inclusion/{tracker}"),
        "/?code=K7QM-2X9D-4HTW-P3VA".to_owned(),
        "/tracker/K7QM-2X9D-4HTW-P3VA".to_owned(),
    ] {
        agent.get(format!("{}{path}", server.url)).call().unwrap();
    }
    server.signal(Signal::TERM);
    let log = server.end();
    let lines: Vec<serde_json::Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let events: Vec<_> = lines.iter().map(|l| l["event"].as_str().unwrap()).collect();
    assert_eq!(events.first(), Some(&"start"));
    assert_eq!(events.last(), Some(&"stop"));
    let gap = lines
        .iter()
        .find(|l| l["event"] == "refused" && l["name"] == "gap")
        .unwrap();
    assert_eq!(
        (&gap["station"], &gap["sequence"]),
        (&"banchetto-1".into(), &2.into())
    );
    let low = log.to_lowercase();
    for nobody in [
        "abababab",
        "171, 171",
        "cdcdcdcd",
        "rssmra",
        "code=",
        "k7qm",
        tracker.as_str(),
        "192.0.2.77",
        "127.0.0.1",
        "inclusion",
    ] {
        assert!(!low.contains(nobody), "{nobody}: {log}");
    }
}

#[test]
fn a_renewed_certificate_is_read_without_a_restart() {
    let office = Office::new();
    let (cert, key) = (
        office.world.path("fullchain.pem"),
        office.world.path("privkey.pem"),
    );
    let renew = || {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let own = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        let signed = params.signed_by(&own, &authority).unwrap();
        std::fs::write(&key, own.serialize_pem()).unwrap();
        std::fs::write(&cert, signed.pem()).unwrap();
        Certificate::from_pem(authority.pem().as_bytes())
            .unwrap()
            .to_owned()
    };
    let first = renew();
    let server = office.serve(&["--tls-cert", file(&cert), "--tls-key", file(&key)]);
    let url = server.url.replace("127.0.0.1", "localhost");
    assert!(url.starts_with("https://"));
    let trusts = |root: &Certificate<'static>| {
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::Specific(Arc::new(vec![root.clone()])))
            .build();
        let config = ureq::Agent::config_builder().tls_config(tls).proxy(None);
        let agent: ureq::Agent = config.build().into();
        agent.get(format!("{url}/health")).call().is_ok()
    };
    assert!(trusts(&first));
    let second = renew();
    assert!(!trusts(&second), "nobody told the server yet");
    server.signal(Signal::HUP);
    while !trusts(&second) {
        std::thread::yield_now();
    }
    assert!(!trusts(&first));
    // Files that do not fit change nothing.
    std::fs::write(&cert, "altro").unwrap();
    server.signal(Signal::HUP);
    assert!(trusts(&second));
    server.signal(Signal::TERM);
    server.end();
}

#[test]
fn a_ledger_that_is_not_there_is_made_by_who_takes_batches_and_said() {
    let office = Office::new();
    let manifest = office.world.kit.server_dir().join("manifest.cose");
    let (ledger, list) = (office.world.path("new.db"), office.world.path("voted.cose"));
    let stick = office.world.path("introduction.cbor");
    std::fs::write(&stick, office.station.introduction.bytes()).unwrap();
    let centrale = |status, command: &str, more: &[&str]| {
        let mut args = vec![command, "--manifest", file(&manifest)];
        args.extend(["--database", file(&ledger)]);
        args.extend(more);
        run_expecting(status, "centrale", &args)
    };
    centrale(2, "voted", &["--to", file(&list)]);
    assert!(!ledger.exists() && !list.exists());
    let said = centrale(0, "receive", &[file(&stick)]);
    assert!(
        said.contains("is a new ledger") && said.contains("is known"),
        "{said}"
    );
    let said = centrale(0, "receive", &[file(&stick)]);
    assert!(!said.contains("is a new ledger"), "{said}");
    centrale(0, "voted", &["--to", file(&list)]);
    assert!(list.exists());
}

#[test]
fn a_hangup_does_not_end_a_server_that_has_nothing_to_read_again() {
    let office = Office::new();
    let mut server = office.serve(&["--behind-proxy"]);
    let live = format!("{}/health/live", server.url);
    let answers = || agent().get(&live).call().unwrap().status() == 200;
    assert!(answers());
    server.signal(Signal::HUP);
    let log = BufReader::new(server.child.stderr.as_mut().unwrap());
    let mut lines = log.lines().map(Result::unwrap);
    let said = lines.find(|line| line.contains("nothing-to-read-again"));
    assert!(said.is_some(), "the server has ended");
    drop(lines);
    assert!(answers());
    server.signal(Signal::TERM);
    server.end();
}
