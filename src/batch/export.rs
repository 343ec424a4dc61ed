//! The ledger's export: what settlement reads, and the frame of the public package.
//!
//! ```text
//! manifest.cose
//! stations/NAME/certificate.cose
//! stations/NAME/rotation.cose
//! stations/NAME/000000.presence.header.cose     every header
//! stations/NAME/000000.presence.body.cbor       in the package: ballots and minutes only
//! board/leaves                                  32 bytes each, in order
//! board/checkpoint                              signed note
//! board/web-list.cose                           if there is one
//! board/web-list.body.cbor                      not in the package
//! board/decisions/DIGEST.cose                   of the authority, about stations
//! board/refused/DIGEST.cose                     rotations on the board that a decision refused
//! ```
//!
//! An export is only a container: whoever reads it verifies what is inside.

use super::{Archive, BatchKind};
use crate::consultation::StationId;
use crate::envelope::Digest;

/// Why an export cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// Not a zip, or cut short.
    #[error("the archive cannot be read: {0}")]
    Archive(String),
    /// A zip in another form than the one this program writes.
    #[error("the archive is not in its canonical form")]
    NotCanonical,
    /// A file is missing.
    #[error("the archive has no {0}")]
    Missing(String),
    /// A file that does not belong.
    #[error("the archive holds {}, which does not belong in it", .0.escape_debug())]
    Unknown(String),
}

/// A batch as the server received it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentBatch {
    /// Its place in the chain.
    pub sequence: u64,
    /// Its kind.
    pub kind: BatchKind,
    /// Header bytes.
    pub header: Vec<u8>,
    /// Body bytes; `None` where they are not published.
    pub body: Option<Vec<u8>>,
}

/// Everything that came from one station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StationExport {
    /// The station.
    pub station: StationId,
    /// Certificate, signed by the authority.
    pub certificate: Vec<u8>,
    /// Rotation, signed by the bundle key.
    pub rotation: Vec<u8>,
    /// Batches, by sequence.
    pub batches: Vec<SentBatch>,
}

/// The list of people who voted on the web, as the registry sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentWebList {
    /// The signed part.
    pub header: Vec<u8>,
    /// The pseudonyms; `None` where they are not published.
    pub list: Option<Vec<u8>>,
}

/// Everything that the server holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Signed manifest.
    pub manifest: Vec<u8>,
    /// Stations, by name.
    pub stations: Vec<StationExport>,
    /// Leaves of the board, in order.
    pub leaves: Vec<Digest>,
    /// The last checkpoint, as a signed note.
    pub checkpoint: String,
    /// Who voted on the web, if the registry sent a list.
    pub web_list: Option<SentWebList>,
    /// What the authority decided about stations, by digest.
    pub decisions: Vec<Vec<u8>>,
    /// Rotations that are on the board and that a decision refused, by digest.
    pub refused: Vec<Vec<u8>>,
}

const WEB_LIST: &str = "board/web-list.cose";
const WEB_LIST_BODY: &str = "board/web-list.body.cbor";
const DECISIONS: &str = "board/decisions/";
const REFUSED: &str = "board/refused/";

impl Export {
    /// Writes the export into an archive; `public` leaves out the bodies that are not published.
    pub fn into_archive(&self, archive: &mut Archive, public: bool) {
        archive.put("manifest.cose", self.manifest.clone());
        for s in &self.stations {
            let folder = format!("stations/{}", s.station);
            archive.put(format!("{folder}/certificate.cose"), s.certificate.clone());
            archive.put(format!("{folder}/rotation.cose"), s.rotation.clone());
            for b in &s.batches {
                let name = format!("{folder}/{:06}.{}", b.sequence, b.kind.word());
                archive.put(format!("{name}.header.cose"), b.header.clone());
                if let Some(body) = b.body.as_ref().filter(|_| !public || b.kind.public()) {
                    archive.put(format!("{name}.body.cbor"), body.clone());
                }
            }
        }
        let leaves: Vec<u8> = self.leaves.iter().flat_map(|l| l.0).collect();
        archive.put("board/leaves", leaves);
        archive.put("board/checkpoint", self.checkpoint.clone());
        for (folder, objects) in [(DECISIONS, &self.decisions), (REFUSED, &self.refused)] {
            for object in objects {
                let name = format!("{folder}{}.cose", Digest::of(object));
                archive.put(name, object.clone());
            }
        }
        if let Some(web) = &self.web_list {
            archive.put(WEB_LIST, web.header.clone());
            if let Some(list) = web.list.as_ref().filter(|_| !public) {
                archive.put(WEB_LIST_BODY, list.clone());
            }
        }
    }

