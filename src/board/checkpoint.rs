//! The board at one size, as a C2SP `tlog-checkpoint` in a signed note.
//!
//! ```text
//! origin
//! 1234                                          leaves
//! nND/nri/U0xuHUrYSy0HtMeal2vzD9V4k/BO79C+QeI=  root
//!
//! — origin key-id-and-signature
//! ```
//!
//! The key is an Ed25519 key whose name is the origin. One checkpoint has one text: exactly one
//! signature, no extension lines, `verify_strict`.

use super::{BoardError, root, to_digest, to_hash};
use crate::envelope::{Digest, PublicKey, SigningKey};
use ed25519_dalek::{Signature, SignatureError, Signer as _, VerifyingKey};
use signed_note::{Note, NoteError, Signer, VerificationError, Verifier, VerifierList};

/// How many leaves the board has, and their root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Leaves.
    pub size: u64,
    /// Root of the tree.
    pub root: Digest,
}

impl Checkpoint {
    /// The checkpoint of these leaves.
    pub fn of(leaves: &[Digest]) -> Self {
        Self {
            size: leaves.len() as u64,
            root: root(leaves),
        }
    }
}

/// Signs a checkpoint; the only error is an origin that cannot name a key.
pub fn sign(key: &SigningKey, origin: &str, board: &Checkpoint) -> Result<String, BoardError> {
    let text = tlog_tiles::Checkpoint::new(origin, board.size, to_hash(&board.root), "")
        .map_err(|_| BoardError::Origin)?;
    let mut note = Note::new(&text.to_bytes(), &[]).map_err(|_| BoardError::Origin)?;
    let signer = Named {
        origin,
        id: key_id(origin, &key.public()),
        key: ed25519_dalek::SigningKey::from_bytes(&key.to_bytes()),
    };
    note.add_sigs(&[&signer]).map_err(|_| BoardError::Origin)?;
    String::from_utf8(note.to_bytes()).map_err(|_| BoardError::Origin)
}

