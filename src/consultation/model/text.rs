//! Texts in several languages.

use crate::i18n::Language;
use minicbor::{Decode, Encode};

/// A text in one or more languages; Italian is always there.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Text(#[n(0)] Vec<(Language, String)>);

impl Text {
    /// From an Italian text and translations; sorted by language, one text for each.
    pub fn new(
        italian: impl Into<String>,
        others: impl IntoIterator<Item = (Language, String)>,
    ) -> Self {
        let mut all = vec![(Language::It, italian.into())];
        all.extend(others.into_iter().filter(|(l, _)| *l != Language::It));
        all.sort_by_key(|(l, _)| *l);
        all.dedup_by_key(|(l, _)| *l);
        Self(all)
    }

    /// The text in `language`, or else in Italian.
    pub fn get(&self, language: Language) -> &str {
        let italian = || self.0.first().map(|(_, t)| t.as_str());
        self.exact(language).or_else(italian).unwrap_or_default()
    }

    /// The text in `language` itself; `None` where it was not translated.
    pub fn exact(&self, language: Language) -> Option<&str> {
        let own = self.0.iter().find(|(l, _)| *l == language);
        own.map(|(_, t)| t.as_str())
    }
}
