//! The station's record of events, as a hash chain.
//!
//! Invariant: an entry never holds a choice, a name, a pseudonym or a tracker; its time is an
//! hour. Operators stand in it by the number of their slot. Each entry's digest covers the one before, so that none can be taken out unseen: the
//! head is in the signed minutes.

use super::{Override, Station, StationError};
use crate::consultation::Hour;
use crate::envelope::{Digest, cbor};
use minicbor::{Decode, Encode};
use rusqlite::{Connection, OptionalExtension};

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// The station was made from its bundle.
    #[n(0)]
    Made,
    /// A day was opened.
    #[n(1)]
    Opened {
        /// Day of the station, from 1.
        #[n(0)]
        day: u32,
        /// Slot of the operator who opened it.
        #[n(1)]
        by: u32,
        /// Slot of the second operator, where the consultation asks for two.
        #[n(2)]
        with: Option<u32>,
    },
    /// A person was admitted.
    #[n(2)]
    Admitted,
    /// A person who had been left behind was taken up again.
    #[n(3)]
    Resumed,
    /// A person was refused.
    #[n(4)]
    Refused {
        /// The reason's name.
        #[n(0)]
        reason: String,
    },
    /// A city user, or an attested residence, was registered.
    #[n(5)]
    Registered,
    /// The screen was handed to a voter.
    #[n(6)]
    HandedOver,
    /// A ballot was cast.
    #[n(7)]
    Cast,
    /// A voter gave the screen back without casting.
    #[n(8)]
    LeftBehind,
    /// A vote was cut short, by a crash, the plug or a terminal that went away; its admission is
    /// unspent.
    #[n(9)]
    Interrupted,
    /// An admission was voided.
    #[n(10)]
    Voided {
        /// The reason's name.
        #[n(0)]
        reason: String,
    },
    /// The day was closed.
    #[n(11)]
    Closed {
        /// Day of the station.
        #[n(0)]
        day: u32,
        /// Slot of the operator who closed it.
        #[n(1)]
        by: u32,
        /// Slot of the second operator, where the consultation asks for two. Those who counted the
        /// box of paper are two in any case.
        #[n(2)]
        with: Option<u32>,
    },
    /// An operator was added.
    #[n(12)]
    OperatorAdded {
        /// Their slot.
        #[n(0)]
        slot: u32,
    },
    /// An operator was removed.
    #[n(13)]
    OperatorRemoved {
        /// Their slot.
        #[n(0)]
        slot: u32,
    },
    /// A batch was refused by the server.
    #[n(14)]
    BatchRefused {
        /// The batch.
        #[n(0)]
        sequence: u64,
        /// The reason's name.
        #[n(1)]
        reason: String,
    },
    /// The code of who was just admitted or registered was computed, and not shown.
    #[n(15)]
    CodeComputed,
    /// A president overrode a refusal of who was just admitted or registered, or helped.
    #[n(16)]
    Overridden {
        /// The refusal's name.
        #[n(0)]
        refusal: String,
        /// The reason's name.
        #[n(1)]
        reason: String,
    },
    /// A voter is helped at the screen.
    #[n(17)]
    Assisted {
        /// `staff` or `companion`.
        #[n(0)]
        by: String,
        /// The reason's name.
        #[n(1)]
        reason: String,
    },
    /// A companion may not help a voter. Nobody was turned away: it is no refusal of the minutes.
    #[n(18)]
    CompanionRefused {
        /// The reason's name.
        #[n(0)]
        reason: String,
    },
    /// A voter opened a sealed ballot instead of casting it.
    #[n(19)]
    BallotOpened,
    /// A paper ballot was handed out.
    #[n(20)]
    PaperIssued,
    /// Two operators agreed on the box of paper.
    #[n(21)]
    PaperCounted {
        /// Numbers or slips in which their entries differed at first.
        #[n(0)]
        differed: u64,
    },
    /// The links were destroyed by the registry's order.
    #[n(22)]
    Purged,
    /// An operator unlocked the station.
    #[n(23)]
    Unlocked {
        /// Their slot.
        #[n(0)]
        slot: u32,
    },
    /// The station was locked: whatever comes after it was not cut short.
    #[n(24)]
    Locked,
    /// The president opened the day just opened, although one had been closed on the same date.
    #[n(25)]
    Reopened {
        /// The reason's name.
        #[n(0)]
        reason: String,
    },
    /// Two counts of the box of paper, which differed or were agreed on, were given up; another
    /// begins from nothing.
    #[n(26)]
    PaperGivenUp {
        /// Numbers or slips in which the entries differed.
        #[n(0)]
        differed: u64,
    },
    /// The list of who voted elsewhere is whole again.
    #[n(27)]
    VotedElsewhere {
        /// People who are new on it.
        #[n(0)]
        count: u64,
    },
    /// Who was just admitted could not be claimed: the server did not answer.
    #[n(28)]
    NotClaimed,
    /// The server showed a board that does not fit the one that the station knows.
    #[n(29)]
    BoardAlarm {
        /// `not-continued` or `not-included`.
        #[n(0)]
        reason: String,
    },
}

