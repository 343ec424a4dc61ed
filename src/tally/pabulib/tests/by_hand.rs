//! The elections of `tests/elections`, counted and funded by hand.

use super::super::{Count, Election, read, write};
use super::{ALL, APPROVAL, CHOOSE_ONE, CUMULATIVE, ORDINAL, SCORING, rule};
use crate::consultation::NextDoesNotFit::{self, Skip, Stop};
use crate::tally::outcome::{Rule, fund};

fn counted(text: &str) -> (Election, Count) {
    let election = read(text.as_bytes()).unwrap();
    let count = election.count();
    (election, count)
}

fn funded(text: &str, next: NextDoesNotFit, minimum_votes: u64) -> Rule {
    let (election, count) = counted(text);
    let candidates = election.candidates(&count);
    fund(
        &candidates,
        election.budget,
        &rule(next, minimum_votes),
        None,
    )
}

/// Funded ids, spent, left.
fn given(text: &str, next: NextDoesNotFit, minimum: u64) -> (Vec<String>, String, String) {
    let (election, _) = counted(text);
    let rule = funded(text, next, minimum);
    let left = election.amount(election.budget - rule.spent);
    (rule.funded, election.amount(rule.spent), left)
}

fn expected(ids: &[&str], spent: &str, left: &str) -> (Vec<String>, String, String) {
    let ids = ids.iter().map(ToString::to_string).collect();
    (ids, spent.into(), left.into())
}

#[test]
fn approval() {
    let (election, count) = counted(APPROVAL);
    assert_eq!(election.meta.whole("max_length"), Ok(Some(3)));
    assert_eq!(
        election.projects[0].name,
        "Parco \"Il Tiglio\"; secondo lotto"
    );
    assert_eq!(election.projects[2].name, "Biblioteca \"La Fabbrica\"");
    assert_eq!(count.points, [4, 4, 4, 3, 0]);
    assert_eq!(count.votes, count.points);
    assert_eq!(election.states(&count), Some(true));
    let skip = expected(&["1", "2", "5"], "2400.25", "100.25");
    assert_eq!(given(APPROVAL, Skip, 0), skip);
    assert_eq!(
        given(APPROVAL, Stop, 0),
        expected(&["1", "2"], "1400.25", "1100.25")
    );
    assert_eq!(
        given(APPROVAL, Skip, 4),
        expected(&["1", "2"], "1400.25", "1100.25")
    );
    assert_eq!(funded(APPROVAL, Skip, 0).ties, [["1", "2", "4"]]);
    assert_eq!(funded(APPROVAL, Stop, 0).ties, [["1", "2", "4"]]);
}

#[test]
fn choose_one() {
    let (election, count) = counted(CHOOSE_ONE);
    assert_eq!(election.ballots.len(), 6);
    assert!(election.ballots[3].choices.is_empty());
    assert_eq!(count.points, [1, 2, 2]);
    assert_eq!(election.states(&count), None);
    let skip = expected(&["BO.D02", "BO.D01"], "50000.00", "0.00");
    assert_eq!(given(CHOOSE_ONE, Skip, 0), skip);
    assert_eq!(
        given(CHOOSE_ONE, Stop, 0),
        expected(&["BO.D02"], "30000.00", "20000.00")
    );
    assert_eq!(funded(CHOOSE_ONE, Skip, 0).ties, [["BO.D02", "BO.D03"]]);
}

#[test]
fn cumulative() {
    let (election, count) = counted(CUMULATIVE);
    assert_eq!(count.points, [12, 9, 5, 0]);
    assert_eq!(count.votes, [3, 2, 1, 1]);
    assert_eq!(election.states(&count), Some(true));
    let both = expected(&["12", "7"], "310183.57", "0.00");
    assert_eq!(given(CUMULATIVE, Skip, 0), both);
    assert_eq!(given(CUMULATIVE, Stop, 0), both);
}

