//! The types of a consultation. Plain data, encoded into the manifest as CBOR arrays.

use crate::envelope::cbor::date;
use crate::i18n::Language;
use crate::identity::DocumentKind;
use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use std::fmt;

/// Money, in integer cents of euro.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Encode, Decode)]
#[cbor(transparent)]
pub struct Cents(#[n(0)] pub u64);

impl Cents {
    /// Euro as a decimal string with two digits: `10000.00`.
    pub fn decimal(self) -> String {
        format!("{}.{:02}", self.0 / 100, self.0 % 100)
    }

    /// Reads `10000`, `10000.5` or `10000.00`; `None` for a sign, more than two decimals or
    /// anything that is not an amount.
    pub fn parse(text: &str) -> Option<Self> {
        let (euro, cents) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(euro) || !digits(cents) || cents.len() > 2 {
            return None;
        }
        let cents: u64 = format!("{cents:0<2}").parse().ok()?;
        euro.parse::<u64>()
            .ok()?
            .checked_mul(100)?
            .checked_add(cents)
            .map(Self)
    }
}

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
        self.0
            .iter()
            .find(|(l, _)| *l == language)
            .or_else(|| self.0.first())
            .map_or("", |(_, t)| t.as_str())
    }
}

/// A part of the territory: a comune or a quartiere.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Area {
    /// The code: Belfiore code of a comune (`B812`), or a slug for a quartiere.
    #[n(0)]
    pub id: String,
    /// Its name.
    #[n(1)]
    pub name: String,
}

/// What gives a non-resident the right to vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Reason {
    /// Works in the territory.
    #[n(0)]
    Work,
    /// Studies in the territory.
    #[n(1)]
    Study,
    /// Volunteers in the territory.
    #[n(2)]
    Volunteering,
    /// Has a domicile in the territory.
    #[n(3)]
    Domicile,
}

impl Reason {
    /// All reasons, in the order in which screens list them.
    pub const ALL: [Self; 4] = [Self::Work, Self::Study, Self::Volunteering, Self::Domicile];

    /// The word used in configuration files, open data and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Study => "study",
            Self::Volunteering => "volunteering",
            Self::Domicile => "domicile",
        }
    }
}

/// Who may vote.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Eligibility {
    /// Completed years of age needed on `reference_date`.
    #[n(0)]
    pub min_age: u32,
    /// The day on which age counts, whatever the day of the vote.
    #[cbor(n(1), with = "date")]
    pub reference_date: NaiveDate,
    /// Reasons that admit a non-resident; empty: residents only.
    #[n(2)]
    pub city_user_reasons: Vec<Reason>,
    /// Whether a person who is missing from the roll may attest residence at the desk.
    #[n(3)]
    pub attested_residence: bool,
}

/// Kinds of station, each with its phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum StationKind {
    /// A volunteers' table, in a square or at a market.
    #[n(0)]
    Banchetto,
    /// A desk of assisted voting, in a library or town hall.
    #[n(1)]
    Assisted,
    /// A station at an assembly.
    #[n(2)]
    Assembly,
}

impl StationKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Banchetto, Self::Assisted, Self::Assembly];

    /// The word used in files and on command lines.
    pub fn word(self) -> &'static str {
        match self {
            Self::Banchetto => "banchetto",
            Self::Assisted => "assisted",
            Self::Assembly => "assembly",
        }
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.word() == word)
    }
}

/// When stations of one kind take votes. Both days are included.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Phase {
    /// The kind of station.
    #[n(0)]
    pub kind: StationKind,
    /// First day.
    #[cbor(n(1), with = "date")]
    pub from: NaiveDate,
    /// Last day.
    #[cbor(n(2), with = "date")]
    pub to: NaiveDate,
    /// Calendar days between a city user's registration at such a station and the vote.
    #[n(3)]
    pub waiting_days: u32,
}

/// Which documents the desk accepts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct DocumentPolicy {
    /// Accepted kinds.
    #[n(0)]
    pub accepted: Vec<DocumentKind>,
    /// Whether a document past its expiry still identifies.
    #[n(1)]
    pub expired_accepted: bool,
}

/// What can be chosen: a project, a priority, a position.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Choosable {
    /// Short stable name, unique in its question.
    #[n(0)]
    pub id: String,
    /// Title.
    #[n(1)]
    pub title: Text,
    /// One or two plain sentences.
    #[n(2)]
    pub summary: Text,
    /// What it costs, where money is involved.
    #[n(3)]
    pub cost: Option<Cents>,
    /// Whether it is made up for demonstration.
    #[n(4)]
    pub illustrative: bool,
}

