//! Whether a name fits three letters of a code: as the rules say, written in another way, or cut.

use super::super::compute::{given_letters, is_vowel, surname_letters};
use crate::identity::spelling::{self, Spelling};

/// The two halves of a code's letters.
#[derive(Clone, Copy)]
pub(super) enum Half {
    Surname([u8; 3]),
    GivenNames([u8; 3]),
}

/// A name in the spellings that are derived from what is shown.
pub(super) struct Written {
    official: Option<String>,
    icao: String,
    base: String,
}

impl Written {
    pub(super) fn new(name: &str) -> Self {
        let spelled = |spelling| {
            let mut letters = String::with_capacity(name.len());
            let mut all = true;
            for c in name.chars() {
                all &= spelling::push(&mut letters, c, spelling).is_some();
            }
            (letters, all)
        };
        let (official, all) = spelled(Spelling::Official);
        Self {
            official: all.then_some(official),
            icao: spelled(Spelling::Icao).0,
            base: spelled(Spelling::Base).0,
        }
    }

    /// In the official spelling. A name with a letter that has none does not fit.
    pub(super) fn fits(&self, half: Half, cut: bool) -> bool {
        self.official
            .as_deref()
            .is_some_and(|letters| half.fits(letters, cut))
    }

    /// In another spelling: of a machine-readable zone, with base letters only, without letters
    /// that have no spelling; or if what is shown is such a spelling already.
    pub(super) fn fits_otherwise(&self, half: Half, cut: bool) -> bool {
        let fits = |letters: &str| half.fits(letters, cut);
        [&self.icao, &self.base]
            .into_iter()
            .any(|letters| fits(letters) || fits(&undone(letters)))
            || restored(&self.base).any(|letters| fits(&letters))
    }
}

/// The base letters of a name already written as in a machine-readable zone, ICAO Doc 9303 part 3,
/// section 6: Å is AA; Ä, Ö, Ü are AE, OE, UE, or UXX; Ñ is NXX.
fn undone(letters: &str) -> String {
    [
        ("AE", "A"),
        ("OE", "O"),
        ("UE", "U"),
        ("AA", "A"),
        ("UXX", "U"),
        ("NXX", "N"),
    ]
    .into_iter()
    .fold(letters.to_owned(), |letters, (long, base)| {
        letters.replace(long, base)
    })
}

/// What the name may be if one of its letters had a mark that is not shown: an O that was Ö and in
/// the code is OE, an A that was Å and in a machine-readable zone is AA.
fn restored(letters: &str) -> impl Iterator<Item = String> {
    letters.char_indices().flat_map(move |(at, letter)| {
        let added: &[char] = match letter {
            'A' => &['E', 'A'],
            'O' | 'U' => &['E'],
            _ => &[],
        };
        added.iter().map(move |added| {
            let mut restored = letters.to_owned();
            restored.insert(at + 1, *added);
            restored
        })
    })
}

impl Half {
    /// Whether letters, or, if they may be cut, letters that begin with them, give this half.
    fn fits(self, letters: &str, cut: bool) -> bool {
        match self {
            Self::Surname(three) => {
                surname_letters(letters) == three || (cut && goes_on(letters, three))
            }
            Self::GivenNames(three) => {
                given_letters(letters) == three || (cut && given_goes_on(letters, three))
            }
        }
    }
}

/// Whether more letters can make a surname's three: consonants that are not seen, then the vowels
/// that are and others that are not, then X.
fn goes_on(letters: &str, three: [u8; 3]) -> bool {
    let (vowels, consonants): (Vec<u8>, Vec<u8>) = letters.bytes().partition(|b| is_vowel(*b));
    let seen = consonants.len().min(3);
    let (first, rest) = three.split_at(seen);
    let vowels_go_on = |after: &[u8]| {
        let written = after.iter().take_while(|b| is_vowel(**b)).count();
        let known = vowels.len().min(after.len());
        after.starts_with(&vowels[..known]) && after[written..].iter().all(|b| *b == b'X')
    };
    first == &consonants[..seen]
        && (0..=rest.len()).any(|unseen| {
            let (unseen, after) = rest.split_at(unseen);
            !unseen.iter().any(|b| is_vowel(*b)) && vowels_go_on(after)
        })
}

/// The same of given names, which with four consonants leave out the second.
fn given_goes_on(letters: &str, three: [u8; 3]) -> bool {
    let consonants: Vec<u8> = letters.bytes().filter(|b| !is_vowel(*b)).collect();
    let of_four = [0, 2, 3].into_iter().zip(three).all(|(at, letter)| {
        consonants
            .get(at)
            .map_or(!is_vowel(letter), |seen| *seen == letter)
    });
    of_four || (consonants.len() < 4 && goes_on(letters, three))
}
