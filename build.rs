//! Compresses the list of places of birth: the repository keeps text, the programs a quarter of it.

use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::{Error, Result, Write};
use std::path::Path;

const PLACES: &str = "src/identity/place/places.csv";

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed={PLACES}");
    let folder = std::env::var_os("OUT_DIR").ok_or_else(|| Error::other("no OUT_DIR"))?;
    let text = std::fs::read_to_string(PLACES)?;
    let mut deflated = DeflateEncoder::new(Vec::new(), Compression::best());
    // Without the attribution and the names of the columns.
    for line in text.lines().skip(2) {
        writeln!(deflated, "{line}")?;
    }
    std::fs::write(
        Path::new(&folder).join("places.deflate"),
        deflated.finish()?,
    )
}
