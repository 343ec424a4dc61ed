//! What the registry gave, and the links that go when it says so.

use super::{LedgerError, Page};
use crate::batch::SentWebList;

impl Page<'_> {
    /// The list of web voters, if there is one.
    pub fn web_list(&self) -> Result<Option<SentWebList>, LedgerError> {
        let query = "SELECT web_header, web_list FROM consultation WHERE web_header IS NOT NULL";
        let list = self.row(query, &[])?.map(|mut r| {
            Ok(SentWebList {
                header: r.bytes()?,
                list: Some(r.bytes()?),
            })
        });
        list.transpose()
    }

    pub fn put_web_list(&self, header: &[u8], list: &[u8]) -> Result<(), LedgerError> {
        let update = "UPDATE consultation SET web_header = $1, web_list = $2";
        self.execute(update, &[header.into(), list.into()])?;
        Ok(())
    }

    /// The signed order to forget the links, if it was given.
    pub fn purge(&self) -> Result<Option<Vec<u8>>, LedgerError> {
        let row = self.row("SELECT purge FROM consultation", &[])?;
        row.map_or(Ok(None), |mut r| r.maybe_bytes())
    }

    pub fn put_purge(&self, order: &[u8]) -> Result<(), LedgerError> {
        self.execute("UPDATE consultation SET purge = $1", &[order.into()])?;
        Ok(())
    }

    /// Takes away the bodies in which links travelled. Their headers stay, and the table of who
    /// appears where, which holds no link. What waits is sent again by its stations.
    pub fn forget_links(&self) -> Result<(), LedgerError> {
        self.empty("presence_bodies")?;
        self.empty("inbox")
    }
}
