//! Identity documents: kinds, and what the law says of each.

use minicbor::{Decode, Encode};

/// Kinds of identity document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum DocumentKind {
    /// Carta d'identità elettronica.
    #[n(0)]
    ElectronicIdCard,
    /// Carta d'identità cartacea; not valid from 3 August 2026.
    #[n(1)]
    PaperIdCard,
    /// Passport.
    #[n(2)]
    Passport,
    /// Driving licence.
    #[n(3)]
    DrivingLicence,
    /// Permesso di soggiorno.
    #[n(4)]
    ResidencePermit,
    /// Another document of DPR 445/2000 art. 35(2): nautical licence, pension book, boiler
    /// licence, gun licence, state-issued card with photograph and stamp.
    #[n(5)]
    Equivalent,
    /// Identity card of another state.
    #[n(6)]
    ForeignIdCard,
    /// Passport of another state.
    #[n(7)]
    ForeignPassport,
}

impl DocumentKind {
    /// All kinds, in the order in which screens list them.
    pub const ALL: [Self; 8] = [
        Self::ElectronicIdCard,
        Self::PaperIdCard,
        Self::Passport,
        Self::DrivingLicence,
        Self::ResidencePermit,
        Self::Equivalent,
        Self::ForeignIdCard,
        Self::ForeignPassport,
    ];

    /// The word used in configuration files and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::ElectronicIdCard => "electronic-id-card",
            Self::PaperIdCard => "paper-id-card",
            Self::Passport => "passport",
            Self::DrivingLicence => "driving-licence",
            Self::ResidencePermit => "residence-permit",
            Self::Equivalent => "equivalent",
            Self::ForeignIdCard => "foreign-id-card",
            Self::ForeignPassport => "foreign-passport",
        }
    }
}
