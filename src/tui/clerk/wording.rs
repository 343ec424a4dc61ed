//! From the station's types to keys and values; the screens make words of them.

use super::Trouble;
use crate::identity::DocumentKind;
use crate::station::{
    Elsewhere, OpeningRefused, Refusal, SecondRefused, StationError, UnlockError,
};
use crate::tui::facts::{Exception, Notice, Value};
use crate::tui::work::Done;

/// The key for something that should not happen.
pub(super) fn failure(error: &StationError) -> &'static str {
    match error {
        _ if error.is_disk_full() => "failure-disk-full",
        StationError::DayNotOpen
        | StationError::NotAdmitted
        | StationError::PresidentOnly
        | StationError::SecondNeeded => "failure-state",
        StationError::InUse => "failure-in-use",
        StationError::Store(_) | StationError::Io(_) | StationError::Damaged(_) => "failure-store",
        _ => "failure-unexpected",
    }
}

/// Why a person may not vote, and where that is another thing, with a president who may decide otherwise.
pub(super) fn refusal(
    refusal: &Refusal,
    kind: Option<DocumentKind>,
    exception: Exception,
) -> Notice {
    match refusal {
        Refusal::TooYoung {
            min_age,
            reference_date,
        } => Notice::plain("refusal-too-young")
            .with("min_age", Value::Number(u64::from(*min_age)))
            .with("reference_date", Value::Date(*reference_date)),
        Refusal::BirthMismatch => Notice::plain("refusal-birth-mismatch"),
        Refusal::DocumentNotAccepted => {
            let notice = Notice::plain("refusal-document-not-accepted");
            match kind {
                Some(kind) => notice.with("kind", Value::Document(kind)),
                None => notice,
            }
        }
        Refusal::DocumentEnded => Notice::plain("refusal-document-ended"),
        Refusal::DocumentExpired { expiry } => {
            Notice::plain("refusal-document-expired").with("expiry", Value::Date(*expiry))
        }
        Refusal::ComputedCode => Notice::plain("refusal-computed-code"),
        Refusal::HealthCard => Notice::plain("refusal-health-card"),
        Refusal::AlreadyVotedHere => Notice::plain("refusal-already-voted-here"),
        Refusal::VotedElsewhere => Notice::plain("refusal-voted-elsewhere"),
        Refusal::VotedOnWeb => Notice::plain("refusal-voted-on-web"),
        Refusal::ClaimedElsewhere => Notice::plain("refusal-claimed-elsewhere"),
        Refusal::NoServer if exception == Exception::Never => Notice::plain("refusal-no-server"),
        Refusal::NoServer => Notice::plain("refusal-no-server-president"),
        Refusal::NotOnRoll => Notice::plain("refusal-not-on-roll"),
        Refusal::Waiting { from } => {
            Notice::plain("refusal-waiting").with("date", Value::Date(*from))
        }
        Refusal::ReasonNotAccepted => Notice::plain("refusal-reason-not-accepted"),
        Refusal::AreaUnknown => Notice::plain("refusal-area-unknown"),
    }
}

/// What is to be said to who is admitted.
pub(super) fn notes(elsewhere: Elsewhere) -> Vec<Notice> {
    let web = elsewhere.web.then_some("operator-verdict-web-vote");
    let unclaimed = elsewhere
        .unclaimed
        .then_some("operator-verdict-not-claimed");
    web.into_iter()
        .chain(unclaimed)
        .map(Notice::plain)
        .collect()
}

/// Why a day was not opened.
pub(super) fn opening(refused: &OpeningRefused) -> Notice {
    match refused {
        OpeningRefused::OutsidePhase { from, to } => Notice::plain("refusal-outside-phase")
            .with("from", Value::Date(*from))
            .with("to", Value::Date(*to)),
        OpeningRefused::NoPhase => Notice::plain("failure-state"),
        OpeningRefused::ClosedForGood => Notice::plain("opening-finished"),
        OpeningRefused::ClosedToday => Notice::plain("opening-already-closed-today"),
        OpeningRefused::ReasonNeeded => Notice::plain("operator-opening-reason-needed"),
        OpeningRefused::SecondNeeded => Notice::plain("operator-opening-second-needed"),
    }
}

/// Why an operator does not count as the second.
pub(super) fn second(refused: SecondRefused) -> Result<Done, Trouble> {
    let (key, wait_seconds) = match refused {
        SecondRefused::NotNow => return Err(Trouble::State("not now")),
        SecondRefused::SameOperator => ("operator-paper-second-same", 0),
        SecondRefused::Unlock(error) => match error {
            UnlockError::Wrong { wait_seconds } => ("operator-unlock-refused", wait_seconds),
            UnlockError::Wait { seconds } => ("operator-unlock-too-early", seconds),
            UnlockError::NoSuchOperator => ("operator-unlock-refused", 0),
            UnlockError::Station(error) => return Err(error.into()),
        },
    };
    let why = Notice::plain(key);
    Ok(Done::SecondRefused { why, wait_seconds })
}
