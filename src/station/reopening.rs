//! What the minutes say of a day that opened on a date on which another had closed.

use crate::batch::Minutes;
use crate::i18n::{self, Language};

/// The rows for the text of the minutes, in Italian as it is; `None` where the day opened but once.
pub fn reopening_words(minutes: &Minutes) -> Option<String> {
    let key = format!("reopening-{}", minutes.reopened?.word());
    let reason = i18n::text(Language::It, &key);
    let values = [("reason", reason.into())];
    Some(i18n::text_with(Language::It, "minutes-reopened", &values))
}
