//! What is voted on, by whom, when and by which method; the manifest that fixes it, and the
//! certificates of the stations.
//!
//! Invariants: a [`Consultation`] is only built by [`load`](fn@load) from a file in which
//! everything was stated and nothing contradicts; a [`Manifest`] is only trusted signed, and its
//! SHA-256 is the fingerprint to which everything else is bound.

mod hour;
mod load;
mod manifest;
mod minute;
mod model;

pub use hour::Hour;
pub use load::{ConfigError, ConfigErrors, load, parse};
pub use manifest::{
    Certificate, Commission, Manifest, Mode, Rotation, ServerKeys, TallyKey, TrusteePublic,
};
pub use minute::Minute;
pub use model::{
    Area, Budget, Cents, Channel, Choosable, Consultation, CountPolicy, DeskPolicy, DocumentPolicy,
    Duplicates, Eligibility, Limits, Method, NextDoesNotFit, OnlinePolicy, Order, Outcome,
    Overridable, Partition, Phase, Question, Reason, StationId, StationKind, Text, Ties,
    WhenOffline, Within, ZeroVotes,
};
