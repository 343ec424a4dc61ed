//! What stations do that are always online.

use super::fields::Fields;
use super::report::Report;
use super::scalars::{word, yes_no};
use crate::consultation::{OnlinePolicy, WhenOffline};

pub(super) fn online(mut f: Fields<'_>, report: &mut Report) -> Option<OnlinePolicy> {
    let claims = f.get("claims", report, yes_no);
    let words = [
        ("continue", WhenOffline::Continue),
        ("stop", WhenOffline::Stop),
    ];
    // Being offline is only something to decide about where people are claimed.
    let online = match &claims {
        Some(claims) if claims.value => {
            f.get("when_offline", report, word(words))
                .map(|when| OnlinePolicy {
                    claims: Some(when.value),
                })
        }
        Some(_) => Some(OnlinePolicy { claims: None }),
        None => {
            f.optional("when_offline");
            None
        }
    };
    f.finish(report);
    online
}
