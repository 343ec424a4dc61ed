//! Random files, and random elections against a second, plain computation.

use super::super::rows::Rows;
use super::super::{Election, VoteType, read, write};
use super::{ALL, rule};
use crate::consultation::NextDoesNotFit;
use crate::tally::outcome::fund;
use proptest::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

/// Text in which everything that means something to the format is frequent.
const ODD: &str =
    r#"([;;;"",,\r\n\n 019.a-]|é|META\n|PROJECTS\n|VOTES\n|project_id|cost|vote){0,60}"#;

/// Reads, writes totals and reads again: the election is the same, and states its count.
fn comes_back(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(election) = read(bytes) else {
        return Ok(());
    };
    let count = election.count();
    let funded: Vec<_> = election
        .projects
        .iter()
        .map(|p| p.id.clone())
        .take(1)
        .collect();
    let written = write(bytes, &election, &count, &funded).unwrap();
    let again = read(&written).unwrap();
    prop_assert_eq!(
        again.states(&count),
        (!again.projects.is_empty()).then_some(true)
    );
    prop_assert_eq!(&again.ballots, &election.ballots);
    prop_assert_eq!(write(&written, &again, &count, &funded).unwrap(), written);
    Ok(())
}

/// A vote: projects and points.
type Vote = Vec<(usize, u64)>;

fn votes(projects: usize) -> impl Strategy<Value = Vec<Vote>> {
    let vote = (
        Just((0..projects).collect::<Vec<_>>()).prop_shuffle(),
        0..=projects,
    )
        .prop_flat_map(|(order, listed)| {
            let points = prop::collection::vec(0u64..6, listed);
            points.prop_map(move |points| order.iter().copied().zip(points).collect())
        });
    prop::collection::vec(vote, 0..12)
}

/// A file as somebody might write it.
fn file(name: &str, budget: u64, costs: &[u64], votes: &[Vote], crlf: bool) -> String {
    let money = |cents: u64| format!("{}.{:02}", cents / 100, cents % 100);
    let mut text = format!(
        "META\nkey;value\nvote_type;{name}\nbudget;{}\n",
        money(budget)
    );
    text.push_str("PROJECTS\ncost;name;project_id\n");
    for (i, cost) in costs.iter().enumerate() {
        let _ = writeln!(text, "{};\"a;\"\"{i}\";p{i}", money(*cost));
    }
    text.push_str("VOTES\nvoter_id;points;vote\n");
    for (i, vote) in votes.iter().enumerate() {
        let ids: Vec<_> = vote.iter().map(|(p, _)| format!("p{p}")).collect();
        let points: Vec<_> = vote.iter().map(|(_, n)| n.to_string()).collect();
        let _ = writeln!(text, "{i};{};{}", points.join(","), ids.join(","));
    }
    if crlf {
        text.replace('\n', "\r\n")
    } else {
        text
    }
}

/// The votes of every project, straight from the rule.
fn plain_count(name: &str, projects: usize, votes: &[Vote]) -> Vec<u64> {
    let worth = |vote: &Vote, project: usize| {
        let Some(place) = vote.iter().position(|(p, _)| *p == project) else {
            return 0;
        };
        match name {
            "approval" | "choose-1" => 1,
            "ordinal" => (vote.len() - place) as u64,
            _ => vote[place].1,
        }
    };
    (0..projects)
        .map(|p| votes.iter().map(|v| worth(v, p)).sum())
        .collect()
}

