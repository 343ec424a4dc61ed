//! Every check up to settlement, over the ledger's export or over the public package's part of
//! it.
//!
//! Invariants: an [`Examined`] exists only if every check in [`CHECKS`] ran and held, so that
//! settlement, partials and totals cannot be asked over anything else; a failed check is on the
//! list by name, and what needs its value does not run. A new check is one line in [`CHECKS`],
//! one in `run` and one mutation test.

mod ballots;
mod board;
mod chains;
mod checklist;
mod decisions;
mod identity;
mod minutes;
mod openings;
mod paper;
mod presence;
mod sense;
mod web;

pub use chains::StationChain;
pub use checklist::{Check, Checklist};
pub(super) use checklist::{Found, require};
pub(super) use minutes::sum as sum_of_minutes;
pub use paper::PaperTotals;
pub use presence::{Visit, visits};
pub use web::Web;

use crate::ballot::{BallotForm, SealedBallot};
use crate::batch::Export;
use crate::board::Checkpoint;
use crate::consultation::{Manifest, StationId};
use crate::envelope::{Digest, Signed};
use crate::tally::TallyError;
use std::collections::BTreeMap;

/// The checks up to settlement, in the order in which they run.
pub const CHECKS: [&str; 23] = [
    "manifest",
    "fingerprint",
    "tally_key",
    "certificates",
    "rotations",
    "headers",
    "chains",
    "bodies",
    "minutes",
    "closings",
    "counts",
    "paper",
    "links",
    "ballots",
    "proofs",
    "openings",
    "copies",
    "web_list",
    "decisions",
    "checkpoint",
    "root",
    "leaves",
    "seen",
];

/// An export of which every check held.
#[derive(Debug)]
pub struct Examined {
    /// The consultation.
    pub manifest: Signed<Manifest>,
    /// The form of its ballots.
    pub form: BallotForm,
    /// What each station sent.
    pub chains: Vec<StationChain>,
    /// Every certified station, and the area in which it stands.
    pub stations: BTreeMap<StationId, Option<String>>,
    /// All ballots that were cast, or sealed from paper.
    pub ballots: Vec<SealedBallot>,
    /// The ballots that were opened instead.
    pub opened: Vec<SealedBallot>,
    /// What stations counted on paper.
    pub paper: BTreeMap<StationId, PaperTotals>,
    /// The people who voted on the web, if there is a list.
    pub web: Option<Web>,
    /// The board.
    pub checkpoint: Checkpoint,
    /// The board's last checkpoint, as a signed note.
    pub checkpoint_text: String,
}

/// Runs every check over an export. `progress` hears the name of each as it begins.
pub fn examine(
    export: &Export,
    expected: Option<Digest>,
    progress: &mut dyn FnMut(&'static str),
) -> (Vec<Check>, Option<Examined>) {
    let mut list = Checklist::new(progress);
    let examined = run(export, expected, &mut list);
    let complete = list.complete(&CHECKS);
    (list.into_checks(), examined.filter(|_| complete))
}

/// Runs every check over an export file; the error names the first that does not hold.
pub fn examine_file(
    bytes: &[u8],
    progress: &mut dyn FnMut(&'static str),
) -> Result<Examined, TallyError> {
    let export = Export::from_zip(bytes)?;
    let mut list = Checklist::new(progress);
    let examined = run(&export, None, &mut list);
    let complete = list.complete(&CHECKS);
    let failure = list.failure();
    examined.filter(|_| complete).ok_or(failure)
}

/// Runs the checks onto a list; stops at the first that does not hold.
pub(super) fn run(
    export: &Export,
    expected: Option<Digest>,
    list: &mut Checklist<'_>,
) -> Option<Examined> {
    let manifest = list.check("manifest", || identity::manifest(export))?;
    list.check("fingerprint", || identity::fingerprint(&manifest, expected))?;
    let form = list.check("tally_key", || identity::tally_key(&manifest))?;
    let certificates = list.check("certificates", || identity::certificates(export, &manifest))?;
    let rotations = list.check("rotations", || identity::rotations(export, &certificates))?;
    let headers = list.check("headers", || chains::headers(export, &rotations))?;
    let chains = list.check("chains", || chains::chains(&rotations, headers))?;
    let chains = list.check("bodies", || chains::bodies(export, chains))?;
    list.check("minutes", || minutes::minutes(&chains))?;
    list.check("closings", || minutes::closings(&chains))?;
    list.check("counts", || minutes::counts(&chains))?;
    let minimum = u64::from(manifest.value().consultation.count.minimum_ballots);
    let paper = list.check("paper", || paper::paper(&form, minimum, &chains))?;
    list.check("links", || presence::links(&chains))?;
    let ballots = list.check("ballots", || ballots::read(&form, &chains))?;
    list.check("proofs", || ballots::proofs(&form, &ballots))?;
    let opened = list.check("openings", || {
        openings::openings(&form, &rotations, &chains)
    })?;
    list.check("copies", || ballots::copies(&ballots, &opened))?;
    let web = list.check("web_list", || web::web_list(export, &manifest))?;
    let decided = list.check("decisions", || {
        decisions::decisions(export, &manifest, &certificates)
    })?;
    let checkpoint = list.check("checkpoint", || board::checkpoint(export, &manifest))?;
    list.check("root", || board::same_root(export, &checkpoint))?;
    list.check("leaves", || {
        let web = web.as_ref().map(|w| (w.list, "the list of web voters"));
        let others = web.into_iter().chain(decided);
        board::leaves(
            export,
            &certificates,
            &rotations,
            &[&ballots, &opened],
            others,
        )
    })?;
    list.check("seen", || board::seen(export, &manifest, &chains))?;
    Some(Examined {
        manifest,
        form,
        chains,
        stations: certificates
            .iter()
            .map(|c| (c.value().station.clone(), c.value().area.clone()))
            .collect(),
        ballots,
        opened,
        paper,
        web,
        checkpoint,
        checkpoint_text: export.checkpoint.clone(),
    })
}
