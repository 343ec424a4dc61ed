//! The count of the demonstration: export, settlement, partials of two trustees, totals, outcome,
//! package, and the verifier that knows nothing but the fingerprint.

use super::people::people;
use super::world::{THRESHOLD, TRUSTEES, World};
use crate::authority::AuthorityError;
use crate::batch::ExportError;
use crate::central::{Ledger, LedgerError, export};
use crate::consultation::Ties;
use crate::envelope::EnvelopeError;
use crate::i18n;
use crate::tally::{
    OutcomeReport, Share, TallyError, Totals, examine_file, give, outcome, publish, settle,
    settlement, totals, verify,
};
use crate::tui::clerk::Demonstration;
use crate::tui::facts::{CountResult, DemoPerson, Funding, Notice, ProjectResult};
use std::io;

/// Why the count stopped.
#[derive(Debug, thiserror::Error)]
enum CountError {
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error(transparent)]
    Tally(#[from] TallyError),
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Demonstration for World {
    fn people(&self) -> Vec<DemoPerson> {
        people().iter().map(|p| p.shown(self.language())).collect()
    }

    fn count(&mut self, step: &dyn Fn(Notice)) -> Result<CountResult, String> {
        self.count_all(step).map_err(|e| e.to_string())
    }
}

impl World {
    fn count_all(&self, step: &dyn Fn(Notice)) -> Result<CountResult, CountError> {
        step(Notice::plain("step-settling"));
        let export = export(&mut Ledger::open_existing(&self.dir().join("centrale.db"))?)?;
        let zip = export.to_zip()?;
        std::fs::write(self.dir().join("export.zip"), &zip)?;
        let examined = examine_file(&zip, &mut |_| {})?;
        let keys = self.kit.settlement_keys(&self.kit_passphrase)?;
        let signed = settle(&examined, &keys)?.signed;
        std::fs::write(self.dir().join("settlement.cose"), signed.bytes())?;
        let settled = settlement::open(&examined, signed.bytes())?;

        step(Notice::plain("step-decrypting"));
        let mut partials = Vec::new();
        for (file, passphrase) in self.trustees.iter().take(usize::from(THRESHOLD)) {
            let share = Share::unlock(passphrase, &std::fs::read(file)?)?;
            partials.push(give(&share, file, &settled)?.bytes().to_vec());
        }
        let totals = totals(&settled, &partials)?;
        let outcome = outcome(&self.manifest.value().consultation, &totals, None)?;
        let package = publish(&export, &settled, &partials, None)?;
        let path = self.dir().join("package.zip");
        std::fs::write(&path, &package)?;

        step(Notice::plain("step-verifying"));
        let report = verify(&package, Some(self.manifest.digest()), &mut |_| {});
        let removed = settled.settlement().removed.len();
        let counted = settled.counted().count();
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(CountResult {
            received: number(counted + removed),
            removed: number(removed),
            counted: number(counted),
            trustees: i18n::text_with(
                self.language(),
                "demo-trustees",
                &[
                    ("k", THRESHOLD.to_string().into()),
                    ("n", TRUSTEES.to_string().into()),
                ],
            ),
            verified: report.ok,
            checks: report
                .checks
                .iter()
                .map(|c| (c.name.to_owned(), c.ok))
                .collect(),
            package_path: path.display().to_string(),
            ..self.projects(&totals, outcome.as_ref())
        })
    }

    /// The projects, most voted first, and the money.
    fn projects(&self, totals: &Totals, outcome: Option<&OutcomeReport>) -> CountResult {
        let consultation = &self.manifest.value().consultation;
        let mut result = CountResult::default();
        for question in &consultation.questions {
            let Some(of) = totals.question(&question.id) else {
                continue;
            };
            let blank = of.of(None).unwrap_or(0);
            result.blank = u32::try_from(blank).unwrap_or(u32::MAX);
            for option in &question.options {
                let funding = funding(outcome, &option.id);
                result.projects.push(ProjectResult {
                    title: option.title.clone(),
                    votes: of.of(Some(&option.id)).unwrap_or(0),
                    cost: option.cost,
                    funding,
                });
                if let Some(cost) = option.cost.filter(|_| funding == Funding::Funded) {
                    result.spent.0 += cost.0;
                }
            }
        }
        if let (true, Some(Ties::Lot { draw })) = (
            outcome.is_some_and(|o| o.undecided),
            consultation.outcome.as_ref().map(|o| &o.ties),
        ) {
            result.draw = Some(draw.clone());
        }
        result.projects.sort_by_key(|p| std::cmp::Reverse(p.votes));
        result.budget = consultation.budget.as_ref().map(|b| b.total);
        result.left.0 = result
            .budget
            .map_or(0, |b| b.0.saturating_sub(result.spent.0));
        result
    }
}

/// A tie that waits for its draw gives nobody money yet.
fn funding(outcome: Option<&OutcomeReport>, id: &str) -> Funding {
    let Some(outcome) = outcome else {
        return Funding::NotFunded;
    };
    let tied = outcome.ties.iter().flatten().any(|t| t == id);
    match outcome.funded.iter().any(|f| f == id) {
        _ if outcome.undecided && tied => Funding::Tied,
        true => Funding::Funded,
        false => Funding::NotFunded,
    }
}