impl Event {
    pub(super) fn overridden(lifted: Override) -> Self {
        Self::Overridden {
            refusal: lifted.refusal.word().to_owned(),
            reason: lifted.reason.word().to_owned(),
        }
    }
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct JournalEntry {
    /// From 0.
    #[n(0)]
    pub sequence: u64,
    /// When, to the hour.
    #[n(1)]
    pub hour: Hour,
    /// What.
    #[n(2)]
    pub event: Event,
    /// Digest of the entry before; zeros for the first.
    #[n(3)]
    pub previous: Digest,
}

fn digest(entry: &[u8]) -> Digest {
    Digest::of_parts("seggio/journal/1", &[entry])
}

/// Where the chain stands: the next sequence and the last digest.
pub(super) fn head(db: &Connection) -> Result<(u64, Digest), StationError> {
    let mut query =
        db.prepare("SELECT sequence, digest FROM journal ORDER BY sequence DESC LIMIT 1")?;
    let mut rows = query.query([])?;
    let Some(row) = rows.next()? else {
        return Ok((0, Digest([0; 32])));
    };
    Ok((row.get::<_, u64>(0)? + 1, Digest(row.get(1)?)))
}

/// What happened last.
pub(super) fn last(db: &Connection) -> Result<Option<Event>, StationError> {
    let query = "SELECT entry FROM journal ORDER BY sequence DESC LIMIT 1";
    let entry: Option<Vec<u8>> = db.query_row(query, [], |r| r.get(0)).optional()?;
    let entry = entry.map(|bytes| cbor::decode::<JournalEntry>(&bytes));
    Ok(entry.transpose()?.map(|entry| entry.event))
}

/// Appends an event inside the caller's transaction.
pub(super) fn append(db: &Connection, hour: Hour, event: &Event) -> Result<(), StationError> {
    let (sequence, previous) = head(db)?;
    let entry = cbor::encode(&JournalEntry {
        sequence,
        hour,
        event: event.clone(),
        previous,
    });
    db.execute(
        "INSERT INTO journal(sequence, entry, digest) VALUES (?1, ?2, ?3)",
        (sequence, &entry, &digest(&entry).0[..]),
    )?;
    Ok(())
}

impl Station {
    /// The whole journal, its chain verified.
    pub fn journal(&self) -> Result<Vec<JournalEntry>, StationError> {
        let mut query = self
            .db
            .prepare("SELECT entry, digest FROM journal ORDER BY sequence")?;
        let rows = query.query_map([], |r| Ok((r.get::<_, Vec<u8>>(0)?, r.get(1)?)))?;
        let mut previous = Digest([0; 32]);
        let mut entries = Vec::new();
        for row in rows {
            let (bytes, kept) = row?;
            let entry: JournalEntry = cbor::decode(&bytes)?;
            let fits = entry.previous == previous
                && entry.sequence == entries.len() as u64
                && Digest(kept) == digest(&bytes);
            if !fits {
                return Err(StationError::Damaged("the journal's chain is broken"));
            }
            previous = digest(&bytes);
            entries.push(entry);
        }
        Ok(entries)
    }
}