/// Funded ids and what is left, straight from the rule: the whole order first, then one after
/// the other.
fn plain_outcome(
    votes: &[u64],
    costs: &[u64],
    budget: u64,
    minimum: u64,
    stop: bool,
) -> (Vec<String>, u64) {
    let mut order: Vec<_> = (0..votes.len()).filter(|p| votes[*p] >= minimum).collect();
    order.sort_by(|a, b| {
        votes[*b]
            .cmp(&votes[*a])
            .then(format!("p{a}").cmp(&format!("p{b}")))
    });
    let (mut funded, mut left) = (Vec::new(), budget);
    for p in order {
        if costs[p] > left {
            if stop {
                break;
            }
            continue;
        }
        left -= costs[p];
        funded.push(format!("p{p}"));
    }
    (funded, left)
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        comes_back(&bytes)?;
    }

    #[test]
    fn odd_texts_are_read_or_refused(text in ODD) {
        comes_back(text.as_bytes())?;
    }

    /// A real-looking file in which something was cut out or put in.
    #[test]
    fn damaged_files_are_read_or_refused(
        which in 0..ALL.len(), at in any::<prop::sample::Index>(), cut in 0usize..20, put in "[;\",\r\n 1a]{0,3}",
    ) {
        let mut bytes = ALL[which].as_bytes().to_vec();
        let at = at.index(bytes.len());
        let end = bytes.len().min(at + cut);
        bytes.splice(at..end, put.bytes());
        comes_back(&bytes)?;
    }

    /// Cells are those of the csv crate, wherever it and this room agree that the file ends well.
    #[test]
    fn cells_are_those_of_the_csv_crate(text in r#"[;"\r\n a,é]{0,40}"#) {
        let ours: Result<Vec<_>, _> = Rows::new(&text, 0).collect();
        if let Ok(ours) = ours {
            let mut reader = csv::ReaderBuilder::new();
            reader.delimiter(b';').has_headers(false).flexible(true);
            let theirs: Vec<Vec<String>> = reader.from_reader(text.as_bytes()).records()
                .map(|r| r.unwrap().iter().map(str::to_owned).collect())
                .collect();
            let cells: Vec<Vec<String>> = ours.iter()
                .map(|r| r.cells.iter().map(|c| c.text.clone().into_owned()).collect())
                .collect();
            prop_assert_eq!(cells, theirs);
            // Places do not overlap, and outside them there are only separators.
            let mut at = 0;
            for cell in ours.iter().flat_map(|r| &r.cells) {
                prop_assert!(text[at..cell.place.start].chars().all(|c| ";\r\n".contains(c)));
                at = cell.place.end;
            }
            prop_assert!(text[at..].chars().all(|c| "\r\n".contains(c)));
        }
    }

    #[test]
    fn elections_are_counted_and_funded_as_by_a_plain_computation(
        (costs, votes) in prop::collection::vec(0u64..5000, 1..14)
            .prop_flat_map(|costs| { let n = costs.len(); (Just(costs), votes(n)) }),
        kind in 0..VoteType::NAMES.len(),
        budget in 0u64..20_000,
        minimum in 0u64..4,
        stop: bool,
        crlf: bool,
    ) {
        let name = VoteType::NAMES[kind];
        let text = file(name, budget, &costs, &votes, crlf);
        let election: Election = read(text.as_bytes()).unwrap();
        prop_assert_eq!(election.ballots.len(), votes.len());
        let count = election.count();
        let plain = plain_count(name, costs.len(), &votes);
        prop_assert_eq!(&count.points, &plain);
        let named = plain_count("approval", costs.len(), &votes);
        prop_assert_eq!(&count.votes, &named);

        let next = if stop { NextDoesNotFit::Stop } else { NextDoesNotFit::Skip };
        let found = fund(&election.candidates(&count), election.budget, &rule(next, minimum), None);
        let (funded, left) = plain_outcome(&plain, &costs, budget, minimum, stop);
        prop_assert_eq!(&found.funded, &funded);
        let shown = format!("{}.{:02}", left / 100, left % 100);
        prop_assert_eq!(election.amount(election.budget - found.spent), shown);

        comes_back(text.as_bytes())?;
        let written = write(text.as_bytes(), &election, &count, &funded).unwrap();
        let written = String::from_utf8(written).unwrap();
        let selected: HashSet<_> = funded.iter().collect();
        let rows: BTreeMap<&str, &str> = written.lines()
            .skip_while(|l| *l != "PROJECTS").skip(2).take(costs.len())
            .filter_map(|l| l.split_once(";p")?.1.split_once(';'))
            .collect();
        for p in 0..costs.len() {
            let chosen = u64::from(selected.contains(&format!("p{p}")));
            let expected = match name {
                "approval" | "choose-1" => format!("{};{chosen}", named[p]),
                _ => format!("{};{};{chosen}", named[p], plain[p]),
            };
            prop_assert_eq!(rows[p.to_string().as_str()], expected);
        }
    }
}
