//! Why lines are not a machine-readable zone.

/// The first field that fails, in the order in which the fields stand in the zone; then the
/// composite check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum MrzError {
    /// Neither three lines of 30 characters nor two of 36 or 44.
    #[error("a machine-readable zone has three lines of 30 characters, or two of 36 or 44")]
    Format,
    /// Not a code of identity cards or passports; visas are not accepted.
    #[error("the document code is not one of an identity card or a passport")]
    Document,
    /// Not one to three letters.
    #[error("the issuing state is not one to three letters")]
    Issuer,
    /// A character that cannot be there, or the check digit does not agree.
    #[error("the document number does not agree with its check digit")]
    Number,
    /// Not letters.
    #[error("the surname is not of letters alone")]
    Surname,
    /// Not letters.
    #[error("the given names are not of letters alone")]
    GivenNames,
    /// Not one to three letters.
    #[error("the nationality is not one to three letters")]
    Nationality,
    /// No such date, or the check digit does not agree.
    #[error("the date of birth does not exist or does not agree with its check digit")]
    BirthDate,
    /// Neither M nor F nor a filler.
    #[error("the sex is neither M nor F nor left open")]
    Sex,
    /// No such date, or the check digit does not agree.
    #[error("the date of expiry does not exist or does not agree with its check digit")]
    ExpiryDate,
    /// A character that cannot be there, or the check digit does not agree.
    #[error("the optional data do not agree with their check digit")]
    Optional,
    /// The last check digit does not agree with all that it covers.
    #[error("the last check digit does not agree with the whole")]
    Composite,
}

impl MrzError {
    /// The word used in JSON and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Document => "document",
            Self::Issuer => "issuer",
            Self::Number => "number",
            Self::Surname => "surname",
            Self::GivenNames => "given_names",
            Self::Nationality => "nationality",
            Self::BirthDate => "birth_date",
            Self::Sex => "sex",
            Self::ExpiryDate => "expiry_date",
            Self::Optional => "optional",
            Self::Composite => "composite",
        }
    }
}
