//! Sticks: which are there, and whether one is still the same.
//!
//! Invariant: a folder is a stick only while something is mounted on it. What is left of a stick that
//! was pulled out is an empty folder on the laptop's own disk: nothing is ever written there.

use crate::tui::facts::Stick;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// Where systems put them.
const ROOTS: [&str; 3] = ["/media", "/run/media", "/mnt"];

/// A folder that stands for a stick, mounted or not: for stations that have another place for it.
const NAMED: &str = "SEGGIO_STICK";

/// Where to look.
#[derive(Debug, Clone)]
pub struct Places {
    /// A folder that is a stick by its name alone.
    pub named: Option<PathBuf>,
    /// Folders under which sticks are mounted, or below a folder of their user.
    pub roots: Vec<PathBuf>,
}

impl Places {
    /// Those of this machine.
    pub fn of_this_machine() -> Self {
        Self {
            named: std::env::var_os(NAMED).map(PathBuf::from),
            roots: ROOTS.map(PathBuf::from).to_vec(),
        }
    }

    /// The sticks that are there, by name.
    pub(super) fn sticks(&self) -> Vec<Stick> {
        self.mounted(is_mounted)
    }

    fn mounted(&self, is_mounted: impl Fn(&Path) -> bool) -> Vec<Stick> {
        let named = self.named.iter().filter(|n| n.is_dir()).cloned();
        let mut folders: Vec<PathBuf> = named.collect();
        for root in &self.roots {
            let below = folders_in(root);
            let deeper = below.iter().flat_map(|b| folders_in(b));
            let all = std::iter::once(root.clone()).chain(below.clone());
            folders.extend(all.chain(deeper).filter(|f| is_mounted(f)));
        }
        let mut seen = Vec::new();
        folders.retain(|f| {
            let new = !seen.contains(f);
            seen.push(f.clone());
            new
        });
        folders
            .into_iter()
            .map(|folder| Stick {
                name: name(&folder),
                folder,
            })
            .collect()
    }
}

/// What is printed of a folder's name: no escape sequence of a stranger's stick.
fn name(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or(folder.as_os_str());
    let printable = |c: char| if c.is_control() { '?' } else { c };
    name.to_string_lossy().chars().map(printable).collect()
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir() && !path.is_symlink())
        .collect();
    folders.sort();
    folders
}

fn is_mounted(folder: &Path) -> bool {
    let parent = folder.parent().map(device);
    match (device(folder), parent) {
        (Ok(own), Some(Ok(above))) => own != above,
        _ => false,
    }
}

/// Which device a folder is on; an error if it is gone, or is none.
pub(super) fn device(folder: &Path) -> io::Result<u64> {
    let found = fs::metadata(folder)?;
    if found.is_dir() {
        Ok(found.dev())
    } else {
        Err(io::ErrorKind::NotADirectory.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_mounted_is_a_stick() {
        let root = tempfile::tempdir().unwrap();
        for folder in ["anna/ROSSA", "anna/left-behind", "BLU", "bruno"] {
            fs::create_dir_all(root.path().join(folder)).unwrap();
        }
        let places = Places {
            named: None,
            roots: vec![root.path().to_owned(), PathBuf::from("/nowhere/at/all")],
        };
        let found = places.mounted(|f| f.ends_with("ROSSA") || f.ends_with("BLU"));
        let names: Vec<&str> = found.iter().map(|s| s.name.as_str()).collect();
        assert_eq!(names, ["BLU", "ROSSA"]);
        assert_eq!(found[1].folder, root.path().join("anna/ROSSA"));
        // Here nothing is mounted.
        assert_eq!(places.sticks(), []);
    }

    #[test]
    fn a_named_folder_is_one_while_it_is_there() {
        let dir = tempfile::tempdir().unwrap();
        let named = dir.path().join("chiave\u{1b}[2J");
        let places = Places {
            named: Some(named.clone()),
            roots: Vec::new(),
        };
        assert_eq!(places.sticks(), []);
        fs::create_dir(&named).unwrap();
        let sticks = places.sticks();
        assert_eq!(sticks.len(), 1);
        assert_eq!(sticks[0].name, "chiave?[2J");
    }

    #[test]
    fn a_folder_that_is_gone_has_no_device() {
        let dir = tempfile::tempdir().unwrap();
        assert!(device(dir.path()).is_ok());
        assert!(device(&dir.path().join("gone")).is_err());
    }
}
