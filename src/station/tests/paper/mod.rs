//! Paper ballots: handed out once, counted by two, told by nobody.

mod handing;
mod two;

use super::*;
use crate::ballot::{BallotForm, Shape};
use crate::batch::{Export, Minutes, PaperCount, PaperResult, SentBatch, StationExport};
use crate::tally::examine;
use curve25519_dalek::ristretto::RistrettoPoint;
use curve25519_dalek::traits::Identity as _;
use zeroize::Zeroizing;

/// Fewer valid slips than this are sealed.
const MINIMUM: u32 = 3;

fn world() -> World {
    let clock = at("2022-09-10 10:00");
    World::made(StationKind::Banchetto, clock, |c| {
        c.count.minimum_ballots = MINIMUM;
        let q = &mut c.questions[0];
        q.blank_allowed = true;
    })
}

/// An open station with a second operator, and so many slips handed out.
fn handed_out(world: &World, slips: usize) -> Station {
    let mut station = world.open();
    let second = operator("bruno");
    station.add_operator(&second, Role::Clerk).unwrap();
    for i in 0..slips {
        let admission = admit(&mut station, resident(i));
        station.issue_paper(admission).unwrap();
    }
    station
}

fn head(found: u64, void: u64) -> PaperHead {
    PaperHead { found, void }
}

fn second(station: &Station, counting: &mut PaperCounting) {
    let pass = Passphrase::new("passo lungo");
    let next = station.second_operator(counting, "bruno", &pass).unwrap();
    assert_eq!(next, PaperNext::Head(Counter::Second));
}

/// Totals of the one question: the first options get these, blank answers last.
fn totals(station: &Station, options: &[u64], blank: u64) -> Vec<Vec<u64>> {
    let shape = Shape::of(&station.consultation().questions[0]);
    let mut amounts = vec![0; shape.targets.len()];
    amounts[..options.len()].copy_from_slice(options);
    *amounts.last_mut().unwrap() = blank;
    vec![amounts]
}

fn slips(of: &[&[usize]]) -> PaperSlips {
    let answer = |chosen: &&[usize]| match chosen {
        [] => vec![Answer::Blank],
        some => vec![Answer::Options(some.to_vec())],
    };
    Zeroizing::new(of.iter().map(answer).collect())
}

/// Both find the same slips.
fn counted(station: &Station, void: u64, of: &[&[usize]]) -> PaperCounting {
    let found = head(of.len() as u64 + void, void);
    let mut counting = station.count_paper().unwrap();
    counting.head(found).unwrap();
    if !of.is_empty() {
        counting.slips(&slips(of)).unwrap();
    }
    second(station, &mut counting);
    let mut next = counting.head(found).unwrap();
    if !of.is_empty() {
        next = counting.slips(&slips(of)).unwrap();
    }
    assert!(matches!(next, PaperNext::Agreed(_)), "{next:?}");
    counting
}

/// Everything the station sent, as the ledger exports it, without a board.
fn export(station: &Station) -> Export {
    let key = station.rotation().value().station_key;
    let sent = |p: PendingBatch| {
        let batch = Batch::open(&p.bytes, &key).unwrap();
        SentBatch {
            sequence: p.sequence,
            kind: p.kind,
            header: batch.header().bytes().to_vec(),
            body: Some(batch.body().bytes()),
        }
    };
    Export {
        manifest: station.manifest().bytes().to_vec(),
        stations: vec![StationExport {
            station: station.certificate().value().station.clone(),
            certificate: station.certificate().bytes().to_vec(),
            rotation: station.rotation().bytes().to_vec(),
            batches: station.pending().unwrap().into_iter().map(sent).collect(),
        }],
        leaves: vec![],
        web_list: None,
        decisions: vec![],
        refused: vec![],
        checkpoint: String::new(),
    }
}

/// What the verifier says of the station's own records; the board is not here.
fn verified(station: &Station) {
    let (checks, _) = examine(&export(station), None, &mut |_| {});
    for name in ["minutes", "closings", "counts", "paper", "links", "proofs"] {
        let check = checks.iter().find(|c| c.name == name);
        let check = check.unwrap_or_else(|| panic!("{name} did not run: {checks:?}"));
        assert!(check.ok, "{name}: {}", check.detail);
    }
}

