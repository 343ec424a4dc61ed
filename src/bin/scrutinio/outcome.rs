//! The outcome of an election in a Pabulib file, counted from its votes.

use crate::io::{read, write};
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use seggio::consultation::{NextDoesNotFit, Outcome as Choices, Ties, ZeroVotes};
use seggio::tally::outcome::{Draw, DrawnValue, Rule, fund};
use seggio::tally::pabulib::{self, Count, Election};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What the draw of the command line is called where draws are listed.
const DRAW: &str = "lot";

/// Count the votes of a Pabulib file and say which projects are funded.
///
/// The most voted are funded first, within the budget of the file. Approval and choose-1 votes
/// count 1; cumulative and scoring votes count their points; of L projects listed in order the
/// first counts L and the last 1.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio outcome poland_wieliczka_2023.pb --when-next-does-not-fit skip --ties lot:'12 45 7'\n\n\
    The place of a project in a lot can be found by hand, lowest first:\n  \
    printf '%s|%s' '12 45 7' PROJECT_ID | sha256sum")]
pub struct Outcome {
    /// The election
    file: PathBuf,
    /// When the next most voted project does not fit into what is left: try the following ones,
    /// or fund no more
    #[arg(long, value_name = "RULE")]
    when_next_does_not_fit: Next,
    /// How equal votes are put in order: by a drawn value, or ascending by id as text
    #[arg(long, value_name = "lot:SEED|id", value_parser = order)]
    ties: Order,
    /// Votes that a project needs to be funded at all
    #[arg(long, value_name = "N", default_value_t = 0)]
    minimum_votes: u64,
    /// Projects without votes: fund them if money is left, or never
    #[arg(long, value_name = "RULE", default_value = "fund")]
    zero_votes: Zero,
    /// Write the file again with votes, score and selected set in PROJECTS
    #[arg(long, value_name = "OUT.pb")]
    totals: Option<PathBuf>,
    /// Print the outcome as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Next {
    Skip,
    Stop,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Zero {
    Fund,
    Skip,
}

#[derive(Debug, Clone)]
enum Order {
    Lot(DrawnValue),
    Id,
}

fn order(text: &str) -> Result<Order, String> {
    match text.strip_prefix("lot:") {
        Some(value) => DrawnValue::parse(value)
            .map(Order::Lot)
            .map_err(|e| e.to_string()),
        None if text == "id" => Ok(Order::Id),
        None => Err("lot:SEED or id is expected".to_owned()),
    }
}

/// What `--json` prints; amounts are decimal strings.
#[derive(Debug, Serialize)]
struct Printed<'a> {
    funded: &'a [String],
    spent: String,
    left: String,
    votes: BTreeMap<&'a str, u64>,
    ties: &'a [Vec<String>],
    draws: &'a [Draw],
}

impl Outcome {
    /// Runs the command.
    pub fn run(&self) -> Result<bool> {
        let bytes = read(&self.file)?;
        let named = || self.file.display().to_string();
        let election = pabulib::read(&bytes).with_context(named)?;
        let count = election.count();
        let candidates = election.candidates(&count);
        let (choices, lot) = self.choices();
        let rule = fund(&candidates, election.budget, &choices, lot);
        if let Some(out) = &self.totals {
            if out.exists() && out.canonicalize()? == self.file.canonicalize()? {
                bail!("--totals would write over the election: name another file");
            }
            let written = pabulib::write(&bytes, &election, &count, &rule.funded);
            write(out, &written.with_context(named)?)?;
        }
        if self.json {
            let votes = candidates.iter().map(|c| (c.id.as_str(), c.votes));
            let printed = Printed {
                funded: &rule.funded,
                spent: election.amount(rule.spent),
                left: election.amount(election.budget - rule.spent),
                votes: votes.collect(),
                ties: &rule.ties,
                draws: &rule.draws,
            };
            println!("{}", serde_json::to_string_pretty(&printed)?);
        } else {
            print(&election, &count, &rule);
        }
        Ok(true)
    }

    /// The rule that was asked for, in a consultation's words.
    fn choices(&self) -> (Choices, Option<&DrawnValue>) {
        let (ties, lot) = match &self.ties {
            Order::Lot(value) => {
                let draw = DRAW.to_owned();
                (Ties::Lot { draw }, Some(value))
            }
            Order::Id => (Ties::ById, None),
        };
        let choices = Choices {
            next_does_not_fit: match self.when_next_does_not_fit {
                Next::Skip => NextDoesNotFit::Skip,
                Next::Stop => NextDoesNotFit::Stop,
            },
            zero_votes: match self.zero_votes {
                Zero::Fund => ZeroVotes::Fund,
                Zero::Skip => ZeroVotes::Skip,
            },
            minimum_votes: self.minimum_votes,
            ties,
        };
        (choices, lot)
    }
}

/// Prints the outcome for people: the projects from the most voted on, then what decided.
fn print(election: &Election, count: &Count, rule: &Rule) {
    let mut order: Vec<_> = election.projects.iter().zip(&count.points).collect();
    order.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| a.id.cmp(&b.id)));
    println!("{} ballots", election.ballots.len());
    println!("{:>10} {:>16}  {:<6}  project", "votes", "cost", "");
    for (project, votes) in order {
        let funded = rule.funded.contains(&project.id);
        let mark = if funded { "funded" } else { "" };
        let cost = election.amount(project.cost);
        let name = visible(&format!("{}  {}", project.id, project.name));
        println!("{votes:>10} {cost:>16}  {mark:<6}  {}", name.trim_end());
    }
    for tie in &rule.ties {
        println!(
            "equal votes, the order decides: {}",
            visible(&tie.join(", "))
        );
    }
    for draw in &rule.draws {
        let order = visible(&draw.order.join(", "));
        println!("drawn with {}: {order}", draw.value);
    }
    let left = election.amount(election.budget - rule.spent);
    println!("spent {}, left {left}", election.amount(rule.spent));
}

/// A text of the file, without what would steer the terminal.
fn visible(text: &str) -> String {
    text.replace(char::is_control, " ")
}
