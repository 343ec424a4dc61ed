//! What the server does with what stations send.
//!
//! A batch is looked at three times: against the ledger as it stands, which answers what was sent
//! before; by itself, with all its proofs, while others can use the ledger; and against the ledger
//! again, on the page on which it is written.

use super::ledger::{Page, StationRow};
use super::{
    Address, CentralError, Introduction, Ledger, LedgerError, Refusal, ServerSecrets, contents,
    copies,
};
use crate::ballot::{BallotForm, SealedBallot};
use crate::batch::{Batch, BatchKind, Receipt, Rows};
use crate::board::{self, Checkpoint, checkpoint};
use crate::consultation::{Certificate, Manifest, Rotation};
use crate::envelope::{Digest, Signed};

/// The server of one consultation: its keys, and its ledger.
#[derive(Debug)]
pub struct Central {
    manifest: Signed<Manifest>,
    form: BallotForm,
    secrets: ServerSecrets,
    ledger: Ledger,
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
        page.hold_board()?;
        if page.checkpoint()?.is_none() {
            page.put_checkpoint(&empty)?;
        }
        page.commit()?;
        Ok(Self {
            manifest,
            form,
            secrets,
            ledger,
        })
    }

    /// The consultation.
    pub fn manifest(&self) -> &Signed<Manifest> {
        &self.manifest
    }

    /// The board's last signed checkpoint.
    pub fn checkpoint(&self) -> Result<String, LedgerError> {
        let note = self.ledger.read()?.checkpoint()?;
        note.ok_or_else(|| LedgerError::Damaged("no checkpoint".to_owned()))
    }

    /// Gets to know a station. Certificate and rotation go on the board, in this order.
    pub fn introduce(&self, introduction: &Introduction) -> Result<(), CentralError> {
        let m = self.manifest.value();
        let certificate: Signed<Certificate> =
            Signed::open(&introduction.certificate, &m.commission.authority)?;
        let c = certificate.value();
        let rotation: Signed<Rotation> = Signed::open(&introduction.rotation, &c.bundle_key)?;
        let fingerprint = self.fingerprint();
        if c.fingerprint != fingerprint || rotation.value().fingerprint != fingerprint {
            return Err(Refusal::OtherConsultation.into());
        }
        if rotation.value().station != c.station {
            return Err(Refusal::OtherStation.into());
        }
        let page = self.ledger.write()?;
        if !page.put_station(&c.station, certificate.bytes(), &rotation)? {
            let known = page.station(&c.station)?;
            let same = known.is_some_and(|known| {
                known.certificate == certificate.bytes() && known.rotation == rotation.bytes()
            });
            return if same {
                Ok(())
            } else {
                Err(Refusal::Clone(c.station.clone()).into())
            };
        }
        page.hold_board()?;
        self.put_leaves(&page, &[certificate.digest(), rotation.digest()])?;
        Ok(page.commit()?)
    }

    /// Takes a batch; the receipt is given when it is on disk.
    pub fn receive(&self, bytes: &[u8]) -> Result<Signed<Receipt>, CentralError> {
        let station = Batch::peek_station(bytes)?;
        let known = self.ledger.read()?.station(&station)?;
        let known = known.ok_or(Refusal::UnknownStation(station))?;
        let station_key = known.rotation()?.station_key;
        let batch = Batch::open(bytes, &station_key)?;
        {
            let page = self.ledger.read()?;
            if let Some(receipt) = self.place(&page, &batch)?.0 {
                return Ok(receipt);
            }
            self.check_checkpoint(&page, &batch)?;
        }
        let ballots = contents::read(&self.form, &batch, &station_key)?;
        {
            let page = self.ledger.read()?;
            // Another sender of this batch may have been quicker: its ballots are no copies.
            if let Some(receipt) = self.place(&page, &batch)?.0 {
                return Ok(receipt);
            }
            copies::of_earlier(&page, &ballots)?;
        }
        contents::prove(&self.form, &batch, &ballots)?;
        self.keep(&batch, &ballots)
    }

    /// Writes a batch that is good by itself, if it still is the next of its chain.
    fn keep(
        &self,
        batch: &Batch,
        ballots: &[SealedBallot],
    ) -> Result<Signed<Receipt>, CentralError> {
        let h = batch.header().value();
        let page = self.ledger.write()?;
        page.station_to_move(&h.station)?;
        page.hold_board()?;
        let (sent_before, row) = self.place(&page, batch)?;
        if let Some(receipt) = sent_before {
            return Ok(receipt);
        }
        if !page.put_ballots(ballots, h.sequence)? {
            // Which one it is, the ledger as it was before says.
            drop(page);
            copies::of_earlier(&self.ledger.read()?, ballots)?;
            return Err(LedgerError::Damaged("ballots known to nobody".to_owned()).into());
        }
        if let Rows::Presence(rows) = &batch.body().rows
            && !page.put_presence(&h.station, rows, h.sequence)?
        {
            drop(page);
            let page = self.ledger.read()?;
            for (index, row) in rows.iter().enumerate() {
                if page.knows_presence(&h.station, row)? {
                    return Err(Refusal::PresenceRepeated { index }.into());
                }
            }
            return Err(LedgerError::Damaged("people known to nobody".to_owned()).into());
        }
        let trackers: Vec<Digest> = ballots.iter().map(|b| b.tracker().0).collect();
        let receipt = self.secrets.receipt.sign(Receipt {
            fingerprint: h.fingerprint,
            station: h.station.clone(),
            sequence: h.sequence,
            header: batch.header().digest(),
            checkpoint: self.put_leaves(&page, &trackers)?,
        });
        let mut chain = row.chain(self.fingerprint());
        chain.follow(batch.header())?;
        let closed = matches!(&batch.body().rows, Rows::Minutes(m) if m.last);
        page.put_batch(batch, &receipt, &chain, closed)?;
        page.commit()?;
        Ok(receipt)
    }

    /// Whether a batch is the next of its chain; or the receipt, if it was sent before.
    fn place(
        &self,
        page: &Page<'_>,
        batch: &Batch,
    ) -> Result<(Option<Signed<Receipt>>, StationRow), CentralError> {
        let h = batch.header().value();
        let row = page
            .station(&h.station)?
            .ok_or_else(|| Refusal::UnknownStation(h.station.clone()))?;
        if h.fingerprint == self.fingerprint() && h.sequence < row.next {
            let known = page.receipt(&h.station, h.sequence)?;
            if let Some((digest, receipt)) = known
                && digest == batch.header().digest()
            {
                let key = self.secrets.receipt_key();
                let receipt = Signed::open(&receipt, &key).map_err(LedgerError::from)?;
                return Ok((Some(receipt), row));
            }
        } else if row.closed {
            return Err(Refusal::Closed.into());
        }
        row.chain(self.fingerprint()).follow(batch.header())?;
        if h.kind == BatchKind::Presence && page.purge()?.is_some() {
            return Err(Refusal::Purged.into());
        }
        Ok((None, row))
    }

    /// A checkpoint that a station has seen must be one of this board: if it is not, the server
    /// has lost part of its ledger, and must not go on as if nothing had happened.
    fn check_checkpoint(&self, page: &Page<'_>, batch: &Batch) -> Result<(), CentralError> {
        let Some(note) = &batch.header().value().checkpoint else {
            return Ok(());
        };
        let origin = &self.manifest.value().server.board_origin;
        let seen = checkpoint::open(note, origin, &self.secrets.board_key())
            .map_err(|_| Refusal::Checkpoint)?;
        if seen.size <= page.board_size()?
            && board::root_of(seen.size, page).map_err(LedgerError::from)? == seen.root
        {
            Ok(())
        } else {
            Err(Refusal::Checkpoint.into())
        }
    }

    /// Puts leaves on the board and signs it as it then is.
    pub(super) fn put_leaves(
        &self,
        page: &Page<'_>,
        leaves: &[Digest],
    ) -> Result<String, LedgerError> {
        let board = page.put_leaves(leaves)?;
        let origin = &self.manifest.value().server.board_origin;
        let note = checkpoint::sign(&self.secrets.board, origin, &board)?;
        page.put_checkpoint(&note)?;
        Ok(note)
    }

    fn fingerprint(&self) -> Digest {
        self.manifest.digest()
    }

    /// What the server signs with.
    pub(super) fn secrets(&self) -> &ServerSecrets {
        &self.secrets
    }

    /// The ledger.
    pub(super) fn ledger(&self) -> &Ledger {
        &self.ledger
    }
}
