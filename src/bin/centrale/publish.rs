//! Publishing: the package is verified as anyone would, and the ledger gets what it says in short.
//!
//! Only here the server's program meets the count: `central` knows nothing of it.

use anyhow::{Context, Result, bail};
use seggio::batch::Archive;
use seggio::central::{
    Address, DrawSummary, Ledger, OptionSummary, OutcomeSummary, PartSummary, PublicationError,
    QuestionSummary, RemovedBallot, Summary, publish_package,
};
use seggio::consultation::{Cents, Manifest};
use seggio::envelope::{Digest, Signed, cbor};
use seggio::tally::settlement::{Approved, Removal, Settlement};
use seggio::tally::{OptionTotal, OutcomeReport, Part, QuestionTotals, Totals, verify};
use std::path::Path;
use std::process::ExitCode;

/// Runs the command: 1 if the package is not verified or is not this server's.
#[expect(clippy::print_stdout, reason = "says what became of the package")]
pub fn run(manifest: &Path, database: &Address, package: &Path) -> Result<ExitCode> {
    let named = |path: &Path| path.display().to_string();
    let bytes = std::fs::read(manifest).with_context(|| named(manifest))?;
    let manifest = Manifest::open(&bytes).with_context(|| named(manifest))?;
    let bytes = std::fs::read(package).with_context(|| named(package))?;
    let report = verify(&bytes, Some(manifest.digest()), &mut |_| {});
    if !report.ok {
        match report.checks.last() {
            Some(c) => println!("not published: {} ({})", c.name, c.detail),
            None => println!("not published: the package cannot be read"),
        }
        return Ok(ExitCode::from(1));
    }
    let (summary, checkpoint) = summary(&bytes).with_context(|| named(package))?;
    let ledger = Ledger::open_existing(database);
    let ledger = ledger.with_context(|| format!("cannot use {database}"))?;
    if ledger.manifest()?.bytes() != manifest.bytes() {
        bail!("{database} is the ledger of another consultation");
    }
    match publish_package(&ledger, &bytes, &checkpoint, &summary) {
        Ok(true) => {
            let (ballots, sha) = (summary.sealed + summary.paper, &summary.sha256);
            println!("published: {ballots} ballots, SHA-256 {sha}");
            if summary.awaits_draw() {
                println!(
                    "a tie waits for its public draw: when it has come out, publish the package that \
                     `scrutinio publish --lot VALUE` writes; it takes the place of this one"
                );
            }
        }
        Ok(false) => println!(
            "published before, and nothing changed: SHA-256 {}",
            summary.sha256
        ),
        Err(PublicationError::Ledger(e)) => bail!("cannot use {database}: {e}"),
        Err(refused) => {
            println!("not published: {refused}");
            return Ok(ExitCode::from(1));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What a verified package says, and the checkpoint that it ends with.
fn summary(package: &[u8]) -> Result<(Summary, String)> {
    let archive = Archive::from_zip(package)?;
    let totals: Totals = cbor::decode(archive.get("totals.cbor")?)?;
    let approved = Signed::<Approved>::peek(archive.get("settlement.cose")?)?;
    let settlement = Signed::<Settlement>::peek(&approved.settlement)?;
    let outcome: Option<OutcomeReport> = serde_json::from_slice(archive.get("outcome.json")?)?;
    let parts = totals.cells.iter().map(|part| PartSummary {
        areas: part.areas.clone(),
        ballots: part.ballots,
        questions: questions(part),
    });
    let removed = settlement.removed.iter().map(|r| RemovedBallot {
        tracker: r.tracker.0.hex(),
        reason: reason(r.reason).to_owned(),
    });
    let summary = Summary {
        sha256: Digest::of(package).hex(),
        sealed: totals.sealed.ballots,
        paper: totals.paper.ballots,
        removed: removed.collect(),
        web_dropped: settlement.web.as_ref().map_or(0, |w| w.dropped),
        questions: questions(&totals.all),
        parts: parts.collect(),
        outcome: outcome.map(of_outcome).transpose()?,
    };
    Ok((summary, settlement.checkpoint))
}

fn questions(part: &Part) -> Vec<QuestionSummary> {
    let option = |t: &OptionTotal| OptionSummary {
        option: t.option.clone(),
        total: t.total,
        ranks: t.ranks.clone(),
    };
    let question = |q: &QuestionTotals| QuestionSummary {
        question: q.question.clone(),
        totals: q.totals.iter().map(option).collect(),
    };
    part.questions.iter().map(question).collect()
}

fn of_outcome(report: OutcomeReport) -> Result<OutcomeSummary> {
    let cents = |amount: &str| {
        let cents = Cents::parse(amount).with_context(|| format!("{amount} is no amount"))?;
        Ok::<_, anyhow::Error>(cents.0)
    };
    Ok(OutcomeSummary {
        spent: cents(&report.spent)?,
        left: cents(&report.left)?,
        funded: report.funded,
        ties: report.ties,
        draws: report
            .draws
            .into_iter()
            .map(|d| DrawSummary {
                draw: d.draw,
                value: d.value,
                order: d.order,
            })
            .collect(),
        undecided: report.undecided,
    })
}

/// The word that the pages translate.
fn reason(removal: Removal) -> &'static str {
    match removal {
        Removal::LaterVote => "later-vote",
        Removal::RepeatedVote => "repeated-vote",
        Removal::PaperVote => "paper-vote",
        Removal::WebVote => "web-vote",
    }
}
