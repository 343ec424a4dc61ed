//! What the server does with what stations send.
//!
//! A batch is looked at three times: against the ledger as it stands, which answers what was sent
//! before; by itself, with all its proofs, while others can use the ledger; and against the ledger
//! again, on the page on which it is written. Its leaves get their places afterwards, from the
//! sequencer.

use super::bell::Bell;
use super::ledger::{Page, Source, Standing, StationRow};
use super::quarantine::suspect_clone;
use super::{
    Address, CentralError, Introduction, Ledger, LedgerError, Links, Refusal, ServerSecrets,
    contents, copies, metrics,
};
use crate::ballot::{BallotForm, SealedBallot};
use crate::batch::{Batch, BatchKind, ChainError, Receipt, Rows};
use crate::board::{self, Checkpoint, checkpoint};
use crate::consultation::{Certificate, Manifest, Rotation};
use crate::envelope::{Digest, PublicKey, SecretBytes, Signed};
use crate::identity::Pseudonym;
use data_encoding::HEXLOWER;

/// The server of one consultation: its keys, and its ledger.
#[derive(Debug)]
pub struct Central {
    manifest: Signed<Manifest>,
    form: BallotForm,
    pub(super) secrets: ServerSecrets,
    ledger: Ledger,
    /// Names this process where processes share a database.
    pub(super) process: String,
    /// Rings when something waits for a place on the board.
    pub(super) to_place: Bell,
    /// Where its pages lead.
    pub(super) links: Links,
}

impl Central {
    /// Opens the server's ledger, or makes it. The keys must be the manifest's.
    pub fn open(
        manifest: Signed<Manifest>,
        secrets: ServerSecrets,
        database: impl Into<Address>,
    ) -> Result<Self, LedgerError> {
        let setup = |e: &dyn std::fmt::Display| LedgerError::Setup(e.to_string());
        if !secrets.belong_to(&manifest.value().server) {
            return Err(setup(&super::KeysError::OtherKeys));
        }
        let form = BallotForm::of(&manifest).map_err(|e| setup(&e))?;
        let origin = &manifest.value().server.board_origin;
        let empty = checkpoint::sign(&secrets.board, origin, &Checkpoint::of(&[]))
            .map_err(|e| setup(&e))?;
        let ledger = Ledger::open(&database.into(), &manifest)?;
        let page = ledger.write()?;
        page.hold_consultation()?;
        if page.checkpoint()?.is_none() {
            page.put_checkpoint(&empty)?;
        }
        page.commit()?;
        Ok(Self {
            manifest,
            form,
            secrets,
            ledger,
            process: HEXLOWER.encode(SecretBytes::random().expose()),
            to_place: Bell::default(),
            links: Links::default(),
        })
    }

    /// With addresses for its pages.
    #[must_use]
    pub fn with_links(self, links: Links) -> Self {
        Self { links, ..self }
    }

    /// The consultation.
    pub fn manifest(&self) -> &Signed<Manifest> {
        &self.manifest
    }

    /// The board's last signed checkpoint.
    pub fn checkpoint(&self) -> Result<String, LedgerError> {
        signed_board(&self.ledger.read()?)
    }

    /// Gets to know a station. Certificate and rotation go on the board, in this order. A second
    /// rotation of one bundle puts both chains aside until the office decides. One that was revoked
    /// before it came is known as that.
    pub fn introduce(&self, introduction: &Introduction) -> Result<(), CentralError> {
        let (certificate, rotation) = self.open_introduction(introduction)?;
        let station = &certificate.value().station;
        let page = self.ledger.write()?;
        if page.put_station(station, certificate.bytes(), &rotation)? {
            // Whoever revokes a station that is not known holds the consultation.
            page.hold_consultation()?;
            if page.is_revoked(station)? {
                page.stands(station, Standing::Revoked)?;
            }
            let leaves = [certificate.digest(), rotation.digest()];
            page.put_unplaced(&Source::Introduction(station), &leaves, &[])?;
            page.commit()?;
            self.to_place.ring();
            return Ok(());
        }
        let known = page.station_to_move(station)?;
        let known = known.ok_or_else(|| Refusal::UnknownStation(station.clone()))?;
        if known.certificate == certificate.bytes() && known.rotation == rotation.bytes() {
            return Ok(());
        }
        suspect_clone(&page, &known, introduction)?;
        page.commit()?;
        Err(Refusal::Clone(station.clone()).into())
    }

    /// Certificate and rotation, if they are what they must be.
    pub(super) fn open_introduction(
        &self,
        introduction: &Introduction,
    ) -> Result<(Signed<Certificate>, Signed<Rotation>), Refusal> {
        let authority = &self.manifest.value().commission.authority;
        let certificate: Signed<Certificate> = Signed::open(&introduction.certificate, authority)?;
        let c = certificate.value();
        let rotation: Signed<Rotation> = Signed::open(&introduction.rotation, &c.bundle_key)?;
        let fingerprint = self.fingerprint();
        if c.fingerprint != fingerprint || rotation.value().fingerprint != fingerprint {
            return Err(Refusal::OtherConsultation);
        }
        if rotation.value().station != c.station {
            return Err(Refusal::OtherStation);
        }
        Ok((certificate, rotation))
    }

