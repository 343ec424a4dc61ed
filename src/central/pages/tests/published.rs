//! Before publication there is nothing to read; afterwards what the package says, once and for all.

use super::*;
use crate::ballot::Tracker;
use crate::board::{Checkpoint, checkpoint};
use crate::central::{
    DrawSummary, Ledger, OptionSummary, OutcomeSummary, PartSummary, PublicationError,
    QuestionSummary, RemovedBallot, Summary, publish_package,
};
use crate::envelope::Digest;

const PACKAGE: &[u8] = b"the package";

fn summary() -> Summary {
    let total = |option: Option<&str>, total| OptionSummary {
        option: option.map(str::to_owned),
        total,
        ranks: vec![],
    };
    Summary {
        sha256: Digest::of(PACKAGE).hex(),
        sealed: 40,
        paper: 2,
        removed: vec![],
        web_dropped: 3,
        questions: vec![QuestionSummary {
            question: "q".into(),
            totals: vec![
                total(Some("p0"), 11),
                total(Some("p1"), 30),
                total(Some("p2"), 17),
                total(Some("p3"), 17),
                total(Some("p4"), 0),
                total(None, 1),
            ],
        }],
        parts: vec![PartSummary {
            areas: vec!["B812".into(), "E196".into()],
            ballots: 25,
            questions: vec![QuestionSummary {
                question: "q".into(),
                totals: vec![total(Some("p0"), 9)],
            }],
        }],
        outcome: Some(OutcomeSummary {
            funded: vec!["p1".into(), "p3".into()],
            spent: 1300,
            left: 200,
            ties: vec![vec!["p2".into(), "p3".into()]],
            draws: vec![DrawSummary {
                draw: "Lotto".into(),
                value: "77".into(),
                order: vec!["p3".into(), "p2".into()],
            }],
            undecided: false,
        }),
    }
}

/// The count is over.
pub(super) fn publish(visit: &Visit) {
    let note = visit.central.checkpoint().unwrap();
    assert!(publish_package(&ledger(visit), PACKAGE, &note, &summary()).unwrap());
}

fn ledger(visit: &Visit) -> Ledger {
    Ledger::open_existing(visit.world.database()).unwrap()
}

#[rstest]
fn before_publication_there_is_no_count_for_anybody(#[values(On::File, On::Server)] on: On) {
    let visit = Visit::of(world_with(on, rich), after);
    let page = visit.page("/en/results");
    assert!(page.contains("There is no count yet"), "{page}");
    assert!(!page.contains("votes</th>") && !page.contains("package.zip"));
    assert_eq!(visit.get("/data/package.zip").status, StatusCode::NOT_FOUND);
    let csv = visit.page("/data/projects.csv");
    assert!(
        csv.contains("prova,q,p0,<script>alert(1)</script>,<script>alert(1)</script>,3.00,,\r\n"),
        "{csv}"
    );
    assert!(
        csv.contains("prova,q,p1,'=1+1,'=1+1,5.00,,\r\n"),
        "no formula: {csv}"
    );
}

#[rstest]
fn what_is_published_is_shown_and_served_byte_for_byte(#[values(On::File, On::Server)] on: On) {
    let mut visit = Visit::of(world_with(on, rich), after);
    let mut station = visit.station("banchetto-1");
    let rows = Rows::Ballots(station.ballots(2));
    let batch = visit.send(&mut station, rows);
    let Rows::Ballots(rows) = &batch.body().rows else {
        unreachable!()
    };
    let removed = Tracker::of(&rows[0]);
    let mut summary = summary();
    summary.removed = vec![RemovedBallot {
        tracker: removed.0.hex(),
        reason: "web-vote".into(),
    }];
    let note = visit.central.checkpoint().unwrap();
    assert!(publish_package(&ledger(&visit), PACKAGE, &note, &summary).unwrap());
    visit.later(after);

    let page = visit.page("/en/results");
    for said in [
        "<strong>42</strong>",
        "Of €15, €13 go to projects and €2 are left.",
        "of which 2 on paper",
        "One blank ballot.",
        "30 votes, funded",
        "Equal votes: Progetto 2; Progetto 3.",
        "The public draw decided (Lotto): it gave 77. Order: Progetto 3; Progetto 2.",
        "Carpaneto Piacentino, Gropparello: 25 ballots",
        "The first project that is not funded is “Progetto 2”, which costs €6",
        "Reason: the person voted on the web too",
        &summary.sha256,
        &format!(
            "scrutinio verify package.zip --fingerprint {}",
            visit.world.manifest.digest().hex()
        ),
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert_eq!(visit.get("/data/package.zip").bytes, PACKAGE);
    let csv = visit.page("/data/projects.csv");
    assert!(
        csv.contains("prova,q,p1,'=1+1,'=1+1,5.00,30,true\r\n"),
        "{csv}"
    );
    let csv = visit.page("/data/indicators.csv");
    for line in [
        "budget_assigned,13.00,EUR,shown",
        "budget_left,2.00,EUR,shown",
        "ballots_counted,42,ballots,shown",
    ] {
        assert!(csv.contains(&format!("prova,{line}\r\n")), "{csv}");
    }
    let left_out = visit.page(&format!("/en/ballot?code={removed}"));
    assert!(left_out.contains("but it was not counted"), "{left_out}");
    let counted = visit.page(&format!("/en/ballot?code={}", Tracker::of(&rows[1])));
    assert!(counted.contains("The ballot is on the board"));
}

#[rstest]
fn there_is_one_publication_and_it_is_of_this_board(#[values(On::File, On::Server)] on: On) {
    let visit = Visit::of(world_with(on, rich), after);
    let note = visit.central.checkpoint().unwrap();
    let (ledger, summary) = (ledger(&visit), summary());
    let secrets = &visit.world.secrets;
    let origin = &visit.world.manifest.value().server.board_origin;
    let elsewhere = Checkpoint::of(&[Digest::of(b"x")]);
    let elsewhere = checkpoint::sign(&secrets.board, origin, &elsewhere).unwrap();
    for note in [elsewhere.as_str(), "altro"] {
        let refused = publish_package(&ledger, PACKAGE, note, &summary);
        assert!(
            matches!(refused, Err(PublicationError::OtherBoard)),
            "{refused:?}"
        );
    }
    let refused = publish_package(&ledger, b"another", &note, &summary);
    assert!(
        matches!(refused, Err(PublicationError::OtherSummary)),
        "{refused:?}"
    );

    assert!(publish_package(&ledger, PACKAGE, &note, &summary).unwrap());
    assert!(
        !publish_package(&ledger, PACKAGE, &note, &summary).unwrap(),
        "the same again"
    );
    let mut other = summary.clone();
    other.sha256 = Digest::of(b"another").hex();
    let refused = publish_package(&ledger, b"another", &note, &other);
    assert!(
        matches!(refused, Err(PublicationError::Another(_))),
        "{refused:?}"
    );
    assert_eq!(visit.get("/data/package.zip").bytes, PACKAGE);
}
