//! The roll of residents: pseudonyms and areas, signed by the registry, and nothing else.

use crate::consultation::Minute;
use crate::envelope::{Digest, Domain, Signable};
use crate::identity::Pseudonym;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

/// Bytes of a pseudonym.
const WIDTH: usize = 32;

/// Who may vote as a resident.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Roll {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// When it was made.
    #[n(1)]
    pub made: Minute,
    /// By area, in the consultation's order; areas without residents are left out.
    #[n(2)]
    areas: Vec<RollArea>,
}

/// The residents of an area.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
struct RollArea {
    /// The area's code.
    #[n(0)]
    area: String,
    /// Their pseudonyms, 32 bytes each, rising.
    #[n(1)]
    people: ByteVec,
}

impl Signable for Roll {
    const DOMAIN: Domain = Domain("seggio/roll/1");
}

impl Roll {
    /// A roll of people, each once; `areas` are codes and the pseudonyms of their residents.
    pub fn new(
        fingerprint: Digest,
        made: Minute,
        areas: impl IntoIterator<Item = (String, Vec<Pseudonym>)>,
    ) -> Self {
        let area = |(area, mut people): (String, Vec<Pseudonym>)| {
            people.sort_unstable();
            let people: Vec<u8> = people.iter().flat_map(|p| p.0).collect();
            (!people.is_empty()).then(|| RollArea {
                area,
                people: people.into(),
            })
        };
        Self {
            fingerprint,
            made,
            areas: areas.into_iter().filter_map(area).collect(),
        }
    }

    /// How many people.
    pub fn len(&self) -> usize {
        self.areas.iter().map(|a| a.people.len() / WIDTH).sum()
    }

    /// Whether nobody is on it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Everybody, with the code of their area.
    pub fn people(&self) -> impl Iterator<Item = (Pseudonym, &str)> {
        self.areas.iter().flat_map(|a| {
            let people = a.people.chunks_exact(WIDTH);
            people.filter_map(|p| Some((Pseudonym(p.try_into().ok()?), a.area.as_str())))
        })
    }

    /// Whether it has the form that [`Roll::new`] gives: whole pseudonyms, rising in each area.
    pub fn is_well_formed(&self) -> bool {
        self.areas.iter().all(|a| {
            let mut people = a.people.chunks_exact(WIDTH);
            people.remainder().is_empty() && people.by_ref().is_sorted_by(|one, next| one < next)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::cbor;

    fn person(n: u8) -> Pseudonym {
        Pseudonym([n; 32])
    }

    #[test]
    fn people_come_back_with_their_area() {
        let made = Minute::parse("2022-08-30T08:10").unwrap();
        let areas = [
            ("B812".to_owned(), vec![person(9), person(1)]),
            ("E196".to_owned(), Vec::new()),
            ("G747".to_owned(), vec![person(4)]),
        ];
        let roll = Roll::new(Digest([7; 32]), made, areas);
        let roll: Roll = cbor::decode(&cbor::encode(&roll)).unwrap();
        assert!(roll.is_well_formed());
        let people: Vec<_> = roll.people().collect();
        let expected = [
            (person(1), "B812"),
            (person(9), "B812"),
            (person(4), "G747"),
        ];
        assert_eq!((roll.len(), people.as_slice()), (3, expected.as_slice()));
    }

    #[test]
    fn another_form_is_refused() {
        let made = Minute::parse("2022-08-30T08:10").unwrap();
        for people in [
            vec![1; 33],
            [[2; 32], [1; 32]].concat(),
            [[1; 32]; 2].concat(),
        ] {
            let roll = Roll {
                fingerprint: Digest([7; 32]),
                made,
                areas: vec![RollArea {
                    area: "B812".to_owned(),
                    people: people.into(),
                }],
            };
            assert!(!roll.is_well_formed());
        }
    }
}