fn sent(station: &Station) -> Vec<Rows> {
    let key = station.rotation().value().station_key;
    let open = |p: PendingBatch| Batch::open(&p.bytes, &key).unwrap().body().rows.clone();
    station.pending().unwrap().into_iter().map(open).collect()
}

/// The totals of every ballot that left: the key of this world is the base point, its secret 1.
fn opened(station: &Station) -> Vec<Vec<u64>> {
    let form = BallotForm::of(station.manifest()).unwrap();
    let mut all = Vec::new();
    for rows in sent(station) {
        let Rows::Ballots(rows) = rows else { continue };
        for row in rows {
            let ballot = form.read(&row).unwrap();
            let target = |terms: &[(usize, u64)]| {
                let value = |(bit, weight): &(usize, u64)| {
                    let c = &ballot.ciphertexts()[*bit];
                    u64::from(*c.b - *c.r != RistrettoPoint::identity()) * weight
                };
                terms.iter().map(value).sum()
            };
            let targets = &form.shapes()[0].targets;
            all.push(targets.iter().map(|t| target(&t.terms)).collect());
        }
    }
    all
}

#[test]
fn a_station_that_handed_out_paper_does_not_close_for_good_without_its_count() {
    let world = world();
    let mut station = handed_out(&world, 1);
    assert!(matches!(
        station.close_day(true),
        Err(StationError::PaperNotCounted)
    ));
    // A count that is older than the last slip.
    let counting = counted(&station, 0, &[&[0, 1]]);
    let admission = admit(&mut station, resident(1));
    station.issue_paper(admission).unwrap();
    assert!(matches!(
        station.close_for_good(counting.counted().unwrap()),
        Err(StationError::PaperNotCounted)
    ));
    assert_eq!(station.in_box().unwrap(), 0, "and nothing of it is kept");
    // Another day may come: paper waits in its box.
    let minutes = station.close_day(false).unwrap().minutes;
    assert_eq!((minutes.counts.paper, minutes.paper), (2, None));
}

#[test]
fn enough_slips_are_totals_in_the_minutes_and_no_ballots() {
    let world = world();
    let mut station = handed_out(&world, 3);
    let admission = admit(&mut station, resident(3));
    vote(&mut station, admission, &[0, 1]);
    let totals = totals(&station, &[2, 1, 1], 1);
    let mut counting = station.count_paper().unwrap();
    counting.head(head(3, 0)).unwrap();
    assert_eq!(
        counting.totals(totals.clone()),
        Ok(PaperNext::SecondOperator)
    );
    second(&station, &mut counting);
    counting.head(head(3, 0)).unwrap();
    let next = counting.totals(totals.clone()).unwrap();
    let PaperNext::Agreed(summary) = next else {
        panic!("{next:?}")
    };
    assert_eq!((summary.sealed, summary.differed), (false, 0));
    let closed = station.close_for_good(counting.counted().unwrap()).unwrap();
    let minutes = &closed.minutes;
    let count = PaperCount {
        found: 3,
        void: 0,
        result: PaperResult::Counted(totals),
    };
    assert_eq!(minutes.paper, Some(count));
    assert_eq!((minutes.box_at_closing, minutes.counts.paper), (1, 3));
    assert!(events(&station).contains(&Event::PaperCounted { differed: 0 }));
    verified(&station);
    let text = std::fs::read_to_string(closed.path).unwrap();
    let first = station.consultation().questions[0].options[0]
        .title
        .get(crate::i18n::Language::It);
    let begin: String = first.chars().take(20).collect();
    let row = text.lines().find(|row| row.contains(&begin)).unwrap();
    assert!(row.trim_start().starts_with("2  "), "{text}");
    assert!(text.lines().all(|row| row.chars().count() <= 76), "{text}");
    insta::assert_snapshot!("minutes-of-totals", from_paper(&text));
}

/// The minutes from the paragraph on paper on: what is before changes with the keys.
fn from_paper(text: &str) -> &str {
    &text[text.find("SCHEDE DI CARTA").unwrap()..]
}

