//! TLS by certificate files, which are read again when they were renewed.

use axum_server::tls_rustls::RustlsConfig;
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// Where certificate and key are, as PEM: the server's certificate first, then the ones up to the
/// authority's.
#[derive(Debug, Clone)]
pub struct TlsFiles {
    /// The chain of certificates.
    pub certificates: PathBuf,
    /// The key.
    pub key: PathBuf,
}

impl TlsFiles {
    /// Whether the files can be read and fit together; the error names the one that does not.
    pub fn check(&self) -> io::Result<()> {
        self.read().map(drop)
    }

    /// Reads the files; they must fit together.
    pub(super) fn read(&self) -> io::Result<Arc<ServerConfig>> {
        let unreadable = |path: &PathBuf, e: &dyn std::fmt::Display| {
            io::Error::other(format!("{}: {e}", path.display()))
        };
        let chain = CertificateDer::pem_file_iter(&self.certificates)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|e| unreadable(&self.certificates, &e))?;
        if chain.is_empty() {
            return Err(unreadable(
                &self.certificates,
                &"there is no certificate in it",
            ));
        }
        let key = PrivateKeyDer::from_pem_file(&self.key).map_err(|e| unreadable(&self.key, &e))?;
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_no_client_auth()
            .with_single_cert(chain, key);
        let mut config = config.map_err(|e| unreadable(&self.key, &e))?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Arc::new(config))
    }

    pub(super) fn config(&self) -> io::Result<RustlsConfig> {
        Ok(RustlsConfig::from_config(self.read()?))
    }
}
