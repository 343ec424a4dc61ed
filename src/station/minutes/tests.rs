//! The minutes on text, page and strip: the same numbers, and the digest by which they are found.

use super::record::{Part, Record};
use super::{page, strip, text};
use crate::batch::{Batch, Minutes, PaperCount, PaperResult, Rows};
use crate::envelope::Digest;
use crate::printer::Columns;
use crate::station::Station;
use crate::station::tests::{World, at, resident, vote};
use crate::station::{Verdict, VoidReason};

/// A day with one of everything.
fn closed(world: &World) -> (Station, Minutes) {
    let mut station = world.station(at("2022-09-10 10:20"));
    station.open_day().unwrap().unwrap();
    let mut admitted = |i| match station.check_in(resident(i)).unwrap() {
        Verdict::Admitted { admission, .. } => admission,
        other => panic!("{other:?}"),
    };
    let (first, second, _third) = (admitted(0), admitted(1), admitted(2));
    vote(&mut station, first, &[0, 1]);
    station.void(second, VoidReason::WrongPerson).unwrap();
    let minutes = station.close_day(false).unwrap().minutes;
    (station, minutes)
}

/// The record of the day with digests that are the same in every world, and a count of paper.
fn told(station: &Station, minutes: &Minutes) -> Record {
    let paper = Some(PaperCount {
        found: 13,
        void: 2,
        result: PaperResult::Counted(vec![(1..20).collect()]),
    });
    let mut record = station.minutes_record(&Minutes {
        paper,
        last: true,
        ballots_opened: 2,
        ..minutes.clone()
    });
    for part in &mut record.parts {
        if let Part::Digest(name, digest) = part {
            *digest = Digest::of(name.as_bytes());
        }
    }
    // These changed minutes are in no batch: as if they were.
    let digest = Digest::of(b"minutes");
    let at = record.parts.iter().position(|p| matches!(p, Part::Said(_)));
    let part = Part::Digest(super::say("minutes-digest"), digest);
    record.parts.insert(at.unwrap(), part);
    record.digest = Some(digest);
    record
}

#[test]
fn the_three_forms_of_a_record() {
    let world = World::new();
    let (station, minutes) = closed(&world);
    let record = told(&station, &minutes);
    let text = text::text(&record);
    assert!(text.lines().all(|row| row.chars().count() <= 76), "{text}");
    insta::assert_snapshot!("text", text);
    insta::assert_snapshot!("page", page::page(&record));
    insta::assert_snapshot!("strip-32", *strip::strip(&record).to_text(Columns::Narrow));
    insta::assert_snapshot!("strip-48", *strip::strip(&record).to_text(Columns::Widest));
}

#[test]
fn the_digest_names_the_signed_header_of_the_minutes() {
    let world = World::new();
    let (mut station, first) = closed(&world);
    station.clock = at("2022-09-11 09:00");
    station.open_day().unwrap().unwrap();
    let second = station.close_day(false).unwrap().minutes;
    let key = station.rotation().value().station_key;
    let batches = station.pending().unwrap();
    for minutes in [&first, &second] {
        let header = batches
            .iter()
            .map(|b| Batch::open(&b.bytes, &key).unwrap())
            .find(|b| matches!(&b.body().rows, Rows::Minutes(m) if m == minutes))
            .unwrap()
            .header()
            .digest();
        assert_eq!(station.minutes_digest(minutes).unwrap(), header);
        assert_eq!(
            station.closed_minutes(Some(minutes.day)).unwrap().as_ref(),
            Some(minutes)
        );
    }
    assert_ne!(
        station.minutes_digest(&first).unwrap(),
        station.minutes_digest(&second).unwrap()
    );
    assert_eq!(station.closed_minutes(None).unwrap(), Some(second.clone()));
    assert_eq!(station.closed_minutes(Some(3)).unwrap(), None);
    // Minutes that were never signed have no digest, and the text shows none.
    let changed = Minutes {
        box_at_closing: 7,
        ..second
    };
    assert!(station.minutes_digest(&changed).is_err());
    assert!(
        !station
            .minutes_text(&changed)
            .contains("Impronta di questo verbale")
    );
}

/// The digest as it stands in a text, in its groups.
fn shown(text: &str, digest: Digest) -> bool {
    let signs: String = text.split_whitespace().collect();
    signs.contains(&digest.hex())
}

#[test]
fn text_page_and_strip_hold_the_same_digest_and_so_do_their_codes() {
    let world = World::new();
    let (station, minutes) = closed(&world);
    let digest = station.minutes_digest(&minutes).unwrap();
    let page = station.minutes_page(&minutes);
    assert!(shown(&station.minutes_text(&minutes), digest));
    assert!(shown(&page.replace("<br>", " "), digest));
    let strip = station.minutes_paper(&minutes);
    let strip = strip.to_text(Columns::Narrow);
    assert!(shown(&strip, digest));
    assert!(
        strip
            .lines()
            .any(|row| row == format!("QR: {}", digest.hex()))
    );
    assert_eq!(decoded(&page), digest.hex());
}

/// What a phone reads on the page: the path of squares, painted and decoded.
fn decoded(page: &str) -> String {
    const SCALE: usize = 4;
    let between = |a: &str, b: &str| {
        let rest = &page[page.find(a).unwrap() + a.len()..];
        rest[..rest.find(b).unwrap()].to_owned()
    };
    let side: usize = between("viewBox=\"0 0 ", " ").parse().unwrap();
    let mut dark = vec![vec![false; side]; side];
    for square in between("<path d=\"", "\"").split('M').skip(1) {
        let (place, square) = square.split_once('h').unwrap();
        assert_eq!(square, "1v1h-1z");
        let (x, y) = place.split_once(' ').unwrap();
        dark[y.parse::<usize>().unwrap()][x.parse::<usize>().unwrap()] = true;
    }
    let shade = |x: usize, y: usize| if dark[y / SCALE][x / SCALE] { 0 } else { 255 };
    let (width, height) = (side * SCALE, side * SCALE);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, shade);
    let found = image.detect_grids();
    assert_eq!(found.len(), 1);
    found[0].decode().unwrap().1
}

#[test]
fn the_page_is_whole_by_itself_and_lies_beside_the_text() {
    let world = World::new();
    let (station, minutes) = closed(&world);
    let folder = world.dir.path().join("minutes");
    let page = std::fs::read_to_string(folder.join("verbale-001.html")).unwrap();
    assert_eq!(page, station.minutes_page(&minutes));
    for never in ["<script", "src=", "href=", "url(", "@import", "javascript:"] {
        assert!(!page.contains(never), "{never}");
    }
    for needed in [
        "<html lang=\"it\">",
        "default-src 'none'",
        "@page { size: A4",
    ] {
        assert!(page.contains(needed), "{needed}");
    }
    assert_eq!(page.matches("<h1>").count(), 1);
    assert_eq!(
        page.matches("<th ").count(),
        page.matches("<th scope=\"row\"").count()
    );
    for tag in [
        "table", "tr", "th", "td", "div", "section", "main", "p", "h2",
    ] {
        let opened =
            page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    // A page that is missing is written at the next start.
    drop(station);
    std::fs::remove_file(folder.join("verbale-001.html")).unwrap();
    world.station(at("2022-09-11 09:00"));
    assert_eq!(
        std::fs::read_to_string(folder.join("verbale-001.html")).unwrap(),
        page
    );
}