#[test]
fn ordinal() {
    let (election, count) = counted(ORDINAL);
    assert_eq!(
        election.ballots[4].choices,
        [(1, 2), (3, 1)],
        "two listed: 2 and 1"
    );
    assert_eq!(count.points, [9, 9, 6, 3]);
    assert_eq!(count.votes, [4, 4, 4, 2]);
    assert_eq!(election.states(&count), Some(true));
    assert_eq!(
        given(ORDINAL, Skip, 0),
        expected(&["23", "26"], "3425000.00", "4575100.00")
    );
    assert!(
        funded(ORDINAL, Skip, 0).ties.is_empty(),
        "both fit in any order"
    );
}

#[test]
fn scoring_with_columns_in_another_order_and_votes_before_projects() {
    let swapped = {
        let (meta, rest) = SCORING.split_once("VOTES\n").unwrap();
        let (votes, projects) = rest.split_once("PROJECTS\n").unwrap();
        format!("PROJECTS\n{projects}VOTES\n{votes}{meta}")
    };
    for text in [SCORING, &swapped] {
        let (election, count) = counted(text);
        assert_eq!(election.decimals, 4);
        assert_eq!(count.points, [9, 7, 3]);
        assert_eq!(election.states(&count), Some(true));
        assert_eq!(
            given(text, Skip, 0),
            expected(&["north", "south"], "900.125", "100.00")
        );
    }
}

#[test]
fn totals_go_back_into_their_cells_and_nothing_else_changes() {
    let written = |text: &str| {
        let (election, count) = counted(text);
        let funded = funded(text, Skip, 0).funded;
        String::from_utf8(write(text.as_bytes(), &election, &count, &funded).unwrap()).unwrap()
    };
    // These two state the same already.
    assert_eq!(written(APPROVAL), APPROVAL);
    assert_eq!(written(CUMULATIVE), CUMULATIVE);
    let emptied = APPROVAL
        .replace("600.25;4;", "600.25;;")
        .replace("800;4;", "800; 17 ;");
    assert_eq!(written(&emptied), APPROVAL.replace("800;4;", "800; 4 ;"));

    let added = CHOOSE_ONE
        .replace("name;selected\n", "name;selected;votes\n")
        .replace("Illuminazione;0\n", "Illuminazione;1;1\n")
        .replace("Palestra;0\n", "Palestra;1;2\n")
        .replace("Marciapiede;0\n", "Marciapiede;0;2\n");
    assert_eq!(written(CHOOSE_ONE), added);
    let added = SCORING
        .replace("cost;score\n", "cost;score;votes;selected\n")
        .replace("500.125;9\n", "500.125;9;2;1\n")
        .replace("400;7\n", "400;7;2;1\n")
        .replace("100.0004;3\n", "100.0004;3;2;0\n");
    assert_eq!(written(SCORING), added);

    // Short rows are filled up to the columns, rows with more semicolons keep them.
    let ragged = "META\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost;name;note\n\
                  a;1\nb;1;B;;;;\nc;1;C;\nVOTES\nvote\na";
    let filled = ragged
        .replace("note\n", "note;votes;selected\n")
        .replace("a;1\n", "a;1;;;1;1\n")
        .replace("b;1;B;;;;\n", "b;1;B;;0;0;\n")
        .replace("c;1;C;\n", "c;1;C;;0;0\n");
    assert_eq!(written(ragged), filled);
    for text in ALL {
        let once = written(text);
        assert_eq!(written(&once), once);
        let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(written(&crlf(text)), crlf(&once));
    }
}

#[test]
fn a_file_that_states_other_totals_is_found_out() {
    for (text, from, to) in [
        (APPROVAL, "1000;3;", "1000;4;"),
        (CUMULATIVE, "0.5;1;5;", "0.5;1;6;"),
        (CUMULATIVE, "0.5;1;5;", "0.5;2;5;"),
        (ORDINAL, "130;4600000;4;6;", "130;4600000;4;7;"),
        (SCORING, "500.125;9", "500.125;9.5"),
    ] {
        let (election, count) = counted(&text.replace(from, to));
        assert_eq!(election.states(&count), Some(false), "{to}");
    }
    // Without a column `score` the points stand under `votes`.
    let points = CUMULATIVE.replace("votes;score", "old;votes");
    let (election, count) = counted(&points);
    assert_eq!(election.states(&count), Some(true));
}
