//! The server's two secret keys, and the file in which they come from the authority.

use crate::consultation::ServerKeys;
use crate::envelope::{EnvelopeError, PublicKey, SigningKey, cbor, whole_file};
use minicbor::{Decode, Encode};
use std::path::Path;
use zeroize::{Zeroize, Zeroizing};

/// Why keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// Reading or writing the file failed.
    #[error("{path}: {error}")]
    Io {
        /// The file.
        path: String,
        /// What happened.
        error: std::io::Error,
    },
    /// The file is not a key file.
    #[error("{path} is not a file of server keys: {error}")]
    Format {
        /// The file.
        path: String,
        /// What is wrong.
        error: EnvelopeError,
    },
    /// The keys are not the ones that the manifest names.
    #[error("the keys are not the ones of the manifest")]
    OtherKeys,
}

/// What the server signs with: receipts, and checkpoints of the board.
#[derive(Debug, Clone)]
pub struct ServerSecrets {
    /// Signs receipts.
    pub receipt: SigningKey,
    /// Signs the board's checkpoints.
    pub board: SigningKey,
}

#[derive(Encode, Decode)]
struct Wire {
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    receipt: [u8; 32],
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    board: [u8; 32],
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.receipt.zeroize();
        self.board.zeroize();
    }
}

impl ServerSecrets {
    /// Fresh keys for a new consultation.
    pub fn generate() -> Self {
        Self {
            receipt: SigningKey::generate(),
            board: SigningKey::generate(),
        }
    }

    /// Public half of the key of receipts.
    pub fn receipt_key(&self) -> PublicKey {
        self.receipt.public()
    }

    /// Public half of the key of checkpoints.
    pub fn board_key(&self) -> PublicKey {
        self.board.public()
    }

    /// Whether a manifest names these keys.
    pub fn belong_to(&self, keys: &ServerKeys) -> bool {
        keys.receipt_key == self.receipt_key() && keys.board_key == self.board_key()
    }

    /// Writes a new file that only its owner can read; never over an existing one.
    pub fn write(&self, path: &Path) -> Result<(), KeysError> {
        let wire = Wire {
            receipt: *self.receipt.to_bytes(),
            board: *self.board.to_bytes(),
        };
        let bytes = Zeroizing::new(cbor::encode(&wire));
        whole_file::create(path, &bytes).map_err(|error| io(path, error))
    }

    /// Reads the file.
    pub fn read(path: &Path) -> Result<Self, KeysError> {
        let bytes = Zeroizing::new(std::fs::read(path).map_err(|e| io(path, e))?);
        let wire: Wire = cbor::decode(&bytes).map_err(|error| KeysError::Format {
            path: path.display().to_string(),
            error,
        })?;
        Ok(Self {
            receipt: SigningKey::from_bytes(&wire.receipt),
            board: SigningKey::from_bytes(&wire.board),
        })
    }
}

fn io(path: &Path, error: std::io::Error) -> KeysError {
    KeysError::Io {
        path: path.display().to_string(),
        error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn keys_come_back_from_a_file_that_only_its_owner_reads() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("server.keys");
        let secrets = ServerSecrets::generate();
        secrets.write(&path).unwrap();
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let read = ServerSecrets::read(&path).unwrap();
        assert_eq!(read.receipt_key(), secrets.receipt_key());
        assert_eq!(read.board_key(), secrets.board_key());
        assert!(matches!(secrets.write(&path), Err(KeysError::Io { .. })));
    }

    #[test]
    fn another_file_is_not_keys_and_nothing_secret_is_shown() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("server.keys");
        std::fs::write(&path, b"altro").unwrap();
        let error = ServerSecrets::read(&path).unwrap_err();
        assert!(matches!(error, KeysError::Format { .. }));
        let secrets = ServerSecrets {
            receipt: SigningKey::from_bytes(&[0xAB; 32]),
            board: SigningKey::from_bytes(&[0xCD; 32]),
        };
        let shown = format!("{secrets:?}");
        assert!(!shown.contains("abababab") && !shown.contains("171, 171"));
    }
}
