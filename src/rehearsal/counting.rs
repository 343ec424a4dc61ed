//! The count of the demonstration, as its screen shows it.

use super::offices::Offices;
use super::scrutiny::{CountStep, Counted};
use super::world::World;
use crate::consultation::{Method, Question, Ties};
use crate::i18n;
use crate::tally::{OutcomeReport, QuestionTotals};
use crate::tui::clerk::Demonstration;
use crate::tui::facts::{
    CountResult, CountedIn, DemoPerson, Funding, Notice, ProjectResult, QuestionResult,
};
use std::cmp::Reverse;

impl Demonstration for World {
    fn people(&self) -> Vec<DemoPerson> {
        let people = self.case.people().iter();
        people.map(|p| p.shown(self.language())).collect()
    }

    fn count(&mut self, step: &dyn Fn(Notice)) -> Result<CountResult, String> {
        let counted = self.offices.count(&mut |now| {
            step(Notice::plain(match now {
                CountStep::Settling => "step-settling",
                CountStep::Decrypting => "step-decrypting",
                CountStep::Verifying => "step-verifying",
            }));
        });
        let counted = counted.map_err(|e| e.to_string())?;
        let path = self.dir().join("package.zip");
        std::fs::write(&path, &counted.package).map_err(|e| e.to_string())?;
        let trustees = self.offices.trustees;
        let mut result = shown(&self.offices, &counted);
        result.package_path = path.display().to_string();
        result.trustees = i18n::text_with(
            self.language(),
            "demo-trustees",
            &[
                ("k", trustees.threshold.to_string().into()),
                ("n", trustees.all.to_string().into()),
            ],
        );
        Ok(result)
    }
}

/// Every question with its totals, and the money.
fn shown(offices: &Offices, counted: &Counted) -> CountResult {
    let number = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let consultation = offices.consultation();
    let mut result = CountResult {
        received: number(counted.counted + counted.removed),
        removed: number(counted.removed),
        counted: number(counted.counted),
        paper: counted.totals.paper.ballots,
        verified: counted.report.ok,
        checks: (counted.report.checks.iter())
            .map(|c| (c.name.to_owned(), c.ok))
            .collect(),
        budget: consultation.budget.as_ref().map(|b| b.total),
        ..CountResult::default()
    };
    for question in &consultation.questions {
        if let Some(totals) = counted.totals.question(&question.id) {
            let gives_money = consultation.budget.as_ref().map(|b| &b.question);
            let outcome = counted.outcome.as_ref();
            let outcome = outcome.filter(|_| gives_money == Some(&question.id));
            result
                .questions
                .push(of_question(question, totals, outcome));
        }
    }
    let options = result.questions.iter().flat_map(|q| &q.options);
    let funded = options.filter(|o| o.funding == Some(Funding::Funded));
    result.spent.0 = funded.filter_map(|o| Some(o.cost?.0)).sum();
    if let (true, Some(Ties::Lot { draw })) = (
        counted.outcome.as_ref().is_some_and(|o| o.undecided),
        consultation.outcome.as_ref().map(|o| &o.ties),
    ) {
        result.draw = Some(draw.clone());
    }
    result.left.0 = result
        .budget
        .map_or(0, |b| b.0.saturating_sub(result.spent.0));
    result
}

/// One question, its options from the most voted on.
fn of_question(
    question: &Question,
    totals: &QuestionTotals,
    outcome: Option<&OutcomeReport>,
) -> QuestionResult {
    let options = question.options.iter().zip(&totals.totals);
    let mut options: Vec<ProjectResult> = options
        .map(|(option, total)| ProjectResult {
            title: option.title.clone(),
            votes: total.total,
            ranks: total.ranks.clone(),
            cost: option.cost,
            funding: outcome.map(|outcome| funding(outcome, &option.id)),
        })
        .collect();
    options.sort_by_key(|o| Reverse(o.votes));
    QuestionResult {
        title: question.title.clone(),
        counted_in: match &question.method {
            Method::Single | Method::Approval { .. } => CountedIn::Votes,
            Method::Points { .. } => CountedIn::Points,
            Method::Score { max } => CountedIn::Scores(*max),
            Method::Priority { weights, .. } => CountedIn::Ranks(weights.clone()),
        },
        blank: question
            .blank_allowed
            .then(|| totals.of(None).unwrap_or_default()),
        options,
    }
}

/// While a draw is awaited, only what is funded is decided: who wins it changes what is left for
/// everyone else.
fn funding(outcome: &OutcomeReport, id: &str) -> Funding {
    match outcome.funded.iter().any(|f| f == id) {
        true => Funding::Funded,
        false if outcome.undecided => Funding::Tied,
        false => Funding::NotFunded,
    }
}
