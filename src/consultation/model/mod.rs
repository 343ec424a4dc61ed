//! One consultation, as configured. Plain data, encoded into the manifest as CBOR arrays.

mod count;
mod desk;
mod money;
mod online;
mod outcome;
mod questions;
mod stations;
mod text;
mod voters;

pub use count::{CountPolicy, Partition};
pub use desk::{DeskPolicy, Overridable};
pub use money::Cents;
pub use online::{OnlinePolicy, WhenOffline};
pub use outcome::{Budget, Channel, Duplicates, NextDoesNotFit, Outcome, Ties, Within, ZeroVotes};
pub use questions::{Choosable, Method, Order, Question};
pub use stations::{Limits, Phase, StationId, StationKind};
pub use text::Text;
pub use voters::{Area, DocumentPolicy, Eligibility, Reason};

use crate::i18n::Language;
use minicbor::{Decode, Encode};

/// One participatory vote, as configured.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Consultation {
    /// Short name: `digitale-bene-comune-2022`.
    #[n(0)]
    pub id: String,
    /// Title on the screens.
    #[n(1)]
    pub title: Text,
    /// Who holds it: `Unione Valnure Valchero`.
    #[n(2)]
    pub authority: String,
    /// Languages of the screens; the first is the one shown first.
    #[n(3)]
    pub languages: Vec<Language>,
    /// The parts of the territory.
    #[n(4)]
    pub areas: Vec<Area>,
    /// Who may vote.
    #[n(5)]
    pub eligibility: Eligibility,
    /// When.
    #[n(6)]
    pub phases: Vec<Phase>,
    /// Documents at the desk.
    #[n(7)]
    pub documents: DocumentPolicy,
    /// What is asked.
    #[n(8)]
    pub questions: Vec<Question>,
    /// Money, where there is any.
    #[n(9)]
    pub budget: Option<Budget>,
    /// From totals to funded projects, where there is a budget.
    #[n(10)]
    pub outcome: Option<Outcome>,
    /// People who voted more than once.
    #[n(11)]
    pub duplicates: Duplicates,
    /// Limits of the stations.
    #[n(12)]
    pub limits: Limits,
    /// How the desk works.
    #[n(13)]
    pub desk: DeskPolicy,
    /// How the ballots are counted.
    #[n(14)]
    pub count: CountPolicy,
    /// Stations that are always online.
    #[n(15)]
    pub online: OnlinePolicy,
}

impl Consultation {
    /// The area with this code.
    pub fn area(&self, id: &str) -> Option<&Area> {
        self.areas.iter().find(|a| a.id == id)
    }

    /// The phase of stations of this kind.
    pub fn phase(&self, kind: StationKind) -> Option<&Phase> {
        self.phases.iter().find(|p| p.kind == kind)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|q| q.id == id)
    }
}