/// Opens a checkpoint of the board with this origin and key: first the signature, then the text,
/// then the one form that this text can have.
pub fn open(text: &str, origin: &str, key: &PublicKey) -> Result<Checkpoint, BoardError> {
    let note = Note::from_bytes(text.as_bytes()).map_err(|_| BoardError::Malformed)?;
    let verifier = Named {
        origin: origin.to_owned(),
        id: key_id(origin, key),
        key: key
            .to_verifying_key()
            .map_err(|_| BoardError::BadSignature)?,
    };
    let (good, others) = note
        .verify(&VerifierList::new(vec![Box::new(verifier)]))
        .map_err(refused)?;
    if good.len() != 1 || !others.is_empty() || note.to_bytes() != text.as_bytes() {
        return Err(BoardError::NotCanonical);
    }
    let read =
        tlog_tiles::Checkpoint::from_bytes(note.text()).map_err(|_| BoardError::Malformed)?;
    if read.origin() != origin {
        return Err(BoardError::Malformed);
    }
    let board = Checkpoint {
        size: read.size(),
        root: to_digest(*read.hash()),
    };
    let one_form = tlog_tiles::Checkpoint::new(origin, board.size, *read.hash(), "")
        .map_err(|_| BoardError::Origin)?;
    // A repeated signature line is dropped by `verify`: one line is one signature.
    let lines = text.lines().count();
    if one_form.to_bytes() == note.text() && lines == 5 {
        Ok(board)
    } else {
        Err(BoardError::NotCanonical)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the shape of map_err")]
fn refused(e: NoteError) -> BoardError {
    match e {
        NoteError::UnverifiedNote
        | NoteError::InvalidSignature { .. }
        | NoteError::MismatchedVerifier
        | NoteError::VerificationError(VerificationError::UnknownKey { .. }) => {
            BoardError::BadSignature
        }
        _ => BoardError::Malformed,
    }
}

/// C2SP signed-note: Ed25519 is algorithm 1.
fn key_id(origin: &str, key: &PublicKey) -> u32 {
    let mut algorithm_and_key = vec![1];
    algorithm_and_key.extend_from_slice(key.as_bytes());
    signed_note::key_id(origin, &algorithm_and_key)
}

/// A key with the board's name. Ours and not the crate's, which verifies less strictly and wants
/// the secret key as text.
struct Named<N, K> {
    origin: N,
    id: u32,
    key: K,
}

impl Signer for Named<&str, ed25519_dalek::SigningKey> {
    fn name(&self) -> &str {
        self.origin
    }
    fn key_id(&self) -> u32 {
        self.id
    }
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignatureError> {
        Ok(self.key.try_sign(message)?.to_bytes().to_vec())
    }
}

impl Verifier for Named<String, VerifyingKey> {
    fn name(&self) -> &str {
        &self.origin
    }
    fn key_id(&self) -> u32 {
        self.id
    }
    fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|s| self.key.verify_strict(message, &s).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: &str = "bacheca.example/prova";

    fn signed() -> (SigningKey, Checkpoint, String) {
        let key = SigningKey::from_bytes(&[7; 32]);
        let board = Checkpoint::of(&[Digest::of(b"uno"), Digest::of(b"due")]);
        let text = sign(&key, ORIGIN, &board).unwrap();
        (key, board, text)
    }

    #[test]
    fn what_was_signed_opens() {
        let (key, board, text) = signed();
        assert_eq!(open(&text, ORIGIN, &key.public()), Ok(board));
        assert!(text.starts_with("bacheca.example/prova\n2\n"));
    }

    /// Any other program that reads C2SP notes and checkpoints accepts ours.
    #[test]
    fn the_crates_own_reader_agrees() {
        let (key, board, text) = signed();
        let public = key.public().to_verifying_key().unwrap();
        let vkey = signed_note::new_ed25519_verifier_key(ORIGIN, &public);
        let verifier = signed_note::StandardVerifier::new(&vkey).unwrap();
        let note = Note::from_bytes(text.as_bytes()).unwrap();
        let list = VerifierList::new(vec![Box::new(verifier)]);
        assert_eq!(note.verify(&list).unwrap().0.len(), 1);
        let read = tlog_tiles::Checkpoint::from_bytes(note.text()).unwrap();
        assert_eq!((read.size(), read.hash().0), (board.size, board.root.0));
    }

    #[test]
    fn another_key_or_origin_is_refused() {
        let (key, _, text) = signed();
        let other = SigningKey::generate().public();
        assert_eq!(open(&text, ORIGIN, &other), Err(BoardError::BadSignature));
        assert_eq!(
            open(&text, "altra", &key.public()),
            Err(BoardError::BadSignature)
        );
    }

    #[test]
    fn every_flipped_bit_is_refused() {
        let (key, _, text) = signed();
        for i in 0..text.len() * 8 {
            let mut bytes = text.clone().into_bytes();
            bytes[i / 8] ^= 1 << (i % 8);
            if let Ok(changed) = String::from_utf8(bytes) {
                assert!(open(&changed, ORIGIN, &key.public()).is_err(), "bit {i}");
            }
        }
    }

    #[test]
    fn a_checkpoint_has_one_text() {
        let (key, board, text) = signed();
        let line = text.lines().last().unwrap();
        let other = sign(&SigningKey::generate(), "testimone", &board).unwrap();
        let witness = other.lines().last().unwrap();
        for (what, changed) in [
            ("the signature twice", format!("{text}{line}\n")),
            ("another's signature", format!("{text}{witness}\n")),
            ("no last newline", text.trim_end().to_owned()),
            ("a line after it", format!("{text}\n")),
            ("cut", text.lines().take(3).collect::<Vec<_>>().join("\n")),
            ("nothing", String::new()),
        ] {
            assert!(open(&changed, ORIGIN, &key.public()).is_err(), "{what}");
        }
    }

    /// Signed by the right key, and still not a checkpoint of the one form.
    #[test]
    fn signed_texts_of_another_form_are_refused() {
        let (key, board, _) = signed();
        let signer = Named {
            origin: ORIGIN,
            id: key_id(ORIGIN, &key.public()),
            key: ed25519_dalek::SigningKey::from_bytes(&key.to_bytes()),
        };
        let hash = to_hash(&board.root);
        for text in [
            format!("{ORIGIN}\n02\n{hash}\n"),
            format!("{ORIGIN}\n2\n{hash}\nestensione\n"),
            format!("altra\n2\n{hash}\n"),
            format!("{ORIGIN}\n2\nAAAA\n"),
            format!("{ORIGIN}\n2\n"),
        ] {
            let mut note = Note::new(text.as_bytes(), &[]).unwrap();
            note.add_sigs(&[&signer]).unwrap();
            let note = String::from_utf8(note.to_bytes()).unwrap();
            assert!(open(&note, ORIGIN, &key.public()).is_err(), "{text}");
        }
    }

    #[test]
    fn an_origin_must_be_able_to_name_a_key() {
        let (key, board, _) = signed();
        for origin in ["", "due parole", "a+b", "riga\nriga"] {
            assert_eq!(sign(&key, origin, &board), Err(BoardError::Origin));
        }
    }
}
