//! Reads fields and remembers which of those that fail stands first.

use super::field::{self, FILLER};
use super::layout::Layout;
use super::names::{self, Names};
use super::{Mrz, MrzError};
use std::ops::Range;

pub(super) struct Reader<'a> {
    zone: &'a [u8],
    /// The failure that stands first, and where.
    first: Option<(usize, MrzError)>,
}

impl<'a> Reader<'a> {
    /// Over a zone of as many characters as its layout says.
    pub(super) fn new(zone: &'a [u8]) -> Self {
        Self { zone, first: None }
    }

    /// What was read, unless a field has failed.
    pub(super) fn finish(self, read: Option<Mrz>) -> Result<Mrz, MrzError> {
        match (self.first, read) {
            (None, Some(mrz)) => Ok(mrz),
            (first, _) => Err(first.map_or(MrzError::Format, |(_, error)| error)),
        }
    }

    /// A field without a check digit.
    pub(super) fn field<T>(
        &mut self,
        at: &Range<usize>,
        error: MrzError,
        read: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Option<T> {
        self.note(at.start, read(self.text(at)).ok_or(error))
    }

    /// A field that its check digit follows.
    pub(super) fn checked<T>(
        &mut self,
        at: &Range<usize>,
        error: MrzError,
        read: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(at);
        let agrees = field::agrees(text.iter().copied(), self.check_of(at));
        let read = read(text).filter(|_| agrees);
        self.note(at.start, read.ok_or(error))
    }

    pub(super) fn names(&mut self, at: &Range<usize>) -> Option<Names> {
        self.note(at.start, names::read(self.text(at)))
    }

    /// The number of the document. If it has more than nine characters a filler stands for its
    /// check digit; the rest, its check digit and a filler are at the head of the optional data
    /// (parts 5 and 6, section 4.2.2, notes on long numbers).
    pub(super) fn number(&mut self, layout: &Layout) -> Option<String> {
        let at = &layout.number;
        let head = field::number(self.text(at));
        let (check, more) = (self.check_of(at), layout.more.as_ref());
        let number = match (head, more) {
            (Some(head), Some(more)) if check == FILLER && head.len() == at.len() => {
                self.long_number(head, more)
            }
            (head, _) => head.filter(|_| field::agrees(self.text(at).iter().copied(), check)),
        };
        self.note(at.start, number.ok_or(MrzError::Number))
    }

    fn long_number(&self, head: String, more: &Range<usize>) -> Option<String> {
        let tail = self.text(more).split(|c| *c == FILLER).next()?;
        let (check, rest) = tail.split_last()?;
        let number = head + &field::latin(rest);
        let long = !rest.is_empty() && rest.iter().all(u8::is_ascii_alphanumeric);
        (long && field::agrees(number.bytes(), *check)).then_some(number)
    }

    /// Optional data: any characters. A passport's have a check digit, for which a filler may
    /// stand if they are empty (part 4, section 4.2.2).
    pub(super) fn optional(&mut self, layout: &Layout) {
        for at in layout.more.iter().chain([&layout.optional]) {
            let text = self.text(at);
            let right = if layout.optional_checked {
                let check = self.check_of(at);
                let empty = text.iter().all(|c| *c == FILLER);
                (empty && check == FILLER) || field::agrees(text.iter().copied(), check)
            } else {
                field::in_alphabet(text)
            };
            self.note(at.start, right.then_some(()).ok_or(MrzError::Optional));
        }
    }

    /// The check digit over all others. It stands last but in cards, where the names follow.
    pub(super) fn composite(&mut self, layout: &Layout) {
        let covered = layout.covered.iter().flat_map(|at| self.text(at));
        let right = field::agrees(covered.copied(), self.zone[layout.composite]);
        self.note(usize::MAX, right.then_some(()).ok_or(MrzError::Composite));
    }

    fn text(&self, at: &Range<usize>) -> &'a [u8] {
        &self.zone[at.clone()]
    }

    fn check_of(&self, at: &Range<usize>) -> u8 {
        self.zone[at.end]
    }

    fn note<T>(&mut self, place: usize, read: Result<T, MrzError>) -> Option<T> {
        match read {
            Ok(read) => Some(read),
            Err(error) => {
                if self.first.is_none_or(|(first, _)| place < first) {
                    self.first = Some((place, error));
                }
                None
            }
        }
    }
}
