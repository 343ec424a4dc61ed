//! Who writes all before they read, as nginx does, hears the answer.

use super::{Limits, start, within};
use crate::central::fixture::World;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

#[test]
fn an_answer_that_comes_early_reaches_whoever_is_still_writing() {
    let world = World::new();
    let limits = Limits {
        address: 1,
        ..Limits::default()
    };
    let running = start(&world, within(limits));
    let address = running.url().rsplit_once('/').unwrap().1;
    let body = vec![b'x'; 2_000_000];
    let ask = |request: &str| {
        let mut stream = TcpStream::connect(address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_mins(2)))
            .unwrap();
        let head = format!(
            "{request} HTTP/1.1\r\nhost: x\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        for part in body.chunks(16 * 1024) {
            stream.write_all(part).unwrap();
        }
        let mut status = [0; 12];
        stream.read_exact(&mut status).unwrap();
        String::from_utf8_lossy(&status[9..]).into_owned()
    };
    // Too long for a question, and nothing to be written to; in the end too much is asked.
    for (request, answer) in [("POST /v1/claims", "413"), ("POST /it/", "405")] {
        for _ in 0..10 {
            assert_eq!(ask(request), answer, "{request}");
        }
    }
    let turned_away = (0..200).find(|_| ask("POST /it/") == "429");
    assert!(turned_away.is_some());
}
