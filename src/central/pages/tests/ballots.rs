//! The look-up of a ballot, in every state, and the proof that it gives.

use super::*;
use crate::ballot::Tracker;
use crate::batch::OpenedRow;
use crate::board::{check_inclusion, checkpoint};
use crate::envelope::Digest;
use data_encoding::BASE64;

/// The trackers of a batch.
fn trackers(batch: &Batch) -> Vec<Tracker> {
    match &batch.body().rows {
        Rows::Ballots(rows) => rows.iter().map(|b| Tracker::of(b)).collect(),
        Rows::Openings(rows) => rows.iter().map(OpenedRow::tracker).collect(),
        _ => Vec::new(),
    }
}

fn look_up(visit: &Visit, code: &str) -> String {
    let answer = visit.get(&format!("/en/ballot?code={}", code.replace(' ', "+")));
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(answer.header(header::REFERRER_POLICY), "no-referrer");
    assert!(answer.text().contains("content=\"noindex\""));
    answer.text()
}

#[rstest]
fn a_ballot_is_found_however_its_code_is_written(#[values(On::File, On::Server)] on: On) {
    let visit = Visit::on(on);
    let mut station = visit.station("banchetto-1");
    let rows = Rows::Ballots(station.ballots(3));
    let batch = visit.send(&mut station, rows);
    for tracker in trackers(&batch) {
        let short = tracker.short();
        for written in [short.clone(), short.to_lowercase(), short.replace('-', " ")] {
            let page = look_up(&visit, &written);
            assert!(
                page.contains("The ballot is on the board"),
                "{written}: {page}"
            );
            assert!(page.contains(&short) && page.contains(&tracker.0.hex()));
            assert!(!page.contains("banchetto-1"), "never where");
        }
    }
    // The link of a slip, in capitals as its QR code has it.
    let short = trackers(&batch)[0].short();
    for path in [format!("/T/{short}"), format!("/t/{short}")] {
        let answer = visit.ask(&path, &[(header::ACCEPT_LANGUAGE, "en")]);
        let there = format!("/en/ballot?code={short}");
        assert_eq!(answer.header(header::LOCATION), there);
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    }
    let english = visit.page(&format!("/en/ballot?code={short}"));
    assert!(
        english.contains(&format!("href=\"/it/ballot?code={short}\"")),
        "{english}"
    );
}

#[rstest]
fn what_is_not_there_yet_is_said_calmly(#[values(On::File, On::Server)] on: On) {
    let visit = Visit::on(on);
    let page = look_up(&visit, "K7QM-2X9D-4HTW-P3VA");
    assert!(page.contains("This ballot is not here yet"));
    assert!(page.contains("This does not mean that the vote is lost"));
    for wrong in ["K7QM", "U7QM-2X9D-4HTW-P3VA", "%3Cscript%3E", "%FF%FE"] {
        let page = look_up(&visit, wrong);
        assert!(
            !page.contains("not here yet") && !page.contains("<script"),
            "{page}"
        );
    }
    let page = look_up(&visit, "K7QM");
    assert!(page.contains("aria-invalid=\"true\"") && page.contains("value=\"K7QM\""));
    assert_eq!(
        visit.get("/t/K7QM-2X9D-4HTW-P3VA/proof").status,
        StatusCode::NOT_FOUND
    );
}

#[rstest]
fn a_ballot_that_is_not_placed_yet_has_arrived(#[values(On::File, On::Server)] on: On) {
    let visit = Visit::on(on);
    let mut station = visit.station("banchetto-1");
    let rows = Rows::Ballots(station.ballots(1));
    let batch = station.batch(rows);
    visit.central.receive(&batch.bytes()).unwrap();
    let tracker = trackers(&batch)[0];
    let page = look_up(&visit, &tracker.short());
    assert!(page.contains("The ballot has arrived"), "{page}");
    assert!(!page.contains("/proof"));
    let proof = visit.get(&format!("/t/{tracker}/proof"));
    assert_eq!(proof.status, StatusCode::NOT_FOUND);
}

#[rstest]
fn a_ballot_that_was_opened_is_not_counted(#[values(On::File, On::Server)] on: On) {
    let visit = Visit::on(on);
    let mut station = visit.station("banchetto-1");
    let rows = Rows::Openings(station.openings(1));
    let tracker = trackers(&visit.send(&mut station, rows))[0];
    let page = look_up(&visit, &tracker.short());
    assert!(page.contains("This ballot was opened as a test"), "{page}");
}

/// Certificates are leaves too, and are no ballots.
#[rstest]
fn other_leaves_of_the_board_are_no_ballots(#[values(On::File, On::Server)] on: On) {
    let visit = Visit::on(on);
    let station = visit.station("banchetto-1");
    let certificate = Tracker(Digest::of(&station.introduction.certificate));
    let page = look_up(&visit, &certificate.short());
    assert!(page.contains("This ballot is not here yet"), "{page}");
}

/// The file is read as the specification has it, and leads to the signed root.
#[rstest]
fn the_proof_is_a_tlog_proof_that_holds(#[values(On::File, On::Server)] on: On) {
    let visit = Visit::on(on);
    let mut station = visit.station("banchetto-1");
    let rows = Rows::Ballots(station.ballots(4));
    let batch = visit.send(&mut station, rows);
    let server = &visit.world.manifest.value().server;
    for tracker in trackers(&batch) {
        let answer = visit.get(&format!("/t/{tracker}/proof"));
        let named = format!("attachment; filename=\"{tracker}.tlog-proof\"");
        assert_eq!(answer.header(header::CONTENT_DISPOSITION), named);
        let text = answer.text();
        let (head, note) = text.split_once("\n\n").unwrap();
        let mut lines = head.lines();
        assert_eq!(lines.next(), Some("c2sp.org/tlog-proof@v1"));
        let extra = lines.next().unwrap().strip_prefix("extra ").unwrap();
        assert_eq!(BASE64.decode(extra.as_bytes()).unwrap(), tracker.0.0);
        let index = lines.next().unwrap().strip_prefix("index ").unwrap();
        let index: u64 = index.parse().unwrap();
        let digest =
            |line: &str| Digest(BASE64.decode(line.as_bytes()).unwrap().try_into().unwrap());
        let path: Vec<Digest> = lines.map(digest).collect();
        let board = checkpoint::open(note, &server.board_origin, &server.board_key).unwrap();
        assert_eq!(check_inclusion(&board, index, &tracker.0, &path), Ok(()));
        let chosen = visit.get(&format!("/t/{tracker}/proof?leaf={index}"));
        assert_eq!(chosen.text(), text);
        let other = visit.get(&format!("/t/{tracker}/proof?leaf={}", index + 1));
        assert_eq!(other.status, StatusCode::NOT_FOUND);
    }
}
