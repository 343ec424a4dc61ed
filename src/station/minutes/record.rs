//! What the minutes say, before anybody knows on what they are written.

use crate::batch::Minutes;
use crate::consultation::Hour;
use crate::envelope::Digest;
use crate::i18n::{self, Arg, Language};
use crate::station::Station;

/// One day in words and numbers.
pub(in crate::station) struct Record {
    /// The consultation.
    pub title: String,
    /// Who holds it.
    pub authority: String,
    /// Tables, digests and sentences, in their order.
    pub parts: Vec<Part>,
    /// What names the minutes in public, if the store still has their batch.
    pub digest: Option<Digest>,
}

pub(in crate::station) enum Part {
    /// What follows is about something else.
    Heading(String),
    /// Names and what they are.
    Table(Vec<Row>),
    /// The answers to a question and how often each was given.
    Totals { question: String, rows: Vec<Row> },
    /// A digest under its name.
    Digest(String, Digest),
    /// A sentence.
    Said(String),
}

pub(in crate::station) struct Row {
    pub name: String,
    pub value: String,
    /// Of the row before: `=`, `+`, or a part of it.
    pub sign: Sign,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::station) enum Sign {
    None,
    /// A part of what is above.
    Part,
    /// What is above is this...
    Equals,
    /// ... and this.
    Plus,
}

/// The text with this key, in the language of the minutes.
pub(in crate::station) fn say(key: &str) -> String {
    i18n::text(Language::It, key)
}

/// The text with this key and these numbers. As text: a count in the minutes is not to be grouped
/// or rounded by any locale.
pub(in crate::station) fn count(key: &str, n: u64) -> String {
    i18n::text_with(Language::It, key, &[("n", n.to_string().into())])
}

impl Row {
    pub fn new(sign: Sign, key: &str, value: &impl ToString) -> Self {
        Self {
            name: say(key),
            value: value.to_string(),
            sign,
        }
    }
}

impl Station {
    pub(in crate::station) fn minutes_record(&self, m: &Minutes) -> Record {
        let digest = self.minutes_digest(m).ok();
        let mut parts = vec![Part::Table(self.whose(m)), Part::Table(people(m))];
        parts.push(Part::Table(vec![Row::new(
            Sign::None,
            "minutes-refused",
            &m.counts.refused,
        )]));
        parts.push(Part::Table(vec![
            Row::new(Sign::None, "minutes-box-opening", &m.box_at_opening),
            Row::new(Sign::None, "minutes-box-closing", &m.box_at_closing),
            Row::new(Sign::None, "minutes-sent", &m.ballots_sent),
        ]));
        parts.push(Part::Digest(say("minutes-journal"), m.journal));
        let fingerprint = say("minutes-fingerprint");
        parts.push(Part::Digest(fingerprint, self.fingerprint()));
        if let Some(digest) = digest {
            parts.push(Part::Digest(say("minutes-digest"), digest));
        }
        parts.push(Part::Said(say("minutes-only-counts")));
        if m.ballots_opened > 0 {
            let opened = [("n", Arg::from(m.ballots_opened))];
            let opened = i18n::text_with(Language::It, "minutes-opened", &opened);
            parts.push(Part::Said(opened));
        }
        if let Some(reopened) = m.reopened {
            let reason = say(&format!("reopening-{}", reopened.word()));
            let values = [("reason", Arg::from(reason))];
            let said = i18n::text_with(Language::It, "minutes-reopened", &values);
            parts.push(Part::Said(said));
        }
        if let Some(paper) = &m.paper {
            parts.extend(self.paper_parts(paper));
        }
        if m.last {
            parts.push(Part::Said(say("minutes-for-good")));
        }
        Record {
            title: self.consultation().title.get(Language::It).to_owned(),
            authority: self.consultation().authority.clone(),
            parts,
            digest,
        }
    }

    fn whose(&self, m: &Minutes) -> Vec<Row> {
        let station = &self.certificate().value().station;
        vec![
            Row::new(Sign::None, "minutes-station", station),
            Row::new(Sign::None, "minutes-day", &m.day),
            Row::new(Sign::None, "minutes-opened-at", &hour(m.opened)),
            Row::new(Sign::None, "minutes-closed-at", &hour(m.closed)),
        ]
    }
}

fn people(m: &Minutes) -> Vec<Row> {
    let c = m.counts;
    vec![
        Row::new(Sign::None, "minutes-check-ins", &c.check_ins),
        Row::new(Sign::Part, "minutes-city-users", &c.city_users),
        Row::new(Sign::Part, "minutes-attested", &c.attested),
        Row::new(Sign::Part, "minutes-by-staff", &c.assisted_by_staff),
        Row::new(Sign::Part, "minutes-by-companion", &c.assisted_by_companion),
        Row::new(Sign::Equals, "minutes-cast", &c.cast),
        Row::new(Sign::Plus, "minutes-on-paper", &c.paper),
        Row::new(Sign::Plus, "minutes-void", &c.void),
        Row::new(Sign::Plus, "minutes-abandoned", &c.abandoned),
    ]
}

fn hour(h: Hour) -> String {
    let (date, text) = (h.date().format("%d/%m/%Y"), h.to_string());
    let hour: u32 = text
        .rsplit('T')
        .next()
        .and_then(|hour| hour.parse().ok())
        .unwrap_or_default();
    let values = [("date", date.to_string().into()), ("hour", hour.into())];
    i18n::text_with(Language::It, "minutes-hour", &values)
}
