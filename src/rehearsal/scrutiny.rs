//! The count, from the ledger to the verified package, as the offices do it one after the other:
//! export, settlement, partials, totals, outcome, package, verifier.

use super::{Offices, RehearsalError};
use crate::central::{Ledger, export_when_placed};
use crate::tally::{
    OutcomeReport, Report, Share, Totals, examine_file, give, outcome, publish, settle, settlement,
    totals, verify,
};
use std::time::{Duration, Instant};

/// What the offices are doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountStep {
    /// Checks the export and leaves out what duplicates require.
    Settling,
    /// The trustees open the totals.
    Decrypting,
    /// Anyone checks the package.
    Verifying,
}

/// The count of a rehearsal.
#[derive(Debug)]
pub struct Counted {
    /// Ballots that the settlement left out.
    pub removed: u64,
    /// Ballots that count.
    pub counted: u64,
    /// What they say.
    pub totals: Totals,
    /// What is funded, where there is money.
    pub outcome: Option<OutcomeReport>,
    /// The public package.
    pub package: Vec<u8>,
    /// What the verifier says of it, who knows nothing but the fingerprint.
    pub report: Report,
    /// How long all of it took before the verifier came.
    pub tallying: Duration,
    /// How long the verifier took.
    pub verifying: Duration,
}

impl Offices {
    /// Counts what the server has received. The ballots must all be there and every station closed
    /// for good: the verifier names what is missing.
    pub fn count(&self, step: &mut dyn FnMut(CountStep)) -> Result<Counted, RehearsalError> {
        let started = Instant::now();
        step(CountStep::Settling);
        let export = export_when_placed(&Ledger::open_existing(&self.dir.join("centrale.db"))?)?;
        let zip = export.to_zip()?;
        std::fs::write(self.dir.join("export.zip"), &zip)?;
        let examined = examine_file(&zip, &mut |_| {})?;
        let keys = self.kit.settlement_keys(&self.kit_passphrase)?;
        let signed = settle(&examined, &keys)?.signed;
        std::fs::write(self.dir.join("settlement.cose"), signed.bytes())?;
        let settled = settlement::open(&examined, signed.bytes())?;

        step(CountStep::Decrypting);
        let mut partials = Vec::new();
        let needed = usize::from(self.trustees.threshold);
        for (file, passphrase) in self.shares.iter().take(needed) {
            let share = Share::unlock(passphrase, &std::fs::read(file)?)?;
            partials.push(give(&share, file, &settled)?.bytes().to_vec());
        }
        let totals = totals(&settled, &partials)?;
        let outcome = outcome(self.consultation(), &totals, None)?;
        let package = publish(&export, &settled, &partials, None)?;
        let tallying = started.elapsed();

        step(CountStep::Verifying);
        let started = Instant::now();
        let report = verify(&package, Some(self.manifest().digest()), &mut |_| {});
        Ok(Counted {
            removed: settled.settlement().removed.len() as u64,
            counted: settled.settlement().counted,
            totals,
            outcome,
            package,
            report,
            tallying,
            verifying: started.elapsed(),
        })
    }
}
