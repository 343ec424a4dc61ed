//! What the server does not take, and what is not believed of who answers.

use super::*;

#[test]
fn nothing_goes_past_a_refused_batch() {
    let world = World::new();
    let mut station = world.station("banchetto-1");
    let mut pending = pending(&mut station);
    let (_running, carrier) = start(&world);
    pending.remove(1);
    let retry = Retry::default();
    let outcomes = send_patiently(&carrier, &station.introduction, &pending, &retry, |_| {
        panic!("a refusal is not tried again")
    });
    assert!(outcomes[0].1.is_ok());
    let Err(SendError::Refused { name, detail }) = &outcomes[1].1 else {
        panic!("{outcomes:?}")
    };
    assert_eq!(name, "gap");
    assert!(detail.contains("batch 2") && outcomes.len() == 2);
}

#[test]
fn what_is_too_large_or_not_a_batch_is_refused_by_name() {
    let world = World::new();
    let (running, carrier) = start(&world);
    for (bytes, expected) in [
        (b"altro".to_vec(), "malformed"),
        (vec![0; crate::central::BODY_LIMIT + 1], "too-large"),
    ] {
        match carrier.send(&bytes) {
            Err(SendError::Refused { name, .. }) => assert_eq!(name, expected),
            other => panic!("{other:?}"),
        }
    }
    // Others are told as well, before they send.
    let raw = |request: &str| {
        let address = running.url().trim_start_matches("http://");
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        let limit = Some(Duration::from_secs(10));
        stream.set_read_timeout(limit).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        reply
    };
    let end = "host: x\r\nconnection: close\r\n\r\n";
    let reply = raw(&format!(
        "POST /v1/batches HTTP/1.1\r\ncontent-length: 99999999999\r\n{end}"
    ));
    assert!(reply.starts_with("HTTP/1.1 413"), "{reply}");
    assert!(reply.contains("urn:seggio:refusal:too-large"), "{reply}");
    let reply = raw(&format!("POST /v1/batches HTTP/1.1\r\n{end}"));
    assert!(reply.starts_with("HTTP/1.1 411"), "{reply}");
    let reply = raw(&format!("GET /nothing HTTP/1.1\r\n{end}"));
    assert!(reply.starts_with("HTTP/1.1 404") && reply.contains("about:blank"));
    let reply = raw(&format!("GET /v1/batches HTTP/1.1\r\n{end}"));
    assert!(reply.starts_with("HTTP/1.1 405") && reply.contains("problem+json"));
}

#[test]
fn only_the_receipt_of_this_batch_is_believed() {
    let world = World::new();
    let mut station = world.station("banchetto-1");
    let pending = pending(&mut station);
    let central = world.central();
    central.introduce(&station.introduction).unwrap();
    let first = central.receive(&pending[0].bytes).unwrap();
    let second = central.receive(&pending[1].bytes).unwrap();
    let manifest = &world.manifest;
    assert!(check_receipt(manifest, &pending[0].bytes, first.bytes()).is_ok());

    let forged = |change: &dyn Fn(&mut crate::batch::Receipt), key: &SigningKey| {
        let mut value = first.value().clone();
        change(&mut value);
        key.sign(value).bytes().to_vec()
    };
    let key = &world.secrets.receipt;
    let stranger = SigningKey::generate();
    let digest = crate::envelope::Digest::of(b"x");
    for (what, receipt) in [
        ("another batch's", second.bytes().to_vec()),
        ("another key", forged(&|_| {}, &stranger)),
        ("sequence", forged(&|r| r.sequence = 7, key)),
        ("header", forged(&|r| r.header = digest, key)),
        ("consultation", forged(&|r| r.fingerprint = digest, key)),
        ("checkpoint", forged(&|r| r.checkpoint.clear(), key)),
        ("nothing", Vec::new()),
    ] {
        let checked = check_receipt(manifest, &pending[0].bytes, &receipt);
        assert_eq!(checked.err(), Some(SendError::BadReceipt), "{what}");
        let url = impostor(answer("200 OK", "application/cose", &receipt));
        let sent = Carrier::at(manifest, &url).send(&pending[0].bytes);
        assert_eq!(sent.err(), Some(SendError::BadReceipt), "{what}");
    }
}

#[test]
fn whoever_else_answers_is_not_the_server() {
    let world = World::new();
    let mut station = world.station("banchetto-1");
    let batch = station.batch(presence([1])).bytes();
    for reply in [
        answer("403 Forbidden", "text/html", b"<h1>proxy</h1>"),
        answer(
            "302 Found\r\nlocation: http://127.0.0.1:1/",
            "text/html",
            b"",
        ),
        answer("503 Service Unavailable", "application/problem+json", b"{}"),
        answer("404 Not Found", "application/problem+json", b"{}"),
        b"rumore".to_vec(),
    ] {
        let url = impostor(reply);
        let sent = Carrier::at(&world.manifest, &url).send(&batch);
        assert!(matches!(sent, Err(SendError::Unreachable(_))), "{sent:?}");
    }
    let url = impostor(answer("200 OK", "text/html", b"<h1>portale</h1>"));
    let sent = Carrier::at(&world.manifest, &url).send(&batch);
    assert_eq!(sent.err(), Some(SendError::BadReceipt));
}
