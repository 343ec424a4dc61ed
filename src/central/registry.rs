//! What comes from the registry: the list of people who voted on the web, and the order to forget
//! the links.
//!
//! Invariants: there is one list and one order; the list's signed part is a leaf of the board
//! before anyone can export it. The server knows of no settlement: it takes a list until the
//! purge, and a settlement that was made before the list no longer fits the board, which the
//! settlement itself says.

use super::ledger::Source;
use super::{Central, CentralError, Refusal};
use crate::batch::{Decision, Purge, WebList, WebVoters};
use crate::envelope::{Signed, cbor};
use minicbor::bytes::ByteVec;

/// What a file of registry or authority is, by what it says of itself; nothing is verified yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FromOffice {
    WebList,
    Purge,
    Decision,
}

impl FromOffice {
    /// `None` for what stations send.
    pub fn peek(bytes: &[u8]) -> Option<Self> {
        if Signed::<Purge>::peek(bytes).is_ok() {
            return Some(Self::Purge);
        }
        if Signed::<Decision>::peek(bytes).is_ok() {
            return Some(Self::Decision);
        }
        let (header, _list): (ByteVec, ByteVec) = cbor::decode(bytes).ok()?;
        Signed::<WebList>::peek(&header).ok()?;
        Some(Self::WebList)
    }
}

impl Central {
    /// Takes the list of people who voted on the web; its signed part goes on the board. The same
    /// list again has no effect, another one is refused.
    pub fn take_web_list(&self, bytes: &[u8]) -> Result<Signed<WebList>, CentralError> {
        let registry = &self.manifest().value().commission.registry;
        let web = WebVoters::open(bytes, registry)?;
        if web.header().value().fingerprint != self.manifest().digest() {
            return Err(Refusal::OtherConsultation.into());
        }
        let page = self.ledger().write()?;
        page.hold_consultation()?;
        if let Some(known) = page.web_list()? {
            return if known.header == web.header().bytes() {
                Ok(web.header().clone())
            } else {
                Err(Refusal::WebListRepeated.into())
            };
        }
        if page.purge()?.is_some() {
            return Err(Refusal::Purged.into());
        }
        page.put_web_list(web.header().bytes(), web.list())?;
        let people: Vec<_> = web.people().iter().copied().collect();
        page.put_unplaced(&Source::WebList, &[web.header().digest()], &people)?;
        page.commit()?;
        self.to_place.ring();
        Ok(web.header().clone())
    }

    /// Destroys every link that the ledger holds, and takes no presence any more. The bytes are
    /// gone from the database's files when this returns. The same order again does the same
    /// again, so that one that was interrupted can be finished.
    pub fn purge(&self, bytes: &[u8]) -> Result<Signed<Purge>, CentralError> {
        let registry = &self.manifest().value().commission.registry;
        let order: Signed<Purge> = Signed::open(bytes, registry)?;
        if order.value().fingerprint != self.manifest().digest() {
            return Err(Refusal::OtherConsultation.into());
        }
        let page = self.ledger().write()?;
        page.hold_consultation()?;
        match page.purge()? {
            Some(known) if known != order.bytes() => return Err(Refusal::PurgeRepeated.into()),
            Some(_) => {}
            None => page.put_purge(order.bytes())?,
        }
        page.forget_links()?;
        page.forget_links_aside()?;
        page.commit()?;
        self.ledger().write_anew()?;
        Ok(order)
    }

    /// The order to forget the links, if the registry gave it: stations ask for it.
    pub fn purge_order(&self) -> Result<Option<Vec<u8>>, CentralError> {
        Ok(self.ledger().read()?.purge()?)
    }
}