#[test]
fn few_slips_are_sealed_and_told_by_nothing() {
    let world = world();
    let mut station = handed_out(&world, 3);
    let admission = admit(&mut station, resident(3));
    vote(&mut station, admission, &[4, 5]);
    // One is void, one option order differs between the two: that is the same slip.
    let mut counting = station.count_paper().unwrap();
    assert_eq!(
        counting.head(head(3, 1)),
        Ok(PaperNext::Slips(Counter::First, 2, 0))
    );
    counting.slips(&slips(&[&[0, 1], &[]])).unwrap();
    second(&station, &mut counting);
    counting.head(head(3, 1)).unwrap();
    let next = counting.slips(&slips(&[&[], &[1, 0]])).unwrap();
    assert!(matches!(next, PaperNext::Agreed(s) if s.sealed && s.differed == 0));
    let closed = station.close_for_good(counting.counted().unwrap()).unwrap();
    let paper = closed.minutes.paper.clone().unwrap();
    assert_eq!(paper.result, PaperResult::Sealed);
    let m: &Minutes = &closed.minutes;
    assert_eq!(
        (m.box_at_closing, m.paper_sealed(), m.ballots_sent),
        (3, 2, 3)
    );
    verified(&station);
    // They verify, and hold what was entered.
    let shape = Shape::of(&station.consultation().questions[0]);
    let of = |chosen: &[usize]| -> Vec<u64> {
        let set = |t: &crate::ballot::Target| match t.option {
            Some(o) => chosen.contains(&o),
            None => chosen.is_empty(),
        };
        shape.targets.iter().map(|t| u64::from(set(t))).collect()
    };
    let mut found = opened(&station);
    let mut entered = vec![of(&[4, 5]), of(&[0, 1]), of(&[])];
    found.sort();
    entered.sort();
    assert_eq!(found, entered);
    // Nobody's row says so: three people with paper, one link.
    let presence: Vec<_> = sent(&station)
        .into_iter()
        .filter_map(|rows| match rows {
            Rows::Presence(rows) => Some(rows),
            _ => None,
        })
        .flatten()
        .collect();
    let links = presence.iter().filter(|row| row.link.is_some()).count();
    assert_eq!((presence.len(), links), (4, 1));
    // The minutes name no project, and neither does the journal.
    let text = std::fs::read_to_string(&closed.path).unwrap();
    for option in &station.consultation().questions[0].options {
        let title = option.title.get(crate::i18n::Language::It);
        assert!(!text.contains(title), "{text}");
    }
    insta::assert_snapshot!("minutes-of-few", from_paper(&text));
}

#[test]
fn slips_taken_away_and_slips_too_many() {
    let world = world();
    let mut station = handed_out(&world, 2);
    let mut counting = station.count_paper().unwrap();
    assert_eq!(
        counting.head(head(3, 0)),
        Err(PaperProblem::TooManyValid {
            valid: 3,
            handed_out: 2
        })
    );
    assert_eq!(
        counting.head(head(1, 2)),
        Err(PaperProblem::VoidExceedsFound)
    );
    // One too many, void; one was taken away.
    let counting = counted(&station, 2, &[&[0, 1]]);
    let closed = station.close_for_good(counting.counted().unwrap()).unwrap();
    verified(&station);
    insta::assert_snapshot!(
        "minutes-of-strange-slips",
        from_paper(&station.minutes_text(&closed.minutes))
    );
}

#[test]
fn nothing_found_is_counted_too() {
    let world = world();
    let mut station = handed_out(&world, 1);
    let counting = counted(&station, 0, &[]);
    station.close_for_good(counting.counted().unwrap()).unwrap();
    verified(&station);
    // Where none was handed out, a slip in the box can only be void.
    let world = self::world();
    let mut station = handed_out(&world, 0);
    let counting = counted(&station, 1, &[]);
    station.close_for_good(counting.counted().unwrap()).unwrap();
    verified(&station);
}

#[test]
fn paper_of_all_days_is_counted_at_the_last() {
    let world = world();
    let mut station = handed_out(&world, 2);
    station.close_day(false).unwrap();
    station.clock = at("2022-09-11 09:00");
    station.open_day().unwrap().unwrap();
    let admission = admit(&mut station, resident(2));
    station.issue_paper(admission).unwrap();
    let totals = totals(&station, &[3, 3], 0);
    let mut counting = station.count_paper().unwrap();
    counting.head(head(3, 0)).unwrap();
    counting.totals(totals.clone()).unwrap();
    second(&station, &mut counting);
    counting.head(head(3, 0)).unwrap();
    counting.totals(totals).unwrap();
    let closed = station.close_for_good(counting.counted().unwrap()).unwrap();
    assert_eq!((closed.minutes.day, closed.minutes.counts.paper), (2, 1));
    verified(&station);
}