    /// Takes a batch; the receipt is given when it is on disk. What has its receipt is not in the
    /// inbox.
    pub fn receive(&self, bytes: &[u8]) -> Result<Signed<Receipt>, CentralError> {
        let (batch, station) = match self.look_at(bytes)? {
            Seen::Before(receipt) => {
                let digest = Digest::of(bytes);
                if self.ledger.read()?.is_waiting(digest)? {
                    let page = self.ledger.write()?;
                    page.done_waiting(digest)?;
                    page.commit()?;
                }
                return Ok(receipt);
            }
            Seen::New(batch, station) => (batch, station),
        };
        let taken = self
            .prove(&batch, &station)
            .and_then(|ballots| self.keep(&batch, &ballots, Digest::of(bytes)));
        self.noting(&batch, bytes, taken)
    }

    /// What can be said of a batch without its proofs: whether it was sent before, whether its
    /// signature is its station's, and whether it comes next.
    pub(super) fn look_at(&self, bytes: &[u8]) -> Result<Seen, CentralError> {
        let station = Batch::peek_station(bytes)?;
        let page = self.ledger.read()?;
        let known = page.station(&station)?;
        let known = known.ok_or(Refusal::UnknownStation(station))?;
        let batch = match open(bytes, &known.rotation()?.station_key) {
            Ok(batch) => batch,
            Err(why) => {
                drop(page);
                return Err(self.of_another_chain(&known, bytes, why)?);
            }
        };
        let sent_before = self.sent_before(&page, &batch, &known);
        drop(page);
        Ok(match self.noting(&batch, bytes, sent_before)? {
            Some(receipt) => Seen::Before(receipt),
            None => Seen::New(Box::new(batch), Box::new(known)),
        })
    }

    /// What a batch says by itself: its ballots, each proven, none a copy.
    fn prove(
        &self,
        batch: &Batch,
        station: &StationRow,
    ) -> Result<Vec<SealedBallot>, CentralError> {
        contents::people(&self.manifest.value().consultation, batch)?;
        let ballots = contents::read(&self.form, batch, &station.rotation()?.station_key)?;
        if !ballots.is_empty() {
            let page = self.ledger.read()?;
            let row = page.station(&station.station)?;
            let row = row.ok_or_else(|| Refusal::UnknownStation(station.station.clone()))?;
            // Another sender of this batch may have been quicker: its ballots are no copies, and it
            // is not kept again.
            if self.sent_before(&page, batch, &row)?.is_some() {
                return Ok(ballots);
            }
            copies::of_earlier(&page, &ballots)?;
        }
        contents::prove(&self.form, batch, &ballots)?;
        Ok(ballots)
    }

    /// Writes a batch that is good by itself, if it still is the next of its chain; what waited under
    /// this digest waits no more.
    fn keep(
        &self,
        batch: &Batch,
        ballots: &[SealedBallot],
        waiting: Digest,
    ) -> Result<Signed<Receipt>, CentralError> {
        let h = batch.header().value();
        let page = self.ledger.write()?;
        let row = page.station_to_move(&h.station)?;
        let row = row.ok_or_else(|| Refusal::UnknownStation(h.station.clone()))?;
        page.before_the_purge()?;
        if let Some(receipt) = self.sent_before(&page, batch, &row)? {
            page.done_waiting(waiting)?;
            page.commit()?;
            return Ok(receipt);
        }
        if !page.put_ballots(ballots, h.sequence)? {
            // Which one it is, the ledger as it was before says.
            drop(page);
            copies::of_earlier(&self.ledger.read()?, ballots)?;
            return Err(LedgerError::Damaged("ballots known to nobody".to_owned()).into());
        }
        let mut people: Vec<Pseudonym> = Vec::new();
        if let Rows::Presence(rows) = &batch.body().rows {
            if !page.put_presence(&h.station, rows, h.sequence)? {
                drop(page);
                let page = self.ledger.read()?;
                for (index, row) in rows.iter().enumerate() {
                    if page.knows_presence(&h.station, row)? {
                        return Err(Refusal::PresenceRepeated { index }.into());
                    }
                }
                return Err(LedgerError::Damaged("people known to nobody".to_owned()).into());
            }
            people.extend(rows.iter().map(|row| row.pseudonym));
        }
        let trackers: Vec<Digest> = ballots.iter().map(|b| b.tracker().0).collect();
        page.put_unplaced(&Source::Batch(&h.station, h.sequence), &trackers, &people)?;
        let receipt = self.secrets.receipt.sign(Receipt {
            fingerprint: h.fingerprint,
            station: h.station.clone(),
            sequence: h.sequence,
            header: batch.header().digest(),
            checkpoint: signed_board(&page)?,
        });
        let mut chain = row.chain(self.fingerprint());
        chain.follow(batch.header())?;
        let closed = matches!(&batch.body().rows, Rows::Minutes(m) if m.last);
        page.put_batch(batch, &receipt)?;
        page.move_on(&chain, self.board_seen(batch)?.max(row.seen), closed)?;
        // Last: whoever gives a sign for what is in the inbox waits for nothing longer than a commit.
        page.done_waiting(waiting)?;
        page.commit()?;
        self.to_place.ring();
        metrics::accepted(h.kind, h.count);
        Ok(receipt)
    }

