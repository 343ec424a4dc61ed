//! The consultation of an election as a file, read like any other.

use super::money::Unit;
use crate::consultation::{Method, StationKind};
use crate::tally::pabulib::Election;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The days on which the stations of a rehearsal are open.
const DAYS: [&str; 2] = ["2024-06-01", "2024-06-03"];
/// When their clocks start.
pub(super) const START: &str = "2024-06-01T09:00";
/// The one area, where everyone lives.
pub(super) const AREA: &str = "elezione";
/// The kind of the stations.
pub(super) const KIND: StationKind = StationKind::Banchetto;
/// The one question.
pub(super) const QUESTION: &str = "progetti";

/// What is the same in every rehearsal. One ballot is enough for a count: nobody's vote is in it.
const RULES: &str = r#"
[eligibility]
min_age = 16
reference_date = "2024-06-01"
city_user_reasons = []
attested_residence = false

[documents]
accepted = ["electronic-id-card"]
expired_accepted = false

[duplicates]
channel = "in-person"
within = "first"

[count]
minimum_ballots = 1
partition = "none"

[limits]
batch_min = 10
idle_seconds = 90
pin_tries = 5
lock_minutes = 10

[online]
claims = false

[desk]
computed_codes = false
voters_per_companion = 1
two_people = false
overrides = []
privacy_notice.it = "Nessun dato di nessuno: le persone sono inventate."
"#;

/// The file. Without a unit there is no budget, and the projects have no cost.
pub(super) fn consultation(election: &Election, method: &Method, unit: Option<Unit>) -> String {
    let title = election
        .meta
        .get("description")
        .map_or("", |(text, _)| text);
    let [from, to] = DAYS;
    let mut file = format!(
        "id = \"prova\"\nauthority = \"Prova\"\nlanguages = [\"it\"]\ntitle.it = {}\n\n\
         [[areas]]\nid = \"{AREA}\"\nname = \"{AREA}\"\n\n\
         [[phases]]\nkind = \"{}\"\nfrom = \"{from}\"\nto = \"{to}\"\nwaiting_days = 0\n{RULES}",
        text(title, "Prova"),
        KIND.word(),
    );
    let budget = unit.filter(|_| election.budget > 0);
    if let Some(unit) = budget {
        let most = election.projects.iter().map(|p| p.cost).max().unwrap_or(0);
        // Writing to a string does not fail.
        let _ = write!(
            file,
            "\n[budget]\nquestion = \"{QUESTION}\"\ntotal = \"{}\"\ncost_min = \"0.00\"\n\
             cost_max = \"{}\"\n\n[outcome]\nwhen_next_does_not_fit = \"skip\"\n\
             zero_votes = \"fund\"\nminimum_votes = 0\nties = {{ by = \"id\" }}\n",
            unit.written(election.budget),
            unit.written(most),
        );
    }
    let _ = write!(
        file,
        "\n[[questions]]\nid = \"{QUESTION}\"\ntitle.it = \"Quali progetti?\"\n\
         method = {{ {} }}\nblank_allowed = true\n",
        written(method, unit),
    );
    for (project, id) in election.projects.iter().zip(ids(election)) {
        let name = text(&project.name, &id);
        let _ = write!(
            file,
            "\n[[questions.options]]\nid = \"{id}\"\ntitle.it = {name}\nsummary.it = {name}\n\
             illustrative = false\n",
        );
        if let Some(unit) = unit {
            let _ = writeln!(file, "cost = \"{}\"", unit.written(project.cost));
        }
    }
    file
}

fn written(method: &Method, unit: Option<Unit>) -> String {
    let kind = format!("kind = \"{}\"", method.word());
    match method {
        Method::Single => kind,
        Method::Approval {
            min,
            max,
            spend_cap,
        } => {
            let cap = spend_cap.zip(unit).map_or(String::new(), |(cap, unit)| {
                format!(", spend_cap = \"{}\"", unit.written(cap.0))
            });
            format!("{kind}, min = {min}, max = {max}{cap}")
        }
        Method::Points {
            total,
            max_each,
            all,
        } => format!("{kind}, total = {total}, max_each = {max_each}, all = {all}"),
        Method::Score { max } => format!("{kind}, max = {max}"),
        Method::Priority { weights, partial } => {
            format!("{kind}, weights = {weights:?}, partial = {partial}")
        }
    }
}

/// A short stable name for each project: its own id where that is one, or else a made-up one that
/// is nobody's.
fn ids(election: &Election) -> Vec<String> {
    let is_slug = |id: &str| {
        let letter = |b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
        (1..=40).contains(&id.len()) && !id.starts_with('-') && id.bytes().all(letter)
    };
    let own = election.projects.iter().map(|p| p.id.as_str());
    let taken: BTreeSet<&str> = own.clone().filter(|id| is_slug(id)).collect();
    let id = |(n, own): (usize, &str)| {
        if is_slug(own) {
            return own.to_owned();
        }
        let mut made = format!("p{}", n + 1);
        while taken.contains(made.as_str()) {
            made.push('x');
        }
        made
    };
    own.enumerate().map(id).collect()
}

/// A text in quotes, without what a consultation's file refuses.
fn text(text: &str, otherwise: &str) -> String {
    let line = text.replace(char::is_control, " ");
    let line = if line.trim().is_empty() {
        otherwise
    } else {
        line.trim()
    };
    let mut quoted = String::from('"');
    for c in line.chars() {
        if matches!(c, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}
