//! The languages of the screens.

use minicbor::{Decode, Encode};

/// A language of the screens, by its ISO 639-1 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Language {
    /// Italiano
    #[n(0)]
    It,
    /// English
    #[n(1)]
    En,
    /// Français
    #[n(2)]
    Fr,
    /// Español
    #[n(3)]
    Es,
    /// Română
    #[n(4)]
    Ro,
    /// Shqip
    #[n(5)]
    Sq,
    /// Deutsch
    #[n(6)]
    De,
}

impl Language {
    /// All languages that a consultation may name.
    pub const ALL: [Self; 7] = [
        Self::It,
        Self::En,
        Self::Fr,
        Self::Es,
        Self::Ro,
        Self::Sq,
        Self::De,
    ];

    /// `it`, `en`, ...
    pub fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Ro => "ro",
            Self::Sq => "sq",
            Self::De => "de",
        }
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::It => "Italiano",
            Self::En => "English",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::Ro => "Română",
            Self::Sq => "Shqip",
            Self::De => "Deutsch",
        }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.code() == code)
    }
}
