//! A zip with one canonical form: the same files always give the same bytes, and only those
//! bytes are accepted, so that no flipped bit of the container goes unseen.

use super::ExportError;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Files by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Archive(pub BTreeMap<String, Vec<u8>>);

impl Archive {
    /// The canonical zip: files in the order of their names, stored, dated 1980.
    pub fn to_zip(&self) -> Result<Vec<u8>, ExportError> {
        let broken = |e: zip::result::ZipError| ExportError::Archive(e.to_string());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        for (name, bytes) in &self.0 {
            zip.start_file(name.as_str(), options).map_err(broken)?;
            zip.write_all(bytes)
                .map_err(|e| ExportError::Archive(e.to_string()))?;
        }
        Ok(zip.finish().map_err(broken)?.into_inner())
    }

    /// Reads a zip that must be in the canonical form.
    pub fn from_zip(bytes: &[u8]) -> Result<Self, ExportError> {
        let broken = |e: String| ExportError::Archive(e);
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
        let mut files = BTreeMap::new();
        // Nothing stored is longer than the zip itself, all files together: entries that share
        // their bytes would otherwise fill any memory.
        let mut left = bytes.len() as u64;
        for i in 0..zip.len() {
            let mut file = zip.by_index(i).map_err(|e| broken(e.to_string()))?;
            let size = file.size();
            left = left.checked_sub(size).ok_or(ExportError::NotCanonical)?;
            let mut content = Vec::new();
            file.by_ref()
                .take(size)
                .read_to_end(&mut content)
                .map_err(|e| broken(e.to_string()))?;
            let name = file.name().map_err(|e| broken(e.to_string()))?.into_owned();
            files.insert(name, content);
        }
        let archive = Self(files);
        if archive.to_zip()? == bytes {
            Ok(archive)
        } else {
            Err(ExportError::NotCanonical)
        }
    }

    /// The names of the files in a folder.
    pub fn names_under(&self, folder: &str) -> Vec<String> {
        let names = self.0.keys().filter(|n| n.starts_with(folder));
        names.cloned().collect()
    }

    /// Adds a file.
    pub fn put(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.into(), bytes.into());
    }

    /// A file that must be there.
    pub fn get(&self, name: &str) -> Result<&[u8], ExportError> {
        self.0
            .get(name)
            .map(Vec::as_slice)
            .ok_or_else(|| ExportError::Missing(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Entries that share their bytes: a small file that would fill a large memory.
    #[test]
    fn entries_that_overlap_are_refused_before_they_are_read() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file("a", options).unwrap();
        zip.write_all(&vec![7; 1 << 20]).unwrap();
        let whole = zip.finish().unwrap().into_inner();
        let at = |signature: &[u8]| whole.windows(4).rposition(|w| w == signature).unwrap();
        let (directory, end) = (at(b"PK\x01\x02"), at(b"PK\x05\x06"));
        let entries = 40_000u16;
        let mut bomb = whole[..directory].to_vec();
        for i in 0..entries {
            let mut entry = whole[directory..end].to_vec();
            entry[28] = 5; // length of the name
            entry.splice(46..47, format!("{i:05}").into_bytes());
            bomb.extend(entry);
        }
        let length = u32::try_from(bomb.len() - directory).unwrap();
        let mut tail = whole[end..].to_vec();
        tail[8..10].copy_from_slice(&entries.to_le_bytes());
        tail[10..12].copy_from_slice(&entries.to_le_bytes());
        tail[12..16].copy_from_slice(&length.to_le_bytes());
        bomb.extend(tail);
        // It is a zip, and all its entries can be read: 40 GB of them.
        assert_eq!(ZipArchive::new(Cursor::new(&bomb)).unwrap().len(), 40_000);
        assert_eq!(Archive::from_zip(&bomb), Err(ExportError::NotCanonical));
    }

    #[test]
    fn comes_back_and_every_flipped_bit_is_seen() {
        let mut a = Archive::default();
        a.put("manifest.cose", *b"uno");
        a.put("board/leaves", *b"due");
        let zip = a.to_zip().unwrap();
        assert_eq!(Archive::from_zip(&zip), Ok(a.clone()));
        for i in 0..zip.len() * 8 {
            let mut b = zip.clone();
            b[i / 8] ^= 1 << (i % 8);
            // A flip in the content that also escapes the checksum would be another archive.
            assert_ne!(Archive::from_zip(&b), Ok(a.clone()), "bit {i}");
        }
    }
}