    /// Takes the export's files out of an archive; what is left in it belongs to someone else.
    pub fn take_from(archive: &mut Archive) -> Result<Self, ExportError> {
        let mut take = |name: &str| {
            archive
                .0
                .remove(name)
                .ok_or_else(|| ExportError::Missing(name.to_owned()))
        };
        let manifest = take("manifest.cose")?;
        let leaves = take("board/leaves")?;
        let checkpoint = String::from_utf8(take("board/checkpoint")?)
            .map_err(|_| ExportError::Archive("board/checkpoint".to_owned()))?;
        let web_body = archive.0.remove(WEB_LIST_BODY);
        let web_list = match (archive.0.remove(WEB_LIST), web_body) {
            (Some(header), list) => Some(SentWebList { header, list }),
            (None, Some(_)) => return Err(ExportError::Missing(WEB_LIST.to_owned())),
            (None, None) => None,
        };
        let decisions = take_named(archive, DECISIONS)?;
        let refused = take_named(archive, REFUSED)?;
        if leaves.len() % 32 != 0 {
            return Err(ExportError::Archive("board/leaves".to_owned()));
        }
        let leaves = leaves
            .chunks_exact(32)
            .filter_map(|l| Some(Digest(l.try_into().ok()?)));
        let leaves = leaves.collect();
        let names = archive.names_under("stations/");
        let mut stations: Vec<StationExport> = Vec::new();
        for name in names {
            let unknown = || ExportError::Unknown(name.clone());
            let bytes = archive.0.remove(&name).unwrap_or_default();
            let mut parts = name.splitn(3, '/').skip(1);
            let station = parts
                .next()
                .and_then(StationId::parse)
                .ok_or_else(unknown)?;
            let file = parts.next().ok_or_else(unknown)?;
            if stations.last().is_none_or(|s| s.station != station) {
                stations.push(StationExport {
                    station,
                    certificate: Vec::new(),
                    rotation: Vec::new(),
                    batches: Vec::new(),
                });
            }
            let Some(entry) = stations.last_mut() else {
                return Err(unknown());
            };
            entry.place(file, bytes).ok_or_else(unknown)?;
        }
        for s in &mut stations {
            s.batches.sort_by_key(|b| b.sequence);
            if s.certificate.is_empty() || s.rotation.is_empty() {
                return Err(ExportError::Missing(format!("stations/{}/…", s.station)));
            }
            if let Some(b) = s.batches.iter().find(|b| b.header.is_empty()) {
                return Err(ExportError::Missing(format!(
                    "{}/{:06} header",
                    s.station, b.sequence
                )));
            }
        }
        Ok(Self {
            manifest,
            stations,
            leaves,
            checkpoint,
            web_list,
            decisions,
            refused,
        })
    }

    /// An export as a file.
    pub fn to_zip(&self) -> Result<Vec<u8>, ExportError> {
        let mut archive = Archive::default();
        self.into_archive(&mut archive, false);
        archive.to_zip()
    }

    /// Reads an export file.
    pub fn from_zip(bytes: &[u8]) -> Result<Self, ExportError> {
        let mut archive = Archive::from_zip(bytes)?;
        let export = Self::take_from(&mut archive)?;
        match archive.0.into_keys().next() {
            None => Ok(export),
            Some(name) => Err(ExportError::Unknown(name)),
        }
    }
}

/// Takes the objects of a folder, each of which is named by its digest.
fn take_named(archive: &mut Archive, folder: &str) -> Result<Vec<Vec<u8>>, ExportError> {
    let names = archive.names_under(folder).into_iter();
    let take = |name: String| {
        let object = archive.0.remove(&name).unwrap_or_default();
        if name == format!("{folder}{}.cose", Digest::of(&object)) {
            Ok(object)
        } else {
            Err(ExportError::Unknown(name))
        }
    };
    names.map(take).collect()
}

impl StationExport {
    /// Puts one file where it belongs; `None` if it belongs nowhere.
    fn place(&mut self, file: &str, bytes: Vec<u8>) -> Option<()> {
        match file {
            "certificate.cose" => self.certificate = bytes,
            "rotation.cose" => self.rotation = bytes,
            _ => {
                let mut parts = file.splitn(3, '.');
                let digits = parts.next().filter(|d| d.len() >= 6)?;
                let sequence: u64 = digits.parse().ok()?;
                if format!("{sequence:06}") != digits {
                    return None;
                }
                let kind = BatchKind::from_word(parts.next()?)?;
                let at = self.batches.iter().position(|b| b.sequence == sequence);
                let at = at.unwrap_or_else(|| {
                    let empty = SentBatch {
                        sequence,
                        kind,
                        header: Vec::new(),
                        body: None,
                    };
                    self.batches.push(empty);
                    self.batches.len() - 1
                });
                let batch = self.batches.get_mut(at).filter(|b| b.kind == kind)?;
                match parts.next()? {
                    "header.cose" => batch.header = bytes,
                    "body.cbor" => batch.body = Some(bytes),
                    _ => return None,
                }
            }
        }
        Some(())
    }
}
