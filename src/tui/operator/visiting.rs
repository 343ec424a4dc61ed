//! What the desk knows of the person at it, handed from screen to screen until the visit ends.
//!
//! Invariant: it is shown on the operator's screens and, to the person alone, before they
//! confirm what is recorded; the voter's screens have no room for it.

use crate::identity::{
    CodiceFiscale, Difference, Document, DocumentKind, DocumentNumber, Mrz, Names, Sex, Shown,
    Validity, age_on, place,
};
use crate::station::Assistance;
use crate::tui::clock::day;
use crate::tui::facts::Standing;
use crate::tui::words::Look;
use crate::tui::work::Visit;
use chrono::{Datelike, Months, NaiveDate};

/// Who is younger may be a hundred years older: the ages of [`CodiceFiscale::birth_on`].
const YOUNGEST: u32 = 16;

/// The person at the desk.
#[derive(Clone)]
pub struct Visiting {
    /// The code.
    pub code: CodiceFiscale,
    /// Whether it was computed here, because the card was left at home.
    pub computed: bool,
    /// What the station knows of it, once it has said so.
    pub standing: Option<Standing>,
    /// The document, once it was looked at.
    pub document: Option<Document>,
    /// Whether the document's data come from its zone.
    pub by_machine: bool,
    /// The kind of document that was refused as expired: it is not accepted by one key.
    pub expired: Option<DocumentKind>,
    /// What was read or typed, to be compared with the code.
    pub shown: Shown,
    /// The help that the person asked for.
    pub help: Option<Help>,
}

/// Help at the voter's screen, before the person has confirmed it.
#[derive(Clone)]
pub struct Help {
    /// Whose, and why.
    pub assistance: Assistance,
    /// Why the president lifts the limit of people for each companion.
    pub exception: Option<crate::station::OverrideReason>,
}

impl Visiting {
    /// A person of whom only the code is known.
    pub fn new(code: CodiceFiscale) -> Self {
        Self {
            code,
            computed: false,
            standing: None,
            document: None,
            by_machine: false,
            expired: None,
            shown: Shown::default(),
            help: None,
        }
    }

    /// Takes over a machine-readable zone; false if such a document identifies nobody here.
    pub fn read_zone(&mut self, zone: &Mrz) -> bool {
        let Some(document) = document(zone) else {
            return false;
        };
        self.shown = shown(zone);
        self.document = Some(document);
        self.by_machine = true;
        true
    }

    /// Whether the document's birth must be copied with its century: a zone has two digits of the
    /// year, like the code, and reads somebody of a hundred as a child.
    pub fn century_is_open(&self, today: NaiveDate) -> bool {
        let Some(document) = self.document.as_ref().filter(|_| self.by_machine) else {
            return false;
        };
        let birth = document.birth_date;
        let earlier = birth.checked_sub_months(Months::new(1200));
        age_on(birth, today) < YOUNGEST && earlier.is_some_and(|e| e.day() == birth.day())
    }

    /// Another document for the same person: nothing of the one before is left but that it had
    /// expired, and the names from which the code was computed.
    #[must_use]
    pub fn without_document(&self, expired: bool) -> Self {
        let before = self.document.as_ref().filter(|_| expired);
        Self {
            document: None,
            by_machine: false,
            expired: before.map(|d| d.kind).or(self.expired),
            shown: if self.computed {
                self.shown.clone()
            } else {
                Shown::default()
            },
            ..self.clone()
        }
    }

    /// The visit, once there is a document.
    pub fn visit(&self) -> Option<Visit> {
        self.document.clone().map(|document| Visit {
            code: self.code.clone(),
            computed: self.computed,
            document,
        })
    }

    /// What the code says, in one line: birth, age, sex and place.
    pub fn decoded(&self, look: &Look, today: NaiveDate) -> String {
        let Some(birth) = self.code.birth_on(today) else {
            return look.text("operator-person-undecoded");
        };
        let place = self.code.place_code().map_or_else(String::new, |code| {
            match place::named_on(code, Some(birth)) {
                Some(place) if code.is_abroad() => place.name.to_owned(),
                Some(place) => format!("{} ({})", place.name, place.province),
                None => code.to_string(),
            }
        });
        if self.code.birth_must_be_asked(today)
            && let Some(later) = birth.checked_add_months(Months::new(1200))
        {
            let values = [("one", day(birth).into()), ("other", day(later).into())];
            return look.say("operator-person-either", &values);
        }
        let age = age_on(birth, today);
        let sex = self.code.sex().map_or("M", |s| match s {
            Sex::Female => "F",
            Sex::Male => "M",
        });
        look.say(
            "operator-person-decoded",
            &[
                ("birth", day(birth).into()),
                ("age", age.into()),
                ("sex", sex.into()),
                ("place", place.into()),
            ],
        )
    }

    /// Warnings that never refuse: of the code, of the document, and where the two differ.
    pub fn warnings(&self, look: &Look, today: NaiveDate) -> Vec<String> {
        let mut all = Vec::new();
        if self.computed {
            all.push(look.text("warning-computed"));
        }
        if self.code.has_omocodia() {
            all.push(look.text("warning-omocodia"));
        }
        let of_code = self.code.warnings(today);
        all.extend(of_code.map(|w| look.text(&key("warning-", w.word()))));
        all.extend(self.differences().iter().map(|d| difference(look, *d)));
        if let Some(document) = &self.document {
            let of_document = document.warnings(today).into_iter();
            all.extend(of_document.map(|w| look.text(&key("warning-", w.word()))));
        }
        all
    }

    /// Where what was read or typed differs from the code.
    pub fn differences(&self) -> Vec<Difference> {
        self.code.compare(&self.shown)
    }
}

/// A difference between code and document, in words.
pub fn difference(look: &Look, difference: Difference) -> String {
    look.text(&key("difference-of-", difference.word()))
}

fn key(family: &str, word: &str) -> String {
    format!("{family}{}", word.replace('_', "-"))
}

/// What a zone says of its holder.
pub fn shown(zone: &Mrz) -> Shown {
    Shown {
        names: Names::parse(&zone.surname, &zone.given_names).ok(),
        truncated: zone.truncated,
        birth: Some(zone.birth_date),
        sex: zone.sex.specified(),
    }
}

/// The document that a zone belongs to; `None` if it is none that identifies.
pub fn document(zone: &Mrz) -> Option<Document> {
    Some(Document {
        kind: zone.kind()?,
        // Where the printed number has a hyphen, a zone has a filler.
        number: DocumentNumber::parse(&zone.number.replace('<', "-")).ok(),
        birth_date: zone.birth_date,
        validity: Validity::Until(zone.expiry_at_desk()),
    })
}
