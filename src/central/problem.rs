//! Errors over HTTP: RFC 9457 problem documents.

use super::Refusal;
use serde::{Deserialize, Serialize};

/// Before a refusal's name in a problem's `type`.
const REFUSAL: &str = "urn:seggio:refusal:";

/// Media type of problem documents.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// A problem document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// `urn:seggio:refusal:NAME` for a refusal, `about:blank` for what the status says.
    #[serde(rename = "type")]
    pub kind: String,
    /// The same for every problem of the type.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// This occurrence; never a person.
    #[serde(default)]
    pub detail: String,
}

impl Problem {
    /// A refusal. 4xx: the same bytes will be refused again.
    pub fn refused(refusal: &Refusal) -> Self {
        Self {
            kind: format!("{REFUSAL}{}", refusal.name()),
            title: "Refused".to_owned(),
            status: status(refusal),
            detail: refusal.to_string(),
        }
    }

    /// Nothing is here, or not by this method.
    pub fn of_status(status: u16, title: &str) -> Self {
        Self {
            kind: "about:blank".to_owned(),
            title: title.to_owned(),
            status,
            detail: String::new(),
        }
    }

    /// The server's own trouble: the sender keeps what it has and tries again.
    pub fn unavailable() -> Self {
        Self {
            detail: "The ledger cannot be used now. Nothing was decided; send it again.".to_owned(),
            ..Self::of_status(503, "Service Unavailable")
        }
    }

    /// The refusal's name, if the problem is one. Whoever answers may write anything there, and
    /// the name goes into a station's journal: it is 1 to 40 of `a-z` and `-`, or no name.
    pub fn refusal(&self) -> Option<&str> {
        let plain = |n: &&str| {
            (1..=40).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        };
        self.kind.strip_prefix(REFUSAL).filter(plain)
    }

    /// What happened, as far as a line of a terminal can show it.
    pub fn plain_detail(&self) -> String {
        let plain = self.detail.chars().filter(|c| !c.is_control());
        plain.take(300).collect()
    }
}

fn status(refusal: &Refusal) -> u16 {
    match refusal {
        Refusal::Malformed(_) | Refusal::NotCanonical => 400,
        Refusal::BadSignature => 403,
        Refusal::UnknownStation(_) => 404,
        Refusal::Clone(_)
        | Refusal::Fork { .. }
        | Refusal::Gap { .. }
        | Refusal::RolledBack { .. }
        | Refusal::Quarantined
        | Refusal::Revoked
        | Refusal::Decision(_)
        | Refusal::Closed
        | Refusal::WebListRepeated
        | Refusal::PurgeRepeated
        | Refusal::Purged
        | Refusal::Checkpoint => 409,
        Refusal::TooLarge { .. } => 413,
        Refusal::OtherConsultation
        | Refusal::OtherStation
        | Refusal::Body
        | Refusal::Rows
        | Refusal::Ballot { .. }
        | Refusal::Opening { .. }
        | Refusal::RepeatedTracker { .. }
        | Refusal::RepeatedNonce { .. }
        | Refusal::RepeatedPoint { .. }
        | Refusal::Area { .. }
        | Refusal::PresenceRepeated { .. } => 422,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_impostor_writes_is_neither_kept_nor_shown_as_it_is() {
        let good = Problem::refused(&Refusal::Closed);
        assert_eq!(good.refusal(), Some("closed"));
        assert_eq!(good.plain_detail(), good.detail);
        for name in ["", "Rossi Maria RSSMRA80A01B812B", "a\nb", &"a".repeat(41)] {
            let kind = format!("{REFUSAL}{name}");
            let bad = Problem {
                kind,
                ..good.clone()
            };
            assert_eq!(bad.refusal(), None, "{name}");
        }
        let detail = "\x1b[2Jsent\r\n".to_owned() + &"x".repeat(1000);
        let bad = Problem { detail, ..good };
        assert!(bad.plain_detail().starts_with("[2Jsentx"));
        assert_eq!(bad.plain_detail().len(), 300);
    }
}