/// How a question is answered. See `ballot` for the equations of each.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Method {
    /// From `min` to `max` options.
    #[n(0)]
    Approval {
        /// Least number of options of a non-blank answer, at least 1.
        #[n(0)]
        min: u32,
        /// Greatest number of options.
        #[n(1)]
        max: u32,
    },
}

/// One question of the consultation.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Question {
    /// Short stable name, unique in the consultation.
    #[n(0)]
    pub id: String,
    /// What is asked.
    #[n(1)]
    pub title: Text,
    /// How it is answered.
    #[n(2)]
    pub method: Method,
    /// Whether a blank answer is possible.
    #[n(3)]
    pub blank_allowed: bool,
    /// What can be chosen, in the order of the screen.
    #[n(4)]
    pub options: Vec<Choosable>,
}

impl Question {
    /// The option with this id.
    pub fn option(&self, id: &str) -> Option<&Choosable> {
        self.options.iter().find(|o| o.id == id)
    }
}

/// Which vote counts between an in-person and a web vote of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Channel {
    /// The vote at a station counts.
    #[n(0)]
    InPerson,
    /// The web vote counts.
    #[n(1)]
    Web,
}

/// Which vote counts among several of one person inside a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Within {
    /// The first by hour; equal hours by lot.
    #[n(0)]
    First,
    /// None of them.
    #[n(1)]
    None,
}

/// The declared policy for people who voted more than once.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Duplicates {
    /// Between channels.
    #[n(0)]
    pub channel: Channel,
    /// Inside a channel.
    #[n(1)]
    pub within: Within,
}

/// When the next most voted project does not fit into what is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum NextDoesNotFit {
    /// Try the following ones.
    #[n(0)]
    Skip,
    /// Fund no more.
    #[n(1)]
    Stop,
}

/// What happens to projects that nobody voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum ZeroVotes {
    /// Funded if money is left.
    #[n(0)]
    Fund,
    /// Never funded.
    #[n(1)]
    Skip,
}

/// How equal votes are put in order.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Ties {
    /// By lot from a public draw that happens after the signed settlement.
    #[n(0)]
    Lot {
        /// Which draw, in words: `Lotto, ruota di Milano, 2022-10-22`.
        #[n(0)]
        draw: String,
    },
    /// Ascending by option id as text.
    #[n(1)]
    ById,
}

/// Money to be given to the most voted options of one question.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Budget {
    /// The question whose options are funded.
    #[n(0)]
    pub question: String,
    /// The whole sum.
    #[n(1)]
    pub total: Cents,
    /// Least cost of a project.
    #[n(2)]
    pub cost_min: Cents,
    /// Greatest cost of a project.
    #[n(3)]
    pub cost_max: Cents,
}

/// From totals to funded projects. Every choice is explicit.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Outcome {
    /// When the next project does not fit.
    #[n(0)]
    pub next_does_not_fit: NextDoesNotFit,
    /// Projects without votes.
    #[n(1)]
    pub zero_votes: ZeroVotes,
    /// Votes a project needs to be funded at all.
    #[n(2)]
    pub minimum_votes: u64,
    /// Equal votes.
    #[n(3)]
    pub ties: Ties,
}

/// Limits of the stations.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Limits {
    /// Ballots that must be there before a batch of ballots leaves during a phase.
    #[n(0)]
    pub batch_min: u32,
    /// Seconds without a key before the voter is asked whether they are still there.
    #[n(1)]
    pub idle_seconds: u32,
    /// Wrong PINs before the operator's passphrase is needed.
    #[n(2)]
    pub pin_tries: u32,
}

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
    /// From totals to funded projects.
    #[n(10)]
    pub outcome: Outcome,
    /// People who voted more than once.
    #[n(11)]
    pub duplicates: Duplicates,
    /// Limits of the stations.
    #[n(12)]
    pub limits: Limits,
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

/// The name of a station: 1 to 40 of `a-z`, `0-9` and `-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Encode)]
#[cbor(transparent)]
pub struct StationId(#[n(0)] String);

impl StationId {
    /// Checks the form of a name.
    pub fn parse(text: &str) -> Option<Self> {
        let ok = (1..=40).contains(&text.len())
            && text
                .bytes()
                .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
            && !text.starts_with('-');
        ok.then(|| Self(text.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'b, C> Decode<'b, C> for StationId {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Self::parse(d.str()?).ok_or_else(|| minicbor::decode::Error::message("not a station name"))
    }
}
