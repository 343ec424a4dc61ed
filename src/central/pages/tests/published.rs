//! Before publication there is nothing to read; afterwards what the package says, once and for all.

use super::data::indicator;
use super::*;
use crate::ballot::Tracker;
use crate::board::{Checkpoint, checkpoint};
use crate::central::{
    DrawSummary, Ledger, OptionSummary, OutcomeSummary, PartSummary, PublicationError,
    QuestionSummary, RemovedBallot, Summary, publish_package,
};
use crate::consultation::{NextDoesNotFit, Outcome, Ties, ZeroVotes};
use crate::envelope::Digest;

const PACKAGE: &[u8] = b"the package";

pub(super) fn summary() -> Summary {
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
    publish_this(visit, &summary());
}

/// The count is over, and says this.
pub(super) fn publish_this(visit: &Visit, summary: &Summary) {
    let note = visit.central.checkpoint().unwrap();
    assert!(publish_package(&ledger(visit), PACKAGE, &note, summary).unwrap());
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
        csv.contains("prova,q,p0,<script>alert(1)</script>,,3.00,,\r\n"),
        "{csv}"
    );
    assert!(
        csv.contains("prova,q,p1,'=1+1,,5.00,,\r\n"),
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
        "Equal votes:</p><ul><li><span lang=\"it\">Progetto 2</span></li><li><span lang=\"it\">Progetto 3</span>",
        "The public draw decided: <span lang=\"it\">Lotto</span>. It gave 77. The order is:</p>\
         <ol><li><span lang=\"it\">Progetto 3</span></li><li><span lang=\"it\">Progetto 2</span></li></ol>",
        "Carpaneto Piacentino, Gropparello: 25 ballots",
        "The first project that is not funded: <em><span lang=\"it\">Progetto 2</span></em>. It costs €6",
        "python3 verify.py package.zip --fingerprint",
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
    assert!(csv.contains("prova,q,p1,'=1+1,,5.00,30,true\r\n"), "{csv}");
    for (name, told) in [
        ("budget_assigned", ["13.00", "EUR", "shown"]),
        ("budget_left", ["2.00", "EUR", "shown"]),
        ("ballots_counted", ["42", "ballots", "shown"]),
    ] {
        assert_eq!(indicator(&visit, name), told);
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

#[rstest]
fn a_count_that_waits_for_a_draw_is_completed_once(#[values(On::File, On::Server)] on: On) {
    let change = |manifest: &mut Manifest| {
        rich(manifest);
        manifest.consultation.outcome = Some(Outcome {
            next_does_not_fit: NextDoesNotFit::Skip,
            zero_votes: ZeroVotes::Skip,
            minimum_votes: 0,
            ties: Ties::ById,
        });
    };
    let mut visit = Visit::of(world_with(on, change), after);
    let note = visit.central.checkpoint().unwrap();
    let ledger = ledger(&visit);
    let of = |package: &[u8], change: &dyn Fn(&mut Summary)| {
        let mut summary = summary();
        summary.sha256 = Digest::of(package).hex();
        change(&mut summary);
        summary
    };
    let waits = |s: &mut Summary| {
        let outcome = s.outcome.as_mut().unwrap();
        (outcome.undecided, outcome.spent, outcome.left) = (true, 500, 1000);
        outcome.funded.truncate(1);
        outcome.draws.clear();
    };
    let first = of(b"waits", &waits);
    assert!(publish_package(&ledger, b"waits", &note, &first).unwrap());
    for (language, said) in [
        ("en", "A tie still waits for the public draw"),
        ("en", "Of €15, €5 are given already."),
        ("it", "in attesa dell'estrazione"),
    ] {
        let page = visit.page(&format!("/{language}/results"));
        assert!(page.contains(said), "{page}");
        assert!(!page.contains("are left"), "{page}");
    }
    // Nobody voted for this one: no draw helps it.
    let page = visit.page("/en/results");
    let row = r#"<th scope="row"><span lang="it">Progetto 4"#;
    let nobody = page.split("<tr>").find(|r| r.starts_with(row)).unwrap();
    assert!(nobody.contains("not funded"), "{nobody}");
    assert_eq!(visit.get("/data/package.zip").bytes, b"waits");

    let other_votes = |s: &mut Summary| s.questions[0].totals[0].total += 1;
    let one_more_left_out = |s: &mut Summary| s.web_dropped += 1;
    for change in [
        &other_votes as &dyn Fn(&mut Summary),
        &one_more_left_out,
        &waits,
    ] {
        let other = of(b"other", change);
        let refused = publish_package(&ledger, b"other", &note, &other);
        assert!(
            matches!(refused, Err(PublicationError::Another(_))),
            "{refused:?}"
        );
    }
    let decided = of(PACKAGE, &|_| ());
    assert!(publish_package(&ledger, PACKAGE, &note, &decided).unwrap());
    assert!(!publish_package(&ledger, PACKAGE, &note, &decided).unwrap());
    // A server that runs shows it without being started again.
    let page = visit.page("/en/results");
    assert!(
        page.contains("It gave 77.") && !page.contains("waits"),
        "{page}"
    );
    assert_eq!(visit.get("/data/package.zip").bytes, PACKAGE);
    visit.later(after);
    assert_eq!(visit.get("/data/package.zip").bytes, PACKAGE);
    for (package, change) in [
        (b"waits".as_slice(), &waits as &dyn Fn(&mut Summary)),
        (b"again", &|_| ()),
    ] {
        let refused = publish_package(&ledger, package, &note, &of(package, change));
        assert!(
            matches!(refused, Err(PublicationError::Another(_))),
            "{refused:?}"
        );
    }
}
