//! The list of places inside the program: inflated and read once, at the first look.

use super::{Place, PlaceCode};
use chrono::NaiveDate;
use flate2::read::DeflateDecoder;
use std::io::Read;
use std::sync::OnceLock;

/// `code,name,province,from,to` a line, in the order of codes and then of dates.
const DEFLATED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.deflate"));

/// All periods of all places.
pub(super) struct List {
    places: Vec<Place>,
    /// Where the periods of each code begin, by its rank; one more for the end of the last.
    begins: Vec<u16>,
}

impl List {
    /// The list, read at the first call.
    pub(super) fn get() -> &'static Self {
        static LIST: OnceLock<List> = OnceLock::new();
        LIST.get_or_init(|| Self::read(inflated()))
    }

    fn read(text: &'static str) -> Self {
        let places: Vec<Place> = text.lines().filter_map(place).collect();
        let mut begins = vec![0_u16; PlaceCode::ALL + 1];
        for place in &places {
            begins[place.code.rank() + 1] += 1;
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        Self { places, begins }
    }

    pub(super) fn all(&self) -> &[Place] {
        &self.places
    }

    pub(super) fn of(&self, code: PlaceCode) -> &[Place] {
        let [begin, end] = [0, 1].map(|next| usize::from(self.begins[code.rank() + next]));
        &self.places[begin..end]
    }
}

/// Kept until the program ends: places lend out their names.
fn inflated() -> &'static str {
    let mut text = String::new();
    match DeflateDecoder::new(DEFLATED).read_to_string(&mut text) {
        Ok(_) => text.leak(),
        // What the build wrote inflates, as the tests see; no list would mean no known place.
        Err(_) => "",
    }
}

fn place(line: &'static str) -> Option<Place> {
    let mut fields = line.split(',');
    let mut field = || fields.next();
    let code = PlaceCode::parse(field()?).ok()?;
    Some(Place {
        code,
        name: field()?,
        province: field()?,
        from: day(field()?)?,
        to: day(field()?),
    })
}

/// A day as `YYYY-MM-DD`.
fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        text.get(..4)?.parse().ok()?,
        text.get(5..7)?.parse().ok()?,
        text.get(8..)?.parse().ok()?,
    )
}