    /// The receipt, if a batch was sent before; else it is the next of its chain, or refused.
    fn sent_before(
        &self,
        page: &Page<'_>,
        batch: &Batch,
        row: &StationRow,
    ) -> Result<Option<Signed<Receipt>>, CentralError> {
        let h = batch.header().value();
        if h.fingerprint != self.fingerprint() {
            return Err(Refusal::OtherConsultation.into());
        }
        if h.sequence < row.next
            && let Some((digest, receipt)) = page.receipt(&h.station, h.sequence)?
            && digest == batch.header().digest()
        {
            let key = self.secrets.receipt_key();
            let receipt = Signed::open(&receipt, &key).map_err(LedgerError::from)?;
            return Ok(Some(receipt));
        }
        match row.standing {
            Standing::Good => {}
            Standing::Quarantined => return Err(Refusal::Quarantined.into()),
            Standing::Revoked => return Err(Refusal::Revoked.into()),
        }
        if row.closed && h.sequence >= row.next {
            return Err(Refusal::Closed.into());
        }
        let seen = self.check_seen(page, batch)?;
        match row.chain(self.fingerprint()).follow(batch.header()) {
            Err(e @ ChainError::Gap { .. }) => return Err(e.into()),
            // It has forgotten what it knew: an old copy of its store was put back.
            _ if seen < row.seen => {
                let sequence = h.sequence;
                return Err(Refusal::RolledBack { sequence }.into());
            }
            followed => followed?,
        }
        if h.kind == BatchKind::Presence && page.purge()?.is_some() {
            return Err(Refusal::Purged.into());
        }
        Ok(None)
    }

    /// Leaves of the board that a batch says its station has seen; 0 for none.
    fn board_seen(&self, batch: &Batch) -> Result<u64, Refusal> {
        Ok(self.checkpoint_seen(batch)?.map_or(0, |seen| seen.size))
    }

    fn checkpoint_seen(&self, batch: &Batch) -> Result<Option<Checkpoint>, Refusal> {
        let Some(note) = &batch.header().value().checkpoint else {
            return Ok(None);
        };
        let origin = &self.manifest.value().server.board_origin;
        let seen = checkpoint::open(note, origin, &self.secrets.board_key());
        seen.map(Some).map_err(|_| Refusal::Checkpoint)
    }

    /// A checkpoint that a station has seen must be one of this board: if it is not, the server
    /// has lost part of its ledger, and must not go on as if nothing had happened.
    fn check_seen(&self, page: &Page<'_>, batch: &Batch) -> Result<u64, CentralError> {
        let Some(seen) = self.checkpoint_seen(batch)? else {
            return Ok(0);
        };
        if seen.size <= page.board_size()?
            && board::root_of(seen.size, page).map_err(LedgerError::from)? == seen.root
        {
            Ok(seen.size)
        } else {
            Err(Refusal::Checkpoint.into())
        }
    }

    pub(super) fn fingerprint(&self) -> Digest {
        self.manifest.digest()
    }

    /// The ledger.
    pub(super) fn ledger(&self) -> &Ledger {
        &self.ledger
    }
}

/// What is known of a batch before its proofs are checked.
pub(super) enum Seen {
    /// It was sent before.
    Before(Signed<Receipt>),
    /// It comes next, of this station.
    New(Box<Batch>, Box<StationRow>),
}

/// Opens a batch under a station's key. No chain gets as far as databases cannot count.
pub(super) fn open(bytes: &[u8], key: &PublicKey) -> Result<Batch, Refusal> {
    let batch = Batch::open(bytes, key)?;
    let sequence = batch.header().value().sequence;
    if i64::try_from(sequence).is_err() {
        return Err(Refusal::Malformed(format!("sequence {sequence}")));
    }
    Ok(batch)
}

/// The board's last checkpoint.
pub(super) fn signed_board(page: &Page<'_>) -> Result<String, LedgerError> {
    let note = page.checkpoint()?;
    note.ok_or_else(|| LedgerError::Damaged("no checkpoint".to_owned()))
}
